/**
 * The one cell to show a finding at. A relation says that one of its figures is wrong, not which: a figure that stands
 * in other broken relations too is the likely one, most of all where those are echoes of this one (`related`). Where
 * nothing tells, it is the figure that stands against the most others: a total against its parts. `isPossible` says
 * which cells can be shown at all; null where none can.
 */
export function suspected({ cells, related, left }, findings, isPossible = () => true) {
  const side = (role) => cells.filter((one) => one.role === role);
  const [lonely] = ["right", "left", "when", "cell"].filter((role) => side(role).length > 0).sort((one, other) => side(one).length - side(other).length);
  let best = null;
  let most = -1;
  for (const { cell, role, previous } of cells) {
    if (previous || !isPossible(cell)) continue;
    let weight = role === lonely ? 1 : 0;
    // Findings about one cell have no figures to compare.
    for (const other of left === undefined ? [] : findings) {
      if (other.left === undefined || !other.cells.some((one) => one.cell === cell && !one.previous)) continue;
      weight += related.includes(keyOf(other)) ? 1000 : 2;
    }
    if (weight > most) {
      most = weight;
      best = cell;
    }
  }
  return best;
}

/** What a finding or a relation is called: `rule@at`, or the rule alone where there is no `at`. */
export const keyOf = ({ rule, at }) => (at === "" ? rule : rule + "@" + at);
