// A form that has a part of the report is asked for its own cells alone.

/**
 * Whether a finding rests on a cell of which nothing is known. Blanks of the form may count as zero; a cell that the form
 * does not have is not blank but elsewhere, and its zero would break every sum that it stands in.
 */
export function restsOnNothing({ rule, cells }, official, blank, isKnown) {
  if (blank !== "zero") return false;
  // It names no cell, because it speaks of all.
  if (rule === "report-all-zero") return official.cells.some(({ id }) => !isKnown(id));
  return cells.some(({ cell, previous }) => !previous && !isKnown(cell));
}
