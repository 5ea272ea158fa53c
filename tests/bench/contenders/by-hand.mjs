// What a careful developer writes by hand: read every cell, add up, compare, say what is wrong. The relations are
// listed once, by position, so that no id is joined and nothing is looked up while checking.
import { AMOUNT, APPLICANTS, CELLS, COLUMNS, DETAILS, GROUPS, REQUEST_ROWS, RESULTS } from "../form.mjs";

const cell = (path) => CELLS.indexOf(path);
const request = (row, column) => cell(`requests.${row}.${column}`);
const dispute = (group, column) => cell(`disputes.${group}.${column}`);

const RELATIONS = [
  ...COLUMNS.map((column) => ({
    rule: "requests-balance",
    at: column,
    left: [request("received", column), request("carried_in", column)],
    right: [request("results_total", column), request("carried_out", column)],
  })),
  ...COLUMNS.map((column) => ({
    rule: "requests-results-total",
    at: column,
    left: RESULTS.map((row) => request(row, column)),
    right: [request("results_total", column)],
  })),
  ...REQUEST_ROWS.map((row) => ({
    rule: "requests-applicants-total",
    at: row,
    left: APPLICANTS.map((column) => request(row, column)),
    right: [request(row, "total")],
  })),
  ...GROUPS.map((group) => ({
    rule: "disputes-total",
    at: group,
    left: DETAILS.map((detail) => dispute(group, detail)),
    right: [dispute(group, "total")],
  })),
];

/** The four hard relations over figures in the order of the cells. */
function compare(figures) {
  const sum = (indices) => {
    let total = 0;
    for (const index of indices) total += figures[index];
    return total;
  };
  const broken = [];
  for (const { rule, at, left, right } of RELATIONS) {
    const [one, other] = [sum(left), sum(right)];
    if (one !== other) broken.push({ rule, at, message: `${rule} (${at}): ${one} is not ${other}, difference ${one - other}` });
  }
  return broken;
}

/** One reader per cell, for flat or nested cells. */
function readers(isNested) {
  if (!isNested) return CELLS.map((path) => (cells) => cells[path]);
  return CELLS.map((path) => {
    const [table, row, ...rest] = path.split(".");
    return rest.length === 1 ? (cells) => cells[table][row][rest[0]] : (cells) => cells[table][row][rest[0]][rest[1]];
  });
}

/** For the schema libraries: the broken relations of cells that the schema has already seen. */
export function relationsOf(isNested) {
  const read = readers(isNested);
  return (cells) => compare(read.map((of) => of(cells)));
}

function toNumber(value) {
  if (typeof value === "number") return value;
  return typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
}

export function byHand({ isNested }) {
  const read = readers(isNested);
  const amount = cell(AMOUNT);
  const check = ({ cells }) => {
    const figures = read.map((of) => toNumber(of(cells)));
    const problems = [];
    figures.forEach((number, index) => {
      const isRight = number >= 0 && (index === amount || Number.isInteger(number));
      if (!isRight) problems.push({ rule: "cell", at: CELLS[index], message: `${CELLS[index]} cannot be read as a figure` });
    });
    return problems.length > 0 ? problems : compare(figures);
  };
  return { check, found: (problems) => problems.map(({ rule, at }) => `${rule}@${at}`) };
}
