// A report on its way into the core: plain figures as numbers, everything else as a small plain object.

const SHORT = /^(?:0|[1-9]\d{0,14})$/;

/** The number that a text plainly is, or -1: "12" is, "012", "1.0" and "12件" are for the core to judge. */
export function plainInteger(text) {
  return text.length < 16 && SHORT.test(text) ? +text : -1;
}

/**
 * A copy of any value that holds plain values only and ends at `depth`, so that nothing a caller hands over (cycles,
 * getters, class instances, NaN) reaches the core. `true` stands for what is no value.
 */
export function plain(value, depth) {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      if (Number.isSafeInteger(value)) return value;
      return Number.isFinite(value) ? String(value) : true;
    case "bigint":
      return String(value);
    case "undefined":
      return null;
    case "object": {
      if (value === null) return null;
      if (Array.isArray(value) || depth === 0) return true;
      const copy = {};
      // What JSON would write: a Date, for one, is no map.
      for (const key of Object.keys(value)) define(copy, key, plain(value[key], depth - 1));
      return copy;
    }
    default:
      return true;
  }
}

// "__proto__" is a key like any other in what a caller hands over.
function define(object, key, value) {
  if (key === "__proto__") Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Deeper than any cell id has parts. */
const DEPTH = 6;

/** Plain figures of `cells` to `numbers`, by index; the rest, to be judged by the core, is returned. */
function flatten(cells, engine, numbers) {
  const { cells: indices } = engine;
  let rest = null;
  for (const key of Object.keys(cells)) {
    const value = cells[key];
    const index = indices.get(key);
    if (index !== undefined) {
      if (typeof value === "number") {
        if (Number.isSafeInteger(value)) {
          numbers[index] = value;
          continue;
        }
      } else if (typeof value === "string") {
        const number = plainInteger(value);
        if (number >= 0) {
          numbers[index] = number;
          continue;
        }
      } else if (value === null || value === undefined) {
        continue;
      }
    }
    if (rest === null) rest = {};
    define(rest, key, plain(value, DEPTH));
  }
  return rest;
}

let staged = null;

/** Hands a report to the core; what it returns goes with the call. */
export function hand(report, engine, caller) {
  if (!isObject(report)) throw new TypeError(caller + ": the report must be an object");
  engine.start();
  if (staged === null) staged = new Float64Array(engine.ids.length);
  staged.fill(NaN);
  const rest = {};
  for (const key of Object.keys(report)) {
    const value = report[key];
    if (key === "meta") continue;
    if (key === "cells" && isObject(value)) {
      const others = flatten(value, engine, staged);
      if (others !== null) rest.cells = others;
    } else {
      define(rest, key, plain(value, 3));
    }
  }
  // Only now, when nothing of the caller's can throw any more.
  engine.numbers().set(staged);
  return rest;
}

/** Last year's report and the choices of a call. */
export function handOptions(options, caller) {
  if (options === undefined || options === null) return [null, null];
  if (!isObject(options)) throw new TypeError(caller + ": the options must be an object");
  const { previous, ...chosen } = options;
  if (previous === undefined || previous === null) return [null, plain(chosen, 3)];
  if (!isObject(previous)) throw new TypeError(caller + ": options.previous must be a report");
  const { meta, ...report } = previous;
  return [plain(report, DEPTH + 1), plain(chosen, 3)];
}

/** The cells of a report by their full ids, as typed. */
export function typedCells(cells, engine, above = "", flat = {}, depth = DEPTH) {
  if (!isObject(cells)) return flat;
  for (const key of Object.keys(cells)) {
    const path = above + key;
    if (!engine.cells.has(path) && isObject(cells[key]) && depth > 0) typedCells(cells[key], engine, path + ".", flat, depth - 1);
    else define(flat, path, cells[key]);
  }
  return flat;
}
