// What was done at one stroke (a repair taken, a block pasted, a file read in), told in the line that takes it back; and
// the way back and forth through all steps.

import { say } from "./words.js";

export class Deeds {
  #draft;
  #message;
  #look;
  /** Step → words that tell of it. */
  #words = new Map();
  /** The deed that the line tells of: its step and the cells it wrote, and whether it tells that it was taken back; or null. */
  #told = null;

  /** `look()`: ask what stands now. */
  constructor(draft, message, look) {
    this.#draft = draft;
    this.#message = message;
    this.#look = look;
  }

  /**
   * Tell of the step that was just made. With `before`, the cells it wrote with what they held, its button takes back
   * these alone, so that whatever was typed since stays; without, all that was done since goes with it.
   */
  tell(words, before = null) {
    const { step } = this.#draft;
    this.#words.set(step, { words, before });
    this.#told = { step, cells: (before ?? []).map(([cell]) => cell), isUndone: false };
    this.#message.show(words, { undo: () => this.#takeBack(step, words, before) });
  }

  /** Something is typed: the line tells of the past, and where it told of these cells, or of a way forth, of what is no more. */
  writing(cells) {
    if (this.#told && (this.#told.isUndone || cells.some((cell) => this.#told.cells.includes(cell)))) this.#clear();
    this.#message.settle();
  }

  /** A step back, or with `again` forth. Gives the cells that it changed; null where there is none. */
  move(again) {
    const from = this.#draft.step;
    const to = again ? this.#draft.stepAfter() : this.#draft.stepBefore();
    const deed = this.#words.get(again ? to : from);
    const cells = this.#draft.go(to);
    if (cells === null) return null;
    if (deed && again) this.tell(deed.words, deed.before);
    else if (deed) this.#sayUndone(from, deed);
    else if (this.#told && this.#told.step > to) this.#clear();
    return cells;
  }

  /** Nothing that was done is known any more. */
  forget() {
    this.#words = new Map();
    this.#told = null;
  }

  #takeBack(step, words, before) {
    const now = this.#draft.step;
    if (now !== step && before !== null) {
      const after = this.#draft.held(before.map(([cell]) => cell));
      this.#draft.write(before);
      this.#told = { step: this.#draft.step, cells: before.map(([cell]) => cell), isUndone: false };
      this.#message.show(() => say("undone"), { name: "redo", undo: () => this.#doAgain(after, words) });
    } else if (this.#draft.go(this.#draft.stepBefore(step)) === null) this.#clear();
    else this.#sayUndone(now, { words, before });
    this.#look();
  }

  #doAgain(after, words) {
    const before = this.#draft.held(after.map(([cell]) => cell));
    this.#draft.write(after);
    this.tell(words, before);
    this.#look();
  }

  /** `step`: where the way forth leads. */
  #sayUndone(step, { words, before }) {
    this.#told = { step: this.#draft.step, cells: [], isUndone: true };
    this.#message.show(() => say("undone"), { name: "redo", undo: () => {
      // Another step may have been made meanwhile, and the way is gone.
      if (this.#draft.go(step) === null) return this.#clear();
      this.tell(words, before);
      this.#look();
    } });
  }

  #clear() {
    this.#told = null;
    this.#message.clear();
  }
}
