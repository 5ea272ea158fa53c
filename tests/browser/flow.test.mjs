// The picture of where the requests went: its figures are the form's, what differs is set off, live, for each applicant.
import assert from "node:assert/strict";
import { inOneBrowser, eventually } from "./harness.mjs";
import { isAccessible } from "./axe.mjs";
import { cell, focus, open, openExample, says, typeRow } from "./desk.mjs";

/** The labels in the picture: name, figure, and which outcome they are drawn as. */
const drawn = (page) => page.evaluate(() => Object.fromEntries([...document.querySelectorAll(".flow-label")].map((label) =>
  [label.querySelector(".flow-name").textContent, label.querySelector(".flow-figure").textContent])));
const bands = (page, kind) => page.evaluate((css) => document.querySelectorAll(css).length, `.band.is-${kind}`);
const shows = (page, expected) => eventually(async () => {
  const all = await drawn(page);
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((name) => [name, all[name]])), expected);
});
const applicant = (page, key) => page.click(`.flow-choice[data-column="${key}"]`);

inOneBrowser("宿迁 2024: what came in and what became of it, as published, and nothing set off", async (page) => {
  await openExample(page, "suqian");
  // 3525 + 121 = 3646; 不予公开, 无法提供, 不予处理 and 其他处理 are sums of their printed rows.
  await shows(page, { 本年新收: "3525", 上年结转: "121", 予以公开: "1431", 部分公开: "471", 结转下年度: "125" });
  const all = await drawn(page);
  const targets = ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理", "结转下年度"];
  assert.equal(targets.reduce((whole, name) => whole + Number(all[name]), 0), 3646);
  assert.equal(await bands(page, "broken"), 0);
  assert.match(await page.text(".flow-said"), /来 3646 件，去 3646 件，相等/);
  await page.click(".flow-table summary");
  assert.match(await page.text(".flow-table"), /三（一） 予以公开\s+1431/);
});

inOneBrowser("平潭 2021: two columns that differ are marked in the choice, their differences hatched and named", async (page) => {
  await openExample(page, "pingtan");
  await eventually(async () => assert.deepEqual(
    await page.evaluate(() => [...document.querySelectorAll(".flow-choice")].map(({ dataset }) => `${dataset.column} ${dataset.state}`)),
    ["natural broken", "business holds", "research holds", "charity holds", "legal_service holds", "other broken", "total holds"]));
  await applicant(page, "natural");
  // 一 2, but （七） says 3 where the rows make 2.
  await shows(page, { 本年新收: "2", 没有来源: "差 1", 未分到各行: "差 1" });
  assert.equal(await bands(page, "broken"), 2);
  await page.click(".flow-said .link");
  await eventually(async () => assert.ok(await page.count('.card.is-chosen[data-severity="error"]') > 0));
  await page.click("#theme");
  await isAccessible(page);
});

inOneBrowser("it follows the typing and the column being typed in; a request without an outcome is seen at once", async (page) => {
  await openExample(page, "suqian");
  await page.type(cell("requests.received.natural"), "3450");
  // 3440 received as published: ten more have gone nowhere.
  await shows(page, { 本年新收: "3450", 没有去向: "差 10" });
  await focus(page, "requests.received.business");
  await shows(page, { 本年新收: "75" });
});

inOneBrowser("a figure elsewhere in the report leaves the picture as it is drawn", async (page) => {
  await openExample(page, "suqian");
  await shows(page, { 本年新收: "3525" });
  await page.evaluate(() => { window.picture = document.querySelector(".flow-picture"); });
  const isSame = () => page.evaluate(() => window.picture === document.querySelector(".flow-picture"));
  await page.type(cell("disputes.reconsideration.upheld"), "9");
  await eventually(async () => assert.ok(await page.evaluate(() => document.querySelector("#findings .card") !== null)));
  assert.equal(await isSame(), true);
  await page.type(cell("requests.received.total"), "3526");
  await shows(page, { 本年新收: "3526" });
  assert.equal(await isSame(), false);
});

inOneBrowser("blanks, zeros, huge and negative figures and words are drawn as what they are", async (page) => {
  await open(page, 2024);
  await shows(page, { 本年新收: "待填", 予以公开: "待填" });
  await typeRow(page, "requests.received", [0, 0, 0, 0, 0, 0, 0]);
  await applicant(page, "natural");
  await shows(page, { 本年新收: "0", 上年结转: "待填" });
  await page.type(cell("requests.received.natural"), "9007199254740991");
  await shows(page, { 本年新收: "9007199254740991", 待定: "9007199254740991" });
  assert.equal(await page.evaluate(() => document.querySelector(".flow-canvas").scrollWidth <= document.querySelector(".flow-canvas").clientWidth), true);
  await page.type(cell("requests.received.natural"), "-5");
  await shows(page, { 本年新收: "-5" });
  await says(page, ".flow-note", /1 格读不出件数/);
  await page.type(cell("requests.received.natural"), "<img src=x onerror=alert(1)>");
  await shows(page, { 本年新收: "<img src=x o…" });
  assert.equal(await page.count(".flow img"), 0);
  assert.equal(await page.evaluate(() => /NaN|Infinity/.test(document.querySelector(".flow-canvas").innerHTML)), false);
});

inOneBrowser("on a phone and in English nothing of it leaves the window", async (page) => {
  await page.resize(390, 844);
  await openExample(page, "suqian");
  await page.click("#language");
  await shows(page, { received: "3525", "carried in": "121", granted: "1431" });
  await eventually(async () => {
    const outside = await page.evaluate(() => {
      const frame = document.querySelector(".flow-canvas").getBoundingClientRect();
      return [...document.querySelectorAll(".flow-label")].map((label) => label.getBoundingClientRect()).filter(({ left, right }) => left < frame.left - 1 || right > frame.right + 1).length;
    });
    assert.equal(outside, 0);
  });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await isAccessible(page);
});
