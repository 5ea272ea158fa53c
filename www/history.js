// The draft as it was after each step, as far back as anyone may want to go.

/** More steps than these are forgotten, the oldest first. */
const most = 300;

export class History {
  /** Each with the number of its step, which no other step ever has. */
  #states = [];
  #at = -1;
  #made = 0;
  /** The field in which the last step was typed, while it goes on. */
  #field = null;

  /** The step that was made last, of those that are not taken back. */
  get step() { return this.#states[this.#at]?.step ?? null; }
  /** The step before one, and the one after it; null where there is none. */
  before(step) { return this.#states[this.#place(step) - 1]?.step ?? null; }
  after(step) { return this.#states[this.#place(step) + 1]?.step ?? null; }

  /** A step was made; those that were taken back are gone. What is typed into one `field` piece by piece is one step. */
  record(state, field = null) {
    if (field !== null && field === this.#field) {
      this.#states[this.#at].state = state;
      return;
    }
    this.#made += 1;
    this.#states.splice(this.#at + 1, Infinity, { step: this.#made, state });
    if (this.#states.length > most) this.#states.shift();
    this.#at = this.#states.length - 1;
    this.#field = field;
  }

  /** What is typed next is another step. */
  settle() { this.#field = null; }

  /** Go to a step: the draft as it was after it, or null where it is kept no more. */
  go(step) {
    const at = this.#place(step);
    if (at < 0) return null;
    this.#at = at;
    this.settle();
    return this.#states[at].state;
  }

  #place(step) { return this.#states.findIndex((one) => one.step === step); }
}
