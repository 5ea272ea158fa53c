// What is used again and again must not grow: the memory of the core is never given back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { instances, newest } from "./instances.mjs";
const { check, form, open } = await import("../../pkg/index.js");
const { ENTRIES, named, random } = await import("./reports.mjs");

const size = () => newest().exports.memory.buffer.byteLength;
const report = named("pingtan-junshan-2020");
const cells = form(2020).cells.map(({ id }) => id);
const values = ENTRIES.filter((value) => typeof value !== "object" || value === null);

/** Does something a few times, then many times; the second must need no more memory than the first did. */
function assertSteady(few, many, action) {
  for (let count = 0; count < few; count += 1) action();
  const before = size();
  for (let count = 0; count < many; count += 1) action();
  assert.equal(size(), before);
  assert.equal(instances.length, 1);
}

test("200 000 edits", () => {
  const next = random(6);
  const session = open(report);
  assertSteady(20_000, 200_000, () => session.set(next.of(cells), next.of(values)));
  assert.deepEqual(session.answer(), check(session.report()));
});

test("2 000 forms opened and closed", () => {
  assertSteady(100, 2000, () => {
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
