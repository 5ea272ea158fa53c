// What is the same for every binding of one year and language: the official form, the names that its labels give to
// cells, and its sums and balances. Made once, when first asked for.
import { officialNames } from "./recognise.js";
import { equalities } from "./relations.js";

const known = new Map();

/** Whether a text is the id of a cell in any year's form: one mapping may serve several years. */
export const isCellOfAnyYear = ({ form, years }, id) => years().some((year) => form(year).cells.some((cell) => cell.id === id));

export function knowledge({ form, rules }, year, language) {
  const key = year + language;
  if (!known.has(key)) {
    const official = form(year);
    const ids = new Set(official.cells.map(({ id }) => id));
    known.set(key, { official, ids, names: officialNames(official.tables), relations: equalities(rules({ language }).rules, ids) });
  }
  return known.get(key);
}
