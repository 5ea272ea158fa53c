// gouji/repair, an entry of its own: what is said without it, how it is taken, what happens when it fails.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { instances, newest, refuseSynchronous, searches, takeStackOfSearch } from "./instances.mjs";
import { realm } from "./realm.mjs";
const { GoujiError, check, open, use } = await import("../../pkg/index.js");
const { default: repair } = await import("../../pkg/repair.js");
const { slips } = await import("./slips.mjs");

const require = createRequire(import.meta.url);
const CELL = "requests.received.natural";
/** 三（一）自然人 with two digits transposed. */
const transposed = () => structuredClone(slips.find(({ slip }) => slip === "transposed").report);
const MENDED = { cell: "requests.granted.natural", from: 1480, to: 1408 };
const missing = (error) => {
  assert.ok(error instanceof GoujiError && error instanceof Error, String(error));
  assert.equal(error.code, "repair-missing");
  assert.match(error.message, /gouji\/repair.*use\(repair\).*gouji\.repair\.global\.js/);
  return true;
};
const mends = (gouji) => assert.deepEqual(gouji.check(transposed(), { repairs: true }).repairs[0].changes, [MENDED]);

describe("without it", () => {
  test("whoever asks for repairs is told what to load, nothing is lost, and all else works", async () => {
    const { check, open } = await import("../../pkg/index.js?without-repair");
    const session = open(transposed());
    session.set(CELL, "７");
    const [answer, report] = [session.answer(), session.report()];
    const code = { name: "GoujiError", code: "repair-missing", message: /use\(repair\)/ };
    assert.throws(() => session.repairs(), code);
    assert.throws(() => session.answer({ repairs: true }), code);
    assert.throws(() => check(transposed(), { repairs: true }), code);
    const forGood = open(transposed(), { repairs: true });
    assert.throws(() => forGood.answer(), code);
    assert.deepEqual([session.answer(), session.report()], [answer, report]);
    assert.deepEqual(session.set("requests.received.total", 5).relations.length > 0, true);
  });

  test("a closed session is closed first of all", async () => {
    const { open } = await import("../../pkg/index.js?closed");
    const session = open(transposed());
    session.close();
    assert.throws(() => session.repairs(), { name: "Error", message: /closed/ });
  });

  test("the error is a GoujiError of the entry asked", () => assert.throws(() => check(transposed(), { repairs: true }), missing));
});

describe("use", () => {
  for (const given of [undefined, null, 5, "gouji/repair", {}, [], () => {}, { default: null }]) {
    test(`takes nothing for it that is not: ${typeof given === "function" ? "a function" : JSON.stringify(given)}`, () => {
      assert.throws(() => use(given), { name: "TypeError", message: /gouji\/repair/ });
    });
  }

  test("takes none of another release, and says which is which", () => {
    assert.throws(() => use({ ...repair, build: "0.0.1+000000000000" }), (error) => missing(error) && /0\.0\.1\+000000000000/.test(error.message));
    assert.throws(() => check(transposed(), { repairs: true }), missing);
  });

  test("starts nothing, and neither does a report in which nothing is broken", () => {
    use(repair);
    const whole = open({ year: 2024 }, { blank: "zero" });
    assert.deepEqual(whole.repairs(), []);
    assert.equal(searches().length, 0);
    mends({ check });
    assert.equal(searches().length, 1);
  });

  test("again does nothing", () => {
    const made = instances.length;
    use(repair);
    mends({ check });
    assert.equal(instances.length, made);
  });

  test("takes all that import() gives", async () => {
    const gouji = await import("../../pkg/index.js?namespace");
    gouji.use(await import("../../pkg/repair.js"));
    mends(gouji);
  });

  test("serves gouji/slim as well", async () => {
    const { readFileSync } = await import("node:fs");
    const slim = await import("../../pkg/slim.js");
    slim.initSync(readFileSync(new URL("../../pkg/gouji.wasm", import.meta.url)));
    assert.throws(() => slim.check(transposed(), { repairs: true }), { code: "repair-missing" });
    slim.use(repair);
    mends(slim);
  });

  test("works through require, either way", () => {
    const gouji = require("../../pkg/index.cjs");
    assert.throws(() => gouji.check(transposed(), { repairs: true }), (error) => error instanceof gouji.GoujiError && error.code === "repair-missing");
    gouji.use(require("../../pkg/repair.cjs"));
    mends(gouji);
    const slim = require("../../pkg/slim.cjs");
    slim.initSync(require("node:fs").readFileSync(require.resolve("../../pkg/gouji.wasm")));
    slim.use(require("../../pkg/repair.cjs").default);
    mends(slim);
  });

  test("is done in Node's own entry, of the same core", async () => {
    const node = await import("../../pkg/node.js");
    assert.equal(node.check, check);
    const required = require("../../pkg/node.cjs");
    assert.equal(required.check, require("../../pkg/index.cjs").check);
    mends(required);
  });

  test("is done by the classic script, after the one it belongs to", () => {
    const page = realm();
    const report = JSON.stringify(transposed());
    const gouji = page.run("gouji.global.js");
    assert.throws(() => gouji.check(JSON.parse(report), { repairs: true }), { name: "GoujiError", code: "repair-missing" });
    page.run("gouji.repair.global.js");
    const [first] = gouji.check(JSON.parse(report), { repairs: true }).repairs;
    assert.deepEqual(JSON.parse(JSON.stringify(first.changes)), [MENDED]);
    assert.throws(() => realm().run("gouji.repair.global.js"), /comes after gouji\.global\.js/);
  });
});

