// Reads and checks reports away from the page, so that the page stays at hand. What it is asked:
//   { run, files: [{ path, file }], options }   read all of them, then check
//   { run, options }                            check once more what was read
// What it answers: { run, done, total, phase } as it goes, then { run, outcomes }. Each file is an outcome of its own;
// one that cannot be read never stops the others.

import { load } from "../engine.js";
import { pair } from "./pairing.js";
import { reader } from "./reading.js";

let readings = [];
let latest = 0;

addEventListener("message", ({ data }) => {
  latest = data.run;
  work(data).catch((reason) => postMessage({ run: data.run, failed: reason.message }));
});

async function work({ run, files, options }) {
  const engine = await load();
  if (files) {
    const read = await reader(options.language);
    readings = [];
    for (const [place, { path, file, failed }] of files.entries()) {
      if (latest !== run) return;
      readings.push({ path, ...(await read(path, file, failed)) });
      postMessage({ run, phase: "reading", done: place + 1, total: files.length });
    }
  }
  const reports = readings.map(({ report }) => withDefaults(report, options));
  const previous = pair(reports);
  const outcomes = [];
  for (const [place, reading] of readings.entries()) {
    outcomes.push(outcome(engine, reading, reports[place], previous[place], options));
    if (place % 25 !== 24) continue;
    postMessage({ run, phase: "checking", done: place + 1, total: readings.length });
    // A later question is heard here.
    await new Promise((resolve) => setTimeout(resolve));
    if (latest !== run) return;
  }
  postMessage({ run, outcomes });
}

/** Level and kind as the reviewer says, where the report does not say them. */
function withDefaults(report, { level, kind }) {
  if (!report) return null;
  return { ...report, ...(report.level === undefined && level ? { level } : {}), ...(report.kind === undefined && kind ? { kind } : {}) };
}

function outcome(engine, { path, unreadable, findings: ofDocument = [] }, report, previous, { blank, language }) {
  if (!report) return { path, unreadable };
  try {
    const answer = engine.check(report, { blank, language, ...(previous === null ? {} : { previous: previous.report }) });
    const values = [flat(report.cells), flat(previous?.report.cells)];
    const findings = [...ofDocument, ...answer.findings].map((finding) => ({ ...finding, values: finding.cells.map((cell) => values[cell.previous ? 1 : 0].get(cell.cell) ?? null) }));
    const ok = !findings.some(({ severity }) => severity === "error");
    const text = (value) => (typeof value === "string" ? value.trim() : "");
    return { path, body: text(report.body), year: answer.year, previous: previous === null ? null : readings[previous.place].path, answer: { ...answer, ok, findings } };
  } catch (reason) {
    return { path, unreadable: String(reason.message ?? reason) };
  }
}

/** Cell → the figure as it was written; cells may come nested. */
function flat(cells, before = "", into = new Map()) {
  if (cells === null || typeof cells !== "object") return into;
  for (const [key, value] of Object.entries(cells)) {
    if (value !== null && typeof value === "object") flat(value, `${before}${key}.`, into);
    else if (value !== null && value !== undefined) into.set(before + key, String(value).slice(0, 80));
  }
  return into;
}
