// Whatever a caller hands over: an answer, or the caller's own exception, or a TypeError that names the wrong usage.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { check, form, open, rules } from "../../pkg/index.js";
import { keyOf, named, nested } from "./reports.mjs";

const CELL = "requests.received.natural";
const rulesAt = (answer, cell) => answer.findings.filter(({ at }) => at === cell).map(({ rule }) => rule);
/** The rules that speak of one cell that holds this value, the same in check and in a live form. */
function raised(value) {
  const answer = check({ year: 2024, cells: { [CELL]: value } });
  const nestedAnswer = check({ year: 2024, cells: nested({ [CELL]: value }) });
  const session = open({ year: 2024 });
  session.set(CELL, value);
  const found = rulesAt(answer, CELL);
  assert.deepEqual(rulesAt(nestedAnswer, CELL), found);
  assert.deepEqual(rulesAt(session.answer(), CELL), found);
  session.close();
  return found;
}

class Figure {
  constructor(number) {
    this.number = number;
  }
}
const cyclic = {};
cyclic.itself = cyclic;

describe("a cell may hold", () => {
  const cases = [
    ["a number", 12, []],
    ["minus zero", -0, []],
    ["a plain text", "12", []],
    ["a bigint", 12n, []],
    ["nothing", undefined, ["cell-blank"]],
    ["null", null, ["cell-blank"]],
    ["an empty text", "", ["cell-blank"]],
    ["white space", " \u3000\n", ["cell-blank"]],
    ["a placeholder", "/", ["cell-blank", "cell-placeholder"]],
    ["a full-width figure", "\uff11\uff12", ["cell-notation"]],
    ["a remark", "178\u9879", ["cell-annotated"]],
    ["a text with a leading zero", "012", ["cell-notation"]],
    ["a fraction", 1.5, ["cell-fraction"]],
    ["a negative number", -1, ["cell-negative"]],
    ["a number beyond all counts", 1e308, ["cell-too-large"]],
    ["a bigint beyond all counts", 10n ** 30n, ["cell-too-large"]],
    ["NaN", NaN, ["cell-unreadable"]],
    ["Infinity", Infinity, ["cell-unreadable"]],
    ["a boolean", true, ["cell-unreadable"]],
    ["false", false, ["cell-unreadable"]],
    ["nonsense", "many", ["cell-unreadable"]],
    ["a symbol", Symbol("12"), ["cell-unreadable"]],
    ["a function", () => 12, ["cell-unreadable"]],
    ["an array", [12], ["cell-unreadable"]],
    ["an object", { number: 12 }, ["cell-unreadable"]],
    ["an empty object", {}, ["cell-unreadable"]],
    ["a class instance", new Figure(12), ["cell-unreadable"]],
    ["a boxed number", Object(12), ["cell-unreadable"]],
    ["a Date", new Date(0), ["cell-unreadable"]],
    ["a Map", new Map([["a", 1]]), ["cell-unreadable"]],
    ["an object without a prototype", Object.create(null), ["cell-unreadable"]],
    ["a cycle", cyclic, ["cell-unreadable"]],
    ["a Proxy", new Proxy({}, {}), ["cell-unreadable"]],
    ["half of a surrogate pair", "\ud83d", ["cell-unreadable"]],
    ["a text of 10 MB", "1".repeat(10_000_000), ["cell-too-large"]],
  ];
  for (const [what, value, expected] of cases) {
    test(`${what}: ${expected.join(", ") || "nothing to say"}`, () => assert.deepEqual(raised(value).sort(), expected));
  }

  test("the largest count that JavaScript holds exactly, and no more", () => {
    assert.deepEqual(raised(Number.MAX_SAFE_INTEGER), []);
    assert.deepEqual(raised(String(Number.MAX_SAFE_INTEGER)), []);
    assert.deepEqual(raised("9007199254740993"), ["cell-too-large"]);
  });
});

