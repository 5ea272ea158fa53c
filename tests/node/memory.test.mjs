// What is used again and again must not grow: the memory of the core is never given back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { instances, newest } from "./instances.mjs";
const { check, form, open } = await import("../../pkg/index.js");
const { ENTRIES, named, random } = await import("./reports.mjs");

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const size = () => newest().exports.memory.buffer.byteLength;
/** What JavaScript keeps, in MB. */
const kept = () => (collect(), process.memoryUsage().heapUsed / 2 ** 20);
const report = named("pingtan-junshan-2020");
const cells = form(2020).cells.map(({ id }) => id);
/** As a clerk types them. */
const FIGURES = [0, 1, 7, "0", "12", "3"];
const values = ENTRIES.filter((value) => typeof value !== "object" || value === null);

/** Does something a few times, then many times; the second must need no more memory than the first did. */
function assertSteady(few, many, action) {
  for (let count = 0; count < few; count += 1) action();
  const [before, keptBefore] = [size(), kept()];
  for (let count = 0; count < many; count += 1) action();
  assert.equal(size(), before);
  const more = kept() - keptBefore;
  assert.ok(more < 1, `JavaScript keeps ${more.toFixed(1)} MB more`);
  assert.equal(instances.length, 1);
}

test("a million edits", () => {
  const next = random(6);
  const session = open(report);
  // As at work: three of four write what is right, the fourth breaks something or mends it, now and then with nonsense.
  const edit = () => {
    const cell = next.of(cells);
    session.set(cell, next() < 0.75 ? report.cells[cell] : next() < 0.1 ? next.of(values) : next.of(FIGURES));
  };
  assertSteady(20_000, 1_000_000, edit);
  assert.deepEqual(session.answer(), check(session.report()));
});

test("100 000 edits of every kind", () => {
  const next = random(6);
  const session = open(report);
  assertSteady(20_000, 100_000, () => session.set(next.of(cells), next.of(values)));
  assert.deepEqual(session.answer(), check(session.report()));
});

test("10 000 forms opened and closed", () => {
  assertSteady(100, 10_000, () => {
    const session = open(report);
    session.set(cells[0], "x");
    session.explain("report-all-zero", "…");
    session.close();
  });
});

test("5 000 checks", () => assertSteady(200, 5000, () => check(report)));

test("a text of 10 MB does not stay", () => {
  const text = "件".repeat(3_000_000);
  const session = open(report);
  assertSteady(2, 20, () => session.set(cells[0], text));
});

test("wrong usage", () => {
  assertSteady(100, 5000, () => assert.throws(() => check(report, { blank: "none" }), TypeError));
});
