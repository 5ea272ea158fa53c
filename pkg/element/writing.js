// What is written while the form is filled in, by whatever means, how it is taken back, and how it is kept.
import { isFilled } from "./draft.js";
import { PAUSE, Showing } from "./showing.js";

export class Writing extends Showing {
  /** Writes cells, in one step that can be taken back. `typing`: by the person in the field itself. */
  change(entries, typing) {
    this.attempt(() => this.wrote(() => this.draft.change(entries, typing)));
    if (typing) return;
    this.sheet.show(entries.map(([cell]) => cell), this.draft);
    this.announce();
  }

  /** After everything that is written, by whomever. What was written stays, even where the core fails over it. */
  wrote(work) {
    try {
      work();
    } finally {
      this.mending.wait();
      this.refresh();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.press.after(this.looking), PAUSE);
      clearTimeout(this.keepTimer);
      this.isKept = false;
      this.keepTimer = setTimeout(() => this.keep(), PAUSE);
    }
  }

  /** What must be true at every moment: the value, whether it may be submitted, the balances, what could be filled in. */
  refresh() {
    const { draft } = this;
    this.submission.write(JSON.stringify(draft.report()));
    this.edges.show(draft.relations, this.unfinished());
    this.hints.show(this.isWritable() ? draft : null, this.hard, this.previous, this.speech);
    this.bar.allow({ undo: this.isWritable() && draft.steps.length > 0, redo: this.isWritable() && draft.undone.length > 0, paste: this.isWritable() });
    this.judge();
  }

  judge() {
    // While cells are blank, that is reason enough: hundreds of findings need not be made at each key stroke.
    const blanks = this.settings.blank === "zero" ? 0 : this.draft.form.cells.length - this.draft.filledCount();
    const findings = this.draft.findings(blanks === 0);
    const error = findings.filter(({ severity }) => severity === "error").length + blanks;
    const warning = findings.filter(({ severity, explained }) => severity === "warning" && explained === null).length;
    const isValid = error === 0 && (warning === 0 || !this.settings.mustExplain);
    const flags = { customError: true, valueMissing: blanks > 0 };
    this.submission.judge(flags, isValid ? "" : this.speech.say("invalid", { error, warning }), this.list.root);
  }

  undo() {
    return this.move(() => this.draft.undo(), "undone");
  }

  redo() {
    return this.move(() => this.draft.redo(), "redone");
  }

  move(work, words) {
    if (!this.isWritable()) return false;
    let cells = null;
    this.attempt(() => this.wrote(() => {
      cells = work();
    }));
    if (cells === null) return true;
    this.sheet.show(cells, this.draft);
    if (!cells.includes(this.cell)) this.keyboard.go(cells[0]);
    this.announcer.tell(this.speech.say(words));
    this.announce();
    return true;
  }

  /** Esc: what stood in the cell when it was entered. */
  restore(cell) {
    if (this.before === undefined || this.before === this.draft.textOf(cell) || !this.isWritable()) return false;
    this.change([[cell, this.before]], false);
    this.sheet.inputs.get(cell).select();
    return true;
  }

  /** Empties the chosen cells. */
  clear() {
    if (!this.isWritable()) return false;
    const entries = this.selection.cells.filter((cell) => isFilled(this.draft.values.get(cell))).map((cell) => [cell, ""]);
    if (entries.length > 0) this.change(entries, false);
    this.announcer.tell(this.speech.say("cleared", { count: entries.length }));
    return true;
  }

  /** Takes what is offered at a cell; false where nothing is. */
  take(cell) {
    const offer = this.hints.offers.get(cell);
    if (offer === undefined || !this.isWritable()) return false;
    this.change([[cell, offer.value]], false);
    this.announcer.tell(this.speech.say("taken", { value: offer.value }));
    const input = this.sheet.inputs.get(cell);
    if (this.cell === cell) input.select();
    return true;
  }

  offerCarried() {
    const { speech } = this;
    const entries = this.isWritable() ? this.hints.carried() : [];
    if (entries.length < 2) return this.carried.clear();
    this.carried.show(speech, speech.say("carriedAll", { count: entries.length }), [{
      name: "carry",
      words: speech.say("carriedTake", { count: entries.length }),
      act: () => {
        const now = this.hints.carried();
        this.change(now, false);
        this.announcer.tell(speech.say("carriedTaken", { count: now.length }));
        this.keyboard.go(now[0][0]);
      },
    }]);
  }

  mend(repair) {
    const entries = repair.changes.filter(({ to }) => to !== null).map(({ cell, to }) => [cell, String(to)]);
    this.sheet.preview(null);
    this.changeAtOnce(entries, "undo-apply", this.speech.say("applied", { count: entries.length }));
    this.sheet.focus(entries[0][0]);
  }

  /** Writes cells and says so, with the button that takes back these alone: whatever was typed since stays. */
  changeAtOnce(entries, name, words) {
    const before = entries.map(([cell]) => [cell, this.draft.textOf(cell)]);
    this.change(entries, false);
    const last = () => this.draft.steps[this.draft.steps.length - 1];
    const step = last();
    const act = () => {
      if (last() === step) return this.undo();
      this.change(before, false);
      this.announcer.tell(this.speech.say("undone"));
    };
    this.message.show(this.speech, words, [{ name, words: this.speech.say("undo"), act }]);
  }

  keep() {
    clearTimeout(this.keepTimer);
    if (this.isKept || this.keeping === null || this.draft === null) return;
    this.isKept = true;
    this.keeping.keep(this.draft.report());
  }

  forget() {
    clearTimeout(this.keepTimer);
    this.isKept = true;
    if (this.keeping !== null) this.keeping.forget();
  }

  announce() {
    this.fire("input");
    this.fire("change");
  }
}
