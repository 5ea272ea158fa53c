// Which cell of the form an input stands in, by the labels of the table around it. Where they do not say it of one
// cell alone, nothing is said.
import { labels } from "../dist/bind.labels.js";
import { cellsOf, laidOut } from "../grid.js";
import { namesOf, plainLabel, textsAbove, textsLeft } from "./labels.js";

/** What the labels of the official tables say: names of rows and of columns to the cells they stand at. */
export function officialNames(tables) {
  const rows = new Map();
  const columns = new Map();
  /** What a single header says, so that a figure above another is not taken for one. */
  const known = new Set();
  const labelled = new Set();
  for (const table of tables) {
    const grid = laidOut(table.rows.map((cells) => cells.map((cell) => ({ ...cell, isValue: cell.kind === "value", width: cell.colSpan, height: cell.rowSpan }))));
    for (const cell of cellsOf(grid)) {
      if (cell.cell === null) continue;
      const left = textsLeft(grid, cell);
      for (const name of joined(left.map(({ text }) => text))) enter(rows, name, cell.cell);
      const parts = cell.cell.split(".");
      for (const label of labels[parts.slice(0, -1).join(".")] || []) enter(rows, plainLabel(label), cell.cell);
      const headers = textsAbove(grid, cell);
      // A caption begins another block of headers.
      const begin = headers.map(({ kind }) => kind).lastIndexOf("caption") + 1;
      const texts = headers.slice(begin).filter(({ kind }) => kind === "header").map(({ text }) => text);
      for (const name of joined(texts)) enter(columns, name, cell.cell);
      for (const text of texts) for (const name of namesOf(text)) known.add(name);
      if (left.length > 0) labelled.add(cell.cell);
    }
  }
  return { rows, columns, known, labelled };
}

function enter(names, name, cell) {
  if (!names.has(name)) names.set(name, new Set());
  names.get(name).add(cell);
}

/** A label and its headings in one: "refused", "refused secret", in every way of writing each. The shortest first. */
function joined(texts) {
  let names = [];
  const all = [];
  for (const text of texts.slice().reverse()) {
    const own = namesOf(text);
    names = names.length === 0 ? own : [].concat(...own.map((above) => names.map((name) => above + name))).slice(0, 32);
    all.push(...names);
  }
  return all;
}

/**
 * The cells of one table of the page. `valueOf(td)` gives the field that stands in a cell of it, null for none, or
 * "several". Gives pairs of cell and field, and the fields of which nothing sure could be said.
 */
export function recognise(table, names, valueOf, headers = null) {
  const grid = gridOf(table, valueOf);
  const above = headers === null ? null : gridOf(headers, () => null);
  const found = [];
  const unsure = [];
  const values = cellsOf(grid).filter(({ isValue }) => isValue);
  for (const value of values) {
    const row = bestOf(textsLeft(grid, value), names.rows);
    let heads = textsAbove(grid, value);
    if (above !== null && above.length > 0 && width(above) === width(grid)) {
      heads = textsAbove(above, { row: above.length, column: value.column }).concat(heads);
    }
    const column = bestOf(heads.filter(({ text }) => names.known.has(text)), names.columns);
    const cell = oneOf(value, row, column, names, values);
    if (cell === null || value.field === "several") unsure.push(value);
    else found.push({ cell, value });
  }
  return { found, unsure };
}

const width = (grid) => Math.max(...grid.map((row) => row.length));

function gridOf(table, valueOf) {
  return laidOut([...table.rows].map((row) => [...row.cells].map((node) => {
    const field = valueOf(node);
    return { node, field, isValue: field !== null, text: field === null ? plainLabel(node.textContent) : "", width: node.colSpan, height: node.rowSpan };
  })));
}

/** The cells that the nearest of these texts stands at, with as many of those before it as are needed to know it. */
function bestOf(texts, names) {
  for (let end = texts.length; end > 0; end -= 1) {
    let best = null;
    let name = "";
    for (let start = end - 1; start >= 0; start -= 1) {
      name = texts[start].text + name;
      if (names.has(name)) best = names.get(name);
    }
    if (best !== null) return best;
  }
  return null;
}

function oneOf(value, row, column, names, values) {
  let cells = [];
  if (row !== null && column !== null) cells = [...row].filter((cell) => column.has(cell));
  // A row of one figure needs no header.
  else if (row !== null && values.filter((other) => other.row === value.row).length === 1) cells = [...row];
  // The disputes table has no labels of rows.
  else if (row === null && column !== null) cells = [...column].filter((cell) => !names.labelled.has(cell));
  return cells.length === 1 ? cells[0] : null;
}
