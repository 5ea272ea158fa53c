// The form while it is filled in: the parts are made here and told of one another.
import { form, ready, rules, years } from "../index.js";
import { Announcer } from "./announcer.js";
import { Bar } from "./bar.js";
import { Draft, isFilled, nameOf } from "./draft.js";
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

/** How long the typing must pause before findings are shown; balances follow at once. */
const PAUSE = 200;
/** From this width on the findings stand beside the form; below the second, rows are scrolled sideways. */
const WIDE = 1120;
const NARROW = 760;

export class Filling {
  constructor(host, root) {
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
    /** The cell one is in, and the one one was in last. */
    this.cell = null;
    this.lastCell = null;
    this.findings = [];
    this.timer = 0;
    this.frame = 0;

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

  // --- coming and going ---

  connect() {
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
    for (const error of settings.errors) {
      console.warn(error.message);
      this.fire("gouji-error", { error });
    }
    this.keeping = settings.draft === null ? null : new Keeping(settings.draft + "." + (settings.year || report.year || ""));
    const kept = this.keeping === null ? null : this.keeping.kept();
    if (kept === null || JSON.stringify(kept.report.cells) === JSON.stringify(report.cells || {})) return this.open(report);
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
    for (const key of Object.keys(draft.sections)) if (draft.sections[key] !== "") sections[key] = draft.sections[key];
    const others = { year: undefined, level: undefined, kind: undefined, body: undefined, sections: undefined };
    this.open(Object.assign(draft.report(), others, this.own, Object.keys(sections).length > 0 ? { sections } : {}));
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

  // --- what is written ---

  /** Writes cells, in one step that can be taken back. `typing`: by the person in the field itself. */
  change(entries, typing) {
    this.attempt(() => this.wrote(() => this.draft.change(entries, typing)));
    if (typing) return;
    this.sheet.show(entries.map(([cell]) => cell), this.draft);
    this.announce();
  }

  /** After everything that is written, by whomever. What was written stays, even where the core fails over it. */
  wrote(work) {
    try {
      work();
    } finally {
      this.mending.wait();
      this.refresh();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.attempt(() => this.look()), PAUSE);
      clearTimeout(this.keepTimer);
      this.isKept = false;
      this.keepTimer = setTimeout(() => this.keep(), PAUSE);
    }
  }

  /** What must be true at every moment: the value, whether it may be submitted, the balances, what could be filled in. */
  refresh() {
    const { draft } = this;
    this.submission.write(JSON.stringify(draft.report()));
    this.edges.show(draft.relations, this.unfinished());
    this.hints.show(this.isWritable() ? draft : null, this.hard, this.previous, this.speech);
    this.bar.allow({ undo: this.isWritable() && draft.steps.length > 0, redo: this.isWritable() && draft.undone.length > 0, paste: this.isWritable() });
    this.judge();
  }

  judge() {
    // While cells are blank, that is reason enough: hundreds of findings need not be made at each key stroke.
    const blanks = this.settings.blank === "zero" ? 0 : this.draft.form.cells.length - this.draft.filledCount();
    const findings = this.draft.findings(blanks === 0);
    const error = findings.filter(({ severity }) => severity === "error").length + blanks;
    const warning = findings.filter(({ severity, explained }) => severity === "warning" && explained === null).length;
    const isValid = error === 0 && (warning === 0 || !this.settings.mustExplain);
    const flags = { customError: true, valueMissing: blanks > 0 };
    this.submission.judge(flags, isValid ? "" : this.speech.say("invalid", { error, warning }), this.list.root);
  }

  undo() {
    return this.move(() => this.draft.undo(), "undone");
  }

  redo() {
    return this.move(() => this.draft.redo(), "redone");
  }

  move(work, words) {
    if (!this.isWritable()) return false;
    let cells = null;
    this.attempt(() => this.wrote(() => {
      cells = work();
    }));
    if (cells === null) return true;
    this.sheet.show(cells, this.draft);
    if (!cells.includes(this.cell)) this.keyboard.go(cells[0]);
    this.announcer.tell(this.speech.say(words));
    this.announce();
    return true;
  }

  /** Esc: what stood in the cell when it was entered. */
  restore(cell) {
    if (this.before === undefined || this.before === this.draft.textOf(cell) || !this.isWritable()) return false;
    this.change([[cell, this.before]], false);
    this.sheet.inputs.get(cell).select();
    return true;
  }

  /** Empties the chosen cells. */
  clear() {
    if (!this.isWritable()) return false;
    const entries = this.selection.cells.filter((cell) => isFilled(this.draft.values.get(cell))).map((cell) => [cell, ""]);
    if (entries.length > 0) this.change(entries, false);
    this.announcer.tell(this.speech.say("cleared", { count: entries.length }));
    return true;
  }

  /** Takes what is offered at a cell; false where nothing is. */
  take(cell) {
    const offer = this.hints.offers.get(cell);
    if (offer === undefined || !this.isWritable()) return false;
    this.change([[cell, offer.value]], false);
    this.announcer.tell(this.speech.say("taken", { value: offer.value }));
    const input = this.sheet.inputs.get(cell);
    if (this.cell === cell) input.select();
    return true;
  }

  offerCarried() {
    const { speech } = this;
    const entries = this.isWritable() ? this.hints.carried() : [];
    if (entries.length < 2) return this.carried.clear();
    this.carried.show(speech, speech.say("carriedAll", { count: entries.length }), [{
      name: "carry",
      words: speech.say("carriedTake", { count: entries.length }),
      act: () => {
        const now = this.hints.carried();
        this.change(now, false);
        this.announcer.tell(speech.say("carriedTaken", { count: now.length }));
        this.keyboard.go(now[0][0]);
      },
    }]);
  }

  mend(repair) {
    const entries = repair.changes.filter(({ to }) => to !== null).map(({ cell, to }) => [cell, String(to)]);
    this.sheet.preview(null);
    this.change(entries, false);
    this.message.show(this.speech, this.speech.say("applied", { count: entries.length }), [{ name: "undo-apply", words: this.speech.say("undo"), act: () => this.undo() }]);
    this.sheet.focus(entries[0][0]);
  }

  // --- what is shown ---

  /** Relations and findings about which nothing is said yet: someone is at a row of theirs, and not all is filled in. */
  isUnfinished(cells) {
    if (this.whole || this.cell === null || cells.length < 2) return false;
    if (!cells.some(({ cell, previous }) => !previous && !isFilled(this.draft.values.get(cell)))) return false;
    const row = this.rows.find((one) => one.cells.includes(this.cell));
    return row !== undefined && cells.some(({ cell }) => row.cells.includes(cell));
  }

  unfinished() {
    const names = new Set();
    for (const { id, instances } of this.hard) {
      for (const { at, cells } of instances) if (this.isUnfinished(cells)) names.add(nameOf({ rule: id, at }));
    }
    return names;
  }

  look() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    const { draft, speech, titles } = this;
    this.findings = draft.findings(this.whole).filter(({ cells }) => !this.isUnfinished(cells));
    this.list.show(this.findings, { draft, speech, whole: this.whole, titles, readonly: !this.isWritable() });
    this.marks.show(this.findings, this.list.listed, speech);
    this.sheet.mark(new Set(this.findings.filter(({ rule }) => rule === "section-missing").map(({ at }) => at)));
    this.edges.show(draft.relations, this.unfinished());
    this.bar.show(this.findings);
    this.announcer.follow(this.findings, speech);
    this.fire("gouji-change", { findings: this.findings, ok: !this.findings.some(({ severity }) => severity === "error"), filled: draft.filledCount() });
    // Behind what the page paints in the next frame.
    this.frame = requestAnimationFrame(() => setTimeout(() => this.attempt(() => this.seek())));
  }

