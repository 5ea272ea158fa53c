// The batch view: a folder is read and checked in a worker; here it is shown, filtered, set aside, exported.

import { element, write } from "../element.js";
import { load } from "../engine.js";
import { icon } from "../icons.js";
import { cannotStart, masthead } from "../masthead.js";
import { learn, say, spoken } from "../words.js";
import { Details } from "./details.js";
import { compare, namesIn, textOf } from "./expected.js";
import { filtered } from "./filters.js";
import { findingsOf, verdictOf } from "./findings.js";
import { ofDrop, ofInput, sorted } from "./folder.js";
import { Dismissed, LastRun, expectedKept, forgetAll, keepExpected } from "./kept.js";
import { Matrix } from "./matrix.js";
import { Runs } from "./runs.js";
import { sarif } from "./sarif.js";
import { saveText } from "./saving.js";
import { answers, sheet } from "./sheet.js";
import { words } from "./words.js";

const find = (id) => document.getElementById(id);
const filterNames = ["text", "body", "year", "severity", "rule", "state"];

function start(engine) {
  let outcomes = [];
  let others = new Map();
  let rows = [];
  let verdict = "";
  let told = null;
  let book = null;
  /** The rules of the readers; they come with the first document. */
  let ofDocuments = [];
  /** id → rule: those of the rule book, and those of the readers. */
  let rules = new Map();
  const dismissed = new Dismissed();
  const last = new LastRun();
  const forms = new Map();

  const isDismissed = (outcome, finding) => dismissed.has(outcome, finding);
  const changeOf = (outcome, finding) => last.changeOf(outcome, finding);
  const verdictFor = (outcome) => verdictOf(outcome, isDismissed);
  const options = () => ({ language: spoken(), blank: find("blank").value, level: find("level").value, kind: find("kind").value });
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

  const details = new Details(find("details"), {
    dismiss: (outcome, finding, reason) => setAside(() => dismissed.add(outcome, finding, reason)),
    takeBack: (outcome, finding) => setAside(() => dismissed.remove(outcome, finding)),
    reason: (outcome, finding) => dismissed.reason(outcome, finding),
    changeOf, cellsOf,
    gone: (outcome) => last.gone(outcome),
    rule: (id) => rules.get(id),
    closed: () => {
      find("review").classList.remove("has-details");
      matrix.mark(null);
    },
  });
  const matrix = new Matrix(find("matrix"), {
    choose: (outcome, rule) => {
      find("review").classList.add("has-details");
      const row = rows.find((one) => one.outcome === outcome);
      details.show(outcome, rule, row.findings.filter((finding) => rule === null || finding.rule === rule.id), document.activeElement);
    },
    narrow: (rule) => {
      find("rule").value = find("rule").value === rule.id ? "" : rule.id;
      show();
      find("rule").focus();
    },
  });
  const runs = new Runs({
    progress: ({ phase, done, total }) => {
      find("progress").max = total;
      find("progress").value = done;
      write(find("progress-words"), say(phase, { done, total }));
    },
    finished: (found, ofReader) => {
      outcomes = found;
      ofDocuments = ofReader;
      speakRules();
      running(false);
      if (!last.end(outcomes)) tell(() => say("notKept"));
      else tell(() => [say("finished", { count: outcomes.length }), othersSaid()].filter(Boolean).join(" "));
      fillFilters();
      show();
    },
    failed: (reason) => {
      running(false);
      tell(() => say("runFailed", { reason }));
    },
  });

  function speakRules() {
    book = engine.rules({ language: spoken() });
    rules = new Map([...book.rules, ...ofDocuments].map((rule) => [rule.id, rule]));
  }

  function othersSaid() {
    const count = [...others.values()].reduce((sum, one) => sum + one, 0);
    return count === 0 ? "" : say("others", { count, endings: [...others].map(([ending, of]) => `${ending || say("noEnding")} ${of}`).join("、") });
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
    others = taken.others;
    if (taken.files.length === 0) {
      running(false);
      return tell(() => [say("noReports"), othersSaid()].filter(Boolean).join(" "));
    }
    details.close();
    verdict = "";
    for (const name of filterNames) find(name).value = "";
    last.begin(find("blank").value);
    runs.start(taken.files, options());
  }

  function again() {
    if (outcomes.length === 0 && !runs.isRunning) return;
    details.close();
    running(true);
    runs.again(options());
  }

  function setAside(change) {
    const isKept = change();
    if (!isKept) tell(() => say("notKept"));
    details.draw();
    show();
    find("details").querySelector("h2")?.focus();
  }

  function fill(id, choices) {
    const chosen = find(id).value;
    find(id).replaceChildren(...choices.map(([value, text]) => element("option", { value, text })));
    find(id).value = choices.some(([value]) => value === chosen) ? chosen : choices[0][0];
  }

  function fillOptions() {
    fill("blank", [["missing", say("blankMissing")], ["zero", say("blankZero")]]);
    fill("level", [["", say("unsaid")], ...["nation", "province", "city", "county", "township"].map((one) => [one, say(one)])]);
    fill("kind", [["", say("unsaid")], ...["government", "department"].map((one) => [one, say(one)])]);
    fill("severity", [["", say("anyOne")], ...["error", "warning", "notice"].map((one) => [one, say(one)])]);
    fill("state", [["", say("anyOne")], ["open", say("stateOpen")], ["new", say("stateNew")], ["dismissed", say("stateDismissed")]]);
    fillFilters();
  }

  function fillFilters() {
    const order = new Intl.Collator("zh-CN");
    const there = new Set(outcomes.flatMap((outcome) => findingsOf(outcome).map(({ rule }) => rule)));
    fill("body", [["", say("anyOne")], ...[...new Set(outcomes.map(({ body }) => body).filter(Boolean))].sort(order.compare).map((one) => [one, one])]);
    fill("year", [["", say("anyOne")], ...[...new Set(outcomes.map(({ year }) => year).filter(Boolean))].sort().map((one) => [String(one), String(one)])]);
    fill("rule", [["", say("anyOne")], ...[...rules.values()].filter(({ id }) => there.has(id)).map(({ id, title }) => [id, title])]);
  }

  function show() {
    find("results").hidden = outcomes.length === 0;
    find("drop").classList.toggle("is-small", outcomes.length > 0);
    write(find("drop-words"), say(outcomes.length > 0 ? "dropAgain" : "dropWords"));
    showExpected();
    write(find("kept-note"), dismissed.size > 0 ? say("keptCount", { count: dismissed.size }) : "");
    if (outcomes.length === 0) return;
    const asked = Object.fromEntries(filterNames.map((name) => [name, find(name).value]));
    rows = filtered(outcomes, { ...asked, verdict }, { verdictOf: verdictFor, isDismissed, changeOf });
    const counts = new Map();
    for (const { findings } of rows) for (const id of new Set(findings.map(({ rule }) => rule))) counts.set(id, (counts.get(id) ?? 0) + 1);
    const shown = [...rules.values()].map((rule) => ({ ...rule, count: counts.get(rule.id) ?? 0 })).filter(({ count, kind }) => count > 0 || !(kind === "document" || find("only-broken").checked));
    matrix.draw(rows, shown);
    write(find("matrix-note"), say("matrixNote", { rows: rows.length, columns: shown.length, findings: rows.reduce((sum, row) => sum + row.findings.length, 0) }));
    showTally();
    showChanges();
  }

  function showTally() {
    const verdicts = outcomes.map(verdictFor);
    const part = (name, word, sign) => element("li", null, element("button", { type: "button", class: `tally-part ${name}`, "aria-pressed": String(verdict === (name === "all" ? "" : name)), click: () => {
      verdict = name === "all" || verdict === name ? "" : name;
      show();
      find("tally").querySelector(`.${name}`)?.focus();
    } }, element("b", { text: String(name === "all" ? outcomes.length : verdicts.filter((one) => one === name).length) }), element("span", null, sign ? icon(sign) : "", say(word))));
    const names = namesIn(find("expected-names").value);
    const missing = names.length === 0 ? [] : [element("li", { class: "tally-part missing" }, element("b", { text: String(compare(names, outcomes).missing.length) }), element("span", { text: say("tallyMissing") }))];
    find("tally").replaceChildren(part("all", "tallyAll"), part("error", "tallyError", "error"), part("warning", "tallyWarning", "warning"), part("clean", "tallyClean", "holds"), part("unreadable", "tallyUnreadable", "close"), ...missing);
  }

  function showChanges() {
    if (!last.isComparable) return write(find("since-last"), say("firstRun"));
    const changes = { new: 0, changed: 0, same: 0 };
    let gone = 0;
    for (const outcome of outcomes) {
      gone += last.gone(outcome).length;
      for (const finding of findingsOf(outcome)) if (changeOf(outcome, finding) !== null) changes[changeOf(outcome, finding)] += 1;
    }
    const isSame = changes.new + changes.changed + gone === 0;
    write(find("since-last"), say(isSame ? "sinceLastSame" : "sinceLast", { fresh: changes.new, changed: changes.changed, gone, same: changes.same }));
  }

  function showExpected() {
    const names = namesIn(find("expected-names").value);
    if (names.length === 0 || outcomes.length === 0) {
      write(find("expected-note"), "");
      return find("missing").replaceChildren();
    }
    const { missing, unexpected } = compare(names, outcomes);
    write(find("expected-note"), say("expectedCount", { names: names.length, missing: missing.length }));
    const list = (word, some) => [element("h2", { text: say(word, { count: some.length }) }), element("ul", { class: "names" }, ...some.map((name) => element("li", { text: name })))];
    find("missing").replaceChildren(
      ...(missing.length > 0 ? list("missingTitle", missing) : [element("p", { class: "all-holds" }, icon("holds"), say("noneMissing"))]),
      ...(unexpected.length > 0 ? list("unexpectedTitle", unexpected) : []));
  }

  function save(name, text, type) {
    saveText(name, text, type);
    tell(() => say("saved", { name }));
  }

  masthead(() => {
    speakRules();
    details.close();
    fillOptions();
    show();
    write(find("told"), told ? told() : "");
    again();
  });
  find("expected-names").value = expectedKept();
  speakRules();
  fillOptions();
  show();

  for (const [button, input] of [["choose-folder", "folder"], ["choose-files", "files"], ["expected-choose", "expected-file"], ["dismissed-choose", "dismissed-file"]]) find(button).addEventListener("click", () => find(input).click());
  for (const id of ["folder", "files"]) {
    find(id).addEventListener("change", () => {
      const found = ofInput(find(id));
      find(id).value = "";
      if (found.length > 0) take(found);
    });
  }
  find("try-examples").addEventListener("click", async () => {
    const { examples } = await import("../examples/index.js");
    const reports = await Promise.all(examples.map(({ load }) => load()));
    take(reports.map((report) => ({ path: `${report.body}-${report.year}.json`, file: new File([JSON.stringify(report)], "report.json") })));
  });
  // The whole page takes what is dropped: elsewhere a browser would leave it for the file.
  addEventListener("dragover", (event) => {
    event.preventDefault();
    find("drop").classList.add("is-over");
  });
  addEventListener("dragleave", (event) => { if (event.relatedTarget === null) find("drop").classList.remove("is-over"); });
  addEventListener("drop", (event) => {
    event.preventDefault();
    find("drop").classList.remove("is-over");
    if (event.dataTransfer) take(ofDrop(event.dataTransfer));
  });
  find("stop").addEventListener("click", () => {
    runs.stop();
    running(false);
    outcomes = [];
    show();
    tell(() => say("stopped"));
    find("choose-folder").focus();
  });
  find("blank").addEventListener("change", () => {
    last.begin(find("blank").value);
    again();
  });
  for (const id of ["level", "kind"]) find(id).addEventListener("change", again);
  for (const id of ["body", "year", "severity", "rule", "state", "only-broken"]) find(id).addEventListener("change", show);
  find("text").addEventListener("input", show);

  find("save-csv").addEventListener("click", () => save("gouji.csv", sheet({ outcomes, dismissed, changeOf }), "text/csv"));
  find("save-json").addEventListener("click", () => save("gouji.json", `${JSON.stringify(answers({ outcomes }), null, 2)}\n`, "application/json"));
  find("save-sarif").addEventListener("click", () => save("gouji.sarif", `${JSON.stringify(sarif({ outcomes, book: { ...book, rules: [...rules.values()] }, language: spoken(), dismissed, cells: allCells() }), null, 2)}\n`, "application/json"));

  find("expected-names").addEventListener("input", () => {
    keepExpected(find("expected-names").value);
    show();
  });
  find("expected-file").addEventListener("change", async () => {
    const [file] = find("expected-file").files;
    if (!file) return;
    find("expected-names").value = namesIn(await textOf(file)).join("\n");
    find("expected-file").value = "";
    keepExpected(find("expected-names").value);
    show();
  });
  find("dismissed-save").addEventListener("click", () => save("gouji-dismissed.json", `${JSON.stringify(dismissed.written(), null, 2)}\n`, "application/json"));
  find("dismissed-file").addEventListener("change", async () => {
    const [file] = find("dismissed-file").files;
    if (!file) return;
    let taken = null;
    try { taken = dismissed.import(JSON.parse(await file.text())); } catch { /* said below */ }
    find("dismissed-file").value = "";
    tell(() => (taken === null ? say("dismissedWrong") : say("dismissedTaken", { count: taken })));
    details.draw();
    show();
  });
  find("forget").addEventListener("click", () => {
    forgetAll();
    dismissed.forget();
    find("expected-names").value = "";
    last.begin(find("blank").value);
    tell(() => say("forgotten"));
    details.draw();
    show();
  });
}

learn(words);
load().then(start).catch((reason) => {
  cannotStart(find("review"), reason);
});
