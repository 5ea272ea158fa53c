// The share of the report that a form has: which of the findings and repairs are for whoever fills in this form.
import { restsOnNothing } from "../part.js";
import { isWritable } from "./fields.js";

export class Share {
  constructor({ fields, session, official, options }) {
    this.fields = fields;
    this.session = session;
    this.official = official;
    this.options = options;
  }

  has(cell) {
    return this.fields.elements.has(cell);
  }

  isBlank(cell) {
    const value = this.session.get(cell);
    return value === null || value === undefined || String(value).trim() === "";
  }

  /** Whether anything is known of a cell: it has a field, or had one, or the host has given its figure. */
  isKnown(cell) {
    return this.fields.found.has(cell) || !this.isBlank(cell);
  }

  /** Whether anything in this form can mend or explain it. */
  isHere({ rule, at, severity, cells }) {
    if (this.isBeyond({ rule, cells })) return false;
    // Of the whole form: what the host has handed over amiss is not for the clerk to mend.
    if (cells.length === 0) return rule === "report-all-zero" || severity === "notice" || (rule === "table-missing" && this.firstOf(at) !== null);
    // A cell that had a field is asked for also while its field is away, as behind a tab: its figure goes with the report.
    return cells.some(({ cell, previous }) => !previous && this.fields.found.has(cell));
  }

  isBeyond(finding) {
    return restsOnNothing(finding, this.official, this.options.check.blank, (cell) => this.isKnown(cell));
  }

  /** The first field of a table, of any with an empty name. */
  firstOf(table) {
    const cell = this.official.cells.find((one) => (table === "" || one.table === table) && this.has(one.id));
    return cell === undefined ? null : cell.id;
  }

  findings(choice) {
    return this.session.findings(choice).filter((one) => this.isHere(one));
  }

  /** The answer of this form: of a part of the report, about its own cells. */
  answer(choice) {
    const answer = this.session.answer(choice);
    const findings = answer.findings.filter((one) => this.isHere(one));
    const own = { ...answer, findings, ok: !findings.some(({ severity }) => severity === "error") };
    if (own.repairs !== undefined) own.repairs = this.fitting(own.repairs);
    return own;
  }

  /** The repairs that this form can carry out as a whole, and that mend nothing beyond it. */
  fitting(repairs) {
    if (this.session.findings().some((one) => one.severity === "error" && this.isBeyond(one))) return [];
    return repairs.filter(({ changes }) => changes.every(({ cell }) => {
      const field = this.fields.elements.get(cell);
      // What is written into a disabled field is not sent; a figure that is only shown, or computed, is the page's own.
      return field !== undefined && isWritable(field);
    }));
  }
}
