// The page and the package as they ship, under the strict policy that the server sends.
import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { eventually, inEachBrowser, inOneBrowser } from "./harness.mjs";
import { cell, errorsAre, holds, isOffered, load, open, says } from "./desk.mjs";

inEachBrowser("the page opens without a complaint", async (page) => {
  await open(page);
  assert.deepEqual(await page.problems(), []);
});

inEachBrowser("the package answers without a set-up call", async (page) => {
  await page.visit("/www/");
  const answer = await page.evaluate(async () => {
    const { check } = await import("/pkg/index.js");
    return check({ year: 2024, cells: { "requests.received.natural": 1 } });
  });
  assert.equal(answer.year, 2024);
  assert.equal(answer.ok, false);
});

inOneBrowser("everything the page needs comes before or behind the first paint: working with it asks for nothing", async (page) => {
  await open(page);
  // The readers of documents come last, once the page has nothing else to do.
  await eventually(async () => assert.ok((await page.requests()).some((address) => address.endsWith("gouji-read.bytes.js"))));
  // A module and what it imports are asked for in any order.
  let before = 0;
  while (before < (before = (await page.requests()).length)) await delay(500);
  assert.ok(before > 1, "the page and its parts are asked for");
  await load(page, "pingtan");
  await errorsAre(page, 4);
  await isOffered(page);
  await page.click("#whole");
  await errorsAre(page, 7);
  await page.click("#language");
  await says(page, "#findings-title", /^Findings$/);
  await page.click("#theme");
  await page.select("#year", "2020");
  await holds(page, cell("requests.received.natural"), "2");
  await page.click("#out summary");
  await page.click("#copy");
  await page.evaluate(() => document.activeElement.blur());
  await page.press("Control+v");
  await eventually(async () => assert.equal(await page.count("#preview[open] #preview-take"), 1));
  assert.deepEqual((await page.requests()).slice(before), []);
});
