// Blocks and whole tables from Excel, Word, WPS or a page: read, shown, and filled in once they are taken.
import { gridsOf } from "./clipboard.js";
import { place } from "./placing.js";
import { Preview } from "./preview.js";

export class Pasting {
  constructor(filling) {
    this.filling = filling;
    this.start = null;
    this.preview = new Preview({ take: (entries) => this.take(entries), leave: () => this.leave() });
    this.root = this.preview.root;
    const { root } = filling.sheet;
    root.addEventListener("paste", (event) => this.paste(event));
    root.addEventListener("copy", (event) => this.copy(event, false));
    root.addEventListener("cut", (event) => this.copy(event, true));
  }

  /** A single figure goes where the browser puts it. */
  paste(event) {
    const cell = event.target.getAttribute("data-cell");
    if (cell === null || !this.filling.isWritable() || event.clipboardData === null) return;
    const html = event.clipboardData.getData("text/html");
    const text = event.clipboardData.getData("text/plain").replace(/[\r\n]+$/, "");
    if (!/[\t\r\n]/.test(text) && !/<t[dh]\b[\s\S]*<t[dh]\b/i.test(html)) return;
    event.preventDefault();
    this.start = cell;
    this.read(html, text);
  }

  copy(event, isCut) {
    const { selection, draft } = this.filling;
    if (!selection.isRange() || event.clipboardData === null) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", selection.text(draft));
    if (isCut) this.filling.clear();
  }

  /** A place to paste into, from the button. */
  ask() {
    this.start = this.filling.lastCell;
    this.preview.ask(this.filling.speech, (data) => {
      if (data !== null) this.read(data.getData("text/html"), data.getData("text/plain").replace(/[\r\n]+$/, ""));
    });
  }

  read(html, text) {
    const { filling } = this;
    filling.attempt(() => {
      this.found = this.byReader(html, text) || place(gridsOf(html, text), filling.rows, this.start);
      this.preview.show(this.found, filling.draft, filling.speech);
    });
  }

  /** Where the page has given a reader of documents (`gouji/read`), it reads what has labels; a bare block has none. */
  byReader(html, text) {
    const { reader, draft, rows, speech } = this.filling;
    if (reader === null) return null;
    const { report, findings, unreadable } = reader(/<table\b/i.test(html) ? html : text, { year: draft.form.year, language: speech.language });
    if (unreadable !== null || report === null) return null;
    const cells = report.cells || {};
    const placed = rows.map((row) => ({ row, cells: row.cells.filter((cell) => cells[cell] !== undefined).map((cell) => ({ cell, text: cells[cell] === null ? "" : String(cells[cell]) })) }))
      .filter((one) => one.cells.length > 0);
    if (placed.length === 0) return null;
    const known = new Set(draft.form.cells.map(({ id }) => id));
    const others = Object.keys(cells).filter((cell) => !known.has(cell)).map((cell) => ({ text: cell + " " + cells[cell], reason: "labelUnknown", expected: 0 }));
    return { placed, unplaced: others, remarks: findings.map(({ message }) => message) };
  }

  take(entries) {
    const { filling, found } = this;
    const { speech } = filling;
    const left = found.unplaced.length;
    filling.changeAtOnce(entries, "undo-paste", speech.say(left > 0 ? "pastedPart" : "pasted", { count: entries.length, left }));
    filling.sheet.focus(entries[0][0]);
  }

  leave() {
    const cell = this.start;
    if (cell !== null) this.filling.sheet.focus(cell);
    else this.filling.bar.tools.querySelector('[data-do="paste"]').focus();
  }
}
