// Types of `gouji/read`: a document (a Word or Excel file, a page, an editor's content, what was pasted) to a report.
//
// Browsers: as for `gouji`, Chromium 60, Firefox 55, Safari 11.1 and later (as ES modules Chromium 61, Firefox 60); the
// script is JavaScript of 2018, the module WebAssembly 1.0. Nothing of the page is used but `outerHTML` of what is handed
// over, and `TextDecoder` for files in GBK. Old Chromium starts a module only after `await ready()`.
import type { Answer, CellId, Finding, Language, Report, Rule, RuleBook } from "./index.js";
import type { DocumentRuleId } from "./dist/ids.js";
export type { DocumentRuleId };
export { GoujiError } from "./index.js";

/**
 * What is read:
 * - the bytes of a file: .docx, .xlsx, HTML, Markdown, plain text, in UTF-8, UTF-16 or GBK. What a file is its content
 *   tells, whatever its name;
 * - a text: HTML (also as Word, WPS and Excel put it on the clipboard), Markdown, plain text, cells with tabs between
 *   them as the clipboard holds them;
 * - an element, a fragment or a document of any frame: what a rich-text editor holds. It is only read.
 *
 * PDF, old Office files (.doc, .wps, .xls), pictures and archives are recognised and refused with what to do instead.
 */
export type Source = ArrayBuffer | ArrayBufferView | string | Element | DocumentFragment | Document;

export interface ReadOptions {
  /** The name of the file: a hint where the content leaves open what it is (`notes.md`). */
  name?: string | null;
  /** The report year, where the caller knows it; it goes before the one in the document. */
  year?: number | null;
  /** Language of the findings; "zh" by default. */
  language?: Language | null;
}

/** Where the text of a cell stood, everything counted from 1: in a table, or in a line of text outside any. */
export interface Found {
  table?: number;
  row?: number;
  column?: number;
  line?: number;
  /** As written, without white space around it. */
  text: string;
  /**
   * How sure it is that this is the cell: "exact" the official words; "variant" other words that are known to be in
   * use; "guessed" a misprint, or figures put right because only so they add up, which a finding tells.
   */
  match: "exact" | "variant" | "guessed";
}

/** The report in a document; `check` and `open` take it as it is. */
export interface ReadReport extends Omit<Report, "year" | "cells" | "meta"> {
  /** null where neither the document nor the caller says it. */
  year: number | null;
  /** The texts as written, of the cells that were found. */
  cells: { [cell in CellId]?: string };
  meta: { found: { [cell in CellId]?: Found } };
}

/** Something odd about the document: a misprinted label, a missing row, a table under another heading. */
export interface DocumentFinding extends Omit<Finding, "rule"> {
  rule: DocumentRuleId;
}

export interface Reading {
  /** null where nothing was read. */
  report: ReadReport | null;
  findings: DocumentFinding[];
  /** Why nothing was read, and what to do; null where something was. */
  unreadable: string | null;
}

/** An answer with what is odd about the document among its findings. */
export interface JoinedAnswer extends Omit<Answer, "findings"> {
  findings: (Finding | DocumentFinding)[];
}

/**
 * Reads a document. Synchronous, nothing is loaded or run; a document that cannot be read is an answer
 * (`unreadable`), never an exception. Of a `File` give the bytes:
 *
 * ```js
 * import { check } from "gouji";
 * import { joined, read } from "gouji/read";
 *
 * const reading = read("某县2024年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1");
 * console.log(reading.report.year, reading.report.cells["requests.carried_out.natural"]); // 2024 1
 * console.log(reading.report.meta.found["requests.carried_out.natural"].match); // exact
 * const answer = joined(check(reading.report, { blank: "zero" }), reading);
 * console.log(answer.findings[0].rule); // requests-balance
 * ```
 *
 * In a page: `read(await file.arrayBuffer(), { name: file.name })`, `read(event.clipboardData.getData("text/html"))`,
 * `read(editor.getBody())`. A file is at most 50 MB; what unpacks to more than 64 MB or spans more than a million
 * places is refused.
 */
export function read(source: Source, options?: ReadOptions | null): Reading;

/**
 * The answer that the command line gives to a document: the findings of `check` and those of the document together,
 * the gravest first; `ok` is false where either holds an error. What `reading.report.explanations` says of a warning of
 * the document (`"label-guessed@requests.carried_out"`) stands in its `explained`. Neither argument is changed.
 */
export function joined(answer: Answer, reading: Pick<Reading, "findings"> & { report?: Pick<Report, "explanations"> | null }): JoinedAnswer;

/** A rule about documents, of the same shape as those of the core. */
export interface DocumentRule extends Omit<Rule, "id" | "kind"> {
  id: DocumentRuleId;
  kind: "document";
}

/**
 * The rules that documents raise, which `rules` of `gouji` leaves out; version and hash are the same in both.
 *
 * ```js
 * import { rules } from "gouji/read";
 *
 * const guessed = rules({ language: "en" }).rules.find((rule) => rule.id === "label-guessed");
 * console.log(guessed.title, guessed.severity); // Label guessed warning
 * ```
 */
export function rules(options?: { language?: Language } | null): Omit<RuleBook, "rules"> & { rules: DocumentRule[] };

/** Resolves when the readers are ready. Needed only in browsers that refuse synchronous compilation. */
export function ready(): Promise<void>;
