// The one report being written: the figures as typed, the live session over them, and the steps that led here.

import { History } from "./history.js";

const empty = () => ({ cells: {}, explanations: {} });
const filled = (value) => value !== null && value !== undefined && String(value).trim() !== "";
/** The name of a finding: unique in an answer. */
export const nameOf = ({ rule, at }) => (at === "" ? rule : `${rule}@${at}`);

/**
 * Events: "open" (another form or report: draw anew), "figures" (detail: the cells written),
 * "findings" (what stands may have changed), "repairs" (what would mend it was asked for), "fault" (the engine failed; the figures are kept).
 */
export class Draft extends EventTarget {
  #engine;
  #canMend = false;
  #session = null;
  #report = empty();
  #history = new History();

  language;
  form = null;
  /** Every figure typed, of both layouts: a cell that the form does not show is kept aside. */
  values = new Map();
  /** `rule@at` → state and difference. */
  relations = new Map();
  findings = [];
  /** What would mend the draft: `repairs`, `complete`, `more`, `lookUp`. Null while no error stands, and from an edit until it is asked for again. */
  repairs = null;
  whole = false;
  /** Last year's report beside this one, or null. */
  previous = null;

  constructor(engine, language) {
    super();
    this.#engine = engine;
    this.language = language;
  }

