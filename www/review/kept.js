// What stays on this machine between two runs, in the browser's own store: dismissed findings with their reasons,
// what the last run found, and the list of expected bodies.

import { blankRule, figuresOf, findingKey, findingsOf, reportKey } from "./findings.js";

const places = { dismissed: "gouji.review.dismissed", expected: "gouji.review.expected", last: "gouji.review.last" };

function get(place, otherwise) {
  try { return JSON.parse(localStorage.getItem(place)) ?? otherwise; } catch { return otherwise; }
}
function put(place, value) {
  try {
    localStorage.setItem(place, JSON.stringify(value));
    return true;
  } catch { return false; }
}

/** Findings that were looked at and set aside. Kept by body, year, rule@at and the figures. */
export class Dismissed {
  #all = new Map();

  constructor() { this.#take(get(places.dismissed, [])); }

  get size() { return this.#all.size; }
  reason(outcome, finding) { return this.#all.get(this.#key(outcome, finding))?.reason ?? null; }
  has(outcome, finding) { return this.reason(outcome, finding) !== null; }

  add(outcome, finding, reason) {
    this.#all.set(this.#key(outcome, finding), { body: outcome.body || outcome.path, year: outcome.year, rule: finding.rule, at: finding.at, figures: figuresOf(finding), key: findingKey(outcome, finding), reason, on: new Date().toISOString().slice(0, 10) });
    return this.#save();
  }

  remove(outcome, finding) {
    this.#all.delete(this.#key(outcome, finding));
    return this.#save();
  }

  /** For a file. */
  written() { return { gouji: "dismissed", version: 1, dismissed: [...this.#all.values()] }; }

  /** Take those of a file beside one's own; how many there were, or null where the file holds none. */
  import(written) {
    if (written?.gouji !== "dismissed" || !Array.isArray(written.dismissed)) return null;
    const taken = this.#take(written.dismissed);
    this.#save();
    return taken;
  }

  forget() { this.#all = new Map(); }

  #take(list) {
    let taken = 0;
    for (const one of Array.isArray(list) ? list : []) {
      if (typeof one?.key !== "string" || typeof one.figures !== "string" || typeof one.reason !== "string" || one.reason.trim() === "") continue;
      this.#all.set(`${one.key} ${one.figures}`, one);
      taken += 1;
    }
    return taken;
  }

  #key(outcome, finding) { return `${findingKey(outcome, finding)} ${figuresOf(finding)}`; }
  #save() { return put(places.dismissed, [...this.#all.values()]); }
}

/** What changed since the run before. */
export class LastRun {
  #before = null;
  #blank = "missing";

  /** A new folder: what is compared with is what the last one left. `blank`: runs that read blanks otherwise are not compared. */
  begin(blank) {
    this.#blank = blank;
    this.#before = get(`${places.last}.${blank}`, null);
  }

  get isComparable() { return this.#before !== null; }

  /** "new", "changed", "same", or null where the report was not there before. */
  changeOf(outcome, finding) {
    const known = this.#before?.[reportKey(outcome)];
    if (!known) return null;
    const name = nameIn(finding);
    if (!Object.hasOwn(known, name)) return "new";
    return finding.rule === blankRule || known[name] === digest(figuresOf(finding)) ? "same" : "changed";
  }

  /** The names of findings of a report that are there no longer. */
  gone(outcome) {
    const known = this.#before?.[reportKey(outcome)];
    if (!known || !outcome.answer) return [];
    const present = new Set(findingsOf(outcome).map(nameIn));
    return Object.keys(known).filter((name) => !present.has(name));
  }

  /** Keep what this run found for the next one. Reports that were not in it stay as they were. */
  end(outcomes) {
    const kept = { ...this.#before };
    for (const outcome of outcomes) {
      if (outcome.answer) kept[reportKey(outcome)] = Object.fromEntries(findingsOf(outcome).map((finding) => [nameIn(finding), digest(figuresOf(finding))]));
    }
    return put(`${places.last}.${this.#blank}`, kept);
  }
}

const nameIn = ({ rule, at }) => (rule === blankRule || at === "" ? rule : `${rule}@${at}`);

/** Short for a text: only whether it is the same one is asked. */
function digest(text) {
  let sum = 5381;
  for (let place = 0; place < text.length; place += 1) sum = (sum * 33 + text.charCodeAt(place)) % 4294967296;
  return sum.toString(36);
}

export const expectedKept = () => String(get(places.expected, ""));
export const keepExpected = (text) => put(places.expected, text);

/** Nothing of it is left. */
export function forgetAll() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("gouji.review.")) localStorage.removeItem(key);
  } catch { /* a browser that keeps nothing */ }
}
