// What is shown while the form is filled in: findings, marks, balances, where one is. Nothing is written here.
import { keyOf } from "../suspected.js";
import { isFilled } from "./draft.js";

/** How long the typing must pause before findings are shown; balances follow at once. */
export const PAUSE = 200;

export class Showing {
  /** Relations and findings about which nothing is said yet: someone is at a row of theirs, and not all is filled in. */
  isUnfinished(cells) {
    if (this.whole || this.cell === null || cells.length < 2) return false;
    if (!cells.some(({ cell, previous }) => !previous && !isFilled(this.draft.values.get(cell)))) return false;
    const row = this.rows.find((one) => one.cells.includes(this.cell));
    return row !== undefined && cells.some(({ cell }) => row.cells.includes(cell));
  }

  unfinished() {
    const names = new Set();
    for (const { id, instances } of this.hard) {
      for (const { at, cells } of instances) if (this.isUnfinished(cells)) names.add(keyOf({ rule: id, at }));
    }
    return names;
  }

  look() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    const { draft, speech, titles } = this;
    this.findings = draft.findings(this.whole).filter(({ cells }) => !this.isUnfinished(cells));
    this.list.show(this.findings, { draft, speech, whole: this.whole, titles, readonly: !this.isWritable() });
    this.marks.show(this.findings, this.list.listed, speech);
    this.sheet.mark(new Set(this.findings.filter(({ rule }) => rule === "section-missing").map(({ at }) => at)));
    this.edges.show(draft.relations, this.unfinished());
    this.bar.show(this.findings);
    this.announcer.follow(this.findings, speech);
    this.fire("gouji-change", { findings: this.findings, ok: !this.findings.some(({ severity }) => severity === "error"), filled: draft.filledCount() });
    // Behind what the page paints in the next frame.
    this.frame = requestAnimationFrame(() => setTimeout(() => this.press.after(this.seeking)));
  }

  seek() {
    if (this.draft === null || !this.host.isConnected) return;
    const isBroken = this.findings.some(({ severity, rule }) => severity === "error" && rule !== "cell-blank");
    this.mending.show(isBroken && this.isWritable() ? this.draft.repairs() : null, this.draft, this.speech);
  }

  entered(cell) {
    this.cell = cell;
    this.lastCell = cell;
    this.before = this.draft.textOf(cell);
    this.sheet.light(cell);
    this.hints.enter(cell);
    this.tellPlace();
    const [name] = this.marks.findingsOf.get(cell) || [];
    this.set(name === undefined ? null : name);
    this.lookSoon();
  }

  left(cell) {
    if (this.draft.textOf(cell) !== this.before) this.fire("change");
    this.draft.settle();
    this.hints.leave();
    this.sheet.light(null);
    if (this.cell === cell) this.cell = null;
    this.lookSoon();
  }

  /** Whether something is told of unfinished rows depends on where one is. */
  lookSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.press.after(this.looking), PAUSE);
  }

  set(name) {
    this.marks.choose(this.findings.find((one) => keyOf(one) === name) || null);
    this.list.choose(name);
  }

  /** Leads from a finding to where it most likely comes from. */
  choose(name) {
    const finding = this.findings.find((one) => keyOf(one) === name);
    if (finding === undefined) return;
    const cell = this.marks.suspect(finding);
    if (cell !== null) this.sheet.focus(cell);
    else if (this.sheet.texts.has(finding.at)) this.sheet.texts.get(finding.at).focus();
    this.set(name);
  }

  tellPlace() {
    if (this.draft === null) return;
    if (this.selection.isRange()) {
      const text = this.speech.say("sum", Object.assign({ cells: this.selection.cells.length }, this.selection.sum(this.draft)));
      this.bar.tell(text);
      this.announcer.tell(text);
      return;
    }
    const known = this.draft.form.cells.find(({ id }) => id === this.cell);
    this.bar.tell(known === undefined ? "" : this.speech.cellName(known));
  }

  isWritable() {
    return !this.isDisabled && !this.host.hasAttribute("readonly");
  }

  fire(name, detail) {
    const options = { bubbles: true, composed: name !== "change" };
    this.host.dispatchEvent(detail === undefined ? new Event(name, options) : new CustomEvent(name, Object.assign({ detail }, options)));
  }

  /** A defect of ours must not take away what was typed. */
  attempt(work) {
    try {
      work();
    } catch (error) {
      console.error(error);
      this.message.show(this.speech, this.speech.say("fault"), [], true);
      this.fire("gouji-error", { error });
    }
  }
}
