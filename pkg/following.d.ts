// What every adapter of a form library takes and gives.
import type { CellId, CheckOptions, Finding, GoujiError, Report } from "./index.js";

export interface FollowOptions extends CheckOptions {
  /** The report year, which decides the form. */
  year: number;
  /** What else is known of the report: its level, kind, layouts, explanations. */
  report?: Partial<Report>;
  /** Told why where this browser cannot check: the form goes on working, unchecked. Without it the console is told. */
  unavailable?: (reason: GoujiError) => void;
}

/** What stands at one cell; nothing that an explanation answers. */
export interface Standing {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly notices: readonly Finding[];
}

export interface Verdict {
  /** No error stands. True as well where the check is not available: it is advice, the server decides. */
  ok: boolean;
  findings: readonly Finding[];
  /** Those that are about no cell, and so are shown at none. */
  elsewhere: readonly Finding[];
  /** The first cell of the form at which an error stands. */
  first: CellId | null;
  /** Why nothing was checked, or null. */
  unavailable: GoujiError | null;
}

/** A form that is followed. The adapter never writes a figure. */
export interface Followed {
  /**
   * Takes over what has changed in the form and shows what that changes, at whichever fields. An adapter that hears
   * of edits by itself need not be told, except of figures that the page has written by itself.
   */
  update(): void;
  /** The whole check, with what is asked only at submission (blanks); from then on also while typing. Leads to the first error. */
  validate(): Verdict;
  /** What stands at a cell: of an equation the figure that is suspected. */
  at(cell: CellId): Standing;
  /** What stands now, in the whole form. */
  findings(): readonly Finding[];
  /** Gives or takes back (null) the explanation that answers a warning (`rule@at`). */
  explain(finding: string, text: string | null): void;
  /** Takes away all that is shown, and follows no more. */
  close(): void;
}
