// The rules for accessible pages that a machine can try (axe-core) on a bound form in its states, the keyboard's way
// through a submission, and what those are told who hear the page.
import assert from "node:assert/strict";
import { named } from "../node/reports.mjs";
import { isAccessible } from "../browser/axe.mjs";
import { eventually, inOneBrowser } from "../browser/harness.mjs";
import { fill, isHeld, modern, modernNames } from "./portal.mjs";

const { cells } = named("suqian-2024");
const field = (cell) => `[name="${modernNames[cell]}"]`;
const live = (page) => page.evaluate(() => document.querySelector("[role=status]").textContent);

/** The page with published figures, one total of them wrong. */
const broken = async (page) => {
  await page.visit(modern);
  await page.type('[name="unit"]', "某市");
  await fill(page, modernNames, { ...cells, "requests.received.total": 1 });
};

inOneBrowser("empty", async (page) => {
  await page.visit(modern);
  await eventually(async () => assert.match(await page.text("#told"), /200/));
  await isAccessible(page);
});

inOneBrowser("balanced and broken, with a figure offered", async (page) => {
  await broken(page);
  await page.click(field("requests.received.total"));
  assert.ok((await page.count(".gouji-balance")) > 30);
  assert.equal(await page.count(".gouji-offer"), 1);
  await isAccessible(page);
});

inOneBrowser("held, with errors and warnings", async (page) => {
  await broken(page);
  await page.click('[value="submit"]');
  await isHeld(page);
  assert.ok((await page.count(".gouji-summary textarea")) > 0);
  await isAccessible(page);
});

inOneBrowser("the same on a phone", async (page) => {
  await page.resize(390, 844);
  await broken(page);
  await page.click('[value="submit"]');
  await isHeld(page);
  await isAccessible(page);
});

inOneBrowser("by keyboard from the button to the cell, to the offer, and away", async (page) => {
  await page.visit(modern);
  await page.type('[name="unit"]', "某市");
  await fill(page, modernNames, { ...cells, "disputes.reconsideration.total": 1 });
  await page.evaluate(() => document.querySelector('[value="submit"]').focus());
  await page.press("Enter");
  await isHeld(page);
  await page.press("Tab");
  await page.press("Enter");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.name), modernNames["disputes.reconsideration.total"]));
  assert.equal(await page.count(".gouji-offer"), 1);
  await page.press("Escape");
  assert.equal(await page.count(".gouji-offer"), 0, "what lies over the page can be sent away");
  await page.press("Shift+Tab");
  await page.press("Tab");
  await page.press("Alt+ArrowDown");
  assert.equal(await page.value(field("disputes.reconsideration.total")), String(cells["disputes.reconsideration.total"]));
  await page.press("Tab");
  assert.notEqual(await page.evaluate(() => document.activeElement.className), "gouji-take", "offers do not stand in the way of the tab key");
});

inOneBrowser("told aloud once when an error appears and when it is gone, and nothing while figures are typed", async (page) => {
  await page.visit(modern);
  await fill(page, modernNames, cells);
  assert.equal(await live(page), "");
  await page.type(field("disputes.reconsideration.total"), "1");
  assert.equal(await live(page), "", "nothing while it is typed");
  await page.press("Tab");
  await eventually(async () => assert.match(await live(page), /^新发现 1 处必须修改：.*差/));
  await page.type(field("disputes.reconsideration.total"), String(cells["disputes.reconsideration.total"]));
  await page.press("Tab");
  await eventually(async () => assert.equal(await live(page), "必须修改之处已全部消除。"));
});
