// What comes behind the first paint and verdict: the findings in words, the keyboard, the ways in and out, repairs, the
// picture of where the requests went. At last, while nothing else is to do, what a click may ask for, so that the page works without a network.

import { Announcer } from "./announce.js";
import { Arriving } from "./arriving.js";
import { copyTables } from "./copying.js";
import { Deeds } from "./deeds.js";
import { formOf } from "./draft.js";
import { allWell, beginning, exampleChoices } from "./empty.js";
import { bringReader, loadRepair } from "./engine.js";
import { examples } from "./examples/index.js";
import { FindingList } from "./findings.js";
import * as files from "./files.js";
import { FlowPicture } from "./flow-picture.js";
import { Keyboard } from "./keyboard.js";
import { Mending } from "./mending.js";
import { Odd, oddOf } from "./odd.js";
import { placeOf } from "./place.js";
import { Previous } from "./previous.js";
import { countsOf, summaryLine } from "./summary.js";
import { Tools } from "./tools.js";
import { learn, say } from "./words.js";
import zh from "./words/zh-later.js";

learn({ zh });
const find = (id) => document.getElementById(id);

/** Adds them to the parts there are, and gives what those ask of them. */
export function furnish(engine, { draft, form, marks, sheet, message, due, write, choose, look, showDock, findingCalled, rules }) {
  const announcer = new Announcer(find("live"));
  const ruleOf = (id) => rules().find((rule) => rule.id === id);
  const list = new FindingList(find("findings"), {
    choose,
    explain: (name, text) => { draft.explain(name, text); draft.look(); },
    titleOf: (rule) => ruleOf(rule)?.title ?? rule,
    equationOf: (rule) => ruleOf(rule)?.equation ?? null,
    nameOf: (name) => {
      const finding = findingCalled(name);
      return [ruleOf(finding.rule)?.title, placeOf(finding, draft.form)].filter(Boolean).join(" · ");
    },
  });
  const flow = new FlowPicture({ choose });
  const keyboard = new Keyboard(find("form"), form, {
    restore: (cell, text) => write([[cell, text]]),
    paste: (entries, over) => {
      const before = draft.held(entries.map(([cell]) => cell));
      draft.write(entries);
      deeds.tell(() => say(over > 0 ? "pastedOver" : "pasted", { count: entries.length, over }), before);
    },
    explain: (cell) => {
      const [name] = marks.findingsOf.get(cell) ?? [];
      if (!name) return false;
      sheet.toggle(true);
      return list.focus(name);
    },
    offer: (cell) => mending.enter(cell),
    move: (again) => move(again, true),
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
    told: (words, before) => {
      look();
      deeds.tell(words, before);
      if (form.cellInFocus()) return;
      if (sheet.isOpen) sheet.toggle(false);
      form.show(before[0][0]);
      find("undo").focus({ preventScroll: true });
    },
    shown: (names, cells) => {
      marks.mend(names, cells);
      showDock();
    },
  });

  const deeds = new Deeds(draft, message, look);
  /** A step back, or forth again; by a key, the focus goes to what it changed. */
  function move(again, byKey) {
    const cells = deeds.move(again);
    if (!cells) return;
    look();
    const cell = cells.find((one) => form.inputs.has(one));
    if (!cell || cells.includes(form.cellInFocus())) return;
    if (byKey && form.cellInFocus()) form.focus(cell);
    else form.show(cell);
  }
  const take = (report, words, isWhole = true, previous = null) => {
    const undoable = draft.hasFigures || Boolean(draft.report.body) || previous !== null;
    if (isWhole) draft.take(report, previous ?? undefined);
    else draft.add(report);
    if (undoable) deeds.tell(words);
    else message.show(words);
  };
  const example = async ({ load }) => {
    sheet.toggle(false);
    const report = await load();
    take(report, () => say("loaded", { ...report, source: report.meta.source }));
  };

  const previous = new Previous(find("previous"), {
    remove: () => {
      draft.beside(null);
      deeds.tell(() => say("previousGone"));
    },
    carry: (entries) => {
      const before = draft.held(entries.map(([cell]) => cell));
      draft.write(entries);
      look();
      deeds.tell(() => say("pasted", { count: entries.length }), before);
    },
  });
  const arriving = new Arriving(find("preview"), draft, engine.years(), (report) => formOf(engine, report), {
    take,
    beside: (report) => {
      draft.beside(report);
      deeds.tell(() => say("previousTaken", { year: report.year }));
    },
    busy: (words) => message.show(words),
    quiet: () => message.clear(),
    trouble: (words) => message.show(words, { trouble: true }),
  });

  const tools = new Tools(examples, {
    example,
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
    back: () => move(false),
    forth: () => move(true),
    clear: () => {
      if (!draft.hasFigures) return;
      const { year, level, kind, body } = draft.report;
      take({ year, level, kind, body, cells: {} }, () => say("cleared"));
      find("undo")?.focus();
    },
    forget: () => message.show(() => say("forgetAsk"), {
      name: "forgetNow",
      undo: () => {
        deeds.forget();
        draft.forget(due);
        message.show(() => say("forgotten"));
      },
    }),
  });

  const drawn = () => {
    list.reset();
    announcer.reset();
    tools.draw();
    tools.follow(draft);
    flow.draw(draft, find("section-requests").parentElement);
    keyboard.follow(draft.form);
  };
  const odd = new Odd(find("odd"), {
    keep: (entries) => {
      const isFewer = entries.length < oddOf(draft.report).length;
      draft.keepOdd(entries);
      if (isFewer) deeds.tell(() => say("oddGone"));
    },
    choose: (cell) => {
      sheet.toggle(false);
      form.focus(cell);
    },
  });

  const found = () => {
    list.show(draft.findings, () => (draft.hasFigures ? allWell(draft.whole) : beginning(exampleChoices(examples, example))));
    announcer.follow(draft.findings, () => (mending.isOffered ? say("offerTold") : ""));
    previous.show(draft);
    odd.show(draft.report, draft.form, draft.findings.length > 0);
    tools.follow(draft);
  };
  draft.addEventListener("open", drawn);
  draft.addEventListener("figures", () => {
    flow.show();
    tools.follow(draft);
  });
  draft.addEventListener("findings", found);
  drawn();
  found();
  comeSoon(engine, draft);

  return {
    opened: (names) => list.open(names),
    toldWhole: () => announcer.tell(summaryLine(countsOf(draft))),
    writing: (cells) => deeds.writing(cells),
    focused: (cell) => {
      if (cell.startsWith("requests.")) flow.choose(cell.split(".").pop());
      mending.focused(cell);
    },
    line: (cell) => mending.line(cell),
  };
}

/** A page without repairs still checks; what else does not come now is asked for once more when it is needed. */
async function comeSoon(engine, draft) {
  await loadRepair(engine).then(() => draft.mend(), console.error);
  const idle = () => new Promise((resolve) => { if (typeof requestIdleCallback === "function") requestIdleCallback(resolve, { timeout: 2000 }); else setTimeout(resolve, 200); });
  const parts = [...examples.map(({ load }) => load), () => import("./intake.js"), () => import("./preview.js"), () => import("./check-sheet.js"), () => import("./words/en.js"), bringReader, async () => (await import("./staying.js")).stay()];
  for (const load of parts) {
    await idle();
    await load().catch(() => {});
  }
}
