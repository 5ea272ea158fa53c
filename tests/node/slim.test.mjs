// gouji/slim: the page supplies the WebAssembly. Each test starts from an entry of its own that has been given nothing yet.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { refuseSynchronous } from "./instances.mjs";
const { check } = await import("../../pkg/index.js");
const { project } = await import("../setup/programs.mjs");
const { named } = await import("./reports.mjs");

const wasm = readFileSync(join(project, "pkg/gouji.wasm"));
const report = named("pingtan-2020");
const expected = check(report);
let number = 0;
const fresh = () => import(`../../pkg/slim.js?${(number += 1)}`);
const unusable = (message) => ({ name: "GoujiError", code: "wasm-unusable", message });

let address;
let asked = 0;
const server = createServer((request, response) => {
  asked += 1;
  const answers = {
    "/gouji.wasm": [200, "application/wasm", wasm],
    // A server that knows no .wasm.
    "/typeless/gouji.wasm": [200, "text/plain", wasm],
    // A single-page application answers every address with its page.
    "/page": [200, "text/html", "<!doctype html><title>x</title>"],
    "/empty": [200, "application/wasm", ""],
    "/half": [200, "application/wasm", wasm.subarray(0, 5000)],
  };
  const [status, type, body] = answers[request.url] ?? [404, "text/html", "<html>Not here"];
  response.writeHead(status, { "Content-Type": type }).end(body);
});
before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

test("offers what the default entry offers, and init", async () => {
  const [slim, whole] = [await fresh(), await import("../../pkg/index.js")];
  assert.deepEqual(Object.keys(slim).sort(), [...Object.keys(whole), "init", "initSync"].sort());
});

