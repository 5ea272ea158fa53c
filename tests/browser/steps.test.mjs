// Step by step back and forth, whatever was done: figures typed, blocks, repairs, files, explanations.
import assert from "node:assert/strict";
import { eventually, inEachBrowser, inOneBrowser } from "./harness.mjs";
import { cell, errorsAre, focus, focused, holds, isOffered, open, openExample, says, textOf } from "./desk.mjs";

const [first, second, third] = ["received", "carried_in", "granted"].map((row) => `requests.${row}.natural`);
const undo = (page) => page.press("Control+z");
const redo = (page) => page.press("Control+y");
/** A step back, after which a cell holds this. */
const backTo = async (page, id, figure) => {
  await undo(page);
  await holds(page, cell(id), figure);
};
const isOff = (page, id) => page.evaluate((name) => document.getElementById(name).getAttribute("aria-disabled") === "true", id);

inEachBrowser("figures typed one after the other are taken back one by one, whole, and come again", async (page) => {
  await open(page, 2024);
  const typed = [[first, "1480"], [second, "96"], [third, "253"]];
  for (const [id, figure] of typed) await page.type(cell(id), figure);
  for (const [id] of [...typed].reverse()) {
    await backTo(page, id, "");
    assert.equal(await focused(page), id, "the focus goes to what was taken back");
  }
  for (const [id, figure] of typed) {
    await redo(page);
    await holds(page, cell(id), figure);
    assert.equal(await focused(page), id);
  }
  await redo(page);
  for (const [id, figure] of typed) await holds(page, cell(id), figure);
});

inEachBrowser("a figure typed over another is one step, and so is what is typed when one comes back to the cell", async (page) => {
  await open(page, 2024);
  await page.type(cell(first), "12");
  await page.press("End");
  await page.press("3");
  await focus(page, second);
  await focus(page, first);
  await page.press("End");
  await page.press("4");
  await holds(page, cell(first), "1234");
  await backTo(page, first, "123");
  await backTo(page, first, "");
});

inOneBrowser("by the buttons, also where no cell has the focus; a button is off where there is no step", async (page) => {
  await open(page);
  assert.deepEqual([await isOff(page, "back"), await isOff(page, "forth")], [true, true]);
  await page.type(cell(first), "7");
  assert.deepEqual([await isOff(page, "back"), await isOff(page, "forth")], [false, true]);
  await page.click("#back");
  await holds(page, cell(first), "");
  assert.equal(await focused(page), "back", "to be pressed again");
  assert.deepEqual([await isOff(page, "back"), await isOff(page, "forth")], [true, false]);
  // Pressed once more there is nothing to take back, and nothing goes wrong.
  await page.press("Enter");
  await page.click("#forth");
  await holds(page, cell(first), "7");
  await page.evaluate(() => document.activeElement.blur());
  await backTo(page, first, "");
});

inOneBrowser("what is typed anew after a step back leaves no way forth to what was", async (page) => {
  await open(page, 2024);
  await page.type(cell(first), "1");
  await page.type(cell(second), "2");
  await undo(page);
  await page.type(cell(third), "3");
  await redo(page);
  await holds(page, cell(second), "");
  await backTo(page, third, "");
  await backTo(page, first, "");
});

inOneBrowser("an example, what was typed into it, a repair and a clearing are four steps, and the line above tells what is true", async (page) => {
  const granted = "requests.granted.natural";
  await openExample(page, "suqian");
  await page.type(cell(granted), "1480");
  await isOffered(page);
  await page.click(".offer .apply");
  await says(page, "#message", /已按建议修改 1 格/);
  await page.click("#clear");
  await holds(page, cell(granted), "");
  await says(page, "#message", /已清空/);
  await backTo(page, granted, "1408");
  await says(page, "#message", /已撤销.*恢复/);
  await backTo(page, granted, "1480");
  await errorsAre(page, 2);
  await backTo(page, granted, "1408");
  await eventually(async () => assert.doesNotMatch(await textOf(page, "#message"), /已按建议修改/));
  await undo(page);
  await holds(page, "#body", "");
  for (const figure of ["1408", "1480", "1408", ""]) {
    await redo(page);
    await holds(page, cell(granted), figure);
  }
  await says(page, "#message", /已清空/);
});

inOneBrowser("the line says no more that a figure was mended once it is typed over", async (page) => {
  const granted = "requests.granted.natural";
  await openExample(page, "suqian");
  await page.type(cell(granted), "1480");
  await isOffered(page);
  await page.click(".offer .apply");
  await says(page, "#message", /已按建议修改 1 格/);
  await page.type(cell(granted), "1480");
  await eventually(async () => assert.equal(await textOf(page, "#message"), ""));
});

inEachBrowser("an explanation and the name of the body are steps, too; in fields for words the browser takes back the letters", async (page) => {
  await openExample(page, "suqian");
  await page.type(cell("disclosure.normative_documents.in_force"), "1");
  await page.type(cell("disclosure.normative_documents.made"), "900");
  await eventually(async () => assert.equal(await page.count("#findings textarea"), 1));
  await page.type("#findings textarea", "口径调整");
  await focus(page, first);
  await says(page, "#findings .answered", /已说明/);
  await undo(page);
  await eventually(async () => assert.equal(await page.count("#findings .answered"), 0));
  await holds(page, "#findings textarea", "");
  await redo(page);
  await says(page, "#findings .answered", /已说明/);
  await page.type("#body", "某局");
  await focus(page, first);
  await undo(page);
  await holds(page, "#body", "宿迁市人民政府");
});

inOneBrowser("the line takes back the block it tells of and nothing that was typed since, and offers no way forth that is gone", async (page) => {
  await open(page, 2024);
  await focus(page, first);
  await page.paste("1\t2\n3\t4\n");
  await holds(page, cell("requests.carried_in.business"), "4");
  await page.type(cell(third), "20");
  await page.click("#undo");
  await holds(page, cell("requests.carried_in.business"), "");
  await holds(page, cell(third), "20");
  await page.click("#undo");
  await holds(page, cell("requests.carried_in.business"), "4");
  await undo(page);
  await undo(page);
  await undo(page);
  await backTo(page, first, "");
  await says(page, "#message", /已撤销.*恢复/);
  await page.type(cell(third), "5");
  await eventually(async () => assert.equal(await textOf(page, "#message"), ""));
});

inOneBrowser("what was forgotten does not come back by any step, nor by the line that told of one", async (page) => {
  await openExample(page, "pingtan");
  await isOffered(page);
  await page.click(".offer .apply");
  await says(page, "#message", /已按建议修改/);
  await page.click("#forget");
  await page.click("#undo");
  await undo(page);
  await redo(page);
  assert.deepEqual([await isOff(page, "back"), await isOff(page, "forth")], [true, true]);
  for (const id of [first, second, third]) await page.type(cell(id), "1");
  for (const step of [undo, undo, undo, redo, redo, redo, undo, undo, undo]) {
    await step(page);
    assert.doesNotMatch(await textOf(page, "#message"), /已按建议|已载入|撤销/);
  }
  assert.equal(await page.evaluate(() => [...document.querySelectorAll("[data-cell]")].filter(({ value }) => value !== "").length), 0);
});
