// The batch view: a folder is read and checked in a worker; here it is shown, filtered, set aside, exported.

import { write } from "../element.js";
import { load } from "../engine.js";
import { cannotStart, masthead } from "../masthead.js";
import { learn, say, spoken } from "../words.js";
import { listen } from "./arrivals.js";
import { Details } from "./details.js";
import { ExpectedDrawer, keptDrawer, showOthers } from "./drawers.js";
import { FilterBar } from "./filter-bar.js";
import { filtered } from "./filters.js";
import { findingsOf, verdictOf } from "./findings.js";
import { isMeant, namesFor, sorted } from "./folder.js";
import { Dismissed, LastRun, forgetAll } from "./kept.js";
import { drawLegend } from "./legend.js";
import { Matrix } from "./matrix.js";
import { mendsInWords } from "./mends.js";
import { Runs } from "./runs.js";
import { sarif } from "./sarif.js";
import { saveText } from "./saving.js";
import { answers, sheet } from "./sheet.js";
import { showChanges, showTally } from "./tally.js";
import { words } from "./words.js";

const find = (id) => document.getElementById(id);

function start(engine) {
  let outcomes = [];
  /** What was dropped and is no report. */
  let others = [];
  let rows = [];
  let verdict = "";
  let told = null;
  let book = null;
  /** The rules of the readers; they come with the first document. */
  let ofDocuments = [];
  /** id → rule: those of the rule book, and those of the readers. */
  let rules = new Map();
  /** outcome → the answer to what would mend it, on its way or there. */
  let mending = new Map();
  const dismissed = new Dismissed();
  const last = new LastRun();
  const forms = new Map();

  const isDismissed = (outcome, finding) => dismissed.has(outcome, finding);
  const changeOf = (outcome, finding) => last.changeOf(outcome, finding);
  const verdictFor = (outcome) => verdictOf(outcome, isDismissed);
  const options = () => ({ language: spoken(), ...filters.options });
  const tell = (said) => {
    told = said;
    write(find("told"), said ? said() : "");
  };

  /** cell → what the form calls it, for the year of a report; of a year without a form, the latest. */
  function cellsOf(year) {
    const known = engine.years().includes(year) ? year : engine.years()[engine.years().length - 1];
    if (!forms.has(known)) forms.set(known, new Map(engine.form(known).cells.map((cell) => [cell.id, cell])));
    return forms.get(known);
  }
  const allCells = () => new Map([...engine.years()].flatMap((year) => [...cellsOf(year)]));

  function mend(outcome) {
    if (!mending.has(outcome)) mending.set(outcome, runs.mend(outcome.place, options()));
    return mending.get(outcome);
  }

  const filters = new FilterBar({
    changed: () => showAnew(),
    again,
    blank: () => {
      last.begin(filters.options.blank);
      again();
    },
  });
  const details = new Details(find("details"), {
    dismiss: (outcome, findings, reason) => setAside(outcome, findings, (finding) => dismissed.add(outcome, finding, reason)),
    takeBack: (outcome, findings) => setAside(outcome, findings, (finding) => dismissed.remove(outcome, finding)),
    reason: (outcome, finding) => dismissed.reason(outcome, finding),
    lapsed: (outcome, finding) => dismissed.lapsed(outcome, finding),
    changeOf, cellsOf,
    gone: (outcome) => last.gone(outcome),
    mend,
    rule: (id) => rules.get(id),
    closed: (hadFocus) => {
      find("review").classList.remove("has-details");
      matrix.leave(hadFocus);
    },
  });
  const matrix = new Matrix(find("matrix"), {
    choose: (outcome, rule) => {
      open(rows.find((row) => row.outcome === outcome), rule);
      details.focus();
    },
    narrow: (rule) => {
      filters.narrow(rule);
      showAnew();
    },
    isDismissed,
  });
  const runs = new Runs({
    progress: ({ phase, done, total }) => {
      find("progress").max = total;
      find("progress").value = done;
      write(find("progress-words"), say(phase, { done, total }));
    },
    finished: (found, ofReader) => {
      outcomes = found.filter(({ answer, path }) => answer || isMeant(path));
      others = found.filter((outcome) => !outcomes.includes(outcome));
      ofDocuments = ofReader;
      mending = new Map();
      speakRules();
      running(false);
      if (!last.end(outcomes)) tell(() => say("notKept"));
      else tell(() => [say(outcomes.length > 0 ? "finished" : "noReports", { count: outcomes.length }), others.length > 0 ? say("others", { count: others.length }) : ""].filter(Boolean).join(" "));
      filters.fill(outcomes, rules);
      show();
      openAgain();
    },
    failed: (reason) => {
      running(false);
      tell(() => say("runFailed", { reason }));
    },
  });
  const expected = new ExpectedDrawer(() => show());

  function speakRules() {
    book = engine.rules({ language: spoken() });
    rules = new Map([...book.rules, ...ofDocuments].map((rule) => [rule.id, rule]));
  }

  function open({ outcome, findings }, rule) {
    find("review").classList.add("has-details");
    details.show(outcome, rule, findings.filter((finding) => rule === null || finding.rule === rule.id));
    matrix.mark(outcome, rule);
  }

  /** Others are asked for: what stands beside the table belongs to what is in it. */
  function showAnew() {
    show();
    openAgain();
  }

  /** What was looked at, as it is told now: after another run over the same files, or where others are asked for. */
  function openAgain() {
    if (details.shown === null) return;
    const { outcome, rule } = details.shown;
    const row = rows.find((one) => one.outcome.place === outcome.place);
    const told = rule === null ? null : rules.get(rule.id);
    if (row && told !== undefined && (told === null || row.findings.some((finding) => finding.rule === told.id))) open(row, told);
    else details.close();
  }

  function running(isRunning) {
    find("running").hidden = !isRunning;
    find("review").setAttribute("aria-busy", String(isRunning));
    if (isRunning) {
      find("progress").removeAttribute("value");
      write(find("progress-words"), say("looking"));
    }
  }

  async function take(found) {
    tell(null);
    running(true);
    let taken;
    try { taken = sorted(await found); } catch (reason) {
      running(false);
      return tell(() => say("runFailed", { reason: reason.message }));
    }
    if (taken.length === 0) {
      running(false);
      return tell(() => say("noReports"));
    }
    details.close();
    verdict = "";
    filters.reset();
    last.begin(filters.options.blank);
    runs.start(taken, options());
  }

  function again() {
    if (outcomes.length + others.length === 0 && !runs.isRunning) return;
    running(true);
    runs.again(options());
  }

  function setAside(outcome, findings, change) {
    const isKept = findings.map(change);
    if (isKept.includes(false)) tell(() => say("notKept"));
    show();
    details.redraw(outcome, findings);
  }

  function show() {
    const isThere = outcomes.length > 0;
    find("results").hidden = !isThere;
    find("drop").classList.toggle("is-small", isThere);
    write(find("drop-words"), say(isThere ? "dropAgain" : "dropWords"));
    write(find("kept-note"), dismissed.size > 0 ? say("keptCount", { count: dismissed.size }) : "");
    showOthers(others);
    const missing = expected.show(outcomes);
    if (!isThere) return;
    const files = namesFor(outcomes);
    rows = filtered(outcomes, { ...filters.asked, verdict }, { verdictOf: verdictFor, isDismissed, changeOf }).map((row) => ({ ...row, file: files.get(row.outcome) ?? null }));
    const left = rows.map(({ outcome, findings }) => findings.filter((finding) => !isDismissed(outcome, finding)));
    const there = new Set(rows.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    const count = (id) => left.filter((findings) => findings.some(({ rule }) => rule === id)).length;
    const shown = [...rules.values()].filter(({ id, kind }) => there.has(id) || !(kind === "document" || filters.onlyBroken)).map((rule) => ({ ...rule, count: count(rule.id) }));
    matrix.draw(rows, shown);
    const findings = left.flat().length;
    const aside = rows.flatMap((row) => row.findings).length - findings;
    write(find("matrix-note"), say(aside > 0 ? "matrixNoteAside" : "matrixNote", { rows: rows.length, columns: shown.length, findings, aside }));
    showTally(find("tally"), { verdicts: outcomes.map(verdictFor), chosen: verdict, missing, choose: (chosen) => {
      verdict = chosen;
      showAnew();
    } });
    showChanges(find("since-last"), outcomes, last);
  }

  function save(name, text, type) {
    saveText(name, text, type);
    tell(() => say("saved", { name }));
  }

  masthead(() => {
    speakRules();
    filters.speak();
    filters.fill(outcomes, rules);
    drawLegend(find("legend-lists"));
    show();
    write(find("told"), told ? told() : "");
    again();
  });
  speakRules();
  filters.speak();
  filters.fill(outcomes, rules);
  drawLegend(find("legend-lists"));
  show();
  listen(take);
  find("stop").addEventListener("click", () => {
    runs.stop();
    running(false);
    details.close();
    outcomes = [];
    others = [];
    show();
    tell(() => say("stopped"));
    find("choose-folder").focus();
  });

  const all = () => [...outcomes, ...others];
  /** What would mend a finding, in words, once the worker has answered for every report with errors. */
  async function mendsOfAll() {
    const broken = outcomes.filter((outcome) => findingsOf(outcome).some(({ severity }) => severity === "error"));
    const found = new Map(await Promise.all(broken.map(async (outcome) => [outcome, await mend(outcome)])));
    return (outcome, finding) => mendsInWords(finding, found.get(outcome), findingsOf(outcome), cellsOf(outcome.year));
  }
  find("save-csv").addEventListener("click", async () => {
    const mendsOf = await mendsOfAll();
    save("gouji.csv", sheet({ outcomes: all(), dismissed, changeOf, mendsOf, titleOf: (id) => rules.get(id)?.title ?? id, language: spoken() }), "text/csv");
  });
  find("save-json").addEventListener("click", () => save("gouji.json", `${JSON.stringify(answers({ outcomes: all() }), null, 2)}\n`, "application/json"));
  find("save-sarif").addEventListener("click", () => save("gouji.sarif", `${JSON.stringify(sarif({ outcomes, book: { ...book, rules: [...rules.values()] }, language: spoken(), dismissed, cells: allCells() }), null, 2)}\n`, "application/json"));

  keptDrawer(dismissed, {
    save,
    changed: (words) => {
      tell(words);
      details.draw();
      show();
    },
    forget: () => {
      forgetAll();
      dismissed.forget();
      expected.clear();
      last.begin(filters.options.blank);
      tell(() => say("forgotten"));
      details.draw();
      show();
    },
  });
}

learn(words);
load().then(start).catch((reason) => {
  cannotStart(find("review"), reason);
});
