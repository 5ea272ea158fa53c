// The form while it is filled in: the parts are made here and told of one another, and the form comes and goes with the
// page. What is written and what is shown meanwhile stands in writing.js and showing.js.
import { form, ready, rules, years } from "../index.js";
import { Press } from "../press.js";
import { Announcer } from "./announcer.js";
import { Bar } from "./bar.js";
import { Draft } from "./draft.js";
import { dress } from "./dress.js";
import { Edges } from "./edges.js";
import { Findings } from "./findings.js";
import { rowsOf } from "./grid.js";
import { Hints } from "./hints.js";
import { Keyboard } from "./keyboard.js";
import { Keeping } from "./keeping.js";
import { Marks } from "./marks.js";
import { Mending } from "./mending.js";
import { Message } from "./message.js";
import { attribute, fill, node } from "./nodes.js";
import { Pasting } from "./pasting.js";
import { Selection } from "./selection.js";
import { Sheet } from "./sheet.js";
import { Speech } from "./speech.js";
import { submissionOf } from "./submission.js";
import { settingsOf } from "./settings.js";
import { Writing } from "./writing.js";

/** From this width on the findings stand beside the form; below the second, rows are scrolled sideways. */
const WIDE = 1120;
const NARROW = 760;

/** What somebody has written: the figures, and texts that are not empty. */
function written({ cells, sections, explanations }) {
  const texts = (some) => Object.keys(some || {}).filter((key) => some[key] !== "").map((key) => [key, some[key]]);
  return JSON.stringify([cells || {}, texts(sections), texts(explanations)]);
}

export class Filling extends Writing {
  constructor(host, root) {
    super();
    this.host = host;
    this.draft = null;
    /** A report that was given before the core was there. */
    this.given = undefined;
    this.previous = undefined;
    this.reader = null;
    this.whole = false;
    this.isDisabled = false;
    this.isQuiet = false;
    this.hasBegun = false;
    this.isComing = false;
    this.isKept = true;
    this.keeping = null;
    /** The messages that were told. */
    this.told = new Set();
    /** The cell one is in, and the one one was in last. */
    this.cell = null;
    this.lastCell = null;
    this.findings = [];
    this.timer = 0;
    this.frame = 0;
    this.press = null;
    this.looking = () => this.attempt(() => this.look());
    this.seeking = () => this.attempt(() => this.seek());

    this.speech = new Speech(host.getAttribute("language"));
    this.announcer = new Announcer();
    this.message = new Message();
    this.carried = new Message();
    this.sheet = new Sheet({
      typed: (cell, text) => this.change([[cell, text]], true),
      entered: (cell) => this.entered(cell),
      left: (cell) => this.left(cell),
      wrote: (section, text) => this.attempt(() => this.wrote(() => this.draft.writeSection(section, text))),
    });
    this.marks = new Marks(this.sheet);
    this.edges = new Edges((name) => this.choose(name));
    this.mending = new Mending({
      apply: (repair) => this.mend(repair),
      go: (cell) => this.sheet.focus(cell),
      preview: (repair) => this.sheet.preview(repair),
    });
    this.list = new Findings({
      choose: (name) => this.choose(name),
      explain: (name, text) => this.attempt(() => this.wrote(() => this.draft.explain(name, text))),
    }, this.mending.root);
    this.hints = new Hints(this.sheet, (cell) => this.take(cell));
    this.selection = new Selection(this.sheet, () => this.tellPlace());
    this.keyboard = new Keyboard(this.sheet, this.selection, {
      take: (cell) => this.take(cell),
      restore: (cell) => this.restore(cell),
      finding: (cell) => this.list.focus((this.marks.findingsOf.get(cell) || [])[0]),
      undo: () => this.undo(),
      redo: () => this.redo(),
      clear: () => this.clear(),
    });
    this.pasting = new Pasting(this);
    this.bar = new Bar({
      findings: () => this.list.root.focus(),
      undo: () => this.undo(),
      redo: () => this.redo(),
      paste: () => this.pasting.ask(),
      print: () => window.print(),
    });
    this.title = node("header", { class: "title", part: "title" });
    this.root = node("div", { class: "report", part: "report" }, this.title, this.message.root, this.carried.root, this.pasting.root,
      node("div", { class: "desk" }, node("div", { class: "paper" }, this.sheet.root), this.list.root), this.bar.root, this.announcer.root);
    this.root.hidden = true;
    this.waiting = node("p", { class: "waiting", role: "status" });
    root.appendChild(this.waiting);
    root.appendChild(this.root);
    dress(root, host);

    this.submission = submissionOf(host, { reset: () => this.reset(), invalid: () => this.list.root.focus() });
    host.addEventListener("invalid", () => {
      if (this.isQuiet || this.draft === null) return;
      this.whole = true;
      this.attempt(() => this.look());
      this.admit();
    });
    // Typed fields of the shadow are no fields of the page.
    this.onSubmit = (event) => {
      if (event.target === this.submission.form && !event.defaultPrevented) this.forget();
    };
    this.onLeave = () => this.keep();
    this.onPrint = () => this.sheet.stretch();
  }

