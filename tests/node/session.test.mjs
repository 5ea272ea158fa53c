// The live form: what an edit tells, and that a form always stands as a fresh check of its report would.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { check, form, open } from "../../pkg/index.js";
import { ENTRIES, keyOf, named, nested, random, spoilt } from "./reports.mjs";

const IDS = [...new Set([2020, 2024].flatMap((year) => form(year).cells.map(({ id }) => id)))];
const CELL = "requests.received.natural";
const ROW = ["natural", "business", "research", "charity", "legal_service", "other", "total"].map((column) => `requests.received.${column}`);
// All but objects.
const VALUES = ENTRIES.filter((value) => typeof value !== "object" || value === null);
const byKey = (findings) => new Map(findings.map((finding) => [keyOf(finding), finding]));

/** A form in which the row of new requests adds up. */
function openRow() {
  const session = open({ year: 2024 });
  for (const cell of ROW) session.set(cell, cell.endsWith("total") ? "6" : 1);
  return session;
}

describe("set tells", () => {
  test("a finding that appeared, and one that is gone", () => {
    const session = openRow();
    const broken = session.set(CELL, "2");
    assert.deepEqual(broken.appeared.map(keyOf), ["requests-applicants-total@received"]);
    assert.deepEqual(broken.resolved, []);
    assert.equal(broken.appeared[0].difference, 1);
    assert.match(broken.appeared[0].message, /1/);
    const mended = session.set(CELL, "1");
    assert.deepEqual(mended.appeared, []);
    assert.deepEqual(mended.resolved, [{ rule: "requests-applicants-total", at: "received" }]);
  });

  test("a finding that stands with other figures", () => {
    const session = openRow();
    session.set(CELL, 2);
    const { appeared, resolved } = session.set(CELL, 5);
    assert.deepEqual(appeared.map(({ difference }) => difference), [4]);
    assert.deepEqual(resolved, []);
  });

  test("what is odd about the text, once", () => {
    const session = openRow();
    assert.deepEqual(session.set(CELL, "１").appeared.map(keyOf), [`cell-notation@${CELL}`]);
    assert.deepEqual(session.set(CELL, "１").appeared, []);
    const { appeared, resolved } = session.set(CELL, "one");
    assert.deepEqual(appeared.map(keyOf), [`cell-unreadable@${CELL}`]);
    assert.deepEqual(resolved, [{ rule: "cell-notation", at: CELL }]);
  });

  test("nothing about blanks, and nothing where nothing changed", () => {
    const session = openRow();
    for (const value of [1, "1", 1n]) {
      const { appeared, resolved } = session.set(CELL, value);
      assert.deepEqual([appeared, resolved], [[], []]);
    }
    assert.deepEqual(session.set(CELL, "").appeared, []);
    assert.equal(session.set(CELL, null).relations.find(({ rule }) => rule === "requests-applicants-total").state, "open");
  });

  test("each relation that the cell stands in, as relations() has it", () => {
    const next = random(1);
    for (const year of [2020, 2024]) {
      const session = open({ ...named("suqian-2024"), year, layouts: undefined });
      for (const cell of form(year).cells.filter(({ kind }) => kind !== "money").map(({ id }) => id)) {
        const { relations } = session.set(cell, next.of(ENTRIES));
        const all = byKey(session.relations());
        const withoutAmounts = relations.filter(({ rule }) => !rule.startsWith("procurement-"));
        for (const relation of withoutAmounts) assert.deepEqual(relation, all.get(keyOf(relation)), cell);
        assert.equal(new Set(relations.map(keyOf)).size, relations.length);
      }
    }
  });

  // The core hands no decimal strings over with an edit yet.
  test("amounts, too, as relations() has them", () => {
    const session = open({ year: 2020 });
    session.set("disclosure.procurement.projects", 0);
    for (const relation of session.set("disclosure.procurement.amount", "1.5").relations) {
      assert.deepEqual(relation, byKey(session.relations()).get(keyOf(relation)));
    }
  });
});

describe("a form stands as a fresh check of its report", () => {
  test("after any edits, and what set told adds up to what stands", () => {
    const next = random(2);
    for (let round = 0; round < 40; round += 1) {
      const options = { blank: next.of(["missing", "zero"]), language: next.of(["zh", "en"]) };
      const session = open(spoilt(next), options);
      const standing = byKey(session.findings());
      for (let edit = 0; edit < 40; edit += 1) {
        const { appeared, resolved } = session.set(next.of(IDS), next.of(VALUES));
        resolved.forEach((gone) => assert.ok(standing.delete(keyOf(gone)), keyOf(gone)));
        appeared.forEach((finding) => standing.set(keyOf(finding), finding));
      }
      assert.deepEqual(session.answer(), check(session.report(), options));
      const now = session.findings();
      assert.deepEqual([...standing.keys()].sort(), now.map(keyOf).sort());
      for (const { related, ...finding } of now) assert.deepEqual({ ...standing.get(keyOf(finding)), related }, { ...finding, related });
      session.close();
    }
  });

  test("from the start, flat or nested", () => {
    const next = random(3);
    for (let round = 0; round < 60; round += 1) {
      const report = spoilt(next);
      const session = open(report);
      assert.deepEqual(session.answer(), check(report));
      assert.deepEqual(session.answer(), check(session.report()));
      session.close();
    }
  });

  test("whatever the order of the edits", () => {
    const next = random(4);
    const edits = IDS.filter(() => next() < 0.4).map((cell) => [cell, next.of(VALUES)]);
    const one = open({ year: 2024 });
    const other = open({ year: 2024 });
    edits.forEach(([cell, value]) => one.set(cell, value));
    [...edits].reverse().forEach(([cell, value]) => other.set(cell, value));
    assert.deepEqual(one.answer(), other.answer());
  });

  // The core takes any of these for "true/false" when they are set, and shows them as they are when it reads a report.
  test("after objects were set, too", () => {
    for (const value of [{}, { number: 12 }, [12], new Date(0)]) {
      const session = open({ year: 2024 });
      session.set(CELL, value);
      assert.deepEqual(session.answer(), check(session.report()));
    }
  });
});

