// Published reports, and reports spoilt at random but the same in each run.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { project } from "../setup/programs.mjs";
import { nested } from "../bench/form.mjs";
import { random } from "./random.mjs";

export { nested, random };

export const folder = join(project, "tests/reports");

/** Every report of `tests/reports`, with its file's path. */
export const published = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, file: join(folder, name), report: JSON.parse(readFileSync(join(folder, name), "utf8")) }));

/** A report of `tests/reports` by its name without ".json". */
export function named(name) {
  return structuredClone(published.find((one) => one.name === `${name}.json`).report);
}

/** The published reports without any error, blanks being 0. */
export function consistent({ check }) {
  return published.map(({ report }) => report).filter((report) => check(report, { blank: "zero" }).ok);
}

export const HARD = ["requests-balance", "requests-results-total", "requests-applicants-total", "disputes-total"];

export const keyOf = ({ rule, at }) => (at === "" ? rule : `${rule}@${at}`);

/** What clerks and programs write into cells; every one of them survives JSON. */
export const ENTRIES = [
  0, 1, 2, 7, 1204, -3, 1.5, "0", "3", "12", "1,204", "１２", "178项", "3（含自然失效1件）", "二十", "1 2", "1.0", "1.5", "-3", "012",
  "20097080 元", "2万元", "547.9659万元", "/", "—", "无", "不适用", "", " ", "\u3000", null, "99999999999999999999", "9007199254740993",
  "abc", "约十件", "\u0000", "\ud83d\ude00", "a\nb", true, false, {}, { x: 1 }, "x".repeat(1000),
];

const KEYS = ["note", "", "__proto__", "constructor", "requests", "requests.received", "requests.received.nobody", "disputes.total"];

/** A report with some cells spoilt, taken away, or named wrongly, and now and then with odd keys around. */
export function spoilt(next, entries = ENTRIES) {
  const report = structuredClone(next.of(published).report);
  const ids = Object.keys(report.cells);
  for (let count = next.below(12); count > 0; count -= 1) {
    const cell = next.of(ids);
    if (next() < 0.2) delete report.cells[cell];
    else report.cells[cell] = next.of(entries);
  }
  if (next() < 0.3) define(report.cells, next.of(KEYS), next.of(entries));
  if (next() < 0.2) define(report, next.of(KEYS), next.of(entries));
  if (next() < 0.3) report.year = next.of([2018, 2019, 2021, 2026, 2040, "2023", "二〇二三", null, 1.5, true, -1]);
  if (next() < 0.3) report.level = next.of(["nation", "province", "city", "county", "township", "village", 5, null]);
  if (next() < 0.3) report.kind = next.of(["government", "department", "firm", null]);
  if (next() < 0.2) report.layouts = next.of([{}, null, 2021, { disclosure: 2019 }, { requests: 2021, disclosure: "2021" }, { requests: 1999, x: 1 }]);
  if (next() < 0.2) report.sections = next.of([{}, null, "无", { overview: "一", other: "无" }, { overview: 5, end: "" }]);
  if (next() < 0.2) report.explanations = next.of([{}, null, { "report-all-zero": "零报告" }, { "no-rule@x": "…", "cell-placeholder@disclosure.fees.amount": " " }]);
  if (next() < 0.4) report.cells = nested(report.cells);
  return report;
}

/** As JSON.parse makes it: "__proto__" is a key like any other. */
function define(object, key, value) {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