  /** Firefox leads to the anchor of what is invalid only where the element itself could take the focus. */
  admit() {
    const { host } = this;
    if (host.hasAttribute("tabindex")) return;
    const lead = () => this.list.root.focus();
    host.setAttribute("tabindex", "-1");
    host.addEventListener("focus", lead);
    setTimeout(() => host.removeEventListener("focus", lead));
    // Without it Chromium would take the focus from what is inside.
    const leave = () => setTimeout(() => {
      if (host.contains(document.activeElement)) return;
      host.removeEventListener("focusout", leave);
      host.removeAttribute("tabindex");
    });
    host.addEventListener("focusout", leave);
  }

  connect() {
    this.press = new Press(document);
    this.submission.connect();
    window.addEventListener("submit", this.onSubmit);
    window.addEventListener("pagehide", this.onLeave);
    window.addEventListener("beforeprint", this.onPrint);
    this.observe();
    if (this.hasBegun) return this.attempt(() => this.redraw());
    this.waiting.textContent = this.speech.say("loading");
    ready().then(() => this.attempt(() => this.begin()), (error) => this.cannotRun(error));
  }

  disconnect() {
    this.keep();
    this.press.close();
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    window.removeEventListener("submit", this.onSubmit);
    window.removeEventListener("pagehide", this.onLeave);
    window.removeEventListener("beforeprint", this.onPrint);
    if (this.observer) this.observer.disconnect();
    this.submission.disconnect();
    // The figures stay; the core's memory is given back.
    if (this.draft !== null) this.draft.close();
  }

  observe() {
    const measure = () => {
      const { width } = this.host.getBoundingClientRect();
      attribute(this.root, "data-width", width >= WIDE ? "wide" : width < NARROW ? "narrow" : null);
    };
    if (typeof ResizeObserver === "function") {
      this.observer = new ResizeObserver(measure);
      this.observer.observe(this.host);
    }
    measure();
  }

  cannotRun(error) {
    this.waiting.textContent = this.speech.say("cannotRun", { reason: error.message });
    this.waiting.setAttribute("role", "alert");
    // What the page gave goes back as it came.
    const report = this.given !== undefined ? this.given : settingsOf(this.host, []).value;
    this.submission.write(JSON.stringify(report));
    this.fire("gouji-error", { error });
  }

  begin() {
    if (this.hasBegun || !this.host.isConnected) return;
    this.hasBegun = true;
    const settings = settingsOf(this.host, years());
    const report = this.given !== undefined ? this.given : settings.value;
    if (this.previous === undefined) this.previous = settings.previous;
    this.start(report);
  }

  /** What an attribute cannot be is told once, and the form goes on without it. */
  tell(errors) {
    for (const error of errors.filter(({ message }) => !this.told.has(message))) {
      this.told.add(error.message);
      console.warn(error.message);
      this.fire("gouji-error", { error });
    }
  }

  /** Each year has a draft of its own on this machine. True where the report belongs to another one than was kept so far. */
  comesTo(report) {
    const settings = settingsOf(this.host, years());
    const keeping = settings.draft === null ? null : new Keeping(settings.draft, settings.year || report.year || "");
    const place = (one) => (one === null ? null : one.place);
    if (place(keeping) === place(this.keeping)) return false;
    // What was typed for the other stays under its name.
    this.keep();
    this.keeping = keeping;
    return true;
  }

  /** Opens a report, or the draft of it that was kept. */
  start(report) {
    this.comesTo(report);
    const kept = this.keeping === null ? null : this.keeping.kept();
    if (kept === null || written(kept.report) === written(report)) return this.open(report);
    this.open(kept.report);
    const when = new Date(kept.at).toLocaleString(this.speech.language === "zh" ? "zh-CN" : "en");
    this.message.show(this.speech, this.speech.say("restored", { when }), [{
      name: "forget",
      words: this.speech.say("forget"),
      act: () => {
        this.forget();
        this.open(report);
        this.message.show(this.speech, this.speech.say("forgotten"));
        this.announce();
      },
    }]);
  }

