// The page of one report: the parts are made here and told of one another.

import { Announcer } from "./announce.js";
import { Arriving } from "./arriving.js";
import { Balances } from "./balance.js";
import { Draft, formOf, nameOf } from "./draft.js";
import { copyTables } from "./copying.js";
import { element } from "./element.js";
import { allWell, beginning, exampleChoices } from "./empty.js";
import { load, loadRepair } from "./engine.js";
import { examples } from "./examples/index.js";
import { FindingList } from "./findings.js";
import { FlowPicture } from "./flow-picture.js";
import * as files from "./files.js";
import { OfficialForm } from "./form.js";
import { icon } from "./icons.js";
import { keepDraft, keptDraft, keptPrevious } from "./keeping.js";
import { Keyboard } from "./keyboard.js";
import { Marks } from "./marks.js";
import { Mending } from "./mending.js";
import { Message } from "./message.js";
import { placeOf } from "./place.js";
import { Previous } from "./previous.js";
import { Sheet } from "./sheet.js";
import { Summary, countsOf, summaryLine } from "./summary.js";
import * as theme from "./theme.js";
import { Tools } from "./tools.js";
import { asked, formText, say, speak, spoken } from "./words.js";

const find = (id) => document.getElementById(id);
/** How long the typing must pause before findings are asked for; balances follow at once. */
const pause = 120;

