// One test body, every browser. A test gets a page with the few things a person at a form does; it is served
// as `make run` serves it, under the same content security policy.
//
//   import { inEachBrowser } from "./harness.mjs";
//   inEachBrowser("leads from a finding to its cell", async (page) => {
//     await page.visit("/www/");
//     await page.click(".finding");
//     await eventually(async () => assert.match(await page.text("#findings"), /差 1/));
//   });
//
// Whatever a test is about, it also fails if the console has told of an error by its end, or if the page has asked
// any other server for anything (in Firefox only where BROWSERS names it: to hear of each request takes long there).
//
// A browser may answer otherwise where the page leans on what it does itself: keys and focus, the clipboard, files,
// storage, forms and their submission, layout, the events of other people's editors. Of what is done so, a test or two are for
// each browser. What only our own code decides (which finding, which words, which cell), and what else is done in a way that
// has been tried, is for one, `inOneBrowser`.
//
// BROWSERS=firefox runs all of them in that browser alone, BROWSERS=chromium,firefox all in both, as before a release; then
// they draw as for people, too.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { basename } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { serve } from "../setup/serve.mjs";
import { openChromium } from "./chromium.mjs";
import { openFirefox } from "./firefox.mjs";

const browsers = { chromium: openChromium, firefox: openFirefox };
const first = "chromium";
const asked = process.env.BROWSERS?.split(",");
let wanted = asked ?? Object.keys(browsers);
let heading = "";

let server;
before(async () => {
  server = await serve(0, { portal: true, lasting: true });
});
after(() => server.close());

// A browser that was started stays for the tests that follow, and so does a page that was only at this server: it starts
// each test with nothing stored, but with the files that it had fetched and compiled, which is two thirds of what a new one
// would cost. Where a test has failed, or was elsewhere, the next one gets a new page.
const spare = new Map();
const started = new Map();
function browser(name) {
  // As before a release: nothing is left out.
  const all = { requests: true, hasPixels: true };
  if (!started.has(name)) started.set(name, browsers[name](asked ? all : {}));
  return started.get(name);
}
after(async () => {
  for (const page of spare.values()) await page.close();
  for (const one of started.values()) await (await one).close();
});

/** All tests of some folders beside this one, in one browser: starting it for each file would take longer than most of them. */
export async function together(name, folders) {
  wanted = wanted.filter((one) => one === name);
  process.env.BROWSERS = name;
  for (const folder of folders.map((one) => new URL(one, import.meta.url))) {
    for (const file of (await readdir(folder)).filter((one) => one.endsWith(".test.mjs")).sort()) {
      heading = `${basename(folder.pathname)}/${basename(file, ".test.mjs")}, `;
      await import(new URL(file, folder));
    }
  }
}

/** Makes the same claims again until they hold or five seconds have passed: the page answers when the typing pauses. */
export async function eventually(claim) {
  const end = Date.now() + 5000;
  for (;;) {
    try {
      return await claim();
    } catch (reason) {
      if (Date.now() > end) throw reason;
    }
    await delay(50);
  }
}

// The tests of a file, for each browser under its own heading.
let tests = [];

/**
 * Adds a test that runs in each browser (or in those of `only`), on a page of its own with nothing stored. `known`: what
 * the console may tell all the same, because somebody else's library does it.
 */
export function inEachBrowser(title, body, { only = Object.keys(browsers), known = null } = {}) {
  if (tests.push({ title, body, only, known }) === 1) queueMicrotask(register);
}

/** Adds a test of what only our own code decides. */
export const inOneBrowser = (title, body, { only = asked ?? [first], known } = {}) => inEachBrowser(title, body, { only, known });

function register() {
  const registered = tests;
  tests = [];
  for (const name of wanted) {
    const own = registered.filter(({ only }) => only.includes(name));
    if (own.length > 0) describe(`${heading}${name}`, () => own.forEach((one) => test(one.title, { timeout: 60_000 }, () => drive(name, one))));
  }
}

async function drive(name, { body, known }) {
  const page = spare.get(name) ?? (await (await browser(name)).openPage(server.address));
  spare.delete(name);
  let isSpare = false;
  try {
    await body(page, name);
    const told = (await page.problems()).filter((text) => known === null || !known.test(text));
    assert.deepEqual(told, [], "the console tells of no error");
    const outside = page.requests ? (await page.requests()).filter((asked) => !asked.startsWith(`${server.address}/`)) : [];
    assert.deepEqual(outside, [], "no other server is asked");
    isSpare = (await page.evaluate(() => location.origin)) === server.address;
  } finally {
    if (isSpare) {
      await page.renew(`${server.address}/www/seal.svg`);
      spare.set(name, page);
    } else {
      await page.close();
    }
  }
}