  /** Takes a report and draws its form. */
  open(report) {
    const settings = settingsOf(this.host, years());
    this.settings = settings;
    this.tell(settings.errors);
    this.comesTo(report);
    this.speech = new Speech(settings.language);
    const year = settings.year || Number(report.year) || settings.due;
    if (!years().includes(year)) {
      this.root.hidden = true;
      this.waiting.hidden = false;
      this.waiting.textContent = this.speech.say("noForm", { year });
      // What cannot be shown is still submitted.
      if (this.draft !== null) this.draft.close();
      this.draft = null;
      this.given = report;
      this.submission.write(JSON.stringify(report));
      this.fire("gouji-error", { error: new RangeError("there is no form for the year " + year) });
      return;
    }
    this.own = {};
    for (const key of ["year", "level", "kind", "body", "sections"]) if (report[key] !== undefined) this.own[key] = report[key];
    const sections = settings.sections ? { sections: Object.assign({}, ...form(year).sections.filter(({ table }) => table === null).map(({ key }) => ({ [key]: "" })), report.sections) } : {};
    const options = { language: this.speech.language, blank: settings.blank };
    if (this.previous) options.previous = this.previous;
    if (this.draft !== null) this.draft.close();
    this.draft = new Draft(Object.assign({}, report, settings.about, sections, { year }), options);
    this.whole = false;
    this.draw();
  }

  /** The same figures, said or shown in another way. */
  redraw() {
    const { draft, whole } = this;
    // What the attributes said until now is theirs to say again.
    if (draft === null) return this.open(this.given);
    const sections = Object.assign({}, this.own.sections);
    // One that was given and is emptied stays empty.
    for (const key of Object.keys(draft.sections)) if (draft.sections[key] !== "" || key in sections) sections[key] = draft.sections[key];
    const others = { year: undefined, level: undefined, kind: undefined, body: undefined, sections: undefined };
    const report = Object.assign(draft.report(), others, this.own, Object.keys(sections).length > 0 ? { sections } : {});
    const isElsewhere = this.comesTo(report);
    // A form that nobody has touched shows the draft of the year that it comes to; what was typed goes along with the form.
    if (isElsewhere && draft.steps.length === 0) return this.start(report);
    this.open(report);
    if (isElsewhere) this.isKept = false;
    if (this.draft === null) return;
    this.draft.steps = draft.steps;
    this.draft.undone = draft.undone;
    this.whole = whole;
    this.refresh();
    this.look();
  }

  draw() {
    const { draft, speech, settings } = this;
    this.root.lang = speech.language === "zh" ? "zh-CN" : "en";
    this.root.setAttribute("aria-label", speech.say("form"));
    this.root.setAttribute("role", "group");
    this.waiting.hidden = true;
    this.root.hidden = false;
    const book = rules({ language: speech.language }).rules;
    this.titles = new Map(book.map(({ id, title }) => [id, title]));
    this.hard = book.filter(({ hard }) => hard).map((rule) => Object.assign({}, rule, { instances: rule.instances.filter(({ cells }) => cells.every(({ cell }) => draft.form.cells.some(({ id }) => id === cell))) }));
    const { body } = draft.rest;
    fill(this.title, body ? node("p", { class: "body", text: String(body) }) : null,
      node("h2", { text: speech.say("title", { year: draft.form.year }) }), node("p", { class: "quiet", lang: "zh-CN", text: draft.form.notice }));
    this.sheet.draw(draft, speech, settings.sections);
    this.edges.draw(this.sheet, this.hard, speech);
    const rows = rowsOf(draft.form);
    this.rows = rows;
    this.keyboard.follow(rows);
    this.selection.follow(rows);
    this.bar.draw(speech);
    this.announcer.reset();
    this.cell = null;
    this.allow();
    this.sheet.stretch();
    this.refresh();
    this.look();
    this.offerCarried();
  }

  allow() {
    this.sheet.allow({ disabled: this.isDisabled, readonly: this.host.hasAttribute("readonly") });
  }

  reset() {
    if (!this.hasBegun) return;
    this.forget();
    this.message.clear();
    this.attempt(() => this.open(settingsOf(this.host, years()).value));
  }
}
