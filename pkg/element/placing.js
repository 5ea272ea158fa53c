// Which cells the figures of a pasted grid belong to: by the labels of their rows where these were copied along,
// otherwise from a cell on to the right and down. What finds no place is told, never left out in silence.

const HAN = "\u4e00-\u9fff";
const WORDS = new RegExp("[" + HAN + "A-Za-z]");
const FIGURE = /^[+\-\u2212\uff0d]?[\d\uff10-\uff19]/;
const NUMBERED = new RegExp("^[\\d\uff10-\uff19]+[.\uff0e\u3001]\\s*[" + HAN + "A-Za-z]");
/** "none", "does not apply", a stroke and dashes stand where a figure would. */
const PLACEHOLDERS = ["\u65e0", "\u4e0d\u9002\u7528", "/", "\u2014", "\u2014\u2014", "-", "N/A", "n/a"];

const isLabel = (text) => WORDS.test(text) && !PLACEHOLDERS.includes(text) && (!FIGURE.test(text) || NUMBERED.test(text));

/** A label without its ordinal, its spaces and its punctuation. */
function keyOf(label) {
  return label.normalize("NFKC").toLowerCase()
    .replace(/\s+/g, "")
    .replace(/^(?:[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]+[\u3001,.]|\([\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\d]+\)|\d+[.\u3001)])+/, "")
    .replace(/[^a-z0-9\u4e00-\u9fff()]/g, "");
}

/** The keys by which a printed label is known: whole, and without what stands in brackets behind it. */
function keysOf(label) {
  const whole = keyOf(label);
  const short = keyOf(label.normalize("NFKC").replace(/\([^()]*\)\s*$/, ""));
  return [whole, short].map((key) => key.replace(/[()]/g, "")).filter((key) => key !== "");
}

/** The rows of a form by the keys of their last labels, in both languages. */
function indexOf(rows) {
  const index = new Map();
  for (const row of rows) {
    if (row.labels.length === 0) continue;
    const { text, english } = row.labels[row.labels.length - 1];
    for (const key of [...keysOf(text), ...keysOf(english)]) if (!index.has(key)) index.set(key, row);
  }
  return index;
}

/**
 * `rows`: those of grid.js; `start`: the cell to begin with where no label tells.
 * Gives `placed`, a list of `{ row, cells: [{ cell, text }] }`, and `unplaced`, a list of `{ text, reason }`.
 */
export function place(grids, rows, start) {
  const index = indexOf(rows);
  const taken = new Set();
  const placed = [];
  const unplaced = [];
  const blocks = [];
  for (const grid of grids) {
    const read = grid.map((cells) => parted(cells, index));
    const heads = headed(grid, rows);
    if (heads === null && read.every(({ row }) => row === null)) {
      // Labels that mean nothing here are a column of their own only where each row has them.
      const filled = read.filter(({ figures, labels }) => figures.length > 0 || labels.length === 0);
      const start = Math.min(...filled.map(({ end }) => end));
      blocks.push(...filled.map(({ cells }) => cells.slice(start).filter((text) => text !== null)));
      continue;
    }
    for (const { row, labels, figures } of read) {
      const into = row !== null ? row : heads !== null && heads.cells.length === figures.length ? heads : null;
      if (!figures.some((text) => text !== "")) continue;
      const fitted = into === null ? null : fit(figures, into.cells.length);
      const reason = into === null ? "labelUnknown" : fitted === null ? "countDiffers" : taken.has(into) ? "rowTwice" : null;
      if (reason !== null) unplaced.push({ text: labels.slice(-1).concat(figures).filter((text) => text !== "").join(" "), reason, expected: into === null ? 0 : into.cells.length });
      else {
        taken.add(into);
        placed.push({ row: into, cells: into.cells.map((cell, place) => ({ cell, text: fitted[place] })) });
      }
    }
  }
  const rest = down(blocks, rows, start);
  return { placed: placed.concat(rest.placed), unplaced: unplaced.concat(rest.unplaced) };
}

/** A pasted row in its labels and its figures, and the row of the form that the last known label means. */
function parted(cells, index) {
  // What a wider or higher cell reaches over (null) is no figure of its own.
  // Labels stand before the figures: words behind the first of these are for the check to judge.
  let end = 0;
  for (let place = 0; place < cells.length && (!cells[place] || isLabel(cells[place])); place += 1) {
    if (cells[place]) end = place + 1;
  }
  const labels = cells.slice(0, end).filter((text) => text);
  let row = null;
  for (const label of labels) {
    for (const key of keysOf(label)) if (index.has(key)) row = index.get(key);
  }
  return { cells, end, labels, figures: cells.slice(end).filter((text) => text !== null), row };
}

/** The row of the form that has no labels, where a grid has the headers that stand over it. */
function headed(grid, rows) {
  const keys = new Set([].concat(...grid).filter((text) => text !== null).map((text) => keyOf(text)));
  const found = rows.filter(({ heads }) => heads.length > 0 && heads.every(({ text, english }) => keys.has(keyOf(text)) || keys.has(keyOf(english))));
  return found.length === 1 ? found[0] : null;
}

/** As many figures as the row has cells: merged labels and cells leave blanks before and behind. Null where that is not so. */
function fit(figures, count) {
  const rest = figures.slice();
  while (rest.length > count && rest[0] === "") rest.shift();
  while (rest.length > count && rest[rest.length - 1] === "") rest.pop();
  return rest.length === count ? rest : null;
}

/** A block from a cell on, within its table. */
function down(block, rows, start) {
  const placed = [];
  const unplaced = [];
  const first = rows.findIndex(({ cells }) => cells.includes(start));
  const left = first < 0 ? 0 : rows[first].cells.indexOf(start);
  block.forEach((figures, index) => {
    const row = first < 0 ? undefined : rows[first + index];
    const isIn = row !== undefined && row.table === rows[first].table;
    const cells = [];
    const over = [];
    figures.forEach((text, step) => {
      const cell = isIn ? row.cells[left + step] : undefined;
      if (cell !== undefined) cells.push({ cell, text });
      else if (text !== "") over.push(text);
    });
    if (cells.length > 0) placed.push({ row, cells });
    if (over.length > 0) unplaced.push({ text: over.join(" "), reason: first < 0 ? "noStart" : "beyond", expected: 0 });
  });
  return { placed, unplaced };
}
