// A form that is bound: its fields, the live session behind them, and what is shown beside them.
import { keyOf, suspected } from "../suspected.js";
import { Announcer } from "./announce.js";
import { Balances } from "./balances.js";
import { Fields, isReachable, isWritable, valueOf, writeValue } from "./fields.js";
import { isCellOfAnyYear, knowledge } from "./knowledge.js";
import { Marks, gravest } from "./marks.js";
import { element, remove } from "../nodes.js";
import { repairsOffered } from "../offered.js";
import { Press } from "../press.js";
import { Borrowed } from "./borrowed.js";
import { Offers } from "./offers.js";
import { speaker } from "./say.js";
import { putFirst, putLast, scopeOf } from "./scope.js";
import { Share } from "./share.js";
import { Submission } from "./submission.js";
import { Summary } from "./summary.js";
import { Uncovered } from "./uncovered.js";

let count = 0;

export class Binding {
  /** `engine`: what the package offers; started. */
  constructor(form, options, engine) {
    const { year, language } = options;
    this.form = form;
    this.options = options;
    this.document = form.ownerDocument;
    this.id = "gouji-" + (count += 1);
    const say = speaker(language);
    this.scope = scopeOf(form);
    const known = knowledge(engine, year, language);
    this.relations = known.relations;
    const unknown = options.fields === null || typeof options.fields === "function" ? undefined : Object.keys(options.fields).find((cell) => !known.ids.has(cell) && !isCellOfAnyYear(engine, cell));
    if (unknown !== undefined) throw new RangeError('bind: options.fields names "' + unknown + '", which is no cell of any year\'s form; form(' + year + ").cells lists them");
    this.fields = new Fields(form, this.scope, known, options);
    this.uncovered = new Uncovered(this.fields, year);
    this.session = engine.open({ ...options.report, year, cells: { ...(options.report.cells || {}), ...this.written() } }, options.check);
    this.share = new Share({ fields: this.fields, session: this.session, official: known.official, options });
    this.isZero = options.check.blank === "zero";
    this.states = new Map();
    this.borrowed = new Borrowed();
    this.place = element(this.document, "div", { hidden: true, "data-gouji-own": true });
    this.announcer = new Announcer(this.document, say);
    const room = { document: this.document, say, id: this.id, options, relations: this.relations };
    this.marks = new Marks({ ...room, borrowed: this.borrowed, place: this.place });
    this.balances = options.balances === false ? null : new Balances(room);
    this.offers = options.hasOffers ? new Offers({ ...room, take: (field, value) => this.take(field, value), apply: (repair) => this.apply(repair) }) : null;
    this.summary = new Summary({ ...room, go: (finding) => this.go(finding), isPlaced: ({ cells }) => cells.length === 0 || cells.some(({ cell }) => this.share.has(cell)), reach: (cell) => this.reach(cell), explain: (key, text) => this.explain(key, text), apply: (repair) => this.apply(repair) });
    this.sweepingUp = () => this.sweep() && this.look();
    // Submissions do not leave the shadow tree that a form stands in.
    this.root = form.isConnected ? form.getRootNode() : this.document;
    this.submission = new Submission({ document: this.document, root: this.root, form, options, review: (isFocused) => this.review(isFocused), sweep: this.sweepingUp, isOurs: (field) => this.marks.isOurs(field), holds: (one) => this.holds(one), explanations: (isAll) => this.explanations(isAll) });
    // The field that is being typed into: a figure that is half written is not yet wrong.
    this.editing = null;
    this.focused = null;
    // The cell whose offer was sent away; it comes back when the cell is entered anew.
    this.dismissed = null;
    // From the first submission on, what is asked only then is shown, too.
    this.isWhole = false;
    this.shown = [];
    this.found = null;
    this.sweeping = 0;
    this.isEnded = false;
    this.say = say;
    // What is drawn by itself waits for the end of a press.
    this.press = new Press(this.document);
    this.drawing = () => this.look();
    this.lookingAgain = () => this.refresh();
    putLast(this.place, this.scope);
    putLast(this.announcer.node, this.scope);
    // What the host hands over amiss is not for the clerk to mend.
    const amiss = this.session.findings().filter(({ rule, at }) => rule === "previous-unsuitable" || (rule === "value-invalid" && /^(level|kind)$/.test(at)));
    if (amiss.length > 0) console.warn("gouji/bind: " + amiss.map(({ message }) => message).join("; "));
    this.listen();
    this.look();
    this.announcer.know(this.shown);
  }

