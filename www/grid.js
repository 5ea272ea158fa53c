// Where each printed cell of a table stands once its spans are laid out.

/**
 * Places every cell of a table: `row` and `column` count physical rows and columns from 0.
 * @returns {{placed: {cell, row, column, width, height}[], at: Map<string, {row, column}>}}
 */
export function place(table) {
  const taken = [];
  const placed = [];
  const at = new Map();
  table.rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (taken[row]?.[column]) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let across = 0; across < cell.colSpan; across += 1) (taken[row + down] ??= [])[column + across] = true;
      }
      placed.push({ cell, row, column, width: cell.colSpan, height: cell.rowSpan });
      if (cell.cell) at.set(cell.cell, { row, column });
      column += cell.colSpan;
    }
  });
  return { placed, at };
}

/** The value cells of a table row by row, as a spreadsheet sees them (rows without values left out). */
export function valueRows(table) {
  return table.rows.map((row) => row.filter((cell) => cell.cell).map((cell) => cell.cell)).filter((row) => row.length > 0);
}

/** The labels and headers that a value cell stands under, for lighting them up beside the cell in focus. */
export function headersOf(placed, { row, column }) {
  const caption = Math.max(-1, ...placed.filter((one) => one.cell.kind === "caption" && one.row < row).map((one) => one.row));
  return placed.filter((one) => {
    if (one.cell.kind === "label") return one.row <= row && row < one.row + one.height;
    return one.cell.kind === "header" && one.row > caption && one.row < row && one.column <= column && column < one.column + one.width;
  });
}
