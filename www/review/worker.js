// Reads and checks reports away from the page, so that the page stays at hand. What it is asked:
//   { run, files: [{ path, file }], options }   read all of them, then check
//   { run, options }                            check once more what was read
//   { asked, place, options }                   what would mend one report, by its place among the files
// What it answers: { run, done, total, phase } as it goes, then { run, outcomes, ofDocuments }: the last are the rules of
// the readers, where a document was read; and { asked, found }, null where there is nothing to say. Each file is an outcome of its own;
// one that cannot be read never stops the others.

import { load, loadReader, loadRepair } from "../engine.js";
import { pair } from "./pairing.js";
import { readOne } from "./reading.js";

let sources = [];
let readings = [];
let tongue = null;
let latest = 0;
/** The reports of the last run with last year's, by place. */
let checked = [];
let repairing = null;

addEventListener("message", ({ data }) => {
  if (data.asked !== undefined) return mend(data).catch(() => null).then((found) => postMessage({ asked: data.asked, found }));
  latest = data.run;
  work(data).catch((reason) => postMessage({ run: data.run, failed: reason.message }));
});

async function work({ run, files, options }) {
  const engine = await load();
  // What is odd about a document is said in the language it was read in.
  if (files || options.language !== tongue) {
    sources = files ?? sources;
    readings = [];
    tongue = null;
    for (const [place, given] of sources.entries()) {
      if (latest !== run) return;
      readings.push({ path: given.path, ...(await readOne(given, options.language)) });
      postMessage({ run, phase: "reading", done: place + 1, total: sources.length });
    }
    tongue = options.language;
  }
  const reader = readings.some(({ findings }) => findings) ? await loadReader() : null;
  const joined = reader && reader.joined;
  const ofDocuments = reader ? reader.rules({ language: options.language }).rules : [];
  const reports = readings.map(({ report }) => withDefaults(report, options));
  const previous = pair(reports);
  checked = reports.map((report, place) => ({ report, previous: previous[place] }));
  const outcomes = [];
  for (const [place, reading] of readings.entries()) {
    outcomes.push({ place, ...outcome(engine, reading, reports[place], previous[place], { ...options, joined }) });
    if (place % 25 !== 24) continue;
    postMessage({ run, phase: "checking", done: place + 1, total: readings.length });
    // A later question is heard here.
    await new Promise((resolve) => setTimeout(resolve));
    if (latest !== run) return;
  }
  postMessage({ run, outcomes, ofDocuments });
}

async function mend({ place, options: { blank, language } }) {
  const { report, previous } = checked[place] ?? {};
  if (!report) return null;
  const engine = await load();
  repairing ??= loadRepair(engine);
  await repairing;
  const { repairs, repairsComplete, moreRepairs, lookUp } = engine.check(report, { blank, language, repairs: true, ...(previous === null ? {} : { previous: previous.report }) });
  return { repairs, complete: repairsComplete, more: moreRepairs, lookUp };
}

/** Level and kind as the reviewer says, where the report does not say them. */
function withDefaults(report, { level, kind }) {
  if (!report) return null;
  return { ...report, ...(report.level === undefined && level ? { level } : {}), ...(report.kind === undefined && kind ? { kind } : {}) };
}

function outcome(engine, { path, unreadable, findings: ofDocument }, report, previous, { blank, language, joined }) {
  if (!report) return { path, unreadable };
  try {
    const checked = engine.check(report, { blank, language, ...(previous === null ? {} : { previous: previous.report }) });
    const answer = ofDocument ? joined(checked, { findings: ofDocument }) : checked;
    const values = [flat(report.cells), flat(previous?.report.cells)];
    const findings = answer.findings.map((finding) => ({ ...finding, values: finding.cells.map((cell) => values[cell.previous ? 1 : 0].get(cell.cell) ?? null) }));
    const text = (value) => (typeof value === "string" ? value.trim() : "");
    return { path, body: text(report.body), year: answer.year, previous: previous === null ? null : readings[previous.place].path, answer: { ...answer, findings } };
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
