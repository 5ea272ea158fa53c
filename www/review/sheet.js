// The findings as a sheet, one line each, that spreadsheet programs open rightly and without running anything.
// The first thirteen columns are those of the command line.

import { findingsOf } from "./findings.js";

const columns = ["file", "body", "year", "severity", "rule", "at", "left", "right", "difference", "message", "help", "basis", "explained", "dismissed", "change"];

/**
 * Spreadsheet programs take a text that begins like a formula for one; an apostrophe in front makes it text. The wide
 * forms count in Chinese and Japanese editions, and spaces before the sign do not help.
 */
const harmless = (text) => (/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text);
const field = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function sheet({ outcomes, dismissed, changeOf }) {
  const lines = [columns];
  for (const outcome of outcomes) {
    const start = [harmless(outcome.path), harmless(outcome.body ?? ""), String(outcome.year ?? "")];
    if (!outcome.answer) lines.push([...start, "unreadable", "", "", "", "", "", harmless(outcome.unreadable), "", "", "", "", ""]);
    for (const finding of findingsOf(outcome)) {
      const { severity, rule, at, left, right, difference, message, help, basis, explained } = finding;
      lines.push([...start, severity, rule, harmless(at), ...[left, right, difference].map((figure) => String(figure ?? "")), harmless(message), harmless(help),
        `${basis.text} (${basis.certainty})`, harmless(explained ?? ""), harmless(dismissed.reason(outcome, finding) ?? ""), changeOf(outcome, finding) ?? ""]);
    }
  }
  // The mark in front tells spreadsheet programs that the text is UTF-8.
  return `\uFEFF${lines.map((line) => `${line.map(field).join(",")}\r\n`).join("")}`;
}

/** The answers in the contract's shape. */
export const answers = ({ outcomes }) => ({
  reports: outcomes.map(({ path, unreadable, answer }) => (answer
    ? { file: path, ...answer, findings: answer.findings.map(({ values, ...finding }) => finding) }
    : { file: path, unreadable })),
});
