// Types of `gouji/bind`: the check inside a form that a page already has.
//
// Options, by what they are for:
//   which report          year, level, kind, report, previous, blank, severities, language
//   which fields          fields, recognise (and `data-gouji-cell` in the page)
//   what is shown         balances, messages, offers, summary
//   what holds the form   block, explain, drafts, explanationName
//   what the host hears   onChange, onPass, onBlocked, onUnavailable
import type { Answer, BodyKind, CellId, CheckOptions, Finding, Language, Level, Repair, Report } from "./index.js";

/** A field: the element itself, its `name`, or a CSS selector that finds it alone. */
export type FieldPlace = Element | string;

/** The balance of a row, a column or a group, for a host that draws it itself. */
export interface Balance {
  rule: string;
  at: string;
  /** "open" while a figure is blank. */
  state: "holds" | "broken" | "open";
  /** Left minus right where it is broken. */
  difference: number | string | null;
  /** "一 + 二 = 三（七） + 四" */
  equation: string;
  /** "已平衡", "差 -3", or "" while it is open. */
  text: string;
  cells: CellId[];
  /** The field of the total, or of the last figure where there is none; null where no field of it is in the page. */
  field: Element | null;
}

export interface BindOptions {
  /** The year of the report; it decides the layout of the form. */
  year: number;
  level?: Level;
  kind?: BodyKind;
  /** What else is known of the report: its body, explanations given before, figures that have no field in this page. */
  report?: Partial<Report>;
  /** Last year's report of the same body. */
  previous?: Report;
  /** Of all words, those of the findings and those that are shown; "zh" by default. */
  language?: Language;
  /** As in `check`: "missing" (default) asks at submission for every blank field of the page. */
  blank?: CheckOptions["blank"];
  severities?: CheckOptions["severities"];
  /**
   * Which field holds which cell: `{ "requests.received.natural": "sq_zrr_xs" }`, or a function from the name (or else
   * the id) of a control to its cell. Comes before `data-gouji-cell`, and that before the labels.
   */
  fields?: { [cell in CellId]?: FieldPlace } | ((name: string, element: Element) => CellId | null | undefined);
  /** Know fields by the labels of the table they stand in (default true). What is not sure stays unmapped. */
  recognise?: boolean;
  /** False: errors are shown and do not hold the form. */
  block?: boolean;
  /** False: warnings do not ask for an explanation. */
  explain?: boolean;
  /** A selector of submit buttons that save a draft: they submit whatever there is, with what has been explained. So does `formnovalidate`. */
  drafts?: string;
  /** False: no computed figures and no repairs are offered. */
  offers?: boolean;
  /** False: no marks of balances; a function draws them in its own way and is called when one changes. */
  balances?: boolean | ((balance: Balance) => void);
  /** True: messages are shown at the fields, too, and not only read out. */
  messages?: boolean;
  /** Where the summary is put (an element or a selector); otherwise at the beginning of the form. */
  summary?: Element | string;
  /** The name of the hidden fields that carry explanations; "gouji-explanation" gives `gouji-explanation[rule@at]`. */
  explanationName?: string | ((finding: string) => string);
  /** What is shown now, after every change. */
  onChange?: (findings: Finding[]) => void;
  /** A submission may go. */
  onPass?: (answer: Answer) => void;
  /** A submission is held; the summary has the focus. */
  onBlocked?: (answer: Answer) => void;
  /** This browser or this page cannot run the check; the form works as before. A warning on the console by default. */
  onUnavailable?: (error: Error) => void;
}

export interface Coverage {
  /** Cells to the fields that hold them. */
  mapped: { [cell in CellId]?: Element };
  /** The cells of the year's form without a field in this page. */
  unmapped: CellId[];
  /**
   * Fields left out because their cell, or they themselves, were taken: of several fields for a cell the first counts.
   * By labels, and of several of one name in `fields`, none does.
   */
  twice: { cell: CellId; element: Element }[];
  /** Ids that are no cell of the year's form. */
  unknown: { cell: string; element: Element }[];
  /** Cells whose field was named and is not in the page. */
  missing: { cell: string; wanted: unknown }[];
  /** Controls in tables whose labels do not say which cell they are. */
  unsure: Element[];
}

/**
 * A bound form. Where the browser starts WebAssembly only asynchronously, wait for `ready`; until then, and where the
 * check cannot run at all, the methods but `review` and `unbind` throw the GoujiError that says why. Of a form that holds
 * a part of the report, all they tell is about its own cells; a sum of which a part has no field is left alone where blanks
 * count as zero. What is unknown of the form is told once on the console: see `coverage`.
 */
export interface Binding {
  /** True once the form is bound, false where it cannot be. Never rejects. */
  readonly ready: Promise<boolean>;
  coverage(): Coverage;
  /** What stands now, as in a session; also what is not yet shown because a row is not finished. */
  findings(options?: { whole?: boolean }): Finding[];
  answer(options?: { repairs?: boolean }): Answer;
  /** The report as it is written in the fields. */
  report(): Report;
  /** What would mend it, the likeliest first. The form offers none where repairs are not loaded; this then throws, as in a session. */
  repairs(): Repair[];
  /** Give or take back (null) the explanation of a warning. */
  explain(finding: string, text: string | null): void;
  /**
   * Does what a submission does, for a host that sends the form by a script of its own (a button that is no submit
   * button, `form.submit()`, ajax): shows the summary where something has to be done first, and says whether the form
   * may go. Where it may, the explanations stand in the form as hidden fields, for FormData or serialize. True as well
   * where the check cannot run or has not started, and once it is unbound: the form works as before.
   */
  review(): boolean;
  /** Look again: fields have come or gone, or scripts have written into them without an event. */
  refresh(): void;
  /** Takes everything away again; the page is as it was, with what was typed. */
  unbind(): void;
}

/**
 * Bind a form: a `<form>`, or any element that holds the fields. Where that lies in a `<form>`, or around one, it is this
 * form that is held; what else it submits is let through as a draft (`drafts`, `formnovalidate`).
 *
 * @example
 * const binding = bind(document.querySelector("form")!, { year: 2024, level: "county", kind: "government" });
 * console.log(binding.coverage().unmapped); // cells without a field in this page
 *
 * @throws TypeError for an option that there is not or that is of the wrong kind; Error for a form that is bound already;
 * RangeError for a year without a form, and for a cell in `fields` that no year's form has.
 */
export function bind(form: Element, options: BindOptions): Binding;
