// The cases that are timed, the same in Node and in a browser: no file and no module of Node's is needed here.
import { race } from "./clock.mjs";
import { ajv } from "./contenders/ajv.mjs";
import { byHand } from "./contenders/by-hand.mjs";
import { valibot } from "./contenders/valibot.mjs";
import { zodMini } from "./contenders/zod-mini.mjs";
import { zod } from "./contenders/zod.mjs";
import { AMOUNT, CELLS, nested } from "./form.mjs";

const CONTENDERS = { "by hand": byHand, "zod 4": zod, "zod 4 mini": zodMini, valibot, "ajv (shape only)": ajv };
const HARD = ["requests-balance", "requests-results-total", "requests-applicants-total", "disputes-total"];
const QUIET = "disclosure.normative_documents.made"; // in no equality
const LOUD = "requests.granted.natural"; // in the sum of its column and of its row
const BROKEN = { [LOUD]: "7", "requests.received.total": "1", "disputes.reconsideration.total": "99" };
const TYPED = { isNested: true, isText: true };

/** The published report, in one of the shapes that forms send. */
export function reportOf(published, { isNested, isText }, changes = {}) {
  const texts = { ...published.cells, [AMOUNT]: String(Number.parseFloat(published.cells[AMOUNT]) || 0), ...changes };
  const flat = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, isText ? text : Number(text)]));
  return { year: published.year, level: "city", kind: "government", cells: isNested ? nested(flat) : flat };
}

/**
 * All cases, with the package's `check` and `open` and a published report whose relations hold. What a case is called,
 * and for each contender its median and 99th percentile in microseconds.
 */
export function timed({ check, open }, published, clock) {
  same(Object.keys(published.cells), CELLS, "the published report has the cells of the form");
  const report = (shape, changes) => reportOf(published, shape, changes);
  const foundByGouji = (filed) => check(filed).findings.filter(({ rule }) => HARD.includes(rule)).map(({ rule, at }) => `${rule}@${at}`);

  /** Whoever is faster must have found the same. */
  function assertSame(shape, changes) {
    const filed = report(shape, changes);
    const expected = foundByGouji(filed);
    for (const [name, make] of Object.entries(CONTENDERS)) {
      const { check: run, found } = make(shape);
      same(found(run(filed)), make === ajv ? [] : expected, name);
    }
    return expected.length;
  }

  function wholeReport(title, shape, changes) {
    const count = assertSame(shape, changes);
    const filed = report(shape, changes);
    const runs = { gouji: () => check(filed) };
    for (const [name, make] of Object.entries(CONTENDERS)) {
      const { check: run } = make(shape);
      runs[name] = () => run(filed);
    }
    return { title: `whole report, ${title} (${count} broken relations)`, results: race(runs, clock) };
  }

  /** One figure changes back and forth; the others check the whole report again, as validators do. */
  function liveEdit(title, cell, values, extra = {}) {
    for (const value of values) assertSame(TYPED, { [cell]: value });
    const runs = { gouji: edits(open(report(TYPED)), cell, values), ...extra };
    const path = cell.split(".");
    const last = path.pop();
    for (const [name, make] of Object.entries(CONTENDERS)) {
      const { check: run } = make(TYPED);
      const filed = report(TYPED);
      const place = path.reduce((object, key) => object[key], filed.cells);
      let turn = 0;
      runs[name] = () => {
        place[last] = values[(turn += 1) % 2];
        return run(filed);
      };
    }
    return { title, results: race(runs, clock) };
  }

  const halfFilled = () => open({ year: 2024, cells: { "requests.received.natural": "5" } });
  const balanced = published.cells[LOUD];
  const quiet = [published.cells[QUIET], String(Number(published.cells[QUIET]) + 1)];
  const flat = { isNested: false, isText: true };
  assertFlips(open(report(flat)), QUIET, quiet, 0);
  assertFlips(halfFilled(), LOUD, ["3", "4"], 0);
  assertFlips(open(report(flat)), LOUD, [balanced, "7"], 2);

  const shapes = {
    "nested texts": TYPED,
    "nested numbers": { isNested: true, isText: false },
    "flat texts": flat,
    "flat numbers": { isNested: false, isText: false },
  };
  return {
    quiet: liveEdit("one live edit, no finding flips", QUIET, quiet, {
      "gouji, a form half filled in": edits(halfFilled(), LOUD, ["3", "4"]),
    }),
    flip: liveEdit("one live edit, two findings flip", LOUD, [balanced, "7"]),
    whole: Object.fromEntries(
      Object.entries(shapes).flatMap(([name, shape]) => [
        [`${name}, valid`, wholeReport(`${name}, valid`, shape)],
        [`${name}, broken`, wholeReport(`${name}, broken`, shape, BROKEN)],
      ]),
    ),
  };
}

function edits(session, cell, values) {
  let turn = 0;
  return () => session.set(cell, values[(turn += 1) % 2]);
}

/** An edit must do what its case says. */
function assertFlips(session, cell, values, expected) {
  for (const value of [...values, ...values].slice(1)) {
    const { appeared, resolved } = session.set(cell, value);
    same([appeared.length + resolved.length], [expected], `${cell} = ${value}`);
  }
}

function same(found, expected, what) {
  const [one, other] = [found, expected].map((list) => JSON.stringify([...list].sort()));
  if (one !== other) throw new Error(`${what}: ${one} is not ${other}`);
}
