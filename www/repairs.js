// What a repair says, in the words of the page: which of them stand beside the first, which findings they are about.

import { nameOf } from "./draft.js";
import { say } from "./words.js";

/** More of a text than this is not shown: what a clerk pasted into a cell may be a page long. */
const long = 40;

/** The first repair, and those that are as likely: where there are several, none of them comes before the others. */
export function likeliest({ repairs }) {
  const end = repairs.findIndex(({ unique }) => unique);
  if (end === 0) return repairs.slice(0, 1);
  return end < 0 ? repairs : repairs.slice(0, end);
}

/** The changes that can be written: those with a value. */
export const determined = ({ changes }) => changes.filter(({ to }) => to !== null);

/** Whether one of these can write anything. */
export const canWrite = (repairs) => repairs.some((repair) => determined(repair).length > 0);

/** The names of the findings that the likeliest repairs are about, or that wait for the register. */
export function mended(found, findings) {
  const repairs = likeliest(found);
  const cells = new Set([...repairs.flatMap(({ changes }) => changes.map(({ cell }) => cell)), ...(repairs.length === 0 ? found.lookUp : [])]);
  const names = new Set(repairs.flatMap(({ mends }) => mends));
  const isAbout = (finding) => finding.severity === "error" && finding.rule !== "cell-blank" && (names.has(nameOf(finding)) || finding.cells.some(({ cell, previous }) => !previous && cells.has(cell)));
  return findings.filter(isAbout).map(nameOf);
}

/** What probably happened, one sentence for each thing; and apart from it what holds then, if that is said. */
export function reasons({ reason, parts }) {
  const said = parts.map((part) => part.reason);
  const joined = said.join(say("partsJoin"));
  if (said.length === 0 || !reason.startsWith(joined)) return { said: [reason], then: "" };
  return { said, then: reason.slice(joined.length).replace(/^[。.]\s*/, "") };
}

/** What stands in a cell now. */
export function fromWords({ from }) {
  if (from === null || String(from).trim() === "") return say("blankCell");
  const text = [...String(from).slice(0, 4 * long)];
  return text.length > long ? `${text.slice(0, long).join("")}…` : text.join("");
}

/** What should stand there: a figure, or where it lies. */
export function toWords({ to, range }) {
  if (to !== null) return String(to);
  const [least, most] = range ?? [null, null];
  if (least !== null && most !== null) return say("between", { least, most });
  if (least !== null) return say("atLeast", { least });
  return most !== null ? say("atMost", { most }) : say("undetermined");
}
