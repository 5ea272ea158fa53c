// What the labels and headers beside a cell of a table are, and when two of them are the same.

/** The texts left of a cell in its row, from the outermost to the nearest. */
export function textsLeft(grid, { row, column }) {
  return distinct(grid[row].slice(0, column)).filter(isText);
}

/** The texts above a cell in its column, from the topmost to the nearest. */
export function textsAbove(grid, { row, column }) {
  const above = [];
  for (let place = 0; place < row; place += 1) above.push(grid[place][column]);
  return distinct(above).filter(isText);
}

const isText = (cell) => cell !== undefined && !cell.isValue && cell.text !== "";
const distinct = (cells) => cells.filter((cell, place) => cells.indexOf(cell) === place);

/**
 * A label by its letters and digits alone: the width of a character, spaces, quotes, brackets and the punctuation of
 * lists do not matter, nor do two ways of writing the same word.
 */
export function plainLabel(text) {
  return text.normalize("NFKC").replace(/[^0-9A-Za-z\u00c0-\u024f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/g, "").replace(/\u5176\u5b83/g, "\u5176\u4ed6");
}

/** The ways to write one label: as it is, without what stands in brackets at its end, without its number. */
export function namesOf(text) {
  const names = [];
  const wide = text.normalize("NFKC");
  for (const variant of [wide, wide.replace(/\([^()]*\)\s*$/, "")]) {
    for (const name of [variant, variant.replace(/^\s*(\([^()]{1,3}\)|[\u4e00-\u9fff]\u3001|\d+\s*[.\u3001])/, "")]) {
      const plain = plainLabel(name);
      if (plain !== "" && !names.includes(plain)) names.push(plain);
    }
  }
  return names;
}
