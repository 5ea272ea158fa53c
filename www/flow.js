// Where the requests of one kind of applicant came from and where they went, as amounts that can be drawn. What holds and
// what is broken is the engine's word; here only lengths are worked out.

import { formText } from "./words.js";

const rows = { sources: ["received", "carried_in"], total: "results_total", out: "carried_out" };

/**
 * The figure in a cell, as far as it can be drawn: a count that is not negative; null for a blank, undefined for the rest.
 * It decides nothing but lengths: whether a relation holds, and by how much it is off, the engine says.
 */
export function amountOf(text) {
  const written = String(text ?? "").normalize("NFKC").replace(/[\s,]/g, "");
  if (/^([/\-\u2014]*|无|不适用)$/.test(written)) return null;
  const figure = /^\+?(\d+)(?:\.0*)?[件项个宗]?$/.exec(written);
  const amount = figure ? Number(figure[1]) : NaN;
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/** The columns of the requests table: `key`, `name`, and the whole `label` with its group. */
export function applicantsOf(form) {
  return form.cells.filter(({ table, row }) => table === "requests" && row === "received").map((cell) => {
    const path = formText({ text: cell.label, english: cell.english }).split(" / ").slice(1);
    return { key: cell.column, name: path[path.length - 1], label: path.join(" / ") };
  });
}

/**
 * One applicant's requests. `sources` and `targets` are nodes `{ key, name, ordinal, amount, blank, of, unread }` whose
 * amounts add up alike: what differs is a node of its own with `state` "broken" (a relation is) or "open" (blanks decide).
 */
export function flowOf(form, values, relations, column) {
  const cells = form.cells.filter((cell) => cell.table === "requests" && cell.column === column);
  const sources = rows.sources.map((row) => node(row, cells.filter((cell) => cell.row === row), values));
  const out = node(rows.out, cells.filter((cell) => cell.row === rows.out), values);
  const total = node(rows.total, cells.filter((cell) => cell.row === rows.total), values);
  const groups = new Map();
  for (const cell of cells) {
    if (rows.sources.includes(cell.row) || cell.row === rows.out || cell.row === rows.total) continue;
    const key = cell.row.split(".")[0];
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  const outcomes = [...groups].map(([key, members]) => node(key, members, values));
  const balance = relations.get(`requests-balance@${column}`)?.state ?? "open";
  const sum = relations.get(`requests-results-total@${column}`)?.state ?? "open";
  const gaps = [
    ["unbalanced", balance, Number(relations.get(`requests-balance@${column}`)?.difference ?? 0)],
    ["unsorted", sum, -Number(relations.get(`requests-results-total@${column}`)?.difference ?? 0)],
  ].filter(([, state]) => state === "broken").map(([key, state, amount]) => ({ key, state, amount }));
  const drawn = (nodes) => nodes.reduce((whole, { amount }) => whole + amount, 0);
  const rest = drawn(sources) - drawn(outcomes) - out.amount - drawn(gaps);
  const isExact = [...sources, ...outcomes, out].every(({ unread }) => unread.length === 0);
  if (rest !== 0 && isExact) gaps.push({ key: "undecided", state: "open", amount: rest });
  const side = (sign, name) => gaps.filter(({ amount }) => Math.sign(amount) === sign).map((gap) => ({ ...gap, side: name, amount: Math.abs(gap.amount) }));
  return {
    sources: [...sources, ...side(-1, "in")], targets: [...outcomes, out, ...side(1, "out")],
    left: drawn(sources), right: drawn(outcomes) + out.amount, booked: total.amount + out.amount,
    state: [balance, sum].includes("broken") ? "broken" : [balance, sum].every((state) => state === "holds") ? "holds" : "open",
    broken: [["requests-balance", balance], ["requests-results-total", sum]].filter(([, state]) => state === "broken").map(([rule]) => `${rule}@${column}`),
    unread: [...sources, ...outcomes, out].flatMap(({ unread }) => unread),
  };
}

/** Some cells together. `blank` of them hold nothing, and what is in `unread` cannot be drawn. */
function node(key, cells, values) {
  const found = { key, name: "", ordinal: "", amount: 0, blank: 0, of: cells.length, unread: [], state: "holds" };
  for (const cell of cells) {
    const amount = amountOf(values.get(cell.id));
    if (amount === null) found.blank += 1;
    else if (amount === undefined) found.unread.push({ cell, text: String(values.get(cell.id)) });
    else found.amount += amount;
  }
  const [first] = cells;
  if (first) {
    const path = formText({ text: first.label, english: first.english }).split(" / ");
    // Results are named as printed, without the number and what stands in brackets; the other rows have short names of the page's.
    found.name = (path[1] ?? "").replace(/^(（.）|\(\d\))\s*/, "").replace(/[（(].*$/, "").trim();
    found.ordinal = first.ordinal.replace(/\d+$/, "");
  }
  return found;
}
