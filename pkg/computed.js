// What a figure would have to be.

/**
 * What a cell would have to be for a relation to hold, null where that cannot be said. The core reckons it, so that
 * there is one who reads figures: with 0 in the cell the difference of the two sides is the value.
 */
export function computed(session, relation, cell) {
  const before = session.get(cell);
  const state = session.set(cell, 0).relations.find(({ rule, at }) => rule === relation.rule && at === relation.at);
  session.set(cell, before);
  if (state === undefined || typeof state.difference !== "number" || state.state === "open") return null;
  const value = relation.left.includes(cell) ? -state.difference : state.difference;
  return value >= 0 && Number.isSafeInteger(value) ? value + 0 : null;
}
