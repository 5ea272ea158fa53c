// Where each printed cell of a table stands once its spans are laid out.
import { cellsOf, laidOut } from "../grid.js";

/** Places every cell of a table; `row` and `column` count physical rows and columns from 0. */
export function place(table) {
  return cellsOf(laidOut(table.rows.map((cells) => cells.map((cell) => ({ cell, width: cell.colSpan, height: cell.rowSpan })))));
}

/**
 * The rows of a form as a spreadsheet sees them: of each row that holds values its cells, what it is called, and what
 * each of them is called in it.
 */
export function rowsOf(form) {
  const known = new Map(form.cells.map((cell) => [cell.id, cell]));
  const rows = [];
  for (const table of form.tables) {
    const placed = place(table);
    table.rows.forEach((printed, index) => {
      const cells = printed.filter(({ cell }) => cell !== null).map(({ cell }) => cell);
      if (cells.length === 0) return;
      const labels = placed.filter(({ cell, row, height }) => cell.kind === "label" && row <= index && index < row + height).map(({ cell }) => cell);
      const columns = cells.map((id) => known.get(id).label.split(" / ").slice(labels.length > 0 ? -1 : 0).join(" / "));
      // A row without labels is known by what stands over the whole table.
      const heads = labels.length > 0 ? [] : table.rows[0].filter(({ kind }) => kind === "header");
      rows.push({ table: table.id, cells, labels, heads, columns, ordinal: known.get(cells[0]).ordinal });
    });
  }
  return rows;
}

/** The labels and headers that a value stands under, for lighting them up beside the cell in focus. */
export function headersOf(placed, { row, column }) {
  let caption = -1;
  for (const one of placed) if (one.cell.kind === "caption" && one.row < row) caption = Math.max(caption, one.row);
  return placed.filter((one) => {
    if (one.cell.kind === "label") return one.row <= row && row < one.row + one.height;
    return one.cell.kind === "header" && one.row > caption && one.row < row && one.column <= column && column < one.column + one.width;
  });
}