function start(engine) {
  const draft = new Draft(engine, spoken());
  const message = new Message(find("message"));
  const announcer = new Announcer(find("live"));
  let chosen = null;
  let cellInFocus = null;
  let timer = 0;
  /** What Ctrl+Z takes back: the last thing done at one stroke, until something is typed. */
  let deed = null;
  let titles = new Map();
  let equations = new Map();

  const form = new OfficialForm(find("form"), {
    typed: (cell, text) => write([[cell, text]]),
    focused: (cell) => focused(cell),
    named: (body) => refile({ body }),
  });
  const marks = new Marks(form);
  const balances = new Balances((name) => choose(name));
  const flow = new FlowPicture({ choose: (name) => choose(name) });
  const list = new FindingList(find("findings"), {
    choose: (name) => choose(name),
    explain: (name, text) => { draft.explain(name, text); draft.look(); },
    titleOf: (rule) => titles.get(rule) ?? rule,
    equationOf: (rule) => equations.get(rule) ?? null,
    nameOf: (name) => {
      const finding = findingCalled(name);
      return [titles.get(finding.rule), placeOf(finding, draft.form)].filter(Boolean).join(" · ");
    },
  });
  const summary = new Summary(find("summary"), () => { draft.whole = false; draft.look(); });
  const sheet = new Sheet(find("panel"), find("dock"), find("sheet-close"));
  const keyboard = new Keyboard(find("form"), form, {
    restore: (cell, text) => write([[cell, text]]),
    paste: (entries, over) => {
      draft.keep();
      draft.write(entries);
      tell(() => say(over > 0 ? "pastedOver" : "pasted", { count: entries.length, over }));
    },
    explain: (cell) => {
      const [name] = marks.findingsOf.get(cell) ?? [];
      if (!name) return false;
      sheet.toggle(true);
      return list.focus(name);
    },
    offer: (cell) => mending.enter(cell),
    takeBack: (again) => {
      if (!deed || deed.name !== (again ? "redo" : "undo")) return false;
      deed.undo();
      return true;
    },
  });
  const mending = new Mending(find("form"), draft, form, list, {
    go: (cell) => {
      sheet.toggle(false);
      form.focus(cell);
    },
    details: () => {
      sheet.toggle(true);
      list.openOffer();
      mending.focusOffer();
    },
    isSmall: () => sheet.isSmall,
    told: (words, before, after) => {
      look();
      repaired(words, before, after);
    },
    shown: () => showDock(),
  });

  const write = (entries) => {
    deed = null;
    draft.write(entries);
  };
  const refile = (changes) => {
    deed = null;
    draft.refile(changes);
  };

  const back = () => {
    draft.undo();
    tell(() => say("undone"), "redo");
  };
  const tell = (words, name = "undo", undo = back) => {
    deed = { name, undo };
    message.show(words, deed);
  };
  /** What a repair wrote is taken back cell by cell, so that whatever was typed since stays. */
  function repaired(words, before, after) {
    const put = (entries, said, name, next) => () => {
      draft.write(entries);
      look();
      tell(said, name, next());
    };
    const undo = () => put(before, () => say("undone"), "redo", redo);
    const redo = () => put(after, words, "undo", undo);
    tell(words, "undo", undo());
    if (form.cellInFocus()) return;
    if (sheet.isOpen) sheet.toggle(false);
    form.show(before[0][0]);
    find("undo").focus({ preventScroll: true });
  }
  const take = (report, words, isWhole = true, previous = null) => {
    const undoable = draft.hasFigures || Boolean(draft.report.body) || previous !== null;
    if (undoable) draft.keep();
    if (previous) draft.previous = previous;
    if (isWhole) draft.take(report);
    else draft.add(report);
    deed = null;
    if (undoable) tell(words);
    else message.show(words);
  };
  const loadExample = (report) => {
    sheet.toggle(false);
    take(report, () => say("loaded", { ...report, source: report.meta.source }));
  };

  const previous = new Previous(find("previous"), {
    remove: () => {
      draft.keep();
      draft.beside(null);
      tell(() => say("previousGone"));
    },
    carry: (entries) => {
      draft.keep();
      draft.write(entries);
      look();
      tell(() => say("pasted", { count: entries.length }));
    },
  });
  const arriving = new Arriving(find("preview"), draft, engine.years(), (report) => formOf(engine, report), {
    take,
    beside: (report) => {
      draft.keep();
      draft.beside(report);
      tell(() => say("previousTaken", { year: report.year }));
    },
    busy: (words) => message.show(words),
    quiet: () => message.clear(),
    trouble: (words) => message.show(words, { trouble: true }),
  });

  const namesAt = (cell) => marks.findingsOf.get(cell) ?? [];
  const findingCalled = (name) => draft.findings.find((one) => nameOf(one) === name);

  function choose(name) {
    const finding = findingCalled(name);
    if (!finding) return;
    chosen = name;
    marks.choose(finding);
    list.open([name]);
    const cell = marks.suspect(finding);
    if (!cell) return;
    if (sheet.isOpen) sheet.toggle(false);
    form.focus(cell);
  }

  function focused(cell) {
    const names = namesAt(cell);
    cellInFocus = cell;
    form.light(cell);
    if (cell.startsWith("requests.")) flow.choose(cell.split(".").pop());
    if (timer) look();
    mending.focused(cell);
    if (!names.includes(chosen)) chosen = names[0] ?? null;
    marks.choose(chosen ? findingCalled(chosen) : null);
    list.open(chosen ? [chosen, ...names.filter((name) => name !== chosen)].slice(0, 2) : []);
    showDock();
  }

  function showDock() {
    const cell = draft.form.cells.find(({ id }) => id === cellInFocus);
    const finding = findingCalled(namesAt(cellInFocus)[0]);
    const said = finding?.message ?? (cell ? formText({ text: cell.label, english: cell.english }) : null);
    sheet.show(draft, [mending.line(cellInFocus), said].filter(Boolean).join(" · ") || null);
  }

  function look() {
    clearTimeout(timer);
    timer = 0;
    draft.look();
  }

  draft.addEventListener("open", () => {
    const rules = engine.rules({ language: spoken() }).rules;
    titles = new Map(rules.map(({ id, title }) => [id, title]));
    equations = new Map(rules.map(({ id, equation }) => [id, equation]));
    chosen = null;
    form.draw(draft.form, draft.report, draft.values);
    balances.draw(form.tables, rules);
    flow.draw(draft, find("section-requests").parentElement);
    keyboard.follow(draft.form);
    balances.show(draft.relations);
    summary.draw();
    list.reset();
    announcer.reset();
    tools.show(draft);
    cellInFocus = form.cellInFocus();
  });
  draft.addEventListener("figures", ({ detail: cells }) => {
    form.fill(cells, draft.values);
    balances.show(draft.relations);
    flow.show();
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  });
  draft.addEventListener("findings", () => {
    marks.show(draft.findings);
    if (chosen && !findingCalled(chosen)) chosen = null;
    marks.choose(chosen ? findingCalled(chosen) : null);
    summary.show(draft);
    list.show(draft.findings, () => (draft.hasFigures ? allWell(draft.whole) : beginning(exampleChoices(examples, loadExample))));
    announcer.follow(draft.findings, () => (mending.isOffered ? say("offerTold") : ""));
    tools.aside(draft);
    previous.show(draft);
    showDock();
    const { error } = countsOf(draft);
    document.title = (error > 0 ? `(${error}) ` : "") + say("pageTitle");
    keepDraft(draft);
  });
  draft.addEventListener("fault", () => message.show(() => say("fault"), { trouble: true }));

  const tools = new Tools(engine.years(), {
    refile: (changes) => refile(changes),
    example: loadExample,
    copy: async () => {
      const isCopied = await copyTables(draft.form, draft.values);
      message.show(() => say(isCopied ? "copied" : "copyFailed"), { trouble: !isCopied });
    },
    "print-form": () => print(),
    "print-sheet": async () => {
      const { printCheckSheet } = await import("./check-sheet.js");
      printCheckSheet(engine, draft);
    },
    export: () => {
      const name = files.save(draft.written());
      message.show(() => say("exported", { name }));
    },
    imported: (chosen, options) => arriving.files(chosen, options),
    clear: () => {
      if (!draft.hasFigures) return;
      const { year, level, kind, body } = draft.report;
      take({ year, level, kind, body, cells: {} }, () => say("cleared"));
      find("undo")?.focus();
    },
    whole: () => {
      draft.whole = true;
      look();
      announcer.tell(summaryLine(countsOf(draft)));
      if (sheet.isSmall) sheet.toggle(true);
      else find("findings-title").focus();
    },
  });

  find("language").addEventListener("click", () => {
    talk(spoken() === "zh" ? "en" : "zh");
    tools.draw();
    message.draw();
    draft.speak(spoken());
  });

  find("forget").addEventListener("click", () => message.show(() => say("forgetAsk"), {
    name: "forgetNow",
    undo: () => {
      deed = null;
      draft.forget(due);
      message.show(() => say("forgotten"));
    },
  }));

  const kept = keptDraft();
  // Reports are filed at the beginning of a year for the year before.
  const due = engine.years().filter((year) => year < new Date().getFullYear()).pop() ?? engine.years()[0];
  const report = kept && engine.years().includes(kept.year) ? kept : { year: due, cells: {} };
  draft.previous = kept ? keptPrevious() : null;
  draft.take(report);
  if (draft.hasFigures) message.show(() => say("restored"));
  // The form is painted first. A page without repairs still checks.
  requestAnimationFrame(() => setTimeout(() => loadRepair(engine).then(() => draft.mend(), console.error)));
}

/** Everything in the page that speaks but is no part of the report. */
function talk(language) {
  speak(language);
  const button = find("language");
  button.textContent = say("language");
  button.lang = language === "zh" ? "en" : "zh-CN";
  showTheme();
}

function showTheme() {
  const dark = theme.isDark();
  find("theme").replaceChildren(icon(dark ? "sun" : "moon"), element("span", { text: say(dark ? "toLight" : "toDark") }));
}

find("stays-sign").replaceWith(icon("lock"));
theme.follow(showTheme);
find("theme").addEventListener("click", () => {
  theme.toggle();
  showTheme();
});
talk(asked());
load().then(start, (reason) => {
  console.error(reason);
  find("form").replaceChildren(element("p", { class: "trouble", role: "alert", text: typeof WebAssembly === "undefined" ? say("cannotRun") : say("cannotLoad", { reason: reason.message }) }));
  for (const control of document.querySelectorAll(".tools button, .tools select")) control.disabled = true;
});
