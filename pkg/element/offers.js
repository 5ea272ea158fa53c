// What a blank cell could hold: the figure that a relation leaves, and last year's figure carried over. Offered, never written.
import { computed } from "../computed.js";
import { isFilled } from "./draft.js";

const COUNT = /^\d{1,15}$/;

/** The whole number that a text plainly is, or null: anything else is for the core to judge. */
function countOf(value) {
  if (!isFilled(value)) return null;
  const text = String(value).trim().normalize("NFKC").replace(/,(?=\d{3}(\D|$))/g, "");
  return COUNT.test(text) ? Number(text) : null;
}

/**
 * Cell to `{ value, from }` for each blank that one of the hard relations (sum = sum) leaves a single figure for; `from`
 * is the equation.
 */
export function computedOffers(draft, hard) {
  const offers = new Map();
  for (const { id, equation, instances } of hard) {
    for (const { at, cells } of instances) {
      const blanks = cells.filter(({ cell }) => !isFilled(draft.values.get(cell)));
      if (blanks.length !== 1 || cells.length < 2 || offers.has(blanks[0].cell)) continue;
      const [{ cell }] = blanks;
      const left = cells.filter(({ role }) => role === "left").map((one) => one.cell);
      const value = draft.ask((session) => computed(session, { rule: id, at, left }, cell));
      if (value !== null) offers.set(cell, { value: String(value), from: equation });
    }
  }
  return offers;
}

/** What last year's report carries out as what this year's carries in (`requests.carried_in.*`), wherever that is blank. */
export function carriedOver(values, form, previous) {
  const offers = new Map();
  if (previous === null || Number(previous.year) !== form.year - 1) return offers;
  const before = previousValues(previous);
  for (const { id, row, column } of form.cells) {
    if (row !== "carried_in" || isFilled(values.get(id))) continue;
    const count = countOf(before("carried_out", column));
    if (count !== null) offers.set(id, { value: String(count), from: null });
  }
  return offers;
}

function previousValues({ cells }) {
  const given = typeof cells === "object" && cells !== null ? cells : {};
  return (row, column) => {
    const flat = given["requests." + row + "." + column];
    if (flat !== undefined) return flat;
    const nested = given.requests && given.requests[row];
    return nested ? nested[column] : undefined;
  };
}
