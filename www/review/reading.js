// A file to a report: { report, findings } or { unreadable: why }. Reports in JSON are read here, documents by the
// readers of the package, which are loaded when the first document comes.

import { loadReader } from "../engine.js";
import { say, speak } from "./said.js";

/** Files beyond this are no reports, and a browser has no memory for hundreds of them. */
const largest = 50 * 1024 * 1024;

/** One file, given as { path, file }, or as { path, failed } where the browser could not open it. It never throws. */
export async function readOne({ path, file, failed }, language) {
  speak(language);
  try {
    if (failed !== undefined) return { unreadable: say("notReadable", { reason: failed }) };
    if (file.size > largest) return { unreadable: say("tooLarge") };
    if (/\.json$/i.test(path)) return json(await file.text());
    const { read } = await loadReader();
    const { report, findings, unreadable } = read(await file.arrayBuffer(), { name: path.split("/").pop(), language });
    return report === null ? { unreadable } : { report, findings };
  } catch (reason) {
    return { unreadable: say("notReadable", { reason: reason.message }) };
  }
}

function json(text) {
  let report;
  try { report = JSON.parse(text.replace(/^\uFEFF/, "")); } catch { return { unreadable: say("notJson") }; }
  if (report === null || typeof report !== "object" || Array.isArray(report)) return { unreadable: say("notReport") };
  if (report.cells === null || typeof report.cells !== "object" || Array.isArray(report.cells)) return { unreadable: say("noCells") };
  return { report };
}
