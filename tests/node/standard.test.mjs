// A year's form as a Standard Schema. Form libraries that accept it are tried in tests/packaging.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { check, form } from "../../pkg/index.js";
import { standard } from "../../pkg/standard.js";
import { instances } from "./instances.mjs";
import { keyOf, named, nested, published } from "./reports.mjs";

const zero = { blank: "zero" };
const issuesOf = (year, value, options) => standard(year, options)["~standard"].validate(value).issues ?? [];
const good = () => named("suqian-2024").cells;
const dotted = (path) => path?.join(".");

/** A consistent report with some cells changed by so much. */
function changed(changes) {
  const cells = good();
  for (const [cell, by] of Object.entries(changes)) {
    assert.ok(cell in cells, cell);
    cells[cell] = String(Number(cells[cell]) + by);
  }
  return cells;
}
const anchors = (changes) => issuesOf(2024, changed(changes)).map(({ path }) => dotted(path));

describe("the schema", () => {
  test("is as version 1 of the standard has it", () => {
    const schema = standard(2024);
    assert.deepEqual(Object.keys(schema), ["~standard"]);
    const { version, vendor, validate } = schema["~standard"];
    assert.deepEqual([version, vendor, typeof validate], [1, "gouji", "function"]);
  });

  test("starts nothing by being made", () => {
    const before = instances.length;
    standard(2024);
    assert.equal(instances.length, before);
  });

  test("answers at once, and gives a good value back as it is", () => {
    for (const value of [good(), nested(good()), { cells: good() }, { cells: nested(good()), level: "city", kind: "government" }]) {
      const before = structuredClone(value);
      const result = standard(2024)["~standard"].validate(value);
      assert.deepEqual(Object.keys(result), ["value"]);
      assert.equal(result.value, value);
      assert.deepEqual(value, before);
    }
  });

  test("never throws for a value", () => {
    for (const value of [undefined, null, 5, "x", true, [], () => {}, new Date(), { cells: 5 }, { requests: 5 }, { requests: [] }, JSON.parse('{"__proto__": {"a": 1}}')]) {
      assert.ok(issuesOf(2024, value).length > 0);
      for (const { message, path } of issuesOf(2024, value, { level: "notice" })) {
        assert.equal(typeof message, "string");
        assert.ok(path === undefined || path.every((key) => typeof key === "string"));
      }
    }
  });

  test("of a year without a form says so", () => {
    const [issue, ...others] = issuesOf(1999, {});
    assert.equal(issue.finding.rule, "year-without-form");
    assert.deepEqual(["path" in issue, others], [false, []]);
  });

  test("says wrong usage when it is made", () => {
    for (const options of [5, [], { level: "fatal" }, { report: 5 }]) assert.throws(() => standard(2024, options), TypeError);
    assert.throws(() => issuesOf(2024, {}, { blank: "none" }), TypeError);
  });
});

describe("the issues", () => {
  test("are the findings of check, one each, in their order, errors only", () => {
    for (const { report } of published) {
      for (const level of ["error", "warning", "notice"]) {
        const asked = ["error", "warning", "notice"].slice(0, ["error", "warning", "notice"].indexOf(level) + 1);
        const expected = check({ ...report, meta: undefined }, zero).findings.filter(({ severity }) => asked.includes(severity));
        const issues = issuesOf(report.year, report, { ...zero, level });
        assert.deepEqual(issues.map(({ finding }) => finding), expected);
        assert.deepEqual(issues.map(({ message }) => message), expected.map(({ message }) => message));
        if (level === "error") assert.deepEqual(issuesOf(report.year, report, zero), issues);
      }
    }
  });

  test("leave out warnings that are explained", () => {
    const cells = Object.fromEntries(Object.keys(good()).map((cell) => [cell, 0]));
    const rules = (options) => issuesOf(2024, cells, { level: "warning", ...options }).map(({ finding }) => finding.rule);
    assert.deepEqual(rules(), ["report-all-zero"]);
    assert.deepEqual(rules({ report: { explanations: { "report-all-zero": "零报告" } } }), []);
  });

  test("are in the language asked for", () => {
    assert.match(issuesOf(2024, changed({ "requests.granted.natural": 1 }), { language: "en" })[0].message, /^[\x20-\x7e（）一二三四五六七]+$/);
  });
});

