// A form that has a part of the report is asked for its own cells alone.

/**
 * Whether what these cells make up rests on one of which nothing is known. Blanks of the form may count as zero; a cell
 * that the form does not have is not blank but elsewhere, and its zero would break every sum that it stands in.
 */
export const restsOnNothing = (cells, blank, isKnown) => blank === "zero" && cells.some(({ cell, previous }) => !previous && !isKnown(cell));
