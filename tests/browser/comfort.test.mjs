// Language, theme, and what outlives a reload of the tab.
import assert from "node:assert/strict";
import { eventually, inEachBrowser, inOneBrowser } from "./harness.mjs";
import { cell, counts, errorsAre, findings, holds, open, openExample, says } from "./desk.mjs";

const natural = "requests.results_total.natural";
const scheme = (page) => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);

inOneBrowser("the other language changes every word and no figure", async (page) => {
  await openExample(page, "pingtan");
  await page.type(cell(natural), "5");
  await errorsAre(page, 5); // to the four of the example: the row no longer adds up to its 总计
  await page.click("#language");
  await errorsAre(page, 5);
  await holds(page, cell(natural), "5");
  await eventually(async () => assert.equal(await page.evaluate(() => document.documentElement.lang), "en"));
  // Chinese words that are left, not counting the row numbers, are marked as such: the name of the body as
  // published, the notice of the form, the way back to Chinese.
  const chinese = () => page.evaluate(() => {
    const han = /\p{Script=Han}{2}/u;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const left = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (han.test(node.data) && node.parentElement.closest("[lang]").lang === "en" && !node.parentElement.closest("noscript, #message")) left.push(node.data);
    }
    return left;
  });
  // The picture of the requests is drawn with the next frame.
  await eventually(async () => assert.deepEqual(await chinese(), []));
  await says(page, "#message", /^Loaded/);
  await page.click("#language");
  await eventually(async () => assert.match((await findings(page))[0].text, /自然人列/));
  await holds(page, cell(natural), "5");
});

inOneBrowser("an explanation is kept through the other language and a reload", async (page) => {
  await openExample(page, "suqian");
  await page.type(cell("disclosure.normative_documents.in_force"), "1");
  await page.type(cell("disclosure.normative_documents.made"), "900");
  await eventually(async () => assert.equal((await counts(page)).warning, 1));
  await page.type("#findings textarea", "口径调整");
  await page.click("#language");
  await says(page, "#findings .answered", /Explained/);
  await open(page);
  await says(page, "#findings .answered", /已说明/);
  await holds(page, "#findings textarea", "口径调整");
});

inOneBrowser("dark and light are switched by hand, and the choice outlives a reload", async (page) => {
  await open(page);
  const before = await scheme(page);
  const after = before === "dark" ? "light" : "dark";
  await page.click("#theme");
  await eventually(async () => assert.equal(await scheme(page), after));
  await open(page);
  assert.equal(await scheme(page), after);
  await page.click("#theme");
  await eventually(async () => assert.equal(await scheme(page), before));
});

inEachBrowser("the draft outlives a reload of the tab, figures of the other form included", async (page) => {
  await openExample(page, "pingtan");
  await page.type(cell(natural), "2");
  await page.select("#year", "2020");
  await page.type("#body", "某局");
  await errorsAre(page, 3); // one column repaired, its row now off
  await open(page);
  await says(page, "#message", /已恢复本标签页上次填写的内容/);
  await holds(page, "#year", "2020");
  await holds(page, "#body", "某局");
  await holds(page, cell(natural), "2");
  await errorsAre(page, 3);
  await page.select("#year", "2021");
  await holds(page, cell("disclosure.regulations.in_force"), "0");
});

inOneBrowser("a cleared draft does not come back", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.click("#clear");
  await errorsAre(page, 0);
  await open(page);
  await holds(page, cell(natural), "");
});

inOneBrowser("nothing that is typed is stored beyond the tab", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.click("#theme");
  const stored = await page.evaluate(async () => ({ local: Object.keys(localStorage), cookie: document.cookie, databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length }));
  assert.deepEqual(stored, { local: ["gouji.theme"], cookie: "", databases: 0, caches: 0 });
});