describe("the path", () => {
  test("is spelt as the value is", () => {
    const id = "requests.granted.natural";
    const cells = changed({ [id]: 1 });
    const half = { disclosure: {}, disputes: {}, requests: Object.fromEntries(Object.entries(cells).filter(([key]) => key.startsWith("requests.")).map(([key, value]) => [key.slice(9), value])) };
    for (const [key, value] of Object.entries(cells)) {
      const [table, ...rest] = key.split(".");
      if (table !== "requests") half[table][rest.join(".")] = value;
    }
    const pathOf = (value) => issuesOf(2024, value)[0].path;
    assert.deepEqual(pathOf(cells), [id]);
    assert.deepEqual(pathOf(nested(cells)), ["requests", "granted", "natural"]);
    assert.deepEqual(pathOf(half), ["requests", "granted.natural"]);
    assert.deepEqual(pathOf({ cells }), ["cells", id]);
    assert.deepEqual(pathOf({ cells: nested(cells) }), ["cells", "requests", "granted", "natural"]);
  });

  test("of a missing cell is spelt as its neighbours are", () => {
    const id = "requests.granted.natural";
    const { [id]: gone, ...cells } = good();
    assert.deepEqual(issuesOf(2024, cells).map(({ path }) => path), [[id]]);
    assert.deepEqual(issuesOf(2024, nested(cells)).map(({ path }) => path), [id.split(".")]);
    assert.deepEqual(issuesOf(2024, {})[0].path, form(2024).cells[0].id.split("."));
  });

  test("is absent, or a key of the report, for what is no cell", () => {
    const values = { "no.such.cell": 1, "requests.granted.nobody": 2 };
    const paths = (value) => issuesOf(2024, value, { level: "notice", ...zero }).map(({ finding, path }) => [keyOf(finding), path]);
    const found = new Map(paths({ ...good(), ...values }));
    assert.deepEqual(found.get("cell-unknown@requests.granted.nobody"), ["requests.granted.nobody"]);
    assert.deepEqual(new Map(paths({ cells: good(), level: "village" })).get("value-invalid@level"), ["level"]);
    assert.deepEqual(new Map(paths({ cells: good(), sections: { overview: "无" } })).get("section-missing@problems"), ["sections", "problems"]);
  });

  test("leads to a place in the value, or to where a cell would be", () => {
    const ids = new Set(form(2020).cells.concat(form(2024).cells).map(({ id }) => id));
    for (const { report } of published) {
      for (const cells of [report.cells, nested(report.cells)]) {
        for (const { path, finding } of issuesOf(report.year, cells, { level: "notice" })) {
          if (finding.cells.some(({ previous }) => !previous)) assert.ok(ids.has(dotted(path)), keyOf(finding));
        }
      }
    }
  });
});

describe("the cell it leads to is the suspected one", () => {
  test("one wrong figure is what both broken sums share", () => {
    assert.deepEqual(anchors({ "requests.granted.natural": 1 }), Array(2).fill("requests.granted.natural"));
    assert.deepEqual(anchors({ "requests.refused.third_party.business": 2 }), Array(2).fill("requests.refused.third_party.business"));
  });

  test("a wrong total of results breaks three relations and is shown at itself", () => {
    assert.deepEqual(anchors({ "requests.results_total.natural": 3 }), Array(3).fill("requests.results_total.natural"));
  });

  test("a wrong figure of the balance, too", () => {
    assert.deepEqual(anchors({ "requests.received.natural": 5 }), Array(2).fill("requests.received.natural"));
    assert.deepEqual(anchors({ "requests.carried_out.natural": 5 }).slice(0, 2), Array(2).fill("requests.carried_out.natural"));
  });

  test("where a whole column is wrong in step, it is the total", () => {
    assert.deepEqual(anchors({ "requests.granted.natural": 1, "requests.granted.total": 1 }), ["requests.results_total.natural", "requests.results_total.total"]);
    assert.deepEqual(anchors({ "disputes.reconsideration.upheld": 1 }), ["disputes.reconsideration.total"]);
  });

  test("every single wrong figure of the requests table is named itself", () => {
    const cells = form(2024).cells.filter(({ table, column }) => table === "requests" && column !== "total").map(({ id }) => id);
    const wrong = cells.filter((id) => anchors({ [id]: 1 })[0] !== id);
    assert.deepEqual(wrong, []);
  });

  test("what is odd about one cell is shown there", () => {
    const cells = { ...good(), "disclosure.fees.amount": "many" };
    assert.deepEqual(issuesOf(2024, cells).map(({ path }) => path), [["disclosure.fees.amount"]]);
  });
});
