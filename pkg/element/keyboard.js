// Moving as in a spreadsheet.

/** `rows`: those of grid.js. Cells are addressed by row and column of what can be filled in. */
export class Keyboard {
  /** `handlers`: take(cell), restore(cell), finding(cell), undo(), redo(), clear(). */
  constructor(sheet, selection, handlers) {
    this.sheet = sheet;
    this.selection = selection;
    this.handlers = handlers;
    this.rows = [];
    sheet.root.addEventListener("keydown", (event) => this.key(event));
  }

  follow(rows) {
    this.rows = rows;
  }

  find(cell) {
    for (let row = 0; row < this.rows.length; row += 1) {
      const column = this.rows[row].cells.indexOf(cell);
      if (column >= 0) return { row, column };
    }
    return null;
  }

  /** The cell at a row and a column, or the last of a shorter row. */
  at(row, column) {
    if (row < 0 || row >= this.rows.length || column < 0) return null;
    const { cells } = this.rows[row];
    return cells[Math.min(column, cells.length - 1)];
  }

  /** First and last row of the table that a row stands in. */
  table(row) {
    const { table } = this.rows[row];
    let [first, last] = [row, row];
    while (first > 0 && this.rows[first - 1].table === table) first -= 1;
    while (last < this.rows.length - 1 && this.rows[last + 1].table === table) last += 1;
    return { first, last };
  }

  go(cell) {
    if (cell === null) return false;
    const input = this.sheet.inputs.get(cell);
    input.focus({ preventScroll: true });
    input.parentNode.scrollIntoView({ block: "nearest", inline: "nearest" });
    return true;
  }

  key(event) {
    const input = event.target;
    const cell = input.getAttribute("data-cell");
    if (cell === null || event.isComposing) return;
    if (this.handle(event, input, cell)) event.preventDefault();
  }

  handle(event, input, cell) {
    const { handlers } = this;
    const isCommand = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.altKey) {
      if (key === "ArrowDown") return handlers.take(cell);
      return key === "Enter" && handlers.finding(cell);
    }
    if (isCommand && (key === "y" || (key === "z" && event.shiftKey))) return handlers.redo();
    if (isCommand && key === "z") return handlers.undo();
    if (key === "=" && input.value === "") return handlers.take(cell);
    if (key === "Escape") return this.selection.clear() || handlers.restore(cell);
    if ((key === "Delete" || key === "Backspace") && this.selection.isRange()) return handlers.clear();

    // In the middle of a text the arrows belong to the text.
    const isWhole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    const atStart = isWhole || (input.selectionEnd === 0 && !event.shiftKey);
    const atEnd = isWhole || (input.selectionStart === input.value.length && !event.shiftKey);
    const isExtending = event.shiftKey && key !== "Enter";
    const from = isExtending && isWhole ? this.selection.end(cell) : cell;
    const target = this.target(key, this.find(from), { isCommand, isWhole, atStart, atEnd, isShift: event.shiftKey });
    if (target === null) return false;
    if (!isExtending) return this.go(target);
    return isWhole && this.selection.extend(cell, target);
  }

  target(key, { row, column }, { isCommand, isWhole, atStart, atEnd, isShift }) {
    const { first, last } = this.table(row);
    const { length } = this.rows[row].cells;
    const across = (to) => (to >= 0 && to < length ? this.rows[row].cells[to] : null);
    switch (key) {
      case "ArrowUp":
        return this.at(isCommand ? first : row - 1, column);
      case "ArrowDown":
        return this.at(isCommand ? last : row + 1, column);
      case "Enter":
        return isCommand ? null : this.at(isShift ? row - 1 : row + 1, column);
      case "ArrowLeft":
        return isCommand ? across(0) : atStart ? across(column - 1) : null;
      case "ArrowRight":
        return isCommand ? across(length - 1) : atEnd ? across(column + 1) : null;
      case "Home":
        return isCommand ? this.at(first, 0) : isWhole ? across(0) : null;
      case "End":
        return isCommand ? this.at(last, this.rows[last].cells.length - 1) : isWhole ? across(length - 1) : null;
      default:
        return null;
    }
  }
}
