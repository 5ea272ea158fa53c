// Tables once their spans are laid out.

/** Places cells by rows: `rows` is a list of lists of `{ width, height, ... }`; gives a matrix of the same objects. */
export function laidOut(rows) {
  const grid = rows.map(() => []);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row][column] !== undefined) column += 1;
      cell.row = row;
      cell.column = column;
      // A height of 0 reaches to the end; no table is as wide or as high as a wrong number may say.
      const height = Math.min(cell.height === 0 ? rows.length : cell.height, rows.length - row);
      const width = Math.min(cell.width, 100);
      for (let down = 0; down < height; down += 1) {
        for (let across = 0; across < width; across += 1) {
          if (grid[row + down][column + across] === undefined) grid[row + down][column + across] = cell;
        }
      }
      column += width;
    }
  });
  return grid;
}

/** Each cell of such a matrix once, in reading order. */
export const cellsOf = (grid) => [...new Set([].concat(...grid))].filter((cell) => cell !== undefined);
