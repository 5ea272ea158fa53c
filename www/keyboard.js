// Moving and pasting as in a spreadsheet.

import { valueRows } from "./grid.js";

const placeholders = new Set(["无", "不适用", "/", "—", "-"]);

/** A label rather than a figure: words, or "1." with words after it. */
const isLabel = (text) => /\p{Script=Han}/u.test(text) && !placeholders.has(text) && (!/^[+\-−－]?[\d０-９]/.test(text) || /^[\d０-９]+[.．、]\s*\D/.test(text));

/**
 * A pasted block as rows of figures. Labels that were copied along are left out,
 * and so are rows that hold nothing but labels.
 */
export function figuresOf(text) {
  const rows = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").map((line) => line.split("\t").map((part) => part.trim()));
  return rows.map((row) => row.slice(row.reduce((last, part, index) => (isLabel(part) ? index : last), -1) + 1)).filter((row, index) => row.length > 0 || rows[index].length === 0);
}

export class Keyboard {
  #form;
  #rows = [];
  #before = new Map();

  /** `handlers`: restore(cell, text), paste(entries, over), explain(cell), offer(cell), move(again). */
  constructor(root, form, handlers) {
    this.#form = form;
    root.addEventListener("keydown", (event) => this.#key(event, handlers));
    root.ownerDocument.addEventListener("keydown", (event) => this.#move(event, handlers));
    // Undo by the browser's own menu, or by shaking the phone.
    root.addEventListener("beforeinput", (event) => {
      if (!event.target.dataset?.cell || !/^history(Undo|Redo)$/.test(event.inputType)) return;
      event.preventDefault();
      handlers.move(event.inputType === "historyRedo");
    });
    root.addEventListener("paste", (event) => this.#paste(event, handlers));
    root.addEventListener("focusin", ({ target }) => { if (target.dataset?.cell) this.#before.set(target, target.value); });
  }

  follow(form) { this.#rows = form.tables.flatMap((table) => valueRows(table).map((cells) => ({ table: table.id, cells }))); }

  #find(cell) {
    for (let row = 0; row < this.#rows.length; row += 1) {
      const column = this.#rows[row].cells.indexOf(cell);
      if (column >= 0) return { row, column };
    }
    return null;
  }

  #go(cell, down, across) {
    const { row, column } = this.#find(cell);
    const cells = this.#rows[row + down]?.cells;
    if (!cells) return false;
    const next = down === 0 ? cells[column + across] : cells[Math.min(column, cells.length - 1)];
    if (!next) return false;
    const input = this.#form.inputs.get(next);
    input.focus({ preventScroll: true });
    input.closest("td").scrollIntoView({ block: "nearest", inline: "nearest" });
    return true;
  }

  #key(event, handlers) {
    const input = event.target;
    const cell = input.dataset?.cell;
    if (!cell || event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      const asked = { Enter: handlers.explain, ArrowDown: handlers.offer }[event.key];
      if (asked?.(cell)) event.preventDefault();
      return;
    }
    const start = input.selectionStart === 0;
    const end = input.selectionEnd === input.value.length;
    const moved = {
      ArrowUp: () => this.#go(cell, -1, 0),
      ArrowDown: () => this.#go(cell, 1, 0),
      Enter: () => this.#go(cell, event.shiftKey ? -1 : 1, 0),
      ArrowLeft: () => !event.shiftKey && start && (end || input.selectionEnd === 0) && this.#go(cell, 0, -1),
      ArrowRight: () => !event.shiftKey && end && (start || input.selectionStart === input.value.length) && this.#go(cell, 0, 1),
      Escape: () => this.#restore(input, cell, handlers),
    }[event.key];
    if (moved?.()) event.preventDefault();
  }

  /** Ctrl+Z and Ctrl+Y everywhere but in fields for words, which the browser takes back. */
  #move(event, handlers) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const again = key === "y" || (key === "z" && event.shiftKey);
    const { dataset, localName } = event.target;
    const isText = localName === "textarea" || localName === "input" && !dataset.cell;
    if (!again && key !== "z" || isText || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    handlers.move(again);
  }

  #restore(input, cell, handlers) {
    const before = this.#before.get(input);
    if (before === undefined || before === input.value) return false;
    handlers.restore(cell, before);
    input.select();
    return true;
  }

  #paste(event, handlers) {
    const cell = event.target.dataset?.cell;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    // A table with its headings finds its own place, wherever it is pasted.
    if (event.defaultPrevented || !cell || !/[\t\n\r]/.test(text.replace(/[\r\n]+$/, ""))) return;
    event.preventDefault();
    const { row, column } = this.#find(cell);
    const { table } = this.#rows[row];
    const entries = [];
    let over = 0;
    figuresOf(text).forEach((figures, down) => figures.forEach((figure, across) => {
      const line = this.#rows[row + down];
      const into = line?.table === table ? line.cells[column + across] : undefined;
      if (into) entries.push([into, figure]);
      else if (figure !== "") over += 1;
    }));
    handlers.paste(entries, over);
  }
}
