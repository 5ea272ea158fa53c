// Types of the package `gouji`. Written for readers; the unions `CellId` and `RuleId` come from the data.
import type { CellId, RuleId, SlipId } from "./dist/ids.js";
export type { CellId, RuleId, SlipId };

/** What a cell can hold: a number, the text as written ("1,204", "１２", "178项", "/"), or nothing. Nothing a cell holds makes a call fail. */
export type CellValue = number | string | null | undefined;

export type TableId = "disclosure" | "requests" | "disputes";
/** 必须修改 · 请核实并说明 · 提示 */
export type Severity = "error" | "warning" | "notice";
/** A blank stands for any value: a relation holds whatever the blanks are, is broken whatever they are, or is open; or the report does not say what it needs. */
export type Outcome = "holds" | "broken" | "open" | "notAssessed";
export type Language = "zh" | "en";
export type Level = "nation" | "province" | "city" | "county" | "township";
export type BodyKind = "government" | "department";

/** What one body filed for one year. Only `year` and `cells` are needed. */
export interface Report {
  body?: string;
  year: number;
  level?: Level;
  kind?: BodyKind;
  /** The printed layout of each table, where it is not the one of the year. */
  layouts?: { disclosure?: 2019 | 2021; requests?: 2019 | 2021 };
  /** Flat (`"requests.received.natural": 1`) or nested (`{requests: {received: {natural: 1}}}`). */
  cells: { [cell: string]: unknown };
  sections?: { overview?: string; disclosure_text?: string; requests_text?: string; disputes_text?: string; problems?: string; other?: string };
  /** `rule@at` (or `rule` where there is no `at`) to the explanation that answers the warning. */
  explanations?: { [finding: string]: string };
  /** The caller's own; ignored. */
  meta?: unknown;
}

export interface CheckOptions {
  /** Language of the words in the answer; "zh" by default. */
  language?: Language;
  /** "missing" (default): every blank is an error. "zero": blanks count as 0 (published reports that leave zeros blank). */
  blank?: "missing" | "zero";
  /** Last year's report of the same body. */
  previous?: Report;
  /** Say what would mend the report, too (some milliseconds where something is broken). Needs `use(repair)`. */
  repairs?: boolean;
  /** Lower a rule's severity, or switch it off. The four hard relations go down to "warning" at most. */
  severities?: { [rule in RuleId]?: Severity | "off" };
}

export interface FindingCell {
  cell: CellId;
  role: "left" | "right" | "when" | "cell";
  /** Present and true where the figure is last year's. */
  previous?: true;
}

export interface Finding {
  rule: RuleId;
  /** The instance: a column, a row, a group, a cell id, a section, a key, or "". `rule@at` is unique in an answer. */
  at: string;
  severity: Severity;
  cells: FindingCell[];
  /** Numbers for counts, decimal strings for money; absent where the rule is no comparison. */
  left?: number | string;
  right?: number | string;
  difference?: number | string;
  /** What is wrong, with the official row numbers, the figures and the difference. */
  message: string;
  /** Why it matters. */
  why: string;
  /** What to do. */
  help: string;
  basis: { text: string; certainty: "A" | "B" | "C" | "D" };
  /** Other findings (`rule@at`) that are likely echoes of the same fault. */
  related: string[];
  /** The explanation given for a warning, or null. */
  explained: string | null;
}

export interface Answer {
  year: number | null;
  /** True when no error stands. */
  ok: boolean;
  findings: Finding[];
  relations: { held: number; broken: number; open: number; notAssessed: number };
  /** Severities that the caller changed. */
  overrides: { [rule: string]: Severity | "off" };
  ruleset: { version: string; hash: string };
  /** With `repairs: true`: what would mend the report, the likeliest first; each repair mends all that is broken. */
  repairs?: Repair[];
  /** With `repairs: true`. False: not all was found in time; what is listed is right all the same. */
  repairsComplete?: boolean;
  /** With `repairs: true`. There are more repairs as cheap as the cheapest than are listed. */
  moreRepairs?: boolean;
  /** With `repairs: true`: cells to look up in the register, because the likeliest repairs differ or leave them open. */
  lookUp?: CellId[];
}

