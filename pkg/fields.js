// The fields of a plain form by the cell that each holds.
import { writeValue } from "./bind/fields.js";
import { form } from "./index.js";

export class Fields {
  /** `names`: the cells of fields whose name is another than their cell's id. */
  constructor(element, year, names) {
    this.element = element;
    this.year = year;
    this.names = names || {};
    this.byCell = new Map();
    this.cells = new Map();
  }

  /** Looked up anew each time: a page may have drawn its rows again. */
  read() {
    if (this.known === undefined) this.known = new Set(form(this.year).cells.map(({ id }) => id));
    this.byCell.clear();
    this.cells.clear();
    const values = {};
    for (const field of this.element.elements) {
      const named = Object.prototype.hasOwnProperty.call(this.names, field.name) ? this.names[field.name] : field.name;
      const cell = field.getAttribute("data-gouji-cell") || named;
      if (!this.known.has(cell) || this.byCell.has(cell)) continue;
      this.byCell.set(cell, field);
      this.cells.set(field, cell);
      values[cell] = field.value;
    }
    return values;
  }

  write(cell, figure) {
    const field = this.byCell.get(cell);
    if (field !== undefined && !field.readOnly && !field.disabled) writeValue(field, figure);
  }

  go(cell) {
    const field = this.byCell.get(cell);
    if (field === undefined) return;
    field.scrollIntoView({ block: "center", inline: "nearest" });
    field.focus();
  }

  /** What a `Following` needs beside `show`. */
  hands() {
    return { read: () => this.read(), write: (cell, figure) => this.write(cell, figure), go: (cell) => this.go(cell), has: (cell) => this.byCell.has(cell) };
  }
}
