// Speed beside other validators, side by side in one run: `make bench`. Nothing here fails on time; what is asserted is
// that the contenders find the same.
import assert from "node:assert/strict";
import { check, open } from "../../pkg/index.js";
import { HARD, keyOf, named, nested } from "../node/reports.mjs";
import { byHand } from "./by-hand.mjs";
import { race } from "./clock.mjs";
import { AMOUNT, CELLS } from "./form.mjs";
import { printCase, printVerdicts } from "./print.mjs";
import { ajv, valibot, zod, zodMini } from "./schemas.mjs";

const published = named("suqian-2024");
assert.deepEqual(Object.keys(published.cells).sort(), [...CELLS].sort());

const QUIET = "disclosure.normative_documents.made"; // in no equality
const LOUD = "requests.granted.natural"; // in the sum of its column and of its row

/** The published report, in one of the shapes that forms send. */
function report({ isNested, isText }, changes = {}) {
  const texts = { ...published.cells, [AMOUNT]: String(Number.parseFloat(published.cells[AMOUNT]) || 0), ...changes };
  const flat = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, isText ? text : Number(text)]));
  return { year: published.year, level: "city", kind: "government", cells: isNested ? nested(flat) : flat };
}

const CONTENDERS = { "by hand": byHand, "zod 4": zod, "zod 4 mini": zodMini, valibot, "ajv (shape only)": ajv };
const BROKEN = { [LOUD]: "7", "requests.received.total": "1", "disputes.reconsideration.total": "99" };
const foundByGouji = ({ findings }) => findings.filter(({ rule }) => HARD.includes(rule)).map(keyOf);

/** Whoever is faster must have found the same. */
function assertSame(shape, changes) {
  const filed = report(shape, changes);
  const expected = foundByGouji(check(filed)).sort();
  for (const [name, make] of Object.entries(CONTENDERS)) {
    const { check: run, found } = make(shape);
    assert.deepEqual(found(run(filed)).sort(), make === ajv ? [] : expected, name);
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
  return printCase(`${title} (${count} broken relations)`, race(runs));
}

/** One figure changes back and forth; the others check the whole report again, as validators do. */
function liveEdit(title, cell, values, extra = {}) {
  const shape = { isNested: true, isText: true };
  for (const value of values) assertSame(shape, { [cell]: value });
  const runs = { gouji: edits(open(report(shape)), cell, values), ...extra };
  const path = cell.split(".");
  const last = path.pop();
  for (const [name, make] of Object.entries(CONTENDERS)) {
    const { check: run } = make(shape);
    const filed = report(shape);
    const place = path.reduce((object, key) => object[key], filed.cells);
    let turn = 0;
    runs[name] = () => {
      place[last] = values[(turn += 1) % 2];
      return run(filed);
    };
  }
  return printCase(title, race(runs));
}

function edits(session, cell, values) {
  let turn = 0;
  return () => session.set(cell, values[(turn += 1) % 2]);
}

/** An edit must do what its case says. */
function assertFlips(session, cell, values, expected) {
  for (const value of [...values, ...values].slice(1)) {
    const { appeared, resolved } = session.set(cell, value);
    assert.equal(appeared.length + resolved.length, expected);
  }
}

const halfFilled = () => open({ year: 2024, cells: { "requests.received.natural": "5" } });
const balanced = published.cells[LOUD];
const figuresOf = (cell) => [published.cells[cell], String(Number(published.cells[cell]) + 1)];
const flat = { isNested: false, isText: true };
assertFlips(open(report(flat)), QUIET, figuresOf(QUIET), 0);
assertFlips(halfFilled(), LOUD, ["3", "4"], 0);
assertFlips(open(report(flat)), LOUD, [balanced, "7"], 2);

const quiet = liveEdit("one live edit, no finding flips", QUIET, figuresOf(QUIET), {
  "gouji, a form half filled in": edits(halfFilled(), LOUD, ["3", "4"]),
});
const flip = liveEdit("one live edit, two findings flip", LOUD, [balanced, "7"]);
const whole = {};
for (const [name, shape] of Object.entries({
  "nested texts": { isNested: true, isText: true },
  "nested numbers": { isNested: true, isText: false },
  "flat texts": flat,
  "flat numbers": { isNested: false, isText: false },
})) {
  whole[`${name}, valid`] = wholeReport(`whole report, ${name}, valid`, shape);
  whole[`${name}, broken`] = wholeReport(`whole report, ${name}, broken`, shape, BROKEN);
}
printVerdicts(quiet, flip, whole);
