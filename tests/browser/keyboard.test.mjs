// Everything without a mouse, cells as in a spreadsheet.
import assert from "node:assert/strict";
import { eventually, inEachBrowser, inOneBrowser } from "./harness.mjs";
import { cell, focus, focused, holds, open, openExample, errorsAre } from "./desk.mjs";

const start = "requests.received.natural";

async function goes(page, steps) {
  for (const [key, where] of steps) {
    await page.press(key);
    assert.equal(await focused(page), where, `after ${key}`);
  }
}

inEachBrowser("arrows, Enter and Tab move from cell to cell", async (page) => {
  await open(page, 2024);
  await focus(page, start);
  await goes(page, [
    ["ArrowRight", "requests.received.business"],
    ["ArrowDown", "requests.carried_in.business"],
    ["Enter", "requests.granted.business"],
    ["Shift+Enter", "requests.carried_in.business"],
    ["ArrowUp", "requests.received.business"],
    ["ArrowLeft", start],
    ["Tab", "requests.received.business"],
    ["Shift+Tab", start],
  ]);
});

inOneBrowser("arrows cross from one table into the next, and stop at the ends", async (page) => {
  await open(page, 2024);
  await focus(page, start);
  // Above the requests table stands the last line of the first table, with one cell.
  await goes(page, [["ArrowLeft", start], ["ArrowUp", "disclosure.fees.amount"], ["ArrowDown", start]]);
  await focus(page, "disclosure.regulations.made");
  await goes(page, [["ArrowUp", "disclosure.regulations.made"]]);
  await focus(page, "disputes.litigation_after.total");
  await goes(page, [["ArrowDown", "disputes.litigation_after.total"], ["ArrowRight", "disputes.litigation_after.total"]]);
});

inEachBrowser("inside a figure the arrows move the cursor first", async (page) => {
  await open(page, 2024);
  await page.type(cell("requests.received.business"), "123");
  await page.press("ArrowLeft");
  assert.equal(await focused(page), "requests.received.business");
  await page.press("9");
  await holds(page, cell("requests.received.business"), "1293");
});

inEachBrowser("a figure typed into a filled cell replaces it", async (page) => {
  await openExample(page, "suqian");
  await holds(page, cell(start), "3440");
  await focus(page, start);
  await page.press("7");
  await holds(page, cell(start), "7");
});

inEachBrowser("Escape gives back what the cell held before", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.type(cell("requests.results_total.natural"), "2");
  await errorsAre(page, 3); // its column balances now, its row no longer does
  await page.press("Escape");
  await holds(page, cell("requests.results_total.natural"), "3");
  await errorsAre(page, 4);
});

inEachBrowser("the first two stops of the page lead past everything to the form and to the findings", async (page) => {
  await open(page);
  await page.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.innerText), "跳到表格");
  await page.press("Enter");
  assert.equal(await focused(page), "form");
  await open(page);
  await page.press("Tab");
  await page.press("Tab");
  await page.press("Enter");
  assert.equal(await focused(page), "findings-title");
});

inEachBrowser("an example is chosen without the mouse, and Escape closes the menu", async (page) => {
  await open(page, 2024);
  const summary = () => page.evaluate(() => document.querySelector("#examples summary").focus());
  const isOpen = () => page.evaluate(() => document.getElementById("examples").open);
  await summary();
  await page.press("Enter");
  assert.equal(await isOpen(), true);
  await page.press("Tab");
  await page.press("Escape");
  assert.equal(await isOpen(), false);
  assert.equal(await page.evaluate(() => document.activeElement.localName), "summary");
  await page.press("Enter");
  await page.press("Tab");
  await page.press("Enter");
  await holds(page, "#body", "大连市西岗区西岗街道");
  await eventually(async () => assert.equal(await isOpen(), false));
});

inOneBrowser("from a cell to its finding and back, without the mouse", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await focus(page, "requests.results_total.other");
  await page.press("Alt+Enter");
  assert.equal(await focused(page), "finding");
  await page.press("Enter");
  assert.equal(await focused(page), "requests.results_total.other");
});
