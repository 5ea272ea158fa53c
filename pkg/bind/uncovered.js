// What is told to whoever makes the page, once: that nothing in the form is known, or not all of it. Rows may come
// at any time, so that it is told when the form is asked whether it may go, or when somebody types a figure into a field
// that is none of ours.
import { isControl, isHidden, isOwn } from "./fields.js";

/** So many are named; coverage() lists all. */
const MOST = 5;

export class Uncovered {
  constructor(fields, year) {
    this.fields = fields;
    this.year = year;
    this.isTold = false;
  }

  /** Typed into a field that holds no cell: a figure, as far as one can see; a year and a telephone number are none. */
  typed(field) {
    if (this.isTold || !isControl(field) || isOwn(field)) return;
    if (/^\s*[0-9\uff10-\uff19]{1,5}\s*$/.test(field.value) && field.value.trim() !== String(this.year)) this.tell();
  }

  tell() {
    if (this.isTold) return;
    const { found, missing, unknown, twice, elements, doubtful } = this.fields;
    const said = [];
    if (found.size === 0) {
      said.push('No field of this form is known as a cell of the report, so nothing is checked. Name each in options.fields, { "requests.received.natural": "name or selector of the field" }, or in the page by data-gouji-cell.');
    }
    const named = missing.filter(({ cell }) => !found.has(cell) || elements.has(cell)).map(({ cell, wanted }) => cell + (typeof wanted === "string" ? ": " + JSON.stringify(wanted) : ""));
    if (named.length > 0) said.push("Named in options.fields or data-gouji-cell, but no field of this form: " + list(named) + ".");
    if (unknown.length > 0) said.push("No cell of the form of " + this.year + ": " + list(unknown.map(({ cell }) => cell)) + ".");
    const doubled = [...new Set(twice.map(({ cell }) => cell))].filter((cell) => !elements.has(cell));
    if (doubled.length > 0) said.push("Several fields could hold the cell, so none of them is checked (coverage().twice): " + list(doubled) + ".");
    const unsure = doubtful.filter((field) => !isHidden(field) && !field.readOnly);
    if (found.size > 0 && unsure.length > 0) said.push("In a table of the report, but not sure which cells they are, so not checked (coverage().unsure): " + list(unsure.map((field) => field.name || field.id || "a field without name")) + ".");
    if (said.length === 0) return;
    this.isTold = true;
    console.warn("gouji/bind: " + said.join(" ") + " binding.coverage() says what is known, form(" + this.year + ").cells lists the cells with their names.");
  }
}

const list = (names) => names.slice(0, MOST).join(", ") + (names.length > MOST ? " and " + (names.length - MOST) + " more" : "");
