// The sums and balances of the form: which cells each ties together.
import { keyOf } from "../suspected.js";

/** The equalities of the rule book that can be computed, by `rule@at`; those of the year's layout alone. */
export function equalities(rules, cells) {
  const found = new Map();
  for (const { id, equation, title, instances } of rules.filter(({ hard }) => hard)) {
    for (const instance of instances) {
      if (!instance.cells.every(({ cell }) => cells.has(cell))) continue;
      const sides = { left: [], right: [] };
      for (const { cell, role } of instance.cells) sides[role].push(cell);
      const all = sides.left.concat(sides.right);
      // The one that stands against all others is their total.
      const total = [sides.left, sides.right].map((side) => (side.length === 1 ? side[0] : null)).find((cell) => cell !== null);
      found.set(keyOf({ rule: id, at: instance.at }), { rule: id, at: instance.at, equation: equation || title, ...sides, all, total: total === undefined ? null : total });
    }
  }
  return found;
}
