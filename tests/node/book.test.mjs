// The forms, the rule book, years and version, against each other and against the types that ship.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { check, form, rules, version, years } from "../../pkg/index.js";
import { project } from "../setup/programs.mjs";
import { HARD } from "./reports.mjs";

const types = readFileSync(join(project, "pkg/dist/ids.d.ts"), "utf8");
const union = (name) => [...types.match(new RegExp(`type ${name} =([^;]*);`))[1].matchAll(/"([^"]+)"/g)].map(([, id]) => id);
const CHINESE = /[\u4e00-\u9fff]/;

describe("years", () => {
  test("begin in 2019, oldest first, without a gap", () => {
    assert.deepEqual(years(), years().map((_, index) => 2019 + index));
    assert.ok(years().includes(2024));
  });

  test("each have a form", () => {
    for (const year of years()) assert.equal(form(year).year, year);
  });
});

describe("the form", () => {
  for (const year of years()) {
    const layout = year < 2021 ? 2019 : 2021;
    test(`of ${year} is of the ${layout} layout`, () => {
      const { layouts, cells, tables, sections } = form(year);
      assert.deepEqual([layouts.disclosure, layouts.requests], [layout, layout]);
      assert.equal(cells.length, layout === 2019 ? 198 : 200);
      assert.equal(new Set(cells.map(({ id }) => id)).size, cells.length);
      assert.deepEqual(tables.map(({ id }) => id), ["disclosure", "requests", "disputes"]);
      assert.deepEqual(sections.map(({ ordinal }) => ordinal).join(""), "一二三四五六");
    });
  }

  test("has cells named by table, row and column", () => {
    for (const year of years()) {
      for (const { id, table, row, column, label, english } of form(year).cells) {
        assert.equal(id, `${table}.${row}.${column}`);
        assert.match(label, CHINESE);
        assert.doesNotMatch(english, CHINESE);
      }
    }
  });

  test("prints tables that are full rectangles", () => {
    for (const table of years().flatMap((year) => form(year).tables)) {
      const taken = table.rows.map(() => new Array(table.columns).fill(0));
      table.rows.forEach((row, top) => {
        let left = 0;
        for (const { colSpan, rowSpan } of row) {
          while (taken[top][left] > 0) left += 1;
          for (let down = 0; down < rowSpan; down += 1) {
            for (let right = 0; right < colSpan; right += 1) taken[top + down][left + right] += 1;
          }
        }
      });
      assert.ok(taken.every((row) => row.length === table.columns && row.every((count) => count === 1)), `${table.id} ${table.layout}`);
    }
  });

  test("prints each cell once, in the table it belongs to, in the order of the list", () => {
    for (const year of years()) {
      const { tables, cells } = form(year);
      for (const { id, rows, headRows } of tables) {
        const printed = rows.flat().filter(({ kind }) => kind === "value");
        assert.deepEqual(printed.map(({ cell }) => cell).sort(), cells.filter(({ table }) => table === id).map((cell) => cell.id).sort());
        assert.ok(headRows < rows.length);
        for (const { kind, scope, cell } of rows.flat()) {
          assert.equal(cell !== null, kind === "value");
          if (kind === "value") assert.equal(scope, null);
        }
      }
    }
  });

  test("knows exactly the cells of the type CellId", () => {
    const known = new Set(years().flatMap((year) => form(year).cells.map(({ id }) => id)));
    assert.deepEqual([...known].sort(), union("CellId").sort());
  });

  test("is the caller's own", () => {
    form(2024).cells.length = 0;
    assert.equal(form(2024).cells.length, 200);
  });
});

describe("the rule book", () => {
  const book = rules();

  test("has exactly the rules of the type RuleId, each once", () => {
    assert.deepEqual(book.rules.map(({ id }) => id).sort(), union("RuleId").sort());
  });

  test("has the four hard relations as errors of every year", () => {
    assert.deepEqual(book.rules.filter(({ hard }) => hard).map(({ id }) => id), HARD);
    for (const rule of book.rules.filter(({ hard }) => hard)) {
      assert.deepEqual([rule.severity, rule.since, rule.until, rule.kind], ["error", 2019, null, "relation"]);
    }
  });

  test("states what each rule is, in both languages", () => {
    const english = rules({ language: "en" });
    assert.deepEqual(rules({ language: "zh" }), book);
    assert.equal(english.rules.length, book.rules.length);
    for (const [place, rule] of book.rules.entries()) {
      const twin = english.rules[place];
      assert.equal(twin.id, rule.id);
      assert.deepEqual(twin.instances, rule.instances);
      for (const part of ["title", "why", "help"]) {
        assert.match(rule[part], CHINESE, rule.id);
        // Units, ordinals and words that reports print are quoted as they are.
        const own = twin[part].replaceAll(/万?元|section [一二三四五六]|[“"].*?[”"]/gi, "");
        assert.doesNotMatch(own, CHINESE, rule.id);
      }
      assert.match(rule.id, /^[a-z]+(-[a-z]+)*$/);
      assert.match(rule.basis.certainty, /^[ABCD]$/);
      assert.match(rule.basis.text, /./);
      assert.equal(rule.equation !== null, rule.kind === "relation", rule.id);
      assert.equal(rule.instances.length > 0, rule.kind === "relation", rule.id);
    }
  });

  test("names cells that there are, and each instance once", () => {
    const known = new Set(union("CellId"));
    for (const { id, instances } of book.rules) {
      for (const { cells } of instances) assert.ok(cells.every(({ cell }) => known.has(cell)), id);
    }
  });

  test("is the one that answers name", () => {
    const { ruleset } = check({ year: 2024, cells: {} });
    assert.deepEqual(ruleset, { version: book.version, hash: book.hash });
    assert.match(book.hash, /^[0-9a-f]{16,}$/);
  });
});

test("version() is that of the package", () => {
  assert.equal(version(), JSON.parse(readFileSync(join(project, "pkg/package.json"), "utf8")).version);
});
