// What comes in as a whole: files and pasted documents, read to a report. The readers are loaded when first needed.

import { loadReader } from "./engine.js";
import * as files from "./files.js";
import { say, spoken } from "./words.js";

/**
 * A file to `{ name, report, findings, isExact }`; `isExact` where the file is a report as the page saves it, of which nothing was
 * guessed. Throws an Error that says in words why there is none.
 */
export async function fromFile(file, years) {
  const isReport = /\.json$/i.test(file.name) || file.type === "application/json";
  if (isReport) return { name: file.name, report: await files.read(file, years), findings: [], isExact: true };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, ...(await fromDocument([bytes], { name: file.name })) };
}

/** What lies on the clipboard, as markup and as text: whichever tells more. */
export async function fromPaste({ html, text }, year) {
  return { name: say("clipboard"), ...(await fromDocument([html, text].filter(Boolean), { year })) };
}

async function fromDocument(sources, options) {
  const { read } = await loadReader();
  const readings = sources.map((source) => read(source, { ...options, language: spoken() }));
  const count = ({ report }) => Object.keys(report?.cells ?? {}).length;
  const best = readings.reduce((one, other) => (count(other) > count(one) ? other : one));
  if (count(best) === 0) throw new Error(best.unreadable ?? say("nothingRead"));
  return { report: best.report, findings: best.findings, isExact: false };
}

/** The same report without the traces of reading: those belong to the document. */
export function cleaned({ meta, ...report }, name) {
  const { found: _, ...rest } = meta ?? {};
  return { ...report, meta: { ...rest, source: rest.source ?? name } };
}

/** Two reports of consecutive years: the later one is being written, the earlier one stands beside it. */
export function paired(one, other) {
  const [early, late] = [one, other].sort((a, b) => (a.report.year ?? 0) - (b.report.year ?? 0));
  return late.report.year === early.report.year + 1 ? { late, early } : null;
}