test("before init every call says what to do; the version is known", async () => {
  const slim = await fresh();
  const named = { name: "GoujiError", code: "not-ready", message: /gouji\/slim.*await init\(/ };
  for (const call of [() => slim.check(report), () => slim.open(report), () => slim.form(2024), () => slim.rules(), () => slim.years()]) {
    assert.throws(call, named);
  }
  await assert.rejects(slim.ready(), named);
  assert.match(slim.version(), /^\d/);
});

describe("init takes", () => {
  const view = new DataView(new Uint8Array([9, 9, ...wasm, 9]).buffer, 2, wasm.length);
  const sources = {
    "an ArrayBuffer": () => new Uint8Array(wasm).buffer,
    "a typed array": () => new Uint8Array(wasm),
    "a part of a buffer": () => view,
    "a module": () => new WebAssembly.Module(wasm),
    "a promise of bytes": () => Promise.resolve(new Uint8Array(wasm)),
    "a promise of a module": () => WebAssembly.compile(wasm),
    "a Response": () => fetch(`${address}/gouji.wasm`).then((response) => response),
    "a promise of a Response": () => fetch(`${address}/gouji.wasm`),
    "a Response of any type": () => fetch(`${address}/typeless/gouji.wasm`),
    "a Blob": () => new Blob([wasm]),
    "an address": () => `${address}/gouji.wasm`,
    "a URL": () => new URL("/gouji.wasm", address),
    "a promise of an address": () => Promise.resolve(`${address}/gouji.wasm`),
  };
  for (const [what, source] of Object.entries(sources)) {
    test(what, async () => {
      const slim = await fresh();
      assert.equal(await slim.init(source()), undefined);
      assert.deepEqual(slim.check(report), expected);
    });
  }
});

describe("initSync takes", () => {
  for (const [what, source] of Object.entries({ bytes: () => wasm, "an ArrayBuffer": () => new Uint8Array(wasm).buffer, "a module": () => new WebAssembly.Module(wasm) })) {
    test(what, async () => {
      const slim = await fresh();
      assert.equal(slim.initSync(source()), undefined);
      assert.deepEqual(slim.check(report), expected);
    });
  }
});

describe("what is supplied once counts", () => {
  test("init twice at the same time fetches once, and later does nothing", async () => {
    const slim = await fresh();
    const before = asked;
    await Promise.all([slim.init(`${address}/gouji.wasm`), slim.init(`${address}/gouji.wasm`)]);
    await slim.init(`${address}/page`);
    await slim.init();
    slim.initSync(new Uint8Array(1));
    assert.equal(asked, before + 1);
    assert.deepEqual(slim.check(report), expected);
  });

  test("initSync, then init", async () => {
    const slim = await fresh();
    slim.initSync(wasm);
    await slim.init(`${address}/page`);
    assert.deepEqual(slim.check(report), expected);
  });

  test("initSync while init is under way", async () => {
    const slim = await fresh();
    const coming = slim.init(`${address}/gouji.wasm`);
    slim.initSync(wasm);
    const session = slim.open(report);
    await coming;
    assert.deepEqual(session.answer(), expected);
  });

  test("what failed may be tried again", async () => {
    const slim = await fresh();
    await assert.rejects(slim.init(`${address}/gone`), unusable(/404/));
    await slim.init(`${address}/gouji.wasm`);
    assert.deepEqual(slim.check(report), expected);
  });
});

describe("what is no gouji.wasm is said to be so", () => {
  const cases = [
    ["an address that is not there", () => `${address}/gone`, /gone is not there: HTTP status 404 Not Found, it begins with "<html>Not here" \(3c 68 74 6d\)/],
    ["a page in its place", () => `${address}/page`, /page \(HTTP status 200\) is no WebAssembly: it begins with "<!doctype html><" \(3c 21 64 6f\)/],
    ["nothing in its place", () => `${address}/empty`, /is no WebAssembly: it is empty/],
    ["half of it", () => `${address}/half`, /half \(HTTP status 200\) is damaged or cut off/],
    ["a server that does not answer", () => "http://127.0.0.1:9/gouji.wasm", /^http:\/\/127\.0\.0\.1:9\/gouji\.wasm could not be fetched: /],
    ["an address that is none", () => "gouji.wasm", /^gouji\.wasm could not be fetched: /],
    ["a Response already read", async () => fetch(`${address}/gouji.wasm`).then(async (one) => (await one.text(), one)), /could not be read/],
    ["bytes of something else", () => new Uint8Array([1, 2, 3]), /What was supplied is no WebAssembly: it begins with "\.\.\." \(01 02 03\)/],
    ["another module", () => new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), /of another build of gouji \(none\).*same release/],
    ["the module of another release", () => otherRelease(), /of another build of gouji \(0\.0\.0\+[0-9a-f]+\) than the script/],
  ];
  for (const [what, source, message] of cases) {
    test(what, async () => {
      const slim = await fresh();
      await assert.rejects(slim.init(await source()), unusable(message));
      assert.throws(() => slim.check(report), { code: "not-ready" });
    });
  }

  test("at once, too", async () => {
    const slim = await fresh();
    assert.throws(() => slim.initSync(new Uint8Array([1, 2, 3])), unusable(/no WebAssembly/));
    assert.throws(() => slim.initSync(wasm.subarray(0, 5000)), unusable(/damaged or cut off/));
    assert.throws(() => slim.initSync(otherRelease()), unusable(/another build/));
    assert.throws(() => slim.initSync(new WebAssembly.Module(otherRelease())), unusable(/another build/));
  });

  test("what can be no source at all is wrong usage", async () => {
    const slim = await fresh();
    for (const source of [undefined, null, 5, {}, [], true]) {
      await assert.rejects(slim.init(source), { name: "TypeError", message: /^init: give bytes/ });
      assert.throws(() => slim.initSync(source), { name: "TypeError", message: /^initSync: give bytes/ });
    }
    await assert.rejects(slim.init(Promise.reject(new Error("the caller's own"))), { message: "the caller's own" });
  });
});

describe("in a browser that starts WebAssembly only asynchronously", () => {
  test("init is enough", async () => {
    const allow = refuseSynchronous();
    try {
      const slim = await fresh();
      assert.throws(() => slim.initSync(wasm), { code: "not-ready", message: /await init/ });
      await slim.init(wasm);
      assert.deepEqual(slim.check(report), expected);
    } finally {
      allow();
    }
  });

  test("a module at once, then ready()", async () => {
    const module = new WebAssembly.Module(wasm);
    const allow = refuseSynchronous();
    try {
      const slim = await fresh();
      slim.initSync(module);
      assert.throws(() => slim.check(report), { code: "not-ready" });
      await slim.ready();
      assert.deepEqual(slim.check(report), expected);
    } finally {
      allow();
    }
  });
});

test("without WebAssembly: wasm-missing, before anything is fetched", async () => {
  const slim = await fresh();
  const { WebAssembly: given } = globalThis;
  const before = asked;
  delete globalThis.WebAssembly;
  try {
    await assert.rejects(slim.init(`${address}/gouji.wasm`), { code: "wasm-missing" });
    assert.throws(() => slim.initSync(wasm), { code: "wasm-missing" });
  } finally {
    globalThis.WebAssembly = given;
  }
  assert.equal(asked, before);
});

/** The same module under the name of an earlier release. */
function otherRelease() {
  const bytes = new Uint8Array(wasm);
  const start = Buffer.from(bytes).lastIndexOf("gouji") + "gouji".length;
  bytes.set(Buffer.from("0.0.0"), start);
  return bytes;
}
