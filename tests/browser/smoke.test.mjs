// The page and the package as they ship, under the strict policy that the server sends.
import assert from "node:assert/strict";
import { eventually, inEachBrowser } from "./harness.mjs";
import { cell, errorsAre, holds, load, open } from "./desk.mjs";

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

inEachBrowser("everything the page needs comes before or behind the first paint: working with it asks for nothing", async (page) => {
  await open(page);
  // The search for repairs comes last, behind the first paint.
  await eventually(async () => assert.ok((await page.requests()).some((address) => address.endsWith("gouji-repair.bytes.js"))));
  const before = (await page.requests()).length;
  assert.ok(before > 1, "the page and its parts are asked for");
  await load(page, "pingtan");
  await errorsAre(page, 4);
  await page.click("#whole");
  await errorsAre(page, 7);
  await page.click("#language");
  await page.click("#theme");
  await page.select("#year", "2020");
  await holds(page, cell("requests.received.natural"), "2");
  assert.deepEqual((await page.requests()).slice(before), []);
});
