// Somebody else's form, followed by one live session: the whole report is evaluated once, outside of the form, and
// each field is told only what it has to show. A change of one figure reaches every field whose findings it changes.
import { form, open, ready, GoujiError } from "./index.js";
import { cellPath } from "./cell-path.js";
import { isObject } from "./report.js";
import { suspected } from "./suspected.js";

const NOTHING = /*@__PURE__*/ Object.freeze({ errors: [], warnings: [], notices: [] });
const KINDS = { error: "errors", warning: "warnings", notice: "notices" };

/**
 * `read()` gives the figures of the form as they are now, flat or nested; `show(cell, standing, values)` lets the form
 * show what stands at a cell. `options`: the year, what else is known of the report, what `open` takes.
 */
export class Following {
  constructor(read, show, options, name) {
    if (!isObject(options)) throw new TypeError(name + ": the options must be an object with the year");
    const { year, report = {}, unavailable = null, ...chosen } = options;
    if (!isObject(report)) throw new TypeError(name + ": options.report must be an object");
    this.read = read;
    this.show = show;
    this.isWhole = false;
    this.isClosed = false;
    this.unavailable = null;
    this.standing = new Map();
    this.elsewhere = [];
    this.found = [];
    this.session = null;
    const start = () => {
      if (this.isClosed) return;
      this.form = form(year);
      this.typed = new Map();
      this.session = open({ ...report, year }, chosen);
      this.update();
    };
    // The form must still work where the check cannot.
    const refuse = (error) => {
      if (!(error instanceof GoujiError)) throw error;
      this.unavailable = error;
      if (unavailable === null) console.warn(String(error));
      else unavailable(error);
    };
    try {
      start();
    } catch (error) {
      // An old browser starts WebAssembly only asynchronously.
      if (error instanceof GoujiError && error.code === "not-ready") ready().then(start).catch(refuse);
      else refuse(error);
    }
  }

  /** Takes over what has changed in the form, and shows what that changes. */
  update() {
    if (this.session === null) return;
    const values = this.read();
    const edited = [];
    let isChanged = this.isWhole;
    for (const { id } of this.form.cells) {
      const value = valueAt(values, id);
      if (this.typed.has(id) && same(this.typed.get(id), value)) continue;
      this.typed.set(id, value);
      const { appeared, resolved } = this.session.set(id, value);
      if (appeared.length > 0 || resolved.length > 0) isChanged = true;
      edited.push(id);
    }
    if (edited.length > 0) this.tell(isChanged ? this.session.findings({ whole: this.isWhole }) : this.found, values, edited);
  }

  /** Shows the findings at their cells: at those where they differ from before, and at those just edited. */
  tell(findings, values, edited) {
    this.found = findings;
    const before = this.standing;
    const now = new Map();
    this.elsewhere = [];
    for (const finding of findings) {
      // An explanation answers a warning.
      if (finding.explained !== null) continue;
      const cell = this.cellOf(finding);
      if (cell === null) {
        this.elsewhere.push(finding);
        continue;
      }
      if (!now.has(cell)) now.set(cell, { errors: [], warnings: [], notices: [] });
      now.get(cell)[KINDS[finding.severity]].push(finding);
    }
    this.standing = now;
    const differ = new Set(edited);
    for (const cell of [...before.keys(), ...now.keys()]) if (words(before.get(cell)) !== words(now.get(cell))) differ.add(cell);
    for (const cell of differ) this.show(cell, this.at(cell), values);
  }

  cellOf(finding) {
    const anchor = suspected(finding, this.found);
    if (anchor !== null) return anchor;
    if (finding.rule !== "table-missing") return null;
    return this.form.cells.find(({ table }) => table === finding.at).id;
  }

  /** Shows all again, to a form that could not take it yet. */
  refresh() {
    if (this.session !== null) this.tell(this.found, this.read(), [...this.standing.keys()]);
  }

  at(cell) {
    return this.standing.get(cell) || NOTHING;
  }

  /** Asks what is asked only at submission, too; from then on while typing as well. */
  validate() {
    this.isWhole = true;
    if (this.session === null) return { ok: true, findings: [], elsewhere: [], first: null, unavailable: this.unavailable };
    this.update();
    const values = this.read();
    this.tell(this.session.findings({ whole: true }), values, []);
    const faulty = this.form.cells.find(({ id }) => this.at(id).errors.length > 0);
    return {
      ok: faulty === undefined && !this.elsewhere.some(({ severity }) => severity === "error"),
      findings: this.found,
      elsewhere: this.elsewhere,
      first: faulty === undefined ? null : faulty.id,
      unavailable: null,
    };
  }

  explain(finding, text) {
    if (this.session === null) return;
    this.session.explain(finding, text);
    this.tell(this.session.findings({ whole: this.isWhole }), this.read(), []);
  }

  /** Takes back all that is shown. */
  close() {
    this.isClosed = true;
    if (this.session === null) return;
    const values = this.read();
    const shown = [...this.standing.keys()];
    this.standing = new Map();
    for (const cell of shown) this.show(cell, NOTHING, values);
    this.session.close();
    this.session = null;
  }
}

/** What every adapter gives: the methods alone. `end`: what else has to be taken back. */
export function face(following, end = () => {}) {
  return {
    update: () => following.update(),
    validate: () => following.validate(),
    at: (cell) => following.at(cell),
    findings: () => following.found,
    explain: (finding, text) => following.explain(finding, text),
    close() {
      following.close();
      end();
    },
  };
}

const messages = (findings) => findings.map(({ message }) => message);
const words = (standing) => (standing === undefined ? "" : JSON.stringify([standing.errors, standing.warnings, standing.notices].map(messages)));

const isBlank = (value) => value === undefined || value === null || value === "";
const same = (one, other) => one === other || (isBlank(one) && isBlank(other)) || (one !== one && other !== other);

function valueAt(values, id) {
  let value = values;
  for (const key of cellPath(values, id)) {
    if (!isObject(value)) return undefined;
    value = value[key];
  }
  return isObject(value) ? undefined : value;
}
