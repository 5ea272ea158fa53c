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

  /** Why it was set aside while its figures were others; null where it was not. */
  lapsed(outcome, finding) {
    const key = findingKey(outcome, finding);
    const before = [...this.#all.values()].filter((one) => one.key === key && one.figures !== figuresOf(finding));
    return before.length > 0 ? before[before.length - 1].reason : null;
  }

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

/**
 * What changed since the run before. A body may have several documents of one year in a folder (the Word file and the page
 * made of it): each is kept by itself, and met again by its path, or else by its name, or else by what was found in it.
 */
export class LastRun {
  #before = null;
  #blank = "missing";
  /** outcome → what was kept of it, or null where it was not there before. */
  #met = new Map();

  /** A new folder: what is compared with is what the last one left. `blank`: runs that read blanks otherwise are not compared. */
  begin(blank) {
    this.#blank = blank;
    this.#before = get(`${places.last}.${blank}`, null);
    this.#met = new Map();
  }

  get isComparable() { return this.#before !== null; }

  /** "new", "changed", "same", or null where the report was not there before. */
  changeOf(outcome, finding) {
    const known = this.#met.get(outcome)?.found;
    if (!known) return null;
    const name = nameIn(finding);
    if (!Object.hasOwn(known, name)) return "new";
    return finding.rule === blankRule || known[name] === digest(figuresOf(finding)) ? "same" : "changed";
  }

  /** The names of findings of a report that are there no longer. Without last year's report nothing is known of those that compare with it. */
  gone(outcome) {
    const known = this.#met.get(outcome)?.found;
    if (!known) return [];
    const present = new Set(findingsOf(outcome).map(nameIn));
    const unasked = new Set(Object.keys(unaskedIn(outcome, this.#met.get(outcome))));
    return Object.keys(known).filter((name) => !present.has(name) && !unasked.has(name));
  }

  /** Meet what was kept of these, and keep what this run found for the next one. Reports that were not in it stay as they were. */
  end(outcomes) {
    const read = outcomes.filter(({ answer }) => answer);
    const kept = { ...this.#before };
    this.#met = new Map();
    for (const [key, own] of grouped(read)) {
      const known = Array.isArray(kept[key]) ? kept[key] : [];
      const met = pairs(own, known);
      for (const outcome of own) this.#met.set(outcome, met.get(outcome) ?? null);
      const left = known.filter((record) => ![...met.values()].includes(record));
      kept[key] = [...own.map((outcome) => recordOf(outcome, met.get(outcome) ?? null)), ...left];
    }
    return put(`${places.last}.${this.#blank}`, kept);
  }
}

/** The reports of one body and year together. */
function grouped(outcomes) {
  const groups = new Map();
  for (const outcome of outcomes) groups.set(reportKey(outcome), [...(groups.get(reportKey(outcome)) ?? []), outcome]);
  return groups;
}

const foundIn = (outcome) => Object.fromEntries(findingsOf(outcome).map((finding) => [nameIn(finding), digest(figuresOf(finding))]));

/** What was found before by comparing with last year's report, where that is not beside the report now. */
function unaskedIn(outcome, record) {
  if (outcome.previous !== null || !Array.isArray(record?.compared)) return {};
  return Object.fromEntries(record.compared.filter((name) => Object.hasOwn(record.found, name)).map((name) => [name, record.found[name]]));
}

/** What the next run is compared with. What could not be asked this time stays as it was. */
function recordOf(outcome, before) {
  const unasked = unaskedIn(outcome, before);
  const isCompared = ({ cells }) => cells.some(({ previous, role }) => previous && role !== "when");
  const compared = findingsOf(outcome).filter(isCompared).map(nameIn);
  return { path: outcome.path, found: { ...unasked, ...foundIn(outcome) }, compared: [...new Set([...compared, ...Object.keys(unasked)])] };
}

const fileName = (path) => String(path).split("/").pop();

/** Each outcome with the record that is most like it; no record twice. */
function pairs(outcomes, records) {
  const likeness = outcomes.flatMap((outcome) => {
    const found = Object.entries(foundIn(outcome));
    return records.map((record) => ({
      outcome, record,
      isSamePath: record.path === outcome.path, isSameName: fileName(record.path) === fileName(outcome.path),
      common: found.filter(([name, figures]) => record.found?.[name] === figures).length - Math.abs(found.length - Object.keys(record.found ?? {}).length),
    }));
  });
  likeness.sort((one, other) => other.isSamePath - one.isSamePath || other.isSameName - one.isSameName || other.common - one.common);
  const met = new Map();
  const taken = new Set();
  for (const { outcome, record } of likeness) {
    if (met.has(outcome) || taken.has(record)) continue;
    met.set(outcome, record);
    taken.add(record);
  }
  return met;
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
