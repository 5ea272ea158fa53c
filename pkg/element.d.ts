// Types of `gouji/element`: the whole official form as one form control, `<gouji-report>`.
import type { Finding, Report } from "./index.js";

/**
 * Defines the element; importing `gouji/element` has done so already under the name "gouji-report". Does nothing where
 * the name is taken. Must not be called where there are no custom elements (Node).
 */
export function define(name?: string): void;

/** What `gouji/read` exports as `read`, as far as the element uses it. */
export type ReportReader = (
  source: string,
  options: { year: number; language: "zh" | "en" },
) => { report: object | null; findings: { message: string }[]; unreadable: string | null };

/** Detail of the event "gouji-change". */
export interface ReportChange {
  /** The findings as shown: rows that someone is still filling in are left out, blanks and missing sections until submission. */
  findings: Finding[];
  /** True while none of them is an error. What may be submitted is said by `checkValidity()`. */
  ok: boolean;
  /** How many cells are filled in. */
  filled: number;
}

/** Detail of the event "gouji-error". */
export interface ReportFailure {
  /** A GoujiError where the check could not start or failed; a RangeError for a year without a form; a TypeError for an attribute that cannot be what it says. */
  error: Error;
}

/**
 * The official form of one year, drawn, checked while it is filled in, and submitted with the form around it.
 *
 * ```html
 * <script type="module" src="/gouji/element.js"></script>
 * <form method="post" action="/reports">
 *   <gouji-report name="report" year="2024" level="county" draft="2024"></gouji-report>
 *   <button>Submit</button>
 * </form>
 * ```
 *
 * What arrives under its name is the report as JSON, with the explanations given. Attributes:
 *
 * - `name`: as with any form control; without it nothing is submitted
 * - `year`, `level`, `kind`, `body`: of the report; without `year` that of the value, or else the latest that is due
 * - `value`, `previous`: a report as JSON: what the form starts with and is reset to; last year's report of the same body
 * - `sections`: the sections 一, 五, 六 are written here, too, and must not be missing
 * - `language`: "zh" (default) or "en"; `blank`: "missing" (default) or "zero", as in `check`
 * - `explain="optional"`: warnings may be submitted without an explanation
 * - `draft`: a name under which the draft is kept in this browser (localStorage), for each year apart, until it is submitted,
 *   reset or forgotten
 * - `readonly`, `disabled`: as with any form control
 * - `stylesheet`: address of the shipped gouji-report.css, for browsers that cannot construct style sheets (before
 *   Chromium 73, Firefox 101, Safari 16.4); a `<link>` of the page to that file does, too
 *
 * Events: `input` and `change` as of any form control, `invalid`, "gouji-change" and "gouji-error" (details above).
 *
 * Style: custom properties `--gouji-ink`, `--gouji-ink-soft`, `--gouji-paper`, `--gouji-desk`, `--gouji-label`,
 * `--gouji-rule`, `--gouji-rule-soft`, `--gouji-accent`, `--gouji-accent-ink`, `--gouji-accent-soft`, `--gouji-focus`,
 * `--gouji-error`, `--gouji-error-soft`, `--gouji-warning`, `--gouji-warning-soft`, `--gouji-notice`,
 * `--gouji-notice-soft`, `--gouji-holds` (colours), `--gouji-font`, `--gouji-title-font`, `--gouji-radius`,
 * `--gouji-sticky-top` (height of what the page keeps at the top of the window). Parts: `report`, `title`, `sheet`,
 * `section-title`, `table`, `value`, `cell`, `text`, `badge`, `offer`, `findings`, `finding`, `repairs`, `preview`,
 * `message`, `bar`, `standing`, `line`, `tools`, `button`.
 *
 * In browsers that do not know form-associated elements (before Chromium 77, Firefox 98, Safari 16.4) a hidden field
 * inside the element is submitted in its place, and submission is stopped by script; reset and validation work alike.
 */
export interface GoujiReportElement extends HTMLElement {
  /** The report as typed so far. Set: a report, its JSON, or null for an empty form. */
  get value(): Report;
  set value(report: Report | string | null);
  /** The same as `value`. */
  toJSON(): Report;
  /** Last year's report: compared with, and its 结转下年度 offered as this year's 上年结转. */
  get previous(): Report | null;
  set previous(report: Report | string | null);
  /** `read` of `gouji/read`: reads pasted tables better than by their row labels alone. */
  reader: ReportReader | null;
  /** What stands now, as for submission: blanks and missing sections included. */
  readonly findings: Finding[];
  /** Takes back what was done last, or does it again. */
  undo(): boolean;
  redo(): boolean;
  /** Removes the draft from this machine. What is typed stays on the page. */
  forget(): void;

  name: string;
  /** As the attributes: nothing can be typed; what is disabled is not submitted either. */
  disabled: boolean;
  readOnly: boolean;
  readonly type: string;
  readonly form: HTMLFormElement | null;
  readonly willValidate: boolean;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  checkValidity(): boolean;
  reportValidity(): boolean;

  addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: GoujiReportElement, event: HTMLElementEventMap[K]) => any, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: "gouji-change", listener: (this: GoujiReportElement, event: CustomEvent<ReportChange>) => any, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: "gouji-error", listener: (this: GoujiReportElement, event: CustomEvent<ReportFailure>) => any, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "gouji-report": GoujiReportElement;
  }
}
