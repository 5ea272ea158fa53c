// What check() finds in published reports.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { check } from "../../pkg/index.js";
import { project } from "../setup/programs.mjs";
import { HARD, keyOf, named, nested, published } from "./reports.mjs";

const brokenIn = (answer) => answer.findings.filter(({ rule }) => HARD.includes(rule)).map(keyOf).sort();

describe("published reports", () => {
  for (const { name, report } of published) {
    test(`${name} breaks exactly the hard relations that it lists`, () => {
      assert.deepEqual(brokenIn(check(report, { blank: "zero" })), [...report.meta.broken].sort());
    });
  }

  test("a consistent report of a city is silent", () => {
    for (const name of ["suqian-2023", "suqian-2024"]) {
      const answer = check({ ...named(name), level: "city", kind: "government" });
      assert.deepEqual(answer.findings, []);
      assert.equal(answer.ok, true);
      assert.equal(answer.relations.broken + answer.relations.open, 0);
    }
  });

  test("mean the same flat, nested, as texts and as numbers", () => {
    for (const { report } of published) {
      const plain = Object.entries(report.cells).map(([cell, text]) => [cell, /^(0|[1-9]\d*)$/.test(text) ? Number(text) : text]);
      const expected = check(report);
      for (const cells of [nested(report.cells), Object.fromEntries(plain), nested(Object.fromEntries(plain))]) {
        assert.deepEqual(check({ ...report, cells }), expected);
      }
    }
  });
});

describe("the answer", () => {
  test("is the one that the README promises", () => {
    const readme = readFileSync(join(project, "README.md"), "utf8");
    const code = readme.match(/const answer = check\((.*?)\);\nconsole\.log\(answer\.ok, answer\.findings\[0\]\.message\); \/\/ (true|false) ([^\n]*)\n/s);
    const [report, options] = new Function(`return [${code[1]}]`)();
    const answer = check(report, options);
    assert.equal(String(answer.ok), code[2]);
    assert.equal(answer.findings[0].message, code[3]);
  });

  test("has the shape of the contract", () => {
    const cells = { "requests.received.natural": "1", "requests.carried_in.natural": 0, "requests.results_total.natural": 1, "requests.carried_out.natural": 1 };
    const answer = check({ year: 2022, cells }, { blank: "zero" });
    assert.deepEqual(Object.keys(answer), ["year", "ok", "findings", "relations", "overrides", "ruleset"]);
    assert.equal(answer.year, 2022);
    assert.equal(answer.ok, false);
    const finding = answer.findings.find(({ rule, at }) => rule === "requests-balance" && at === "natural");
    const { message, why, help, basis, related, ...rest } = finding;
    assert.deepEqual(rest, {
      rule: "requests-balance",
      at: "natural",
      severity: "error",
      cells: [
        { cell: "requests.received.natural", role: "left" },
        { cell: "requests.carried_in.natural", role: "left" },
        { cell: "requests.results_total.natural", role: "right" },
        { cell: "requests.carried_out.natural", role: "right" },
      ],
      left: 1,
      right: 2,
      difference: -1,
      explained: null,
    });
    for (const text of [message, why, help, basis.text]) assert.match(text, /./);
    assert.match(basis.certainty, /^[ABCD]$/);
    assert.ok(Array.isArray(related));
  });

  test("names each finding once", () => {
    for (const { report } of published) {
      for (const blank of ["missing", "zero"]) {
        const keys = check(report, { blank }).findings.map(keyOf);
        assert.equal(new Set(keys).size, keys.length);
      }
    }
  });

  test("ties echoes of one fault together", () => {
    const report = named("suqian-2024");
    report.cells["requests.granted.natural"] = String(Number(report.cells["requests.granted.natural"]) + 1);
    const findings = check(report).findings.filter(({ rule }) => HARD.includes(rule));
    assert.deepEqual(findings.map(keyOf).sort(), ["requests-applicants-total@granted", "requests-results-total@natural"]);
    assert.deepEqual(findings.map(({ related }) => related.length), [1, 1]);
  });

  test("is the caller's own: changing it changes no later answer", () => {
    const before = check(named("pingtan-2020"));
    const expected = structuredClone(before);
    before.findings.length = 0;
    before.ruleset.version = "mine";
    assert.deepEqual(check(named("pingtan-2020")), expected);
  });

  test("does not change the report", () => {
    const report = named("pingtan-2020");
    check(report);
    assert.deepEqual(report, named("pingtan-2020"));
  });
});

describe("blank", () => {
  test("is not zero: an empty form is full of blanks, and nothing is broken", () => {
    const { findings, relations } = check({ year: 2024, cells: {} });
    assert.equal(findings.filter(({ rule }) => rule === "cell-blank").length, 200);
    assert.equal(relations.broken, 0);
    assert.ok(relations.open > 0);
  });

  test("in a total does not make a broken report pass", () => {
    for (const total of ["", " ", null, undefined, "/"]) {
      const report = named("pingtan-2020");
      report.cells["requests.results_total.natural"] = total;
      assert.equal(check(report).ok, false);
    }
  });

  test("is told once where it counts as zero", () => {
    const { findings } = check({ year: 2024, cells: { "requests.received.natural": "" } }, { blank: "zero" });
    assert.equal(findings.filter(({ rule }) => rule === "cell-blank").length, 0);
    assert.equal(findings.filter(({ rule }) => rule === "blanks-read-as-zero").length, 1);
  });

  test("is no nil return: an all-zero report is asked about once, and an explanation answers it", () => {
    const cells = Object.fromEntries(Object.keys(named("suqian-2024").cells).map((cell) => [cell, 0]));
    const answer = check({ year: 2024, level: "city", cells });
    assert.deepEqual(answer.findings.map(keyOf), ["report-all-zero"]);
    const explained = check({ year: 2024, level: "city", cells, explanations: { "report-all-zero": "零报告" } });
    assert.deepEqual(explained.findings.map(({ explained: text }) => text), ["零报告"]);
  });
});
