// A range of cells: chosen with Shift and the arrows or by drawing the mouse over it; its sum is told, it can be copied.

const NUMBER = /^-?\d+(\.\d+)?$/;

export class Selection {
  /** `changed(cells)`: the cells that are chosen, none while there is but one. */
  constructor(sheet, changed) {
    this.sheet = sheet;
    this.changed = changed;
    this.rows = [];
    this.anchor = null;
    this.last = null;
    this.cells = [];
    const { root } = sheet;
    root.addEventListener("mousedown", (event) => {
      const cell = cellAt(event.target);
      if (event.button !== 0 || cell === null) return;
      const focused = root.getRootNode().activeElement;
      const anchor = focused === null ? null : focused.getAttribute("data-cell");
      // The focus stays where the range begins.
      if (event.shiftKey && anchor !== null && this.extend(anchor, cell)) return event.preventDefault();
      this.clear();
      this.drawn = cell;
    });
    root.addEventListener("mouseover", (event) => {
      const cell = cellAt(event.target);
      if (cell === null || event.buttons !== 1 || !this.drawn || (cell === this.drawn && this.cells.length === 0)) return;
      if (this.extend(this.drawn, cell)) event.preventDefault();
    });
    root.addEventListener("mouseup", () => {
      this.drawn = null;
    });
    root.addEventListener("focusin", ({ target }) => {
      if (!this.cells.includes(target.getAttribute("data-cell"))) this.clear();
    });
  }

  follow(rows) {
    this.rows = rows;
    this.clear();
  }

  isRange() {
    return this.cells.length > 1;
  }

  /** Where a range that starts at a cell ends now. */
  end(cell) {
    return this.anchor === cell && this.last !== null ? this.last : cell;
  }

  /** Within one table; true where there is such a range. */
  extend(anchor, last) {
    const from = this.find(anchor);
    const to = this.find(last);
    if (from === null || to === null || this.rows[from.row].table !== this.rows[to.row].table) return false;
    const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
    const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
    this.anchor = anchor;
    this.last = last;
    this.show(this.rows.slice(top, bottom + 1).map(({ cells }) => cells.slice(left, right + 1)));
    return true;
  }

  clear() {
    const was = this.isRange();
    this.anchor = null;
    this.last = null;
    if (was || this.cells.length > 0) this.show([]);
    return was;
  }

  show(rows) {
    for (const cell of this.cells) this.box(cell, false);
    this.lines = rows;
    this.cells = [].concat(...rows);
    if (this.cells.length === 1) this.cells = [];
    for (const cell of this.cells) this.box(cell, true);
    this.changed(this.cells);
  }

  box(cell, isChosen) {
    const input = this.sheet.inputs.get(cell);
    if (input === undefined) return;
    if (isChosen) input.parentNode.setAttribute("data-chosen", "");
    else input.parentNode.removeAttribute("data-chosen");
  }

  find(cell) {
    for (let row = 0; row < this.rows.length; row += 1) {
      const column = this.rows[row].cells.indexOf(cell);
      if (column >= 0) return { row, column };
    }
    return null;
  }

  /** The chosen cells as a spreadsheet copies them. */
  text(draft) {
    return this.lines.map((cells) => cells.map((cell) => draft.textOf(cell).replace(/\s+/g, " ")).join("\t")).join("\n");
  }

  /** How many cells hold a figure and what these add up to, in the decimals they are written with. */
  sum(draft) {
    let count = 0;
    let hundredths = 0;
    for (const cell of this.cells) {
      const text = draft.textOf(cell).trim().normalize("NFKC").replace(/,(?=\d{3}(\D|$))/g, "");
      if (!NUMBER.test(text)) continue;
      count += 1;
      hundredths += Math.round(Number(text) * 10000);
    }
    return { count, sum: String(hundredths / 10000) };
  }
}

function cellAt(target) {
  const box = target.closest("td.value");
  return box === null ? null : box.firstChild.getAttribute("data-cell");
}
