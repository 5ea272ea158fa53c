// Browsers that refuse to start WebAssembly at once, or at all. Steps build on one another: the core starts only once.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { failOnce, instances, refuseSynchronous } from "./instances.mjs";
const { GoujiError, check, open, ready, version } = await import("../../pkg/index.js");

const report = { year: 2024, cells: { "requests.received.natural": 1 } };
const code = (expected, message) => (error) => {
  assert.ok(error instanceof GoujiError && error instanceof Error, String(error));
  assert.equal(error.name, "GoujiError");
  assert.equal(error.code, expected);
  assert.match(error.message, message);
  return true;
};
/** Settles what was started in the background. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 50));

test("importing the package starts nothing", () => {
  assert.equal(instances.length, 0);
  assert.match(version(), /^\d/);
});

test("no WebAssembly: wasm-missing", () => {
  const { WebAssembly: given } = globalThis;
  delete globalThis.WebAssembly;
  try {
    assert.throws(() => check(report), code("wasm-missing", /WebAssembly/));
  } finally {
    globalThis.WebAssembly = given;
  }
});

test("a strict policy: wasm-blocked, and what to allow", async () => {
  const { Module } = WebAssembly;
  const said = "Refused to compile or instantiate WebAssembly module because 'unsafe-eval' is not an allowed source of script";
  WebAssembly.Module = class extends Module {
    constructor() {
      throw new WebAssembly.CompileError(said);
    }
  };
  try {
    assert.throws(() => check(report), code("wasm-blocked", /wasm-unsafe-eval/));
    await assert.rejects(ready(), code("wasm-blocked", /wasm-unsafe-eval/));
  } finally {
    WebAssembly.Module = Module;
  }
});

test("only asynchronous compilation: not-ready, until ready() was awaited; a spare instance serves after a trap", async () => {
  const allow = refuseSynchronous();
  const told = mock.method(console, "error", () => {});
  try {
    assert.throws(() => check(report), code("not-ready", /await ready\(\)/));
    assert.throws(() => open(report), code("not-ready", /await ready\(\)/));
    await Promise.all([ready(), ready()]);
    const expected = check(report);
    const session = open(report);
    const answer = session.answer();
    for (let time = 0; time < 3; time += 1) {
      failOnce();
      assert.throws(() => check(report), code("engine-failure", /disturbed by a test/));
      assert.deepEqual(session.answer(), answer);
      assert.deepEqual(check(report), expected);
      await turn();
    }
    await ready();
  } finally {
    told.mock.restore();
    allow();
  }
});