describe("cells may be spelled", () => {
  const spellings = {
    flat: { "requests.received.natural": 3 },
    nested: { requests: { received: { natural: 3 } } },
    "half nested, table first": { requests: { "received.natural": 3 } },
    "half nested, row first": { "requests.received": { natural: 3 } },
  };
  for (const [how, cells] of Object.entries(spellings)) {
    test(how, () => assert.deepEqual(check({ year: 2024, cells }), check({ year: 2024, cells: spellings.flat })));
  }

  test("nested beside flat", () => {
    const { cells } = named("suqian-2024");
    const requests = Object.entries(cells).filter(([cell]) => cell.startsWith("requests."));
    const mixed = { ...nested(Object.fromEntries(requests)), ...Object.fromEntries(Object.entries(cells).filter(([cell]) => !cell.startsWith("requests."))) };
    assert.deepEqual(check({ year: 2024, cells: mixed }), check({ year: 2024, cells }));
  });

  test("twice, and are told so, whatever they hold", () => {
    const twice = (one, other) => [
      { [CELL]: one, ...nested({ [CELL]: other }) },
      { requests: { received: { natural: one }, "received.natural": other } },
    ];
    for (const cells of [...twice(3, 3), ...twice(3, "4"), ...twice(null, 4), ...twice("x", undefined)]) {
      for (const answer of [check({ year: 2024, cells }), open({ year: 2024, cells }).answer()]) {
        assert.ok(answer.findings.some(({ rule, at }) => rule === "cell-given-twice" && at === CELL));
      }
    }
  });

  test("twice, and the last one counts", () => {
    const cells = { ...nested({ "disputes.reconsideration.total": 1 }), "disputes.reconsideration.total": 2 };
    for (const detail of ["upheld", "corrected", "other", "pending"]) cells[`disputes.reconsideration.${detail}`] = 0;
    const { left, right } = check({ year: 2024, cells }).findings.find(({ rule }) => rule === "disputes-total");
    assert.deepEqual([left, right], [0, 2]);
  });
});

describe("what is not known is named, never passed over", () => {
  const keys = (report) => check(report).findings.map(keyOf);
  test("cells", () => {
    for (const cell of ["requests.received.nobody", "requests", "total", "", "toString", "__proto__", "requests.received.natural.x"]) {
      const cells = JSON.parse(`{${JSON.stringify(cell)}: 1}`);
      assert.ok(keys({ year: 2024, cells }).includes(keyOf({ rule: "cell-unknown", at: cell })), cell);
    }
    assert.ok(keys({ year: 2024, cells: { requests: { received: { nobody: 1 } } } }).includes("cell-unknown@requests.received.nobody"));
    assert.ok(keys({ year: 2024, cells: { people: { all: 1 } } }).includes("cell-unknown@people"));
  });

  test("keys", () => {
    for (const key of ["figures", "__proto__", "constructor"]) {
      const report = JSON.parse(`{"year": 2024, "cells": {}, "${key}": {"a": 1}}`);
      assert.ok(keys(report).includes(`key-unknown@${key}`), key);
      assert.ok(open(report).answer().findings.map(keyOf).includes(`key-unknown@${key}`), key);
    }
    assert.equal({}.a, undefined);
  });

  test("values", () => {
    const wrong = { cells: 5, level: "village", kind: 1, layouts: "2021", sections: [], explanations: "none", body: {} };
    for (const [key, value] of Object.entries(wrong)) {
      const report = { year: 2024, cells: {}, [key]: value };
      assert.ok(keys(report).includes(`value-invalid@${key}`), key);
      assert.deepEqual(open(report).answer(), check(report), key);
    }
    for (const year of [undefined, null, 1999, 2024.5, "soon", {}, NaN, 1n, true]) {
      assert.ok(keys({ year, cells: {} }).includes("year-without-form"), String(year));
    }
  });

  test("but meta is the caller's own", () => {
    const meta = { get anything() { throw new Error("not asked"); } };
    assert.deepEqual(check({ year: 2024, cells: {}, meta }), check({ year: 2024, cells: {} }));
  });
});

describe("a report may be", () => {
  const plain = named("pingtan-2020");
  const expected = check(plain);
  const deeplyFrozen = structuredClone(plain);
  for (const part of [deeplyFrozen, deeplyFrozen.cells, deeplyFrozen.layouts]) Object.freeze(part);
  class Filed {
    constructor(report) {
      Object.assign(this, report);
    }
  }
  const others = {
    frozen: deeplyFrozen,
    "a class instance": new Filed(plain),
    "without prototypes": Object.assign(Object.create(null), plain, { cells: Object.assign(Object.create(null), plain.cells) }),
    "behind a Proxy": new Proxy({ ...plain, cells: new Proxy(plain.cells, {}) }, {}),
    "made of getters": Object.defineProperty({ ...plain }, "cells", { get: () => plain.cells, enumerable: true }),
    "with inherited keys, which do not count": Object.assign(Object.create({ level: "village" }), plain),
  };
  for (const [what, report] of Object.entries(others)) test(what, () => assert.deepEqual(check(report), expected));
});