  /** What stands in the fields, by cell. */
  written() {
    const cells = {};
    for (const [cell, field] of this.fields.elements) cells[cell] = valueOf(field);
    return cells;
  }

  listen() {
    const { scope } = this;
    this.listeners = {
      input: (event) => this.typed(event.target, true),
      change: (event) => this.typed(event.target, false),
      focusin: (event) => this.entered(event.target),
      focusout: () => this.left(),
      keydown: (event) => this.pressed(event),
    };
    // On the way down, so that a host that stops its events does not stop them for us.
    for (const name of Object.keys(this.listeners)) scope.addEventListener(name, this.listeners[name], true);
    this.reset = ({ target }) => this.holds(target) && setTimeout(() => this.begin(), 0);
    this.root.addEventListener("reset", this.reset, true);
    const { MutationObserver } = this.document.defaultView;
    this.observer = new MutationObserver((records) => {
      if (records.some(isOfFields)) this.press.after(this.lookingAgain);
    });
    this.observer.observe(scope, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-gouji-cell", "name"] });
  }

  /** The form was reset: nobody has been asked to submit what stands there now. */
  begin() {
    if (this.isEnded) return;
    this.isWhole = false;
    this.editing = null;
    this.summary.forget();
    const { explanations = {} } = this.options.report;
    for (const key of Object.keys(this.explanations(true))) if (!(key in explanations)) this.session.explain(key, null);
    for (const key of Object.keys(explanations)) this.session.explain(key, explanations[key]);
    this.sweep();
    this.press.after(this.drawing);
  }

  /** Whether a form is the one to hold: the bound one; of another element that it lies in, or that lies in it, the one with the fields. */
  holds(form) {
    return form === this.form || (!this.form.matches("form") && [...this.fields.elements.values()].some((field) => field.form === form));
  }

  /** By finding; of those that were given, what answers a warning that stands, or all. */
  explanations(isAll) {
    const given = this.session.report().explanations || {};
    if (isAll) return given;
    const standing = {};
    for (const finding of this.session.findings({ whole: true })) if (keyOf(finding) in given) standing[keyOf(finding)] = given[keyOf(finding)];
    return standing;
  }

  typed(field, isEditing) {
    const cell = this.fields.cells.get(field);
    if (cell !== undefined) {
      this.editing = isEditing ? cell : null;
      this.set(cell, field);
      this.press.after(this.drawing);
    } else if (!isEditing && this.fields.belongs(field)) {
      this.uncovered.typed(field);
    }
    // What scripts of the host write in answer to it comes after us.
    this.sweepLater();
  }

  sweepLater() {
    if (this.sweeping !== 0) return;
    this.sweeping = setTimeout(() => {
      this.sweeping = 0;
      this.press.after(this.sweepingUp);
    }, 0);
  }

  /** Takes over what is in the fields without an event having told so. Says whether there was anything. */
  sweep() {
    let isNew = false;
    for (const [cell, field] of this.fields.elements) isNew = this.set(cell, field) || isNew;
    return isNew;
  }

  set(cell, field) {
    const value = valueOf(field);
    const before = this.session.get(cell);
    if (before === value || ((before === null || before === undefined) && value === "")) return false;
    this.session.set(cell, value);
    this.found = null;
    return true;
  }

  /** Draws what stands now. */
  look() {
    const findings = this.share.findings({ whole: this.isWhole });
    this.shown = this.isWhole ? findings : findings.filter((one) => this.isFinished(one));
    if (this.balances !== null) {
      for (const relation of this.session.relations()) {
        const key = keyOf(relation);
        const known = this.relations.get(key);
        if (known === undefined) continue;
        this.states.set(key, relation);
        this.balances.show(relation, key, this.fields, known.all.some((cell) => this.share.isBlank(cell) && (this.isZero || this.share.has(cell))));
      }
    } else {
      for (const relation of this.session.relations()) this.states.set(keyOf(relation), relation);
    }
    this.mark();
    if (this.summary.isShown) this.fill();
    this.announcer.follow(this.shown);
    this.options.onChange(this.shown.slice());
  }

  /** The cell to show a finding at. */
  anchorOf(finding, isPossible = (cell) => this.share.has(cell)) {
    if (finding.cells.length > 0) return suspected(finding, this.shown, isPossible);
    return finding.severity === "notice" ? null : this.share.firstOf(finding.rule === "table-missing" ? finding.at : "");
  }

  /** No red on what is not finished: while a figure of it is blank, or is being typed for the first time. */
  isFinished(finding) {
    const cells = finding.cells.filter(({ cell, previous }) => !previous && this.share.has(cell)).map(({ cell }) => cell);
    if (finding.left !== undefined && cells.some((cell) => this.share.isBlank(cell))) return false;
    if (this.editing === null || !cells.includes(this.editing)) return true;
    return this.shown.some((one) => keyOf(one) === keyOf(finding));
  }

  mark() {
    const notes = new Map();
    const at = (field) => {
      if (!notes.has(field)) notes.set(field, { findings: [], hint: null });
      return notes.get(field);
    };
    for (const finding of this.shown) {
      const cell = this.anchorOf(finding);
      if (cell !== null && !(finding.severity === "warning" && finding.explained !== null)) at(this.fields.elements.get(cell)).findings.push(finding);
    }
    this.offer(at);
    const drawn = new Map();
    for (const [field, { findings, hint }] of notes) {
      const severity = gravest(findings);
      const messages = [...new Set(findings.map((one) => one.message))];
      drawn.set(field, { severity, messages, hint, isBlocking: this.options.isBlocking && severity === "error" });
    }
    this.marks.show(drawn);
  }

  offer(at) {
    if (this.offers === null) return;
    const cell = this.focused;
    const field = cell === null ? null : this.fields.elements.get(cell) || null;
    if (field === null || cell === this.dismissed || !isWritable(field)) {
      this.offers.show(null, [], null);
      return;
    }
    const values = this.offers.valuesFor(cell, this.session, this.states, (one) => this.share.isBlank(one));
    // A repair is looked for when nobody types.
    const repair = this.editing === null && this.shown.length > 0 && values.length === 0 ? this.repairs().find(({ changes }) => changes.some((one) => one.cell === cell && one.to !== null)) || null : null;
    this.offers.show(field, values, repair);
    const hint = this.offers.hint(values, repair);
    if (hint !== null) at(field).hint = hint;
  }

  /** What would mend the form, looked for once until a figure changes. */
  repairs() {
    if (this.found === null) this.found = this.share.fitting(repairsOffered(this.session));
    return this.found;
  }

  take(field, value) {
    writeValue(field, value);
    this.announcer.tell(this.say("taken", { value }));
  }

  /** Writes what a repair is sure of, where it can be written. */
  apply(repair) {
    const changes = repair.changes.filter(({ cell, to }) => to !== null && this.share.has(cell));
    for (const { cell, to } of changes) writeValue(this.fields.elements.get(cell), to);
    this.announcer.tell(this.say("repaired", { count: changes.length }));
  }

  entered(target) {
    const cell = this.fields.cells.get(target);
    this.focused = cell === undefined ? null : cell;
    this.dismissed = null;
    this.sweep();
    this.press.after(this.drawing);
  }

  left() {
    this.focused = null;
    this.editing = null;
    if (this.leaving !== undefined) clearTimeout(this.leaving);
    // Where the focus goes on to another field, that one draws.
    this.leaving = setTimeout(() => {
      if (this.focused !== null) return;
      this.sweep();
      this.press.after(this.drawing);
    }, 0);
  }

  pressed(event) {
    if (this.offers !== null && event.key === "Escape" && this.focused !== null) {
      this.dismissed = this.focused;
      this.mark();
    }
    if (this.offers === null || !event.altKey || event.key !== "ArrowDown" || !this.fields.cells.has(event.target)) return;
    if (this.offers.takeOnly()) event.preventDefault();
  }

  explain(key, text) {
    this.session.explain(key, text);
    this.look();
  }

  /** Does what a submission does: shows what has to be done first. Says whether the form may go. */
  review(isFocused = true) {
    this.sweep();
    this.isWhole = true;
    this.editing = null;
    this.uncovered.tell();
    this.look();
    const { errors, warnings } = this.open();
    const answer = this.share.answer();
    if (errors.length + warnings.length === 0) {
      this.summary.hide();
      this.options.onPass(answer);
      return true;
    }
    this.fill();
    this.announcer.know(this.shown);
    this.summary.present((node) => this.presented(node), isFocused);
    this.options.onBlocked(answer);
    return false;
  }

  /** The same for a host that sends the form by a script of its own; where it may go, the explanations stand in it. */
  asked() {
    this.submission.tidy();
    const mayGo = this.review();
    if (mayGo) this.submission.enclose();
    return mayGo;
  }

  /** What holds the form: errors, and warnings that nobody has explained. */
  open() {
    return {
      errors: this.options.isBlocking ? this.shown.filter(({ severity }) => severity === "error") : [],
      warnings: this.options.isExplaining ? this.shown.filter(({ severity, explained }) => severity === "warning" && explained === null) : [],
    };
  }

  fill() {
    const { errors } = this.open();
    const warnings = this.options.isExplaining ? this.shown.filter(({ severity }) => severity === "warning") : [];
    // A repair is looked for when nobody types.
    const isAsked = this.editing === null && errors.some(({ left }) => left !== undefined);
    if (errors.length + warnings.length === 0) this.summary.hide();
    else this.summary.show(errors, warnings, isAsked ? this.repairs() : [], this.explanations(true));
  }

  presented(node) {
    const { summary } = this.options;
    const place = typeof summary === "string" ? this.root.querySelector(summary) || this.document.querySelector(summary) : summary;
    if (place !== null) place.appendChild(node);
    else putFirst(node, this.scope);
  }

  /** Leads to the cell that a finding suspects: its label comes into view, the cell gets the focus. */
  go(finding) {
    const has = (cell) => this.share.has(cell);
    const cell = this.anchorOf(finding, (one) => has(one) && isReachable(this.fields.elements.get(one)));
    const field = cell === null ? null : this.fields.elements.get(cell);
    const any = field !== null ? field : this.fields.elements.get(finding.cells.map((one) => one.cell).find(has));
    if (any === undefined) return;
    const row = any.closest("tr");
    const label = (any.labels && any.labels[0]) || (row !== null && row.cells[0]) || any;
    label.scrollIntoView({ block: "center", inline: "nearest" });
    any.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (field !== null) field.focus({ preventScroll: true });
  }

  reach(cell) {
    const field = this.fields.elements.get(cell);
    if (field !== undefined) field.focus();
  }

  refresh() {
    this.fields.find();
    if (this.focused !== null && !this.share.has(this.focused)) this.focused = null;
    this.sweep();
    this.look();
  }

  unbind() {
    for (const name of Object.keys(this.listeners)) this.scope.removeEventListener(name, this.listeners[name], true);
    this.isEnded = true;
    this.root.removeEventListener("reset", this.reset, true);
    this.observer.disconnect();
    clearTimeout(this.sweeping);
    clearTimeout(this.leaving);
    this.press.close();
    this.announcer.end();
    this.submission.end();
    if (this.offers !== null) this.offers.clear();
    if (this.balances !== null) this.balances.clear();
    this.marks.show(new Map());
    this.summary.hide();
    remove(this.place);
    remove(this.announcer.node);
    this.session.close();
  }
}

/** Whether a change of the page adds, takes away or renames what may be a field; our own nodes are none. */
function isOfFields({ type, target, addedNodes, removedNodes }) {
  if (type === "attributes") return target.closest("[data-gouji-own]") === null;
  const holds = (node) => node.nodeType === 1 && !node.hasAttribute("data-gouji-own") && (node.matches(FIELDS) || node.querySelector(FIELDS) !== null);
  return target.closest("[data-gouji-own]") === null && ([...addedNodes].some(holds) || [...removedNodes].some(holds));
}

const FIELDS = "input, select, textarea, [data-gouji-cell]";
