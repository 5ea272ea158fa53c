// The rules for accessible pages that a machine can try (axe-core), in each state that the page has.
import assert from "node:assert/strict";
import { isAccessible } from "./axe.mjs";
import { inOneBrowser } from "./harness.mjs";
import { cell, counts, errorsAre, focus, isOffered, open, openExample, says } from "./desk.mjs";

inOneBrowser("empty, and with the menu of examples open", async (page) => {
  await open(page);
  await isAccessible(page);
  await page.click("#examples summary");
  await isAccessible(page);
});

inOneBrowser("broken, with a finding chosen, and in English", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.click("#findings .finding");
  await isAccessible(page);
  await page.click("#language");
  await errorsAre(page, 4);
  await isAccessible(page);
});

inOneBrowser("with a warning to explain", async (page) => {
  await openExample(page, "suqian");
  await page.type(cell("disclosure.normative_documents.in_force"), "1");
  await page.type(cell("disclosure.normative_documents.made"), "900");
  await page.type("#findings textarea", "口径调整");
  await page.click("#body");
  await says(page, "#findings .answered", /已说明/);
  assert.equal((await counts(page)).warning, 1);
  await isAccessible(page);
});

inOneBrowser("with a repair offered in the panel and at the cell, and taken; in both lights", async (page) => {
  await openExample(page, "suqian");
  await page.type(cell("requests.granted.natural"), "1480");
  await isOffered(page);
  await focus(page, "requests.granted.business");
  await focus(page, "requests.granted.natural");
  assert.equal(await page.count(".bubble"), 1);
  await isAccessible(page);
  await page.click("#theme");
  await isAccessible(page);
  await page.press("Alt+ArrowDown");
  await focus(page, "requests.granted.natural");
  await page.press("Alt+ArrowDown");
  await page.press("Enter");
  await errorsAre(page, 0);
  await isAccessible(page);
});

inOneBrowser("with several repairs as likely, and with one that leaves figures open", async (page) => {
  await openExample(page, "suqian");
  await page.type(cell("requests.received.natural"), "3443");
  await page.type(cell("requests.received.total"), "3528");
  await isOffered(page);
  await page.click(".then summary");
  await isAccessible(page);
  await page.type(cell("disputes.reconsideration.upheld"), "x");
  await page.type(cell("disputes.reconsideration.corrected"), "y");
  await isOffered(page);
  await page.click("#language");
  await isOffered(page);
  await isAccessible(page);
  await page.resize(390, 844);
  await page.click("#dock");
  await isAccessible(page);
});

inOneBrowser("checked as a whole: with figures, and without any", async (page) => {
  await openExample(page, "pingtan");
  await page.click("#whole");
  await errorsAre(page, 7);
  await isAccessible(page);
  await page.click("#clear");
  await page.click("#whole");
  await page.click("#findings .crowd summary");
  await isAccessible(page);
});

inOneBrowser("dark", async (page) => {
  await open(page);
  await page.click("#theme");
  await isAccessible(page);
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.click("#findings .finding");
  await isAccessible(page);
});

inOneBrowser("on a phone, with the findings away and open", async (page) => {
  await page.resize(390, 844);
  await openExample(page, "pingtan");
  await says(page, "#dock", /4/);
  await isAccessible(page);
  await page.click("#dock");
  await isAccessible(page);
});
