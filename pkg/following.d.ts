// What every adapter of a form library takes and gives.
import type { CellId, CheckOptions, Finding, GoujiError, Repair, Report } from "./index.js";

export interface FollowOptions extends CheckOptions {
  /** The report year, which decides the form. */
  year: number;
  /** What else is known of the report: its level, kind, layouts, explanations. */
  report?: Partial<Report>;
  /**
   * Where the summary is put (an element or a selector) when `validate()` finds something: the errors with links to
   * their fields, the repair that would mend them (where `use(repair)` has been called), and for each warning a field for
   * its explanation. With a summary, warnings hold the form until they are explained. Put it inside of a form that the
   * browser itself sends: the fields are named `gouji-explanation[rule@at]`. With `gouji.css`.
   */
  summary?: Element | string;
  /** False: the summary does not ask for explanations, and warnings do not hold the form. */
  explain?: boolean;
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
  /** No error stands, and no warning that has to be explained. True as well where the check is not available: it is advice, the server decides. */
  ok: boolean;
  findings: readonly Finding[];
  /** Those that are about no cell, and so are shown at none. */
  elsewhere: readonly Finding[];
  /** The warnings that the summary still asks to be explained; none without a summary. */
  unexplained: readonly Finding[];
  /** The first cell of the form at which an error stands. */
  first: CellId | null;
  /** Why nothing was checked, or null. */
  unavailable: GoujiError | null;
}

/** A form that is followed. The adapter writes no figure unless somebody takes the repair that is offered, or you call `apply`. */
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
  /** What would mend it, the likeliest first. @throws GoujiError "repair-missing" before `use(repair)`. */
  repairs(): Repair[];
  /** Writes what a repair is sure of into the form, as typing would. */
  apply(repair: Repair): void;
  /** The report as it is written in the form, with the explanations: what to send, where no form sends itself. */
  report(): Report;
  /** Takes away all that is shown, and follows no more. */
  close(): void;
}
