// A table of a page as the grid that it draws: `grid[row][column]` is the element that covers this place.
import { laidOut } from "./grid.js";

export function cellsOfTable(table) {
  const grid = laidOut([...table.rows].map((row) => [...row.cells].map((node) => ({ node, width: node.colSpan, height: node.rowSpan }))));
  return grid.map((row) => row.map(({ node }) => node));
}
