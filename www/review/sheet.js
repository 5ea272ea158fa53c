// The findings as a sheet, one line each, and one for each report without any; spreadsheet programs open it rightly and
// without running anything. A sheet is for people: in Chinese its heads are Chinese. What a program is to read is the JSON;
// in English the first thirteen columns are those of the command line.

import { findingsOf } from "./findings.js";

/** Heads in the order of the columns, and what a program's word is called there. */
const tongues = {
  zh: {
    heads: ["文件", "单位", "年度", "级别", "规则编号", "位置", "左", "右", "差", "问题", "怎么改", "依据", "说明", "搁置理由", "与上次相比", "规则名称", "可能的改法"],
    words: { error: "必须修改", warning: "请核实并说明", notice: "提示", unreadable: "读不出", clean: "通过", new: "新出现", changed: "数字有变", same: "未变" },
  },
  en: {
    heads: ["file", "body", "year", "severity", "rule", "at", "left", "right", "difference", "message", "help", "basis", "explained", "dismissed", "change", "title", "repair"],
    words: {},
  },
};

/**
 * Spreadsheet programs take a text that begins like a formula for one; an apostrophe in front makes it text. The wide
 * forms count in Chinese and Japanese editions, and spaces before the sign do not help.
 */
const harmless = (text) => (/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text);
const field = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** `titleOf`: what a rule is called; `mendsOf`: what would mend a finding, in words, or "". */
export function sheet({ outcomes, dismissed, changeOf, titleOf, mendsOf, language }) {
  const { heads, words } = tongues[language];
  const called = (word) => words[word] ?? word;
  const lines = [heads];
  const short = (...fields) => [...fields, ...heads.slice(fields.length).map(() => "")];
  for (const outcome of outcomes) {
    const start = [harmless(outcome.path), harmless(outcome.body ?? ""), String(outcome.year ?? "")];
    if (!outcome.answer) lines.push(short(...start, called("unreadable"), "", "", "", "", "", harmless(outcome.unreadable)));
    else if (findingsOf(outcome).length === 0) lines.push(short(...start, called("clean")));
    for (const finding of findingsOf(outcome)) {
      const { severity, rule, at, left, right, difference, message, help, basis, explained } = finding;
      lines.push([...start, called(severity), rule, harmless(at), ...[left, right, difference].map((figure) => String(figure ?? "")), harmless(message), harmless(help),
        `${basis.text} (${basis.certainty})`, harmless(explained ?? ""), harmless(dismissed.reason(outcome, finding) ?? ""), called(changeOf(outcome, finding) ?? ""), titleOf(rule), harmless(mendsOf(outcome, finding))]);
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
