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
// any other server for anything.
//
// BROWSERS=firefox runs them in that browser alone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { serve } from "../setup/serve.mjs";
import { openChromium } from "./chromium.mjs";
import { openFirefox } from "./firefox.mjs";

const browsers = { chromium: openChromium, firefox: openFirefox };
const wanted = (process.env.BROWSERS ?? Object.keys(browsers).join(",")).split(",");

let server;
before(async () => {
  server = await serve(0, { portal: true });
});
after(() => server.close());

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

// The tests of a file, for each browser under its own heading and in a browser of its own.
const tests = [];

/** Adds a test that runs in each browser (or in those of `only`), on a page of its own with nothing stored. */
export function inEachBrowser(title, body, { only = Object.keys(browsers) } = {}) {
  if (tests.push({ title, body, only }) === 1) queueMicrotask(register);
}

function register() {
  for (const name of wanted) {
    describe(name, () => {
      let browser;
      before(async () => {
        browser = await browsers[name]();
      });
      after(() => browser?.close());
      for (const { title, body } of tests.filter(({ only }) => only.includes(name))) {
        test(title, { timeout: 60_000 }, async () => {
          const page = await browser.openPage(server.address);
          try {
            await body(page, name);
            assert.deepEqual(await page.problems(), [], "the console tells of no error");
            const outside = (await page.requests()).filter((asked) => !asked.startsWith(`${server.address}/`));
            assert.deepEqual(outside, [], "no other server is asked");
          } finally {
            await page.close();
          }
        });
      }
    });
  }
}
