// Two examples of pages as portals have them most: Vue 2 with plain fields that it draws anew at each key, and layui in a
// page without modules, with the adapters as a classic script.
import assert from "node:assert/strict";
import { eventually, inEachBrowser, inOneBrowser } from "../browser/harness.mjs";
import { filed } from "../setup/receiving.mjs";
import { form } from "../../pkg/index.js";
import { snippets } from "../../www/portal/snippets.js";
import suqian from "../../www/examples/suqian-2024.js";

const published = Object.fromEntries(form(suqian.year).cells.map(({ id }) => [id, String(suqian.cells[id] ?? "")]));
const field = (cell) => `[name="${cell}"]`;
const mark = (page, cell) => page.evaluate((css) => document.querySelector(css).getAttribute("data-gouji-mark"), field(cell));
const open = async (page, example) => {
  filed.length = 0;
  await page.visit(`/www/examples/portal/${example}/`);
};
const isHeld = (page) => eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.className), "gouji-summary"));
/** Figures as the binding hands them over, which gives numbers as they were given. */
const texts = ({ cells }) => Object.fromEntries(Object.entries(cells).map(([cell, value]) => [cell, String(value ?? "")]));

inEachBrowser("Vue 2: broken and mended by what is offered, which Vue hears; explained, and filed as it was typed", async (page) => {
  const total = "requests.received.total";
  const made = "disclosure.normative_documents.made";
  await open(page, "vue-2");
  await page.type(field(total), "1");
  await page.press("Tab");
  await eventually(async () => assert.equal(await mark(page, total), "error"));
  assert.match(await page.text("#share"), /本年新收 1 件/);
  await page.click("#submit");
  await isHeld(page);
  assert.deepEqual(filed, []);
  await page.click(".gouji-summary li a");
  assert.equal(await page.evaluate(() => document.activeElement.name), total);
  await page.click(".gouji-offer .gouji-take");
  await eventually(async () => assert.match(await page.text("#share"), new RegExp(`本年新收 ${published[total]} 件`)));
  assert.equal(await mark(page, total), null);

  await page.type(field(made), "900");
  await page.press("Tab");
  await page.click("#submit");
  await isHeld(page);
  await page.type(".gouji-explanation", "本年集中清理");
  await page.click("#submit");
  await eventually(async () => assert.equal(filed.length, 1));
  const report = JSON.parse(filed[0].body);
  assert.deepEqual(texts(report), { ...published, [made]: "900" });
  assert.deepEqual(Object.values(report.explanations), ["本年集中清理"]);
});

inOneBrowser("Vue 2: a repair taken in the summary reaches Vue, and what is filed", async (page) => {
  const granted = "requests.granted.natural";
  await open(page, "vue-2");
  await page.type(field(granted), "1048");
  await page.press("Tab");
  await page.click("#submit");
  await isHeld(page);
  assert.match(await page.text(".gouji-summary"), /1048 应为 1408/);
  await page.click(".gouji-summary .gouji-take");
  await eventually(async () => assert.equal(await page.count(".gouji-summary"), 0));
  assert.equal(await page.value(field(granted)), "1408");
  await page.click("#submit");
  await eventually(async () => assert.equal(filed.length, 1));
  assert.deepEqual(texts(JSON.parse(filed[0].body)), published);
});

inOneBrowser("Vue 2: fields that are drawn anew are bound again, and pasted into", async (page) => {
  const row = ["natural", "business", "research", "charity", "legal_service", "other"].map((column) => `requests.received.${column}`);
  await open(page, "vue-2");
  await eventually(async () => assert.ok((await page.count(".gouji-balance")) > 30));
  await page.click("#empty");
  await eventually(async () => assert.equal(await page.count(".gouji-balance"), 0));
  for (const cell of row) {
    await page.click(field(cell));
    await page.paste("2");
  }
  await page.click(field("requests.received.total"));
  await eventually(async () => assert.equal(await page.text(".gouji-offer .gouji-take"), "填入 12"));
  await page.press("Alt+ArrowDown");
  assert.equal(await page.value(field("requests.received.total")), "12");
  await eventually(async () => assert.match(await page.text("#share"), /本年新收 12 件，其中自然人 2 件/));
  await page.click("#submit");
  await isHeld(page);
  assert.match(await page.text(".gouji-summary"), /193/, "the cells that are still blank");
  assert.deepEqual(filed, []);
});

inEachBrowser("layui by classic scripts: a wrong total is told at its cell and holds the form, the right one goes; and as the snippet has it", async (page) => {
  await open(page, "classic");
  const said = (name) => page.evaluate((name) => document.querySelector(`[name=${name}]`).closest("td").innerText.trim(), name);
  await page.type("[name=xs7]", "5");
  await page.press("Tab");
  await eventually(async () => assert.match(await said("xs7"), /总计\(5\)，差 -1/));
  await page.click("[lay-submit]");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.name), "xs7"));
  assert.deepEqual(filed, []);
  assert.doesNotMatch(await page.text(".gouji-summary"), /空白/, "cells that this form does not have are not asked for");
  await page.waitFor(() => document.querySelector(".layui-layer") === null);
  // With two rows alone nothing else says which of the figures is wrong: none of the corrections stands alone.
  assert.match(await page.text(".gouji-summary"), /有 [2-9] 种可能的改法，请对照登记核实后选用/);
  // Whoever has looked it up takes one of them.
  const [, taken] = (await page.text(".gouji-summary")).match(/·科研机构应为 (\d)（现为 0）/);
  await page.click(".gouji-summary .gouji-take");
  assert.equal(await page.value("[name=xs3]"), taken);
  await eventually(async () => assert.equal(await said("xs7"), ""));
  await page.click("[lay-submit]");
  await eventually(async () => assert.equal(filed.length, 1));
  const sent = Object.fromEntries(new URLSearchParams(filed[0].body));
  assert.deepEqual(Object.values(sent), ["3", "1", taken, "0", "0", "0", "5", "0", "0", "0", "0", "0", "0", "0"]);

  const { code, more } = snippets.find(({ key }) => key === "adapters");
  await open(page, "classic");
  const scripts = await page.evaluate(() => [...document.scripts].map(({ src }) => src.split("/").pop()));
  assert.deepEqual([...code.matchAll(/src=".*\/(gouji.+)"/g)].map(([, file]) => file), scripts.filter((file) => file.startsWith("gouji")));
  // The same form, that nobody follows yet.
  await page.evaluate(() => document.querySelector("#report").replaceWith(document.querySelector("#report").cloneNode(true)));
  await page.evaluate(`() => { ${more} }`);
  // Three of the seven figures are named there: their sum is already more.
  await page.type("[name=xs7]", "3");
  await page.click("[lay-submit]");
  await eventually(async () => assert.match(await page.text("#summary"), /必须修改（1）/));
  assert.match(await said("xs7"), /总计\(3\)/);
}, { known: /blocked a JavaScript eval/ });
