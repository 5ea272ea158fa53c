// Typing into the form, and the balances that answer at its edges.
import assert from "node:assert/strict";
import { inOneBrowser, eventually } from "./harness.mjs";
import { balance, cell, counts, findings, foot, open, side, typeRow, underDisputes } from "./desk.mjs";

inOneBrowser("a row says that its columns add up, by how much they do not, and again that they do", async (page) => {
  await open(page, 2024);
  // 1 + 2 = 3
  await typeRow(page, "requests.received", [1, 0, 0, 0, 0, 2, 3]);
  await eventually(async () => assert.equal(await side(page, "requests.received.total"), "已平衡"));
  await page.type(cell("requests.received.total"), "5");
  await eventually(async () => assert.equal(await side(page, "requests.received.total"), "差 -2"));
  await page.type(cell("requests.received.total"), "3");
  await eventually(async () => assert.equal(await side(page, "requests.received.total"), "已平衡"));
});

inOneBrowser("a column says nothing until all four of its figures are there", async (page) => {
  await open(page, 2024);
  // 5 received + 1 carried in = 4 with a result + 2 carried out
  await page.type(cell("requests.received.natural"), "5");
  await page.type(cell("requests.carried_in.natural"), "1");
  await page.type(cell("requests.results_total.natural"), "4");
  assert.equal((await foot(page, balance))[0], "");
  await page.type(cell("requests.carried_out.natural"), "2");
  await eventually(async () => assert.deepEqual(await foot(page, balance), ["已平衡", "", "", "", "", "", ""]));
  await page.type(cell("requests.carried_out.natural"), "3");
  await eventually(async () => assert.deepEqual(await foot(page, balance), ["差 -1", "", "", "", "", "", ""]));
});

inOneBrowser("the disputes balance group by group", async (page) => {
  await open(page, 2024);
  const type = async (group, figures) => {
    for (const [index, column] of ["upheld", "corrected", "other", "pending", "total"].entries()) await page.type(cell(`disputes.${group}.${column}`), String(figures[index]));
  };
  // 1 + 0 + 2 + 0 = 3, and 4 + 0 + 0 + 1 is not 7.
  await type("reconsideration", [1, 0, 2, 0, 3]);
  await type("litigation_direct", [4, 0, 0, 1, 7]);
  await eventually(async () => assert.deepEqual(await underDisputes(page), ["已平衡", "差 -2", ""]));
});

inOneBrowser("figures count by their value, however they are written", async (page) => {
  await open(page, 2024);
  // 12 + 1204 + 178 = 1394
  await typeRow(page, "requests.received", ["１２", "1,204", "178件", "0", "0", "0", "1394"]);
  await eventually(async () => assert.equal(await side(page, "requests.received.total"), "已平衡"));
  assert.equal(await page.value(cell("requests.received.natural")), "１２", "what was typed stays as it was typed");
});

inOneBrowser("blanks are no fault while the form is being filled", async (page) => {
  await open(page, 2024);
  await page.type(cell("requests.received.natural"), "5");
  await eventually(async () => assert.match(await page.text("#findings"), /目前没有发现问题/));
  assert.deepEqual(await findings(page), []);
  assert.equal((await counts(page)).error, 0);
  assert.match(await page.text("#summary"), /已填 1 \/ 200 格/);
});

inOneBrowser("what cannot be read as a number is said at once, at the cell", async (page) => {
  await open(page, 2024);
  await page.type(cell("requests.received.natural"), "若干");
  await eventually(async () => assert.match((await findings(page))[0]?.text ?? "", /若干/));
  assert.equal(await page.evaluate((css) => document.querySelector(css).getAttribute("aria-invalid"), cell("requests.received.natural")), "true");
});