/** Changes after which no relation at error level is broken and no cell holds what is no value. Blanks stay blank. */
export interface Repair {
  changes: RepairChange[];
  /** The weights of the changed cells together; the cheapest repairs have the lowest cost there is. */
  cost: number;
  /** No other repair is as likely. */
  unique: boolean;
  /** What probably happened, and the relations that then hold, in the language asked for. */
  reason: string;
  /** The things that happened, one sentence each. */
  parts: RepairPart[];
  /** The findings (`rule@at`) that go away. */
  mends: string[];
}

export interface RepairChange {
  cell: CellId;
  /** What stands there now: the figure, null for a blank, the text where it is no figure. */
  from: number | string | null;
  /** null where the relations leave it open; then `range` says between which numbers it lies. */
  to: number | null;
  /** Least and greatest value; null: without bound. */
  range?: [number | null, number | null];
}

export interface RepairPart {
  /** The slip it looks like, or null where a figure is wrong and nothing tells how that came about. */
  slip: SlipId | null;
  /** The cells that change for it, the one it is about first. */
  cells: CellId[];
  reason: string;
}

/** One edit that `session.apply` made. */
export interface Edit {
  cell: CellId;
  /** What stood there, as it was written; to undo, set it again. */
  from: CellValue;
  to: number;
}

export interface RelationState {
  rule: RuleId;
  at: string;
  state: Outcome;
  /** left - right; null while it cannot be said. */
  difference: number | string | null;
}

export interface Change {
  /** Findings that are new, or that stand with other figures than before (the same `rule@at` replaces the earlier one). */
  appeared: Finding[];
  /** Findings that are gone. */
  resolved: { rule: RuleId; at: string }[];
  /** Every relation the cell stands in, with its state now. */
  relations: RelationState[];
}

/** A live form. The figures stay in it until `close()`. */
export interface Session {
  /** Write one cell as typed. Only the relations the cell stands in are looked at again. */
  set(cell: CellId, value: CellValue): Change;
  /** What was written last, as it was written. */
  get(cell: CellId): CellValue;
  /** Give or take back (null) the explanation that answers a warning. */
  explain(finding: string, text: string | null): void;
  /** What stands now. `whole` adds what is asked only at submission: blanks, missing sections, an all-zero report. */
  findings(options?: { whole?: boolean }): Finding[];
  /** Every relation in force and its state. */
  relations(): RelationState[];
  /** What would mend the form as it stands, the likeliest first. Nothing is changed. Needs `use(repair)`. */
  repairs(): Repair[];
  /** Write the changes of a repair, all or none, and tell them, so that the fields of the page can follow. */
  apply(repair: Repair): Edit[];
  /** The same as `check(session.report())`. */
  answer(options?: { repairs?: boolean }): Answer;
  /** The report as typed so far. */
  report(): Report;
  close(): void;
}

export interface GridCell {
  text: string;
  english: string;
  kind: "caption" | "header" | "label" | "note" | "value";
  colSpan: number;
  rowSpan: number;
  /** For headers and labels. */
  scope: "col" | "colgroup" | "row" | "rowgroup" | null;
  /** For values: the cell to fill in. */
  cell: CellId | null;
}

export interface FormCell {
  id: CellId;
  table: TableId;
  row: string;
  column: string;
  kind: "count" | "signed count" | "money";
  /** "万元" where the form prints it; null for counts and where the unit is written in the cell. */
  unit: string | null;
  /** "三（三）1" ; "" where the form prints no ordinal. */
  ordinal: string;
  /** The labels down to the cell, as printed, joined by " / ", e.g. "三、本年度办理结果 / （一）予以公开 / 自然人". */
  label: string;
  english: string;
}

export interface FormTable {
  id: TableId;
  /** The key of the section it stands under. */
  section: string;
  title: string;
  english: string;
  layout: 2019 | 2021;
  /** Physical columns of the printed table. */
  columns: number;
  /** How many of the first rows are column headers (0 where headers stand inside the table). */
  headRows: number;
  rows: GridCell[][];
}

export interface FormSection {
  /** "overview", "disclosure", "requests", "disputes", "problems", "other" */
  key: string;
  /** "一" to "六" */
  ordinal: string;
  title: string;
  english: string;
  table: TableId | null;
}