describe("the caller's own exceptions pass", () => {
  class Mine extends Error {}
  const fail = () => {
    throw new Mine("mine");
  };
  const failing = (key, rest = {}) => Object.defineProperty({ ...rest }, key, { get: fail, enumerable: true });
  const calls = {
    "a getter of the report": () => check(failing("cells", { year: 2024 })),
    "a getter of a cell": () => check({ year: 2024, cells: failing(CELL, { "requests.received.total": 4 }) }),
    "a getter deep in the cells": () => check({ year: 2024, cells: { requests: { received: failing("natural") } } }),
    "a getter in the sections": () => check({ year: 2024, cells: {}, sections: failing("overview") }),
    "a getter of last year's report": () => check({ year: 2024, cells: {} }, { previous: failing("cells", { year: 2023 }) }),
    "a getter of the options": () => check({ year: 2024, cells: {} }, failing("blank")),
    "a Proxy": () => check({ year: 2024, cells: new Proxy({}, { ownKeys: fail }) }),
    "a getter when a form is opened": () => open({ year: 2024, cells: failing(CELL) }),
    "a year that cannot be converted": () => form({ valueOf: fail }),
  };
  for (const [what, call] of Object.entries(calls)) {
    test(`${what}, and the next call works`, () => {
      const session = open({ year: 2024, cells: { [CELL]: 3 } });
      assert.throws(call, Mine);
      assert.deepEqual(raised(12), []);
      assert.deepEqual(session.answer(), check(session.report()));
    });
  }

  test("a getter may check another report meanwhile", () => {
    const report = named("pingtan-2020");
    const cells = { ...report.cells };
    const last = Object.keys(cells).pop();
    const value = cells[last];
    Object.defineProperty(cells, last, { enumerable: true, get: () => (check(named("suqian-2024")), value) });
    assert.deepEqual(check({ ...report, cells }), check(report));
  });
});

describe("wrong usage is a TypeError that names it", () => {
  const report = { year: 2024, cells: {} };
  for (const value of [undefined, null, 5, "report", true, [], () => ({})]) {
    test(`a report that is ${Array.isArray(value) ? "an array" : String(value)}`, () => {
      assert.throws(() => check(value), { name: "TypeError", message: /^check: the report/ });
      assert.throws(() => open(value), { name: "TypeError", message: /^open: the report/ });
    });
  }
  const cases = [
    [5, /options/],
    [[], /options/],
    [{ blank: "none" }, /blank.*none/],
    [{ blank: 0 }, /blank.*0/],
    [{ language: "fr" }, /language.*fr/],
    [{ langauge: "zh" }, /langauge/],
    [{ severities: "off" }, /severities.*off/],
    [{ severities: { "no-such-rule": "off" } }, /no-such-rule/],
    [{ severities: { "cell-blank": "loud" } }, /loud/],
    [{ severities: { "cell-blank": null } }, /severities/],
    [{ previous: 2023 }, /previous/],
    [{ previous: [] }, /previous/],
  ];
  for (const [options, message] of cases) {
    test(`the options ${JSON.stringify(options)}`, () => {
      assert.throws(() => check(report, options), { name: "TypeError", message });
      assert.throws(() => open(report, options), { name: "TypeError", message });
      assert.deepEqual(check(report), check(report, {}));
    });
  }

  test("but options may be absent, null or blank", () => {
    for (const options of [null, {}, { blank: undefined, language: null, previous: null, severities: undefined }]) {
      assert.deepEqual(check(report, options), check(report));
    }
  });

  test("a year without a form is a RangeError, an unknown language of the book a TypeError", () => {
    for (const year of [2018, 2018.5, "soon", undefined, null, NaN, {}]) assert.throws(() => form(year), RangeError);
    assert.throws(() => rules({ language: "fr" }), { name: "TypeError", message: /language.*fr/ });
    assert.throws(() => rules("en"), TypeError);
  });
});
