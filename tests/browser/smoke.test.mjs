// The page and the package as they ship, under the strict policy that the server sends.
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness.mjs";

inEachBrowser("the page opens without a complaint", async (page) => {
  await page.visit("/www/");
  await page.waitFor(() => document.querySelector("table") !== null);
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
