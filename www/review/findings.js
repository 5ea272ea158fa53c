// What the findings of a batch are called, so that one is known again in a later run.

import { nameOf } from "../draft.js";
import { plainName } from "./pairing.js";

/** Blanks are counted, not told one by one: a form half filled in would hide everything else. */
export const blankRule = "cell-blank";

/** The report, as it is known again: by its body and year; one without a name by its file. */
export const reportKey = ({ body, year, path }) => `${plainName(body) || path}|${year ?? ""}`;
export const findingKey = (outcome, finding) => `${reportKey(outcome)}|${nameOf(finding)}`;
/** The figures a finding stands on: where they change, it is another finding. */
export const figuresOf = ({ left, right, difference, values }) => JSON.stringify([left ?? null, right ?? null, difference ?? null, ...values]);

export const findingsOf = (outcome) => outcome.answer?.findings ?? [];
export const order = ["error", "warning", "notice"];

/** What one look at a report tells; findings that are explained or set aside are no longer asked about. */
export function verdictOf(outcome, isDismissed) {
  if (!outcome.answer) return "unreadable";
  const left = findingsOf(outcome).filter((finding) => finding.explained === null && !isDismissed(outcome, finding));
  return ["error", "warning"].find((severity) => left.some((one) => one.severity === severity)) ?? "clean";
}
