// A file to a report: { report, findings } or { unreadable: why }. Reports in JSON are read here, documents by the
// readers of the package.

import { say, speak } from "./said.js";

/** Files beyond this are no reports, and a browser has no memory for hundreds of them. */
const largest = 64 * 1024 * 1024;

/** Gives the function that reads one file; it never throws. */
export async function reader(language) {
  speak(language);
  return async (path, file) => {
    try {
      if (file.size > largest) return { unreadable: say("tooLarge") };
      if (/\.json$/i.test(path)) return json(await file.text());
      return { unreadable: say("notReport") };
    } catch (reason) {
      return { unreadable: say("notReadable", { reason: reason.message }) };
    }
  };
}

function json(text) {
  let report;
  try { report = JSON.parse(text.replace(/^\uFEFF/, "")); } catch { return { unreadable: say("notJson") }; }
  if (report === null || typeof report !== "object" || Array.isArray(report)) return { unreadable: say("notReport") };
  if (report.cells === null || typeof report.cells !== "object" || Array.isArray(report.cells)) return { unreadable: say("noCells") };
  return { report };
}
