// The page on a phone, 390 pixels wide, and on the narrowest.
import assert from "node:assert/strict";
import { eventually, inEachBrowser, inOneBrowser } from "./harness.mjs";
import { cell, errorsAre, focused, open, openExample, says } from "./desk.mjs";

const width = (page) => page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
const isOpen = (page) => page.evaluate(() => getComputedStyle(document.getElementById("panel")).visibility === "visible");

/** The page itself never moves sideways: wide tables scroll in their own frame. */
async function fits(page) {
  const [needed, there] = await width(page);
  assert.ok(needed <= there, `${needed} pixels wide on a screen of ${there}`);
}

inEachBrowser("nothing reaches over the side: empty, broken, checked as a whole, in English, in between", async (page) => {
  await page.resize(390, 844);
  await open(page);
  await fits(page);
  await page.click("#examples summary");
  await fits(page);
  await page.click("#examples summary");
  await openExample(page, "pingtan");
  await fits(page);
  await page.click("#whole");
  await eventually(async () => assert.equal(await isOpen(page), true));
  await fits(page);
  await page.press("Escape");
  await page.click("#language");
  await fits(page);
  for (const [across, down] of [[320, 600], [768, 1024], [1024, 800], [1160, 800], [1440, 900]]) {
    await page.resize(across, down);
    await eventually(async () => assert.equal((await width(page))[1], across));
    await fits(page);
  }
});

inOneBrowser("the findings open as a sheet from the bar at the bottom, and Escape closes it", async (page) => {
  await page.resize(390, 844);
  await openExample(page, "pingtan");
  await says(page, "#dock", /4/);
  assert.equal(await isOpen(page), false);
  await page.click("#dock");
  await eventually(async () => assert.equal(await isOpen(page), true));
  assert.equal(await focused(page), "findings-title");
  assert.equal(await page.evaluate(() => document.querySelector(".desk").inert), true, "what lies behind is out of reach");
  await page.press("Escape");
  await eventually(async () => assert.equal(await isOpen(page), false));
  assert.equal(await focused(page), "dock");
});

inEachBrowser("a finding closes the sheet and brings its cell into sight", async (page) => {
  await page.resize(390, 844);
  await openExample(page, "pingtan");
  await says(page, "#dock", /4/);
  await page.click("#dock");
  await page.click("#findings .finding");
  await eventually(async () => assert.equal(await focused(page), "requests.results_total.natural"));
  assert.equal(await isOpen(page), false);
  await eventually(async () => {
    const seen = await page.evaluate((css) => {
      const box = document.querySelector(css).getBoundingClientRect();
      const bar = document.getElementById("dock").getBoundingClientRect();
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return { inside: box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= bar.top, uncovered: top.closest("td") === document.querySelector(css).closest("td") };
    }, cell("requests.results_total.natural"));
    assert.deepEqual(seen, { inside: true, uncovered: true });
  });
  await says(page, "#dock", /自然人列.*差 -1/);
});

inEachBrowser("what fingers press is large enough, and fields do not make a phone zoom in", async (page) => {
  await page.resize(390, 844);
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  const small = await page.evaluate(() => [...document.querySelectorAll(".tools button, .tools select, .tools summary, [data-cell], #dock")]
    .filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 44).map((node) => node.id || node.dataset.cell || node.textContent));
  assert.deepEqual(small, []);
  const zooming = await page.evaluate(() => [...document.querySelectorAll("[data-cell], #body")].filter((node) => parseFloat(getComputedStyle(node).fontSize) < 16).map((node) => node.id));
  assert.deepEqual(zooming, []);
});

inOneBrowser("each menu lies within the window", async (page) => {
  await page.resize(390, 844);
  await open(page);
  for (const menu of ["#examples", "#in", "#out"]) {
    await page.click(`${menu} summary`);
    const [left, right] = await page.evaluate((css) => {
      const box = document.querySelector(`${css} .choices`).getBoundingClientRect();
      return [box.left, box.right];
    }, menu);
    assert.ok(left >= 0 && right <= 390, `${menu}: ${left} to ${right}`);
  }
});
