// A report on its way into the core: plain figures as numbers, everything else as a small plain object.

const ZERO = 48;

/** The whole number that a value plainly is, or NaN: 12 and "12" are, "012", "1.0" and 1.5 are for the core to judge. */
export function plainNumber(value) {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : NaN;
  if (typeof value !== "string") return NaN;
  const length = value.length;
  if (length === 0 || length > 15 || (length > 1 && value.charCodeAt(0) === ZERO)) return NaN;
  let number = 0;
  for (let place = 0; place < length; place += 1) {
    const digit = value.charCodeAt(place) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
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
      // NaN is told as such.
      return Number.isSafeInteger(value) ? value : String(value);
    case "bigint":
      return String(value);
    case "undefined":
      return null;
    case "object": {
      if (value === null) return null;
      if (Array.isArray(value)) return [];
      if (depth === 0) return {};
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
export function define(object, key, value) {
  if (key === "__proto__") Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}

export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Deeper than any cell id has parts. */
const DEPTH = 6;

/** Calls `leaf(index, path, value)` for each entry of `cells`, flat or nested; without an index where it is no cell. */
function walk(cells, engine, leaf, node = engine.cells, above = "") {
  for (const key of Object.keys(cells)) {
    const value = cells[key];
    let found = node.get(key);
    if (found === undefined && node === engine.cells) found = engine.nested().get(key);
    if (typeof found === "number") leaf(found, engine.ids[found], value);
    else if (found !== undefined && isObject(value)) walk(value, engine, leaf, found, above + key + ".");
    else leaf(undefined, above + key, value);
  }
}

/** Plain figures of `cells` to `numbers`, by index; the rest, to be judged by the core, is returned. */
function flatten(cells, engine, numbers) {
  const given = new Uint8Array(numbers.length);
  let rest = null;
  let isTwice = false;
  walk(cells, engine, (index, path, value) => {
    if (index !== undefined) {
      if (given[index] === 1) isTwice = true;
      given[index] = 1;
      if (value === null || value === undefined) return;
      const number = plainNumber(value);
      if (number === number) {
        numbers[index] = number;
        return;
      }
    }
    if (rest === null) rest = {};
    define(rest, path, plain(value, DEPTH));
  });
  if (!isTwice) return rest;
  // Which of the two counts, and that there are two, is for the core to say.
  numbers.fill(NaN);
  return plain(cells, DEPTH);
}

let staged = null;

/** Hands a report to the core; what it returns goes with the call. */
export function hand(report, engine, caller) {
  if (!isObject(report)) throw new TypeError(caller + ": the report must be an object");
  engine.start();
  // A getter of the caller's may check another report meanwhile.
  const numbers = staged === null ? new Float64Array(engine.ids.length) : staged;
  staged = null;
  numbers.fill(NaN);
  const rest = {};
  for (const key of Object.keys(report)) {
    if (key === "meta") continue;
    const value = report[key];
    if (key === "cells" && isObject(value)) {
      const others = flatten(value, engine, numbers);
      if (others !== null) rest.cells = others;
    } else {
      define(rest, key, plain(value, 3));
    }
  }
  // Only now, when nothing of the caller's can throw any more.
  engine.numbers().set(numbers);
  staged = numbers;
  return rest;
}

/** Last year's report, the choices of a call, and whether repairs are asked for. */
export function handOptions(options, caller) {
  if (options === undefined || options === null) return [null, null, false];
  if (!isObject(options)) throw new TypeError(caller + ": the options must be an object");
  const { previous, repairs, ...chosen } = options;
  const isAsked = isRepairsAsked(repairs, caller);
  if (previous === undefined || previous === null) return [null, plain(chosen, 3), isAsked];
  if (!isObject(previous)) throw new TypeError(caller + ": options.previous must be a report");
  const { meta, ...report } = previous;
  return [plain(report, DEPTH + 1), plain(chosen, 3), isAsked];
}

export function isRepairsAsked(repairs, caller) {
  if (repairs === undefined || repairs === null) return false;
  if (typeof repairs !== "boolean") throw new TypeError(caller + ": options.repairs must be true or false");
  return repairs;
}

/** The cells of a report by their full ids, as typed. */
export function typedCells(cells, engine) {
  const typed = {};
  if (!isObject(cells)) return typed;
  walk(cells, engine, (index, path, value) => {
    if (index !== undefined && path in typed) nest(typed, path);
    define(typed, path, value);
  });
  return typed;
}

/** Spells a cell in the other way: one that was given twice stays given twice. */
function nest(cells, path) {
  const end = path.indexOf(".");
  const table = path.slice(0, end);
  cells[table] = Object.assign(isObject(cells[table]) ? cells[table] : {}, { [path.slice(end + 1)]: cells[path] });
  delete cells[path];
}
