// Reports to and from JSON files.

import { element } from "./element.js";
import { say } from "./words.js";

/** Offer the report as a file; returns its name. */
export function save(report) {
  const name = `${(report.body || "gouji").replace(/[\\/:*?"<>|\s]+/g, "-")}-${report.year}.json`;
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(report, null, 2)}\n`], { type: "application/json" }));
  const link = element("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return name;
}

/** The report in a file. Throws an Error that says in words why there is none. */
export async function read(file, years) {
  let report;
  try { report = JSON.parse(await file.text()); } catch { throw new Error(say("notJson")); }
  if (report === null || typeof report !== "object" || Array.isArray(report)) throw new Error(say("notJson"));
  const year = Number(report.year);
  if (!Number.isInteger(year)) throw new Error(say("noYear"));
  if (!years.includes(year)) throw new Error(say("noForm", { year }));
  if (report.cells === null || typeof report.cells !== "object" || Array.isArray(report.cells)) throw new Error(say("noCells"));
  return { ...report, year };
}
