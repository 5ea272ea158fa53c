// While a button of the mouse is down, or a finger on the page, nothing of ours may move the page: what is let go must be
// what was pressed, or there is no click. What was to be drawn meanwhile is drawn with the click.

const BEGIN = ["pointerdown", "mousedown"];
const END = ["pointerup", "pointercancel", "mouseup", "dragend"];
/** A finger's click comes a moment after it is lifted; where the page has moved by itself, none comes. */
const PATIENCE = 400;

export class Press {
  constructor(document) {
    this.document = document;
    this.isDown = false;
    this.works = new Set();
    this.timer = 0;
    this.heard = {};
    const hear = (names, listener) => names.forEach((name) => { this.heard[name] = listener; });
    // Of other buttons no click comes.
    hear(BEGIN, (event) => {
      if (event.button !== 0) return;
      clearTimeout(this.timer);
      this.isDown = true;
    });
    hear(END, () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.end(), PATIENCE);
    });
    // Whoever types presses nothing more: the page has not heard how it ended, as behind a list that opened or a dialogue.
    hear(["click", "keydown"], () => this.end());
    hear(["input"], (event) => event.isTrusted && this.end());
    for (const name of Object.keys(this.heard)) document.addEventListener(name, this.heard[name], true);
  }

  /** Does this at once, or when the press that is under way has come to its end. */
  after(work) {
    if (this.isDown) this.works.add(work);
    else work();
  }

  end() {
    clearTimeout(this.timer);
    this.isDown = false;
    const works = [...this.works];
    this.works.clear();
    works.forEach((work) => work());
  }

  close() {
    clearTimeout(this.timer);
    this.isDown = false;
    this.works.clear();
    for (const name of Object.keys(this.heard)) this.document.removeEventListener(name, this.heard[name], true);
  }
}
