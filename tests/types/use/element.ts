// <gouji-report> as a page's script sees it. Compiled only, never run.
import { define } from "gouji/element";
import type { GoujiReportElement, ReportChange, ReportReader } from "gouji/element";
import type { Finding, Report } from "gouji";
import { read } from "gouji/read";

define();
define("portal-report");

const tag: GoujiReportElement = document.createElement("gouji-report");
const found = document.querySelector("gouji-report");
if (found !== null) found.value = { year: 2024, cells: { "requests.received.natural": "12" } };

const report: Report = tag.value;
tag.previous = null;
tag.value = JSON.stringify(report);
const missing: boolean = tag.validity.valueMissing;
const findings: Finding[] = tag.findings;
const isDone: boolean = tag.undo() || tag.redo() || tag.checkValidity() || tag.reportValidity();
tag.forget();

tag.addEventListener("gouji-change", ({ detail }) => {
  const change: ReportChange = detail;
  console.log(change.ok, change.filled, change.findings[0]?.message);
});
tag.addEventListener("gouji-error", ({ detail }) => console.error(detail.error.message));
tag.addEventListener("input", () => console.log(JSON.stringify(tag)));

const reader: ReportReader = (source, { year }) => ({ report: { year, cells: {} }, findings: [], unreadable: source === "" ? "empty" : null });
tag.reader = reader;

tag.reader = read;
tag.disabled = tag.readOnly;

// @ts-expect-error The reader is a function.
tag.reader = "read";
// @ts-expect-error A report has a year.
tag.previous = { cells: {} };
// @ts-expect-error What stands is told, not set.
tag.findings = [];

export { findings, isDone, missing };
