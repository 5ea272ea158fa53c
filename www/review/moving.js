// Where a key leads in a table whose cells have a button or nothing.

const buttonIn = (cell) => cell?.querySelector("button") ?? undefined;

/** The button that a key leads to from a cell; undefined where there is none, null for another key. */
export function next(cell, key) {
  const row = cell.parentElement;
  switch (key) {
    case "ArrowRight": return beside(cell, "nextElementSibling");
    case "ArrowLeft": return beside(cell, "previousElementSibling");
    case "ArrowDown": case "ArrowUp": return above(row, cell.cellIndex, key === "ArrowDown" ? 1 : -1);
    case "Home": return buttonIn(row.cells[0]) ?? beside(row.cells[0], "nextElementSibling");
    case "End": return [...row.querySelectorAll("button")].pop();
    default: return null;
  }
}

function beside(cell, step) {
  for (let one = cell[step]; one; one = one[step]) if (buttonIn(one)) return buttonIn(one);
  return undefined;
}

function above(row, column, step) {
  const { rows } = row.closest("table");
  for (let place = row.rowIndex + step; place >= 0 && place < rows.length; place += step) if (buttonIn(rows[place].cells[column])) return buttonIn(rows[place].cells[column]);
  return undefined;
}