  get report() { return this.#report; }
  /** The step made last: `go` to the one before takes it back. Null for none. */
  get step() { return this.#history.step; }
  stepBefore(step = this.step) { return this.#history.before(step); }
  stepAfter(step = this.step) { return this.#history.after(step); }
  get hasFigures() { return [...this.values.values()].some(filled); }
  /** Figures that this year's form has no cell for. */
  get aside() {
    const shown = new Set(this.form.cells.map(({ id }) => id));
    return Object.fromEntries([...this.values].filter(([cell, value]) => !shown.has(cell) && filled(value)));
  }
  get filledCells() { return this.form.cells.filter(({ id }) => filled(this.values.get(id))).length; }

  /** Take a whole report: an example, a file, an empty form; and last year's with it, where one is given. */
  take(report, previous) {
    const { cells, ...rest } = report;
    this.#report = { ...empty(), ...rest };
    this.values = new Map(Object.entries({ ...rest.meta?.aside, ...flat(cells) }));
    this.whole = false;
    if (previous !== undefined) this.previous = previous;
    this.#made();
    this.#open();
  }

  /** Add the cells of a report to those that are there; what the draft says of itself stays, where it says something. */
  add({ cells, ...rest }) {
    const added = Object.entries(flat(cells)).filter(([, value]) => filled(value));
    const odd = [this.#report.meta?.odd ?? [], rest.meta?.odd ?? []].flat();
    this.#report = { ...rest, ...this.#report, year: rest.year, ...(this.#report.body ? {} : { body: rest.body }) };
    if (odd.length > 0) this.#report.meta = { ...this.#report.meta, odd };
    if (rest.layouts) this.#report.layouts = { ...this.#report.layouts, ...rest.layouts };
    this.values = new Map([...this.values, ...added]);
    this.#made();
    this.#open();
  }

  /** Change what the report says of itself (year, level, kind, body); the figures stay. */
  refile(changes) {
    const yearChanged = changes.year !== undefined && changes.year !== this.#report.year;
    this.#report = { ...this.#report, ...changes };
    if (yearChanged) delete this.#report.layouts;
    this.#made(changes.body === undefined ? null : "body");
    if (Object.keys(changes).join() === "body") this.#changed();
    else this.#open();
  }

  /** Put last year's report beside this one (null: away with it). */
  beside(previous) {
    this.previous = previous && { ...previous, cells: flat(previous.cells) };
    this.#made();
    this.#open();
  }

  speak(language) {
    this.language = language;
    this.#open();
  }

  /** What cells hold, as typed. */
  held(cells) { return cells.map((cell) => [cell, this.values.get(cell) ?? ""]); }

  /** Write cells as typed, in one step; what is typed into one field piece by piece is one step, too. */
  write(entries, field = null) {
    this.#put(entries);
    this.#made(field);
    this.#wrote(entries);
  }

  /** What is typed next is another step. */
  settle() { this.#history.settle(); }

  explain(finding, text) {
    const given = text.trim() === "" ? null : text;
    if (given === null) delete this.#report.explanations[finding];
    else this.#report.explanations[finding] = given;
    this.#ask((session) => session.explain(finding, given));
    this.#made();
  }

  /** What was odd about the documents that the figures came from, as far as nobody has dealt with it. */
  keepOdd(entries) {
    const { odd: _, ...meta } = this.#report.meta ?? {};
    this.#report.meta = entries.length > 0 ? { ...meta, odd: entries } : meta;
    this.#made();
    this.#changed();
  }

  /** Ask what stands now; with `whole`, also what is asked only at submission. */
  look() {
    this.#ask((session) => { this.findings = session.findings({ whole: this.whole }); });
    this.#changed();
  }

  /** From now on repairs can be asked for. */
  mend() {
    this.#canMend = true;
    this.seek();
  }

  /** Ask what would mend the draft. It may take some milliseconds: not for the path of a key stroke. */
  seek() {
    this.repairs = null;
    if (this.#canMend && this.findings.some(({ severity }) => severity === "error")) {
      this.#ask((session) => {
        const { repairs, repairsComplete: complete, moreRepairs: more, lookUp } = session.answer({ repairs: true });
        this.repairs = { repairs, complete, more, lookUp };
      });
    }
    this.dispatchEvent(new Event("repairs"));
  }

  /**
   * Make the changes of a repair, with `only` those of these cells; gives what they held, null where it is not offered
   * any more. It may have been asked for anew since it was drawn: what it says counts, not which object says it.
   */
  apply(repair, only = null) {
    const asDrawn = JSON.stringify(repair);
    const offered = this.repairs?.repairs.find((one) => JSON.stringify(one) === asDrawn);
    if (!offered) return null;
    let before = null;
    this.#ask((session) => {
      const edits = only === null ? session.apply(offered) : offered.changes.filter(({ cell, to }) => to !== null && only.includes(cell));
      if (only !== null) for (const { cell, to } of edits) session.set(cell, String(to));
      before = this.held(edits.map(({ cell }) => cell));
      for (const { cell, to } of edits) this.values.set(cell, String(to));
      this.#note(session.relations());
    });
    this.repairs = null;
    if (before) {
      this.#made();
      this.#wrote(before);
    }
    return before;
  }

  /** What is saved to a file. Figures of the other layout travel in `meta`, which the engine ignores. */
  written() {
    const cells = {};
    for (const { id } of this.form.cells) if (filled(this.values.get(id))) cells[id] = this.values.get(id);
    const { meta, ...rest } = this.#report;
    const { aside: _, ...others } = meta ?? {};
    const aside = this.aside;
    const full = { ...others, ...(Object.keys(aside).length > 0 ? { aside } : {}) };
    return { ...rest, cells, ...(Object.keys(full).length > 0 ? { meta: full } : {}) };
  }

  /** Go to a step. Gives the cells that hold something else now; null where there is no such step. */
  go(step) {
    const state = this.#history.go(step);
    if (!state) return null;
    const { report, values, previous } = state;
    const all = new Set([...values.keys(), ...this.values.keys()]);
    const entries = [...all].map((cell) => [cell, values.get(cell) ?? ""]).filter(([cell, text]) => text !== (this.values.get(cell) ?? ""));
    if (previous === this.previous && JSON.stringify(report) === JSON.stringify(this.#report)) {
      this.#put(entries);
      this.#wrote(entries);
    } else {
      this.values = new Map(values);
      this.previous = previous;
      this.#report = { ...report, explanations: { ...report.explanations } };
      this.#open();
    }
    return entries.map(([cell]) => cell);
  }

  /** An empty form of a year; nothing of what was typed or done remains. */
  forget(year) {
    this.#history = new History();
    this.take({ year, cells: {} }, null);
  }

  /** A step was made. */
  #made(field = null) {
    const state = { report: { ...this.#report, explanations: { ...this.#report.explanations } }, values: new Map(this.values), previous: this.previous };
    this.#history.record(state, field);
  }

  #put(entries) {
    this.repairs = null;
    for (const [cell, text] of entries) {
      this.values.set(cell, text);
      this.#ask((session) => this.#note(session.set(cell, text).relations));
    }
  }

  #wrote(entries) { this.dispatchEvent(new CustomEvent("figures", { detail: entries.map(([cell]) => cell) })); }

  #open() {
    this.#session?.close();
    this.#session = null;
    this.form = formOf(this.#engine, this.#report);
    this.relations = new Map();
    this.findings = [];
    this.repairs = null;
    this.#ask((session) => this.#note(session.relations()));
    this.dispatchEvent(new Event("open"));
    this.look();
  }

  #note(states) { for (const state of states) this.relations.set(nameOf(state), state); }

  /** One call of the session; after a fault the next call opens a new one over the same figures. */
  #ask(question) {
    try {
      this.#session ??= this.#engine.open(this.written(), { language: this.language, ...(this.previous ? { previous: this.previous } : {}) });
      question(this.#session);
    } catch (fault) {
      this.#session = null;
      console.error(fault);
      this.dispatchEvent(new CustomEvent("fault", { detail: fault }));
    }
  }

  #changed() { this.dispatchEvent(new Event("findings")); }
}

/** Cells may come nested, as form libraries make them. */
function flat(cells, prefix = "", into = {}) {
  for (const [key, value] of Object.entries(cells ?? {})) {
    const id = prefix + key;
    if (value !== null && typeof value === "object") flat(value, `${id}.`, into);
    else if (value !== null && value !== undefined) into[id] = String(value);
  }
  return into;
}

/** The form of a report's year; where the report says that a table has the other layout, that year's table. */
export function formOf(engine, { year, layouts }) {
  const form = engine.form(year);
  const tables = form.tables.map((table) => {
    const asked = layouts?.[table.id];
    if (!asked || asked === table.layout) return table;
    const other = engine.years().map(engine.form).find((one) => one.layouts[table.id] === asked);
    return other?.tables.find(({ id }) => id === table.id) ?? table;
  });
  if (tables.every((table, index) => table === form.tables[index])) return form;
  const known = new Map(engine.years().flatMap((one) => engine.form(one).cells).map((cell) => [cell.id, cell]));
  const cells = tables.flatMap((table) => table.rows.flat().filter(({ cell }) => cell).map(({ cell }) => known.get(cell)));
  return { ...form, tables, cells };
}
