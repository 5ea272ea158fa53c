// Browsers that refuse to start WebAssembly at once, or at all. Steps build on one another: the core starts only once.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { failOnce, instances, refuseSynchronous } from "./instances.mjs";
import { realm } from "./realm.mjs";
const { GoujiError, check, open, ready, version } = await import("../../pkg/index.js");
const { startFailure } = await import("../../pkg/errors.js");

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

test("a strict policy, as V8 enforces it", async () => {
  for (const file of ["gouji.global.js", "index.cjs"]) {
    const gouji = realm({ wasm: false }).run(file);
    const expected = { name: "GoujiError", code: "wasm-blocked", message: /script-src.*disallowed by embedder/ };
    assert.throws(() => gouji.check(report), expected);
    assert.throws(() => gouji.open(report), expected);
    await assert.rejects(gouji.ready(), expected);
  }
});

// Chromium's before it allowed 8 MB, as its source has them (V8Initializer); the others as they were seen.
const SAID = {
  "not-ready": [
    new RangeError("WebAssembly.Compile is disallowed on the main thread, if the buffer size is larger than 4KB. Use WebAssembly.compile, or compile on a worker thread."),
    new RangeError("WebAssembly.Instance is disallowed on the main thread, if the buffer size is larger than 4KB. Use WebAssembly.instantiate."),
  ],
  "out-of-memory": [
    new RangeError("WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory for new instance"),
    new RangeError("WebAssembly.Memory(): could not allocate memory"),
    new RangeError("Array buffer allocation failed"),
    new Error("out of memory"),
  ],
  "wasm-blocked": [
    new WebAssembly.CompileError("WebAssembly.Module(): Wasm code generation disallowed by embedder"),
    new WebAssembly.CompileError("call to WebAssembly.Module() blocked by CSP"),
    new Error("Refused to create a WebAssembly object because 'unsafe-eval' is not an allowed source of script"),
    new WebAssembly.CompileError("WebAssembly.instantiate(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because neither 'wasm-eval' nor 'unsafe-eval' is an allowed source of script"),
  ],
  "engine-failure": [
    new WebAssembly.LinkError("WebAssembly.Instance(): Import #0 is not a function"),
    new WebAssembly.RuntimeError("memory access out of bounds"),
    "a text",
    undefined,
  ],
};
for (const [named, errors] of Object.entries(SAID)) {
  test(`what browsers say is told apart: ${named}`, () => {
    for (const error of errors) assert.equal(startFailure(error).code, named, String(error));
  });
}

test("no memory left: out-of-memory, and the next call works when there is some again", async () => {
  const { Instance } = WebAssembly;
  WebAssembly.Instance = Object.defineProperty(function () {
    throw new RangeError("WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory for new instance");
  }, Symbol.hasInstance, { value: (value) => value instanceof Instance });
  const gouji = await import("../../pkg/index.js?without-memory");
  try {
    assert.throws(() => gouji.check(report), { code: "out-of-memory", message: /Out of memory/ });
    await assert.rejects(gouji.ready(), { code: "out-of-memory" });
  } finally {
    WebAssembly.Instance = Instance;
  }
  assert.equal(gouji.check(report).year, 2024);
});

test("a start that fails half-way is a failure like any other, and the next call works", async () => {
  const gouji = await import("../../pkg/index.js?half-way");
  failOnce();
  const told = mock.method(console, "error", () => {});
  assert.throws(() => gouji.check(report), { code: "engine-failure", call: "start", message: /disturbed by a test/ });
  told.mock.restore();
  assert.equal(gouji.check(report).year, 2024);
  instances.length = 0;
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