/** The official form of one year, as printed. */
export interface Form {
  year: number;
  title: string;
  english: string;
  /** The notice that prescribes it. */
  notice: string;
  /** False for years later than the published reports that the layout was seen in. */
  confirmed: boolean;
  layouts: { disclosure: 2019 | 2021; requests: 2019 | 2021; disputes: 2019 | 2021 };
  sections: FormSection[];
  tables: FormTable[];
  /** In the order of the form: 198 (2019 layout) or 200 (2021 layout). */
  cells: FormCell[];
}

export interface RuleInstance {
  at: string;
  cells: FindingCell[];
}

export interface Rule {
  id: RuleId;
  title: string;
  kind: "relation" | "cell" | "report";
  severity: Severity;
  /** One of the four relations that can be lowered but not switched off. */
  hard: boolean;
  /** Only reported where nothing it follows from is broken. */
  consequence: boolean;
  /** First and last form year; null: still in force. */
  since: number;
  until: number | null;
  /** The relation as printed, null for rules that are no comparison. */
  equation: string | null;
  why: string;
  help: string;
  basis: { text: string; certainty: "A" | "B" | "C" | "D" };
  instances: RuleInstance[];
}

export interface RuleBook {
  version: string;
  hash: string;
  rules: Rule[];
}

/** A report whose year nobody may know, as `gouji/read` yields it; without one a finding asks for it. */
export type UndatedReport = Omit<Report, "year"> & { year: number | null };

/** Check one report. Synchronous; an invalid report is an answer, never an exception. */
export function check(report: UndatedReport, options?: CheckOptions): Answer;
/** Open a live form. */
export function open(report: Partial<Report> & { year: number }, options?: CheckOptions): Session;
/** The official form of a year. Throws a RangeError where there is none. */
export function form(year: number): Form;
/** The rule book in one language. */
export function rules(options?: { language?: Language }): RuleBook;
/** The report years with a form, oldest first. */
export function years(): number[];
/** The version of this package. */
export function version(): string;
/** Resolves when the engine is ready, and the search for repairs where one is in use. Needed only in browsers that refuse synchronous compilation. */
export function ready(): Promise<void>;

/** What searches for repairs: the default export of `gouji/repair`, which is for `use` alone. */
export interface RepairSearch {
  /** The build it belongs to. */
  readonly build: string;
}

/**
 * Take what searches for repairs, so that `check` and sessions can be asked for them; it starts at the first question.
 * Once is enough, again does nothing. In Node it is in use from the start.
 *
 * ```js
 * import { check, use } from "gouji";
 * import repair from "gouji/repair";
 *
 * use(repair); // or, when it is needed: use(await import("gouji/repair"))
 * const cells = { "requests.received.natural": 21, "requests.results_total.natural": 12 };
 * check({ year: 2024, cells }, { blank: "zero", repairs: true }).repairs[0].changes;
 * ```
 *
 * Throws a TypeError where it is given something else, a GoujiError "repair-missing" where that is of another release.
 */
export function use(repair: RepairSearch | { readonly default: RepairSearch }): void;

/** What can go wrong that is no fault of a report. */
export class GoujiError extends Error {
  readonly name: "GoujiError";
  /**
   * - "wasm-missing": this browser has no WebAssembly
   * - "wasm-blocked": the page's Content-Security-Policy forbids it; the message names the remedy
   * - "wasm-unusable": what `gouji/slim` was given is not the gouji.wasm of this release
   * - "not-ready": this browser starts WebAssembly only asynchronously, so `await ready()` comes first; or `gouji/slim` has not been given it yet
   * - "out-of-memory": the browser has no memory left to start it
   * - "repair-missing": repairs were asked for, and `gouji/repair` is not in use; what was typed stays, and everything else works
   * - "engine-failure": a defect of ours; the next call works, and open sessions keep what was typed
   */
  readonly code: "wasm-missing" | "wasm-blocked" | "wasm-unusable" | "not-ready" | "out-of-memory" | "repair-missing" | "engine-failure";
  /** Of an "engine-failure" in a call: what was called, the version of the package, what was thrown. */
  readonly call?: string;
  readonly version?: string;
  readonly cause?: any;
  private constructor();
}
