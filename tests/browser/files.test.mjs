// Files, pasting from a spreadsheet or a text, and taking back.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { check } from "../../pkg/index.js";
import { eventually, inEachBrowser, inOneBrowser } from "./harness.mjs";
import { applicants, cell, counts, errorsAre, focus, focused, holds, load, open, openExample, says, typeRow, saved } from "./desk.mjs";

let folder;
before(async () => { folder = await mkdtemp(join(tmpdir(), "gouji-files-")); });
after(() => rm(folder, { recursive: true }));

async function importText(page, name, text) {
  const file = join(folder, name);
  await writeFile(file, text);
  await page.upload("#file", file);
}
const importReport = (page, report) => importText(page, "report.json", JSON.stringify(report));
const row = (page, id) => Promise.all(applicants.map((column) => page.value(cell(`${id}.${column}`))));

inOneBrowser("the exported file is a report that the package checks as the page does", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  const { name, text } = await saved(page);
  assert.equal(name, "平潭综合实验区农业农村局-2021.json");
  const report = JSON.parse(text);
  assert.equal(report.year, 2021);
  assert.equal(report.cells["requests.received.natural"], "2");
  // The page counts no blanks before the whole check; the package always does: three more.
  assert.equal(check(report).findings.filter(({ severity }) => severity === "error").length, 4 + 3);
});

inEachBrowser("export, clear, import: everything is as it was, figures of another year's form included", async (page) => {
  await openExample(page, "pingtan");
  await page.select("#year", "2020");
  await page.type(cell("disclosure.procurement.projects"), "5");
  await page.select("#year", "2021");
  await page.select("#level", "city");
  await page.type("#body", "某局");
  const { name, text } = await saved(page);
  await open(page);
  await page.click("#clear");
  await holds(page, cell("requests.received.natural"), "");
  await importText(page, name, text);
  await holds(page, cell("requests.received.natural"), "2");
  await holds(page, "#body", "某局");
  await holds(page, "#level", "city");
  await page.select("#year", "2020");
  await holds(page, cell("disclosure.procurement.projects"), "5");
});

inOneBrowser("a file with nested cells is read too, numbers as numbers", async (page) => {
  await open(page);
  await importReport(page, { year: 2024, cells: { requests: { received: { natural: 3, total: "3" } }, "requests.carried_in.natural": 1 } });
  await holds(page, "#year", "2024");
  await holds(page, cell("requests.received.natural"), "3");
  await holds(page, cell("requests.received.total"), "3");
  await holds(page, cell("requests.carried_in.natural"), "1");
});

inOneBrowser("a file that is no report is refused with the reason, and nothing typed is lost", async (page) => {
  await open(page, 2024);
  await page.type(cell("requests.received.natural"), "12");
  for (const [text, reason] of [
    ["{", /不是有效的 JSON/],
    ["", /不是有效的 JSON/],
    ["[]", /不是有效的 JSON/],
    ["null", /不是有效的 JSON/],
    ['{"cells":{}}', /没有可用的年度/],
    ['{"year":"二〇二四","cells":{}}', /没有可用的年度/],
    ['{"year":1999,"cells":{}}', /没有 1999 年的表格/],
    ['{"year":2024}', /没有数字/],
    ['{"year":2024,"cells":null}', /没有数字/],
    ['{"year":2024,"cells":[1,2]}', /没有数字/],
  ]) {
    await importText(page, "wrong.json", text);
    await says(page, "#message", reason);
    assert.equal(await page.value(cell("requests.received.natural")), "12", `after ${text}`);
    await page.click("#message .dismiss");
  }
});

inEachBrowser("a block with the labels copied along lands in the right cells, and one click takes it back", async (page) => {
  await open(page, 2024);
  await page.type(cell("requests.received.natural"), "12");
  await focus(page, "requests.received.natural");
  await page.paste("一、本年新收\t1\t0\t0\t0\t0\t0\t1\n二、上年结转\t0\t0\t0\t0\t0\t0\t0\n\t\t（一）予以公开\t1\t2\t3\n");
  await holds(page, cell("requests.received.total"), "1");
  assert.deepEqual(await row(page, "requests.received"), ["1", "0", "0", "0", "0", "0", "1"]);
  assert.deepEqual(await row(page, "requests.granted"), ["1", "2", "3", "", "", "", ""]);
  await says(page, "#message", /已粘贴 17 格/); // 7 + 7 + 3
  await page.click("#undo");
  await holds(page, cell("requests.received.natural"), "12");
  assert.deepEqual(await row(page, "requests.granted"), Array(7).fill(""));
  // Taking back is itself taken back.
  await page.click("#undo");
  assert.deepEqual(await row(page, "requests.granted"), ["1", "2", "3", "", "", "", ""]);
});

inOneBrowser("a block too wide for the table fills what there is and says what did not fit", async (page) => {
  await open(page, 2024);
  // From the sixth of seven columns on: two of four fit in each of two rows.
  await focus(page, "requests.received.other");
  await page.paste("1\t2\t3\t4\n5\t6\t7\t8\n");
  await says(page, "#message", /已粘贴 4 格，另有 4 格超出表格/);
  assert.deepEqual(await row(page, "requests.carried_in"), ["", "", "", "", "", "5", "6"]);
});

inOneBrowser("a block never runs from one table into the next", async (page) => {
  await open(page, 2024);
  await focus(page, "requests.carried_out.total");
  await page.paste("1\n2\n3\n");
  await says(page, "#message", /已粘贴 1 格，另有 2 格超出表格/);
  assert.equal(await page.evaluate(() => [...document.querySelectorAll(".disputes [data-cell]")].filter(({ value }) => value !== "").length), 0);
});

inEachBrowser("a single value is pasted where the cursor stands, as in any field", async (page) => {
  await open(page, 2024);
  await page.type(cell("requests.received.natural"), "12");
  await page.press("End");
  await page.paste("34");
  await holds(page, cell("requests.received.natural"), "1234");
});

inOneBrowser("pasted figures are checked like typed ones", async (page) => {
  await open(page, 2024);
  await focus(page, "requests.received.natural");
  await page.paste("1\t1\t1\t0\t0\t0\t4\n");
  await errorsAre(page, 1); // 1 + 1 + 1 is not 4
});

inOneBrowser("an example over typed figures, and a clearing, are taken back by one click", async (page) => {
  await open(page, 2024);
  await page.type(cell("requests.received.natural"), "12");
  await load(page, "pingtan");
  await holds(page, cell("requests.received.natural"), "2");
  await page.click("#undo");
  await holds(page, cell("requests.received.natural"), "12");
  await holds(page, "#year", "2024");
  await page.click("#clear");
  await holds(page, cell("requests.received.natural"), "");
  assert.equal(await focused(page), "undo", "the way back is at hand");
  await page.press("Enter");
  await holds(page, cell("requests.received.natural"), "12");
});

inOneBrowser("a cleared form is checked as an empty one", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.click("#clear");
  await errorsAre(page, 0);
  await holds(page, "#body", "平潭综合实验区农业农村局");
  await typeRow(page, "requests.received", [1, 0, 0, 0, 0, 0, 1]);
  await eventually(async () => assert.deepEqual({ ...(await counts(page)), open: 0 }, { error: 0, warning: 0, notice: 0, open: 0 }));
});
