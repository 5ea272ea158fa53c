// Somebody else's form, followed by one live session: the whole report is evaluated once, outside of the form, and
// each field is told only what it has to show. A change of one figure reaches every field whose findings it changes.
import { form, open, ready, GoujiError } from "./index.js";
import { cellPath } from "./cell-path.js";
import { FollowingSummary } from "./following-summary.js";
import { Press } from "./press.js";
import { restsOnNothing } from "./part.js";
import { isObject } from "./report.js";
import { suspected } from "./suspected.js";

const NOTHING = /*@__PURE__*/ Object.freeze({ errors: [], warnings: [], notices: [] });
const KINDS = { error: "errors", warning: "warnings", notice: "notices" };

/**
 * `read()` gives the figures of the form as they are now, flat or nested; `show(cell, standing, values)` lets the form
 * show what stands at a cell; `write(cell, figure)` writes what somebody has taken, `go(cell)` leads to a field,
 * `has(cell)` says whether the form has one for it.
 * `options`: the year, what else is known of the report, a place for the summary, what `open` takes.
 */
export class Following {
  constructor({ read, show, write, go, has = () => true }, options, name) {
    if (!isObject(options)) throw new TypeError(name + ": the options must be an object with the year");
    const { year, report = {}, unavailable = null, summary = null, explain = true, ...chosen } = options;
    if (!isObject(report)) throw new TypeError(name + ": options.report must be an object");
    this.read = read;
    this.show = show;
    this.write = write;
    this.has = has;
    this.known = { ...report, year };
    this.blank = chosen.blank;
    this.isWhole = false;
    this.isClosed = false;
    this.unavailable = null;
    this.standing = new Map();
    this.elsewhere = [];
    this.found = [];
    this.session = null;
    // What is drawn waits for the end of a press. Where a page is made on the server, there is nobody to press.
    this.press = typeof document === "undefined" ? null : new Press(document);
    this.unshown = new Set();
    this.showing = () => this.showAll();
    this.summary = summary === null ? null : new FollowingSummary(this, { place: summary, isExplaining: explain, language: chosen.language || "zh", go });
    const start = () => {
      if (this.isClosed) return;
      this.form = form(year);
      this.typed = new Map();
      this.session = open(this.known, chosen);
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
    this.found = findings.filter((finding) => this.isHere(finding));
    const before = this.standing;
    const now = new Map();
    this.elsewhere = [];
    for (const finding of this.found) {
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
    for (const cell of edited) this.unshown.add(cell);
    for (const cell of [...before.keys(), ...now.keys()]) if (words(before.get(cell)) !== words(now.get(cell))) this.unshown.add(cell);
    this.values = values;
    this.afterPress(this.showing);
    if (this.summary !== null) this.summary.follow();
  }

  showAll() {
    const cells = [...this.unshown];
    this.unshown.clear();
    for (const cell of cells) this.show(cell, this.at(cell), this.values);
  }

  afterPress(work) {
    if (this.press === null) work();
    else this.press.after(work);
  }

  /** A form of a part of the report is asked for its own cells alone. */
  isHere({ rule, at, cells }) {
    if (restsOnNothing({ rule, cells }, this.form, this.blank, (cell) => this.isKnown(cell))) return false;
    if (rule === "table-missing") return this.firstOf(at) !== undefined;
    return cells.length === 0 || cells.some(({ cell, previous }) => !previous && this.has(cell));
  }

  isKnown(cell) {
    return this.has(cell) || !isBlank(this.session.get(cell));
  }

  firstOf(wanted) {
    return this.form.cells.find(({ id, table }) => table === wanted && this.has(id));
  }

  cellOf(finding) {
    const anchor = suspected(finding, this.found, this.has);
    if (anchor !== null) return anchor;
    return finding.rule === "table-missing" ? this.firstOf(finding.at).id : null;
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
    if (this.session === null) return { ok: true, findings: [], elsewhere: [], unexplained: [], first: null, unavailable: this.unavailable };
    this.update();
    const values = this.read();
    this.tell(this.session.findings({ whole: true }), values, []);
    const faulty = this.form.cells.find(({ id }) => this.at(id).errors.length > 0);
    const unexplained = this.unexplained();
    // A field that is wrong gets the focus from its library; where there is none, the summary has it.
    if (this.summary !== null) this.summary.present(faulty === undefined && (unexplained.length > 0 || this.elsewhere.some(isError)));
    return {
      ok: faulty === undefined && !this.elsewhere.some(isError) && unexplained.length === 0,
      findings: this.found,
      elsewhere: this.elsewhere,
      unexplained,
      first: faulty === undefined ? null : faulty.id,
      unavailable: null,
    };
  }

  explain(finding, text) {
    if (this.session === null) return;
    this.session.explain(finding, text);
    this.tell(this.session.findings({ whole: this.isWhole }), this.read(), []);
  }

  /** The warnings that hold the form until they are explained. */
  unexplained() {
    return this.summary === null ? [] : this.summary.unexplained();
  }

  repairs() {
    return this.session === null ? [] : this.session.repairs();
  }

  /** Writes what a repair is sure of into the form. */
  apply({ changes }) {
    const values = this.read();
    // A form that holds numbers gets numbers, any other what would be typed.
    for (const { cell, to } of changes) if (to !== null) this.write(cell, typeof valueAt(values, cell) === "number" ? to : String(to));
    this.update();
  }

  /** The report as it stands in the form, whether it could be checked or not. */
  report() {
    return this.session === null ? { ...this.known, cells: this.read() } : this.session.report();
  }

  /** Takes back all that is shown. */
  close() {
    this.isClosed = true;
    if (this.summary !== null) this.summary.close();
    if (this.press !== null) this.press.close();
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
    repairs: () => following.repairs(),
    apply: (repair) => following.apply(repair),
    report: () => following.report(),
    close() {
      following.close();
      end();
    },
  };
}

const isError = ({ severity }) => severity === "error";
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