  seek() {
    if (this.draft === null || !this.host.isConnected) return;
    const isBroken = this.findings.some(({ severity, rule }) => severity === "error" && rule !== "cell-blank");
    this.mending.show(isBroken && this.isWritable() ? this.draft.repairs() : null, this.draft, this.speech);
  }

  entered(cell) {
    this.cell = cell;
    this.lastCell = cell;
    this.before = this.draft.textOf(cell);
    this.sheet.light(cell);
    this.hints.enter(cell);
    this.tellPlace();
    const [name] = this.marks.findingsOf.get(cell) || [];
    this.set(name === undefined ? null : name);
    this.lookSoon();
  }

  left(cell) {
    if (this.draft.textOf(cell) !== this.before) this.fire("change");
    this.draft.settle();
    this.hints.leave();
    this.sheet.light(null);
    if (this.cell === cell) this.cell = null;
    this.lookSoon();
  }

  /** Whether something is told of unfinished rows depends on where one is. */
  lookSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.attempt(() => this.look()), PAUSE);
  }

  set(name) {
    this.marks.choose(this.findings.find((one) => nameOf(one) === name) || null);
    this.list.choose(name);
  }

  /** Leads from a finding to where it most likely comes from. */
  choose(name) {
    const finding = this.findings.find((one) => nameOf(one) === name);
    if (finding === undefined) return;
    const cell = this.marks.suspect(finding);
    if (cell !== null) this.sheet.focus(cell);
    else if (this.sheet.texts.has(finding.at)) this.sheet.texts.get(finding.at).focus();
    this.set(name);
  }

  tellPlace() {
    if (this.draft === null) return;
    if (this.selection.isRange()) {
      const text = this.speech.say("sum", Object.assign({ cells: this.selection.cells.length }, this.selection.sum(this.draft)));
      this.bar.tell(text);
      this.announcer.tell(text);
      return;
    }
    const known = this.draft.form.cells.find(({ id }) => id === this.cell);
    this.bar.tell(known === undefined ? "" : this.speech.cellName(known));
  }

  // --- what the page asks for ---

  isWritable() {
    return !this.isDisabled && !this.host.hasAttribute("readonly");
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

  keep() {
    clearTimeout(this.keepTimer);
    if (this.isKept || this.keeping === null || this.draft === null) return;
    this.isKept = true;
    this.keeping.keep(this.draft.report());
  }

  forget() {
    clearTimeout(this.keepTimer);
    this.isKept = true;
    if (this.keeping !== null) this.keeping.forget();
  }

  announce() {
    this.fire("input");
    this.fire("change");
  }

  fire(name, detail) {
    const options = { bubbles: true, composed: name !== "change" };
    this.host.dispatchEvent(detail === undefined ? new Event(name, options) : new CustomEvent(name, Object.assign({ detail }, options)));
  }

  /** A defect of ours must not take away what was typed. */
  attempt(work) {
    try {
      work();
    } catch (error) {
      console.error(error);
      this.message.show(this.speech, this.speech.say("fault"), [], true);
      this.fire("gouji-error", { error });
    }
  }
}
