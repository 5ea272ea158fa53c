// The page of one report. What the first paint and the first verdict need is made here and told of one another; the
// rest comes right behind it (later.js), and the page works without it in the meantime.

import { Balances } from "./balance.js";
import { Draft, nameOf } from "./draft.js";
import { element } from "./element.js";
import { load } from "./engine.js";
import { OfficialForm } from "./form.js";
import { icon } from "./icons.js";
import { keepDraft, keptDraft, keptPrevious } from "./keeping.js";
import { Marks } from "./marks.js";
import { Message } from "./message.js";
import { Setup } from "./setup.js";
import { Sheet } from "./sheet.js";
import { Summary, countsOf } from "./summary.js";
import * as theme from "./theme.js";
import { asked, formText, learn, say, speak, spoken } from "./words.js";
import zh from "./words/zh.js";

const find = (id) => document.getElementById(id);
/** How long the typing must pause before findings are asked for; balances follow at once. */
const pause = 120;

function start(engine) {
  const draft = new Draft(engine, spoken());
  const message = new Message(find("message"));
  let chosen = null;
  let cellInFocus = null;
  let timer = 0;
  let rules = [];
  /** What later.js gives: what it does with findings in words, what it says of a cell, what a write means to it. */
  let more = null;

  const form = new OfficialForm(find("form"), {
    typed: (cell, text) => write([[cell, text]], cell),
    focused: (cell) => focused(cell),
    named: (body) => refile({ body }),
  });
  const marks = new Marks(form);
  const balances = new Balances((name) => choose(name));
  const summary = new Summary(find("summary"), () => { draft.whole = false; draft.look(); });
  const sheet = new Sheet(find("panel"), find("dock"), find("sheet-close"));
  const setup = new Setup(engine.years(), (changes) => refile(changes));

  const write = (entries, field) => {
    more?.writing(entries.map(([cell]) => cell));
    draft.write(entries, field);
  };
  const refile = (changes) => {
    more?.writing([]);
    draft.refile(changes);
  };

  const namesAt = (cell) => marks.findingsOf.get(cell) ?? [];
  const findingCalled = (name) => draft.findings.find((one) => nameOf(one) === name);

  function choose(name) {
    const finding = findingCalled(name);
    if (!finding) return;
    chosen = name;
    marks.choose(finding);
    more?.opened([name]);
    const cell = marks.suspect(finding);
    if (!cell) return;
    if (sheet.isOpen) sheet.toggle(false);
    form.focus(cell);
  }

  function focused(cell) {
    const names = namesAt(cell);
    if (cell !== cellInFocus) draft.settle();
    cellInFocus = cell;
    form.light(cell);
    if (timer) look();
    more?.focused(cell);
    if (!names.includes(chosen)) chosen = names[0] ?? null;
    marks.choose(chosen ? findingCalled(chosen) : null);
    more?.opened(chosen ? [chosen, ...names.filter((name) => name !== chosen)].slice(0, 2) : []);
    showDock();
  }

  function showDock() {
    const cell = draft.form.cells.find(({ id }) => id === cellInFocus);
    const finding = findingCalled(namesAt(cellInFocus)[0]);
    const said = finding?.message ?? (cell ? formText({ text: cell.label, english: cell.english }) : null);
    sheet.show(draft, [more?.line(cellInFocus), said].filter(Boolean).join(" · ") || null);
  }

  function look() {
    clearTimeout(timer);
    timer = 0;
    draft.look();
  }

  draft.addEventListener("open", () => {
    rules = engine.rules({ language: spoken() }).rules;
    chosen = null;
    form.draw(draft.form, draft.report, draft.values);
    balances.draw(form.tables, rules);
    balances.show(draft.relations);
    summary.draw();
    setup.show(draft);
    cellInFocus = form.cellInFocus();
  });
  draft.addEventListener("figures", ({ detail: cells }) => {
    form.fill(cells, draft.values);
    balances.show(draft.relations);
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  });
  draft.addEventListener("findings", () => {
    marks.show(draft.findings);
    if (chosen && !findingCalled(chosen)) chosen = null;
    marks.choose(chosen ? findingCalled(chosen) : null);
    summary.show(draft);
    setup.aside(draft);
    showDock();
    const { error } = countsOf(draft);
    document.title = (error > 0 ? `(${error}) ` : "") + say("pageTitle");
    keepDraft(draft);
  });
  draft.addEventListener("fault", () => message.show(() => say("fault"), { trouble: true }));

  find("whole").addEventListener("click", () => {
    draft.whole = true;
    look();
    more?.toldWhole();
    if (sheet.isSmall) sheet.toggle(true);
    else find("findings-title").focus();
  });
  find("language").addEventListener("click", async () => {
    await talk(spoken() === "zh" ? "en" : "zh");
    setup.draw();
    message.draw();
    draft.speak(spoken());
  });

  const kept = keptDraft();
  // Reports are filed at the beginning of a year for the year before.
  const due = engine.years().filter((year) => year < new Date().getFullYear()).pop() ?? engine.years()[0];
  const report = kept && engine.years().includes(kept.year) ? kept : { year: due, cells: {} };
  draft.previous = kept ? keptPrevious() : null;
  draft.take(report);
  if (draft.hasFigures) message.show(() => say("restored"));
  // The form, its marks and the counts are painted first.
  requestAnimationFrame(() => setTimeout(async () => {
    const [{ furnish }] = await Promise.all([import("./later.js"), dressed()]);
    more = furnish(engine, { draft, form, marks, sheet, message, due, write, choose, look, showDock, findingCalled, rules: () => rules });
    find("page").removeAttribute("aria-busy");
    if (cellInFocus) focused(cellInFocus);
  }));
}

/** The styles of what comes later. They stand in their places in the head, disabled. */
const dressed = () => Promise.all([...document.querySelectorAll('link[rel="stylesheet"][disabled]')].map((link) => new Promise((resolve) => {
  link.onload = link.onerror = resolve;
  link.disabled = false;
})));

/** Everything in the page that speaks but is no part of the report. */
async function talk(language) {
  if (language === "en") learn({ en: (await import("./words/en.js")).default });
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

learn({ zh });
find("stays-sign").replaceWith(icon("lock"));
theme.follow(showTheme);
find("theme").addEventListener("click", () => {
  theme.toggle();
  showTheme();
});
const told = talk(asked());
load().then(async (engine) => {
  await told;
  start(engine);
}, (reason) => {
  console.error(reason);
  find("form").replaceChildren(element("p", { class: "trouble", role: "alert", text: typeof WebAssembly === "undefined" ? say("cannotRun") : say("cannotLoad", { reason: reason.message }) }));
  for (const control of document.querySelectorAll(".tools button, .tools select")) control.disabled = true;
});
