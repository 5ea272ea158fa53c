// The shipped scripts where there is nothing younger than 2018.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { check, form, open, rules, years } from "../../pkg/index.js";
import * as modernReaders from "../../pkg/read.js";
import { standard } from "../../pkg/standard.js";
import { project } from "../setup/programs.mjs";
import { realm } from "./realm.mjs";
import { ENTRIES, named, nested, published } from "./reports.mjs";

const wasm = readFileSync(join(project, "pkg/gouji.wasm"));
// Objects of another realm have other prototypes.
const same = (actual, expected) => assert.deepEqual(JSON.parse(JSON.stringify(actual)), JSON.parse(JSON.stringify(expected)));

const entries = {
  "gouji.global.js": ({ run }) => run("gouji.global.js"),
  "index.cjs": ({ run }) => run("index.cjs"),
  "slim.cjs, given bytes": ({ run }) => {
    const slim = run("slim.cjs");
    slim.initSync(wasm);
    return slim;
  },
};

test("the old realm is old", () => {
  const { evaluate } = realm({ old: true });
  for (const name of ["globalThis", "BigInt", "FinalizationRegistry", "WeakRef", "queueMicrotask", "structuredClone", "SharedArrayBuffer", "Intl"]) {
    assert.equal(evaluate(`typeof ${name}`), "undefined", name);
  }
  for (const path of ["TextEncoder.prototype.encodeInto", "Object.fromEntries", "[].flat", "''.matchAll", "[].at", "WebAssembly.Global"]) {
    assert.equal(evaluate(`typeof ${path}`), "undefined", path);
  }
});

for (const [name, load] of Object.entries(entries)) {
  describe(name, () => {
    const world = realm({ old: true });
    const gouji = load(world);

    test("checks, flat and nested, in both languages", () => {
      for (const { report } of published) {
        same(gouji.check(report), check(report));
        same(gouji.check({ ...report, cells: nested(report.cells) }, { language: "en", blank: "zero" }), check(report, { language: "en", blank: "zero" }));
      }
    });

    test("keeps a live form", () => {
      const options = { previous: named("suqian-2023") };
      const [session, twin] = [gouji.open(named("suqian-2024"), options), open(named("suqian-2024"), options)];
      for (const [place, { id }] of form(2024).cells.entries()) {
        const value = ENTRIES[place % ENTRIES.length];
        same(session.set(id, value), twin.set(id, value));
      }
      session.explain("report-all-zero", "\u96f6\u62a5\u544a");
      twin.explain("report-all-zero", "\u96f6\u62a5\u544a");
      same(session.findings({ whole: true }), twin.findings({ whole: true }));
      same(session.relations(), twin.relations());
      same(session.answer(), twin.answer());
      same(session.report(), twin.report());
      session.close();
    });

    test("has forms and rules", async () => {
      await gouji.ready();
      same(gouji.years(), years());
      same(gouji.form(2019), form(2019));
      same(gouji.rules({ language: "en" }), rules({ language: "en" }));
    });

    test("throws what the modern one throws", () => {
      assert.throws(() => gouji.check(5), { name: "TypeError", message: /the report must be an object/ });
      assert.throws(() => gouji.check({ cells: {} }, { blank: "none" }), { name: "TypeError", message: /blank.*none/ });
      assert.throws(() => gouji.form(1999), { name: "RangeError" });
    });
  });
}

const readers = {
  "gouji.read.global.js": ({ run, evaluate }) => {
    run("gouji.read.global.js");
    return evaluate("window.goujiRead");
  },
  "read.cjs": ({ run }) => run("read.cjs"),
};

for (const [name, load] of Object.entries(readers)) {
  describe(name, () => {
    const old = load(realm({ old: true }));
    const folder = join(project, "tests/documents/programs");

    for (const name of readdirSync(folder)) {
      test(`reads ${name}`, () => {
        const bytes = readFileSync(join(folder, name));
        same(old.read(bytes, { name }), modernReaders.read(bytes, { name }));
      });
    }

    test("reads text and GBK, refuses what is none, joins, and has its rules", async () => {
      await old.ready();
      const title = "\u67d0\u53bf2024\u5e74\u653f\u5e9c\u4fe1\u606f\u516c\u5f00\u5de5\u4f5c\u5e74\u5ea6\u62a5\u544a";
      const gbk = Uint8Array.of(0xb9, 0xe6, 0xd5, 0xc2, 0x09, 0x33, 0x09, 0x35, 0x09, 0x37, 0x34);
      for (const source of [title, gbk, "", "%PDF-1.7", `${title}\n\u89c4\u7ae0\t1\t0\t1`]) {
        const [one, other] = [old, modernReaders].map(({ read }) => read(source));
        same(one, other);
        if (other.report) same(old.joined(check(other.report), one), modernReaders.joined(check(other.report), other));
      }
      same(old.rules({ language: "en" }), modernReaders.rules({ language: "en" }));
      assert.throws(() => old.read(5), { name: "TypeError" });
    });
  });
}

test("slim.cjs can be given bytes to wait for", async () => {
  const slim = realm({ old: true }).run("slim.cjs");
  await slim.init(Promise.resolve(wasm));
  same(slim.check(named("pingtan-2020")), check(named("pingtan-2020")));
});

test("standard.cjs", () => {
  const report = named("pingtan-2020");
  const old = realm({ old: true }).run("standard.cjs").standard(2020)["~standard"];
  for (const value of [report.cells, nested(report.cells), {}]) same(old.validate(value), standard(2020)["~standard"].validate(value));
});

test("the classic scripts leave one name in the window", () => {
  const { evaluate, run } = realm();
  const names = () => [...evaluate("Object.getOwnPropertyNames(this)")];
  const before = names();
  run("gouji.global.js");
  run("gouji.repair.global.js");
  assert.deepEqual(names().filter((name) => !before.includes(name)), ["gouji"]);
  assert.deepEqual([...evaluate("Object.keys(gouji)")].sort(), ["GoujiError", "check", "form", "open", "ready", "rules", "use", "version", "years"]);
});

test("that of the kit, too, with the binding beside the rest", () => {
  const { evaluate, run } = realm({ old: true });
  const names = () => [...evaluate("Object.getOwnPropertyNames(this)")];
  const before = names();
  run("gouji.kit.global.js");
  assert.deepEqual(names().filter((name) => !before.includes(name)), ["gouji"]);
  assert.ok(["GoujiError", "bind", "check", "open"].every((name) => evaluate("Object.keys(gouji)").includes(name)));
  assert.throws(() => evaluate("gouji.bind(null, {})"), { name: "TypeError", message: /element/ });
});

test("the page's own names do not disturb it", () => {
  const { evaluate, run } = realm();
  evaluate("var check = 1, open = 2, module = 3, exports = 4, define = 5, require = 6, process = 7;");
  same(run("gouji.global.js").check(named("pingtan-2020")), check(named("pingtan-2020")));
});
