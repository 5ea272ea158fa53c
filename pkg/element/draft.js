// The one report being filled in: the figures as typed, the live session over them, what stands, what is undone.
import { keyOf } from "../suspected.js";
import { GoujiError, form, open } from "../index.js";

export const isFilled = (value) => value !== null && value !== undefined && String(value).trim() !== "";

export class Draft {
  /** `report`: what is known beforehand; `options`: those of the core. Throws where the year has no form. */
  constructor(report, options) {
    this.form = form(report.year);
    this.options = options;
    const { cells, ...rest } = report;
    for (const key of Object.keys(rest)) if (rest[key] === undefined) delete rest[key];
    this.rest = rest;
    this.sections = Object.assign({}, rest.sections);
    this.explanations = Object.assign({}, rest.explanations);
    this.values = flat(cells, "", new Map());
    this.session = null;
    /** `rule@at` to state and difference. */
    this.relations = new Map();
    this.steps = [];
    this.undone = [];
    this.open();
  }

  open() {
    this.close();
    this.relations = new Map();
    this.ask((session) => this.note(session.relations()));
  }

  close() {
    if (this.session !== null) this.session.close();
    this.session = null;
  }

  /** The report as it is handed in: blanks are left out, whatever else was given is kept. */
  report() {
    const cells = {};
    for (const [cell, value] of this.values) if (isFilled(value)) define(cells, cell, value);
    const report = Object.assign({}, this.rest, { cells });
    // A section that was begun and emptied is given as empty: it was asked for.
    if (Object.keys(this.sections).length > 0) report.sections = Object.assign({}, this.sections);
    else delete report.sections;
    if (Object.keys(this.explanations).length > 0) report.explanations = Object.assign({}, this.explanations);
    else delete report.explanations;
    return report;
  }

  textOf(cell) {
    const value = this.values.get(cell);
    return value === null || value === undefined ? "" : String(value);
  }

  filledCount() {
    return this.form.cells.filter(({ id }) => isFilled(this.values.get(id))).length;
  }

  /** One call of the session; where the core fails, the next call starts over the same figures. */
  ask(question) {
    try {
      if (this.session === null) this.session = open(this.report(), this.options);
      return question(this.session);
    } catch (error) {
      if (error instanceof GoujiError && error.code === "repair-missing") throw error;
      this.session = null;
      throw error;
    }
  }

  note(states) {
    for (const state of states) this.relations.set(keyOf(state), state);
  }

  /** Writes cells as typed, without a step to take back. */
  write(entries) {
    for (const [cell, text] of entries) {
      this.values.set(cell, text);
      this.ask((session) => this.note(session.set(cell, text).relations));
    }
  }

  /** Writes cells in one step that can be taken back. What is typed into one cell piece by piece is one step, too. */
  change(entries, typing) {
    const last = this.steps[this.steps.length - 1];
    const isSame = typing && last !== undefined && last.typing && last.changes[0].cell === entries[0][0];
    if (isSame) last.changes[0].after = entries[0][1];
    else {
      const changes = entries.map(([cell, after]) => ({ cell, before: this.textOf(cell), after })).filter(({ before, after }) => before !== after);
      if (changes.length === 0) return [];
      this.steps.push({ changes, typing });
    }
    this.undone = [];
    this.write(entries);
    return entries.map(([cell]) => cell);
  }

  /** What is typed next is another step. */
  settle() {
    const last = this.steps[this.steps.length - 1];
    if (last !== undefined) last.typing = false;
  }

  undo() {
    return this.move(this.steps, this.undone, "before");
  }

  redo() {
    return this.move(this.undone, this.steps, "after");
  }

  move(from, to, side) {
    const step = from.pop();
    if (step === undefined) return null;
    step.typing = false;
    to.push(step);
    this.write(step.changes.map((change) => [change.cell, change[side]]));
    return step.changes.map(({ cell }) => cell);
  }

  explain(name, text) {
    if (text.trim() === "") delete this.explanations[name];
    else this.explanations[name] = text;
    this.ask((session) => session.explain(name, text.trim() === "" ? null : text));
  }

  writeSection(key, text) {
    this.sections[key] = text;
    // The session takes figures only, so it is opened anew, when it is asked next.
    this.close();
  }

  findings(whole) {
    return this.ask((session) => session.findings({ whole }));
  }

  /** What would mend the report, or null where that cannot be said: `gouji/repair` is not on the page. */
  repairs() {
    try {
      return this.ask((session) => session.answer({ repairs: true }));
    } catch (error) {
      if (error instanceof GoujiError && error.code === "repair-missing") return null;
      throw error;
    }
  }
}

/** Cells may come nested, as form libraries make them. */
function flat(cells, above, into) {
  if (typeof cells !== "object" || cells === null) return into;
  for (const key of Object.keys(cells)) {
    const value = cells[key];
    if (typeof value === "object" && value !== null) flat(value, above + key + ".", into);
    else if (value !== null && value !== undefined) into.set(above + key, typeof value === "number" ? String(value) : value);
  }
  return into;
}

// "__proto__" is a key like any other in what a page hands over.
function define(object, key, value) {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