describe("after the search has failed", async () => {
  // An entry of its own, so that the search last made is the one it uses.
  const { GoujiError, check, open, use } = await import("../../pkg/index.js?failing");
  use(repair);
  // The panic hook tells the console; a test that provokes it need not.
  let told;
  beforeEach(() => {
    told = mock.method(console, "error", () => {});
  });
  afterEach(() => told.mock.restore());
  const failed = (error) => {
    assert.ok(error instanceof GoujiError);
    assert.deepEqual([error.code, error.call], ["engine-failure", "repairs"]);
    return true;
  };

  for (const [name, ask] of Object.entries({
    "session.repairs": (session) => session.repairs(),
    "session.answer": (session) => session.answer({ repairs: true }).repairs,
    check: (session) => check(session.report(), { repairs: true }).repairs,
  })) {
    test(`${name} works again; the core has gone on as it was`, () => {
      const session = open(transposed());
      session.set(CELL, "３４４０");
      const [repairs, answer, report] = [ask(session), session.answer(), session.report()];
      const core = newest();
      for (let time = 0; time < 3; time += 1) {
        takeStackOfSearch();
        assert.throws(() => ask(session), failed);
        assert.deepEqual([session.answer(), session.report()], [answer, report]);
        assert.deepEqual(ask(session), repairs);
        assert.equal(newest(), core);
      }
    });
  }

  test("nothing of a report stays in the core: it grows by nothing", () => {
    const memory = () => newest().exports.memory.buffer.byteLength;
    mends({ check });
    const before = memory();
    for (let time = 0; time < 200; time += 1) {
      takeStackOfSearch();
      assert.throws(() => check(transposed(), { repairs: true }), failed);
      mends({ check });
    }
    assert.equal(memory(), before);
  });
});

test("where WebAssembly starts only asynchronously, ready() covers it too", async () => {
  const { check, ready, use } = await import("../../pkg/index.js?asynchronous");
  const allow = refuseSynchronous();
  try {
    await ready();
    use(repair);
    assert.throws(() => check(transposed(), { repairs: true }), { code: "not-ready", message: /await ready\(\)/ });
    assert.deepEqual(check(transposed()).ok, false);
    await ready();
    mends({ check });
    // The last is the spare one.
    takeStackOfSearch(searches().slice(-2)[0]);
    const told = mock.method(console, "error", () => {});
    assert.throws(() => check(transposed(), { repairs: true }), { code: "engine-failure" });
    told.mock.restore();
    mends({ check });
  } finally {
    allow();
  }
});