describe("a form", () => {
  test("keeps what was typed, as it was typed", () => {
    const session = open({ year: 2024, body: "甲县", meta: { mine: 1 }, cells: nested({ [CELL]: "１２" }) });
    assert.equal(session.get(CELL), "１２");
    assert.equal(session.get("requests.received.total"), undefined);
    for (const value of ["1,204", 7, null, " ", true, 12n]) {
      session.set(CELL, value);
      assert.equal(session.get(CELL), value);
      assert.equal(session.report().cells[CELL], value);
    }
    assert.deepEqual(session.report(), { year: 2024, body: "甲县", meta: { mine: 1 }, cells: { [CELL]: 12n } });
  });

  test("gives its report away as a copy, and does not write into the one it was opened with", () => {
    const report = { year: 2024, cells: { [CELL]: 1 }, explanations: {} };
    const session = open(report);
    session.set(CELL, 2);
    session.explain("report-all-zero", "零报告");
    assert.deepEqual(report, { year: 2024, cells: { [CELL]: 1 }, explanations: {} });
    session.report().cells[CELL] = 3;
    session.report().explanations["report-all-zero"] = "no";
    assert.equal(session.get(CELL), 2);
    assert.equal(session.report().explanations["report-all-zero"], "零报告");
  });

  test("raises blanks only on request", () => {
    const session = open({ year: 2024 });
    assert.deepEqual(session.findings(), []);
    assert.deepEqual(session.findings({ whole: false }), []);
    assert.equal(session.findings({ whole: true }).filter(({ rule }) => rule === "cell-blank").length, 200);
    assert.deepEqual(session.findings({ whole: true }), session.answer().findings);
  });

  test("takes explanations of warnings, and gives them back", () => {
    const cells = Object.fromEntries(form(2024).cells.map(({ id }) => [id, 0]));
    const session = open({ year: 2024, level: "city", kind: "government", cells });
    const explained = () => session.answer().findings.map((finding) => finding.explained);
    assert.deepEqual(explained(), [null]);
    session.explain("report-all-zero", "零报告");
    assert.deepEqual(explained(), ["零报告"]);
    assert.deepEqual(session.answer(), check(session.report()));
    for (const nothing of [null, undefined, "", "  "]) {
      session.explain("report-all-zero", "零报告");
      session.explain("report-all-zero", nothing);
      assert.deepEqual(explained(), [null]);
      assert.deepEqual(session.answer(), check(session.report()));
    }
  });

  test("an explanation answers no error", () => {
    const session = openRow();
    session.set(CELL, 2);
    session.explain("requests-applicants-total@received", "这样就好");
    assert.deepEqual(session.findings().map(({ explained }) => explained), [null]);
    assert.equal(session.answer().ok, false);
  });

  test("does not know other cells: RangeError", () => {
    const session = openRow();
    const before = session.answer();
    for (const cell of ["requests.received.nobody", "", "__proto__", "toString", undefined, null, 5, {}]) {
      assert.throws(() => session.set(cell, 1), RangeError);
    }
    assert.deepEqual(session.answer(), before);
  });

  test("does not disturb another", () => {
    const [one, other] = [openRow(), openRow()];
    const before = other.answer();
    one.set(CELL, 9);
    one.explain("report-all-zero", "…");
    assert.deepEqual(other.answer(), before);
    assert.equal(other.get(CELL), 1);
    one.close();
    assert.deepEqual(other.answer(), before);
    const third = openRow();
    third.set(CELL, 3);
    assert.deepEqual(other.answer(), before);
    assert.equal(check({ year: 2024, cells: {} }).relations.broken, 0);
  });

  test("once closed, says so; closing again does nothing", () => {
    const session = openRow();
    session.close();
    session.close();
    const next = openRow(); // takes the place in the core
    const before = next.answer();
    const calls = [
      () => session.set(CELL, 5),
      () => session.explain("report-all-zero", "…"),
      () => session.findings(),
      () => session.relations(),
      () => session.answer(),
    ];
    for (const call of calls) assert.throws(call, { name: "Error", message: /closed/ });
    assert.deepEqual(next.answer(), before);
  });
});
