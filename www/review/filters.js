// What of a batch is shown: by severity, rule, body, year, state and words.

import { findingsOf } from "./findings.js";

const plain = (text) => text.normalize("NFKC").toLowerCase();

/**
 * The rows that match, each with those of its findings that do. `asked`: text, body, year, severity, rule, state, verdict ("" where
 * anything will do); `known`: verdictOf, isDismissed, changeOf. A report without findings is shown where none are asked for.
 */
export function filtered(outcomes, asked, { verdictOf, isDismissed, changeOf }) {
  const words = plain(asked.text).split(/\s+/).filter(Boolean);
  const hasAll = (text) => words.every((word) => text.includes(word));
  const asksFindings = asked.severity !== "" || asked.rule !== "" || asked.state === "new" || asked.state === "dismissed";
  const rows = [];
  for (const outcome of outcomes) {
    if (asked.body !== "" && outcome.body !== asked.body) continue;
    if (asked.year !== "" && String(outcome.year ?? "") !== asked.year) continue;
    const verdict = verdictOf(outcome);
    if (asked.verdict !== "" && verdict !== asked.verdict) continue;
    let findings = findingsOf(outcome).filter((finding) => {
      if (asked.severity !== "" && finding.severity !== asked.severity) return false;
      if (asked.rule !== "" && finding.rule !== asked.rule) return false;
      if (asked.state === "dismissed") return isDismissed(outcome, finding);
      if (asked.state === "open" || asked.state === "new") return !isDismissed(outcome, finding) && (asked.state === "open" || ["new", "changed"].includes(changeOf(outcome, finding)));
      return true;
    });
    if (!hasAll(plain(`${outcome.path} ${outcome.body ?? ""} ${outcome.unreadable ?? ""}`))) {
      findings = findings.filter((finding) => hasAll(plain(`${outcome.path} ${outcome.body} ${finding.rule} ${finding.at} ${finding.message}`)));
      if (findings.length === 0) continue;
    }
    if (asksFindings && findings.length === 0) continue;
    rows.push({ outcome, verdict, findings });
  }
  return rows;
}
