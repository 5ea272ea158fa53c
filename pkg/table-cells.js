// A table of a page as the grid that it draws: `grid[row][column]` is the element that covers this place.

export function cellsOfTable(table) {
  const grid = [];
  const rows = [...table.rows];
  rows.forEach((row, top) => {
    let column = 0;
    grid[top] = grid[top] || [];
    for (const cell of row.cells) {
      while (grid[top][column] !== undefined) column += 1;
      const bottom = Math.min(rows.length, top + (cell.rowSpan || 1));
      for (let line = top; line < bottom; line += 1) {
        grid[line] = grid[line] || [];
        for (let place = column; place < column + cell.colSpan; place += 1) grid[line][place] = cell;
      }
      column += cell.colSpan;
    }
  });
  return grid;
}
