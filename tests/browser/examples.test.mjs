// The examples, the year, the whole check, and explanations.
import assert from "node:assert/strict";
import { form } from "../../pkg/index.js";
import pingtan from "../../www/examples/pingtan-2021.js";
import { inOneBrowser, eventually } from "./harness.mjs";
import { applicants, balance, cell, counts, errorsAre, findings, focused, foot, holds, open, openExample, says } from "./desk.mjs";

const explained = "本年集中清理，口径有调整";
const field = "#findings textarea";
const inForce = (part) => cell(`disclosure.normative_documents.${part}`);

/** 宿迁 with more documents made than are in force: 90 - 1 > 1. */
async function openDoubtful(page) {
  await openExample(page, "suqian");
  for (const [part, figure] of [["made", "90"], ["repealed", "1"], ["in_force", "1"]]) await page.type(inForce(part), figure);
  await eventually(async () => assert.equal((await counts(page)).warning, 1));
  await page.click(inForce("in_force"));
}

inOneBrowser("西岗 2020 balances in every column of the form of its year", async (page) => {
  await openExample(page, "xigang");
  await holds(page, "#year", "2020");
  await holds(page, "#body", "大连市西岗区西岗街道");
  await eventually(async () => assert.deepEqual(await foot(page, balance), Array(7).fill("已平衡")));
  await errorsAre(page, 0);
  // As published: in 元, where the form counts in 万元.
  assert.equal(await page.value(cell("disclosure.procurement.amount")), "20097080 元");
});

inOneBrowser("宿迁 2024 balances in every column", async (page) => {
  await openExample(page, "suqian");
  await holds(page, "#year", "2024");
  await holds(page, cell("requests.received.total"), "3525");
  await eventually(async () => assert.deepEqual(await foot(page, balance), Array(7).fill("已平衡")));
  await errorsAre(page, 0);
});

inOneBrowser("the menu of examples closes after the choice, and where the figures come from is said", async (page) => {
  await openExample(page, "pingtan");
  assert.equal(await page.evaluate(() => document.getElementById("examples").open), false);
  await says(page, "#message", /平潭综合实验区农业农村局.*2021.*pingtan\.gov\.cn/);
});

inOneBrowser("another year draws its own form and keeps every figure", async (page) => {
  await openExample(page, "pingtan");
  await page.select("#year", "2020");
  await holds(page, cell("requests.received.natural"), "2");
  assert.equal(await page.count(cell("disclosure.regulations.in_force")), 0, "the form of 2020 has no such cell");
  const cells = new Set(form(2020).cells.map(({ id }) => id));
  const kept = Object.entries(pingtan.cells).filter(([id, figure]) => figure !== "" && !cells.has(id)).length;
  await says(page, "#aside-note", new RegExp(`${kept} 个数字不在 2020 年的表格中`));
  // What is typed in this form and has no place in the other is kept as well.
  await page.type(cell("disclosure.procurement.projects"), "5");
  await page.select("#year", "2021");
  await holds(page, cell("disclosure.regulations.in_force"), "0");
  await holds(page, cell("disclosure.penalties.decisions"), "71");
  await says(page, "#aside-note", /另有 1 个数字不在 2021 年的表格中/);
});

inOneBrowser("the whole check counts the blanks too, and is left again", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.click("#whole");
  // Three figures of the published report could not be read and are blank.
  await errorsAre(page, 7);
  assert.equal((await findings(page)).filter(({ text }) => text.includes("没有填写")).length, 3);
  assert.equal(await focused(page), "findings-title");
  await says(page, "#live", /必须修改 7/);
  await page.click("#summary .link");
  await errorsAre(page, 4);
});

inOneBrowser("the whole check of an empty form gathers its blanks in one entry that leads to each", async (page) => {
  await open(page, 2024);
  await page.click("#whole");
  await eventually(async () => assert.match(await page.text("#findings .crowd"), /200 处/));
  // Beside it: each of the three tables is missing as a whole.
  assert.equal((await findings(page)).length, 1 + 3);
  await page.click("#findings .crowd summary");
  await page.click("#findings .crowd li .link");
  assert.equal(await focused(page), form(2024).cells[0].id);
});

inOneBrowser("in the whole check, filling a blank takes it off the list", async (page) => {
  await open(page, 2024);
  await page.click("#whole");
  await eventually(async () => assert.match(await page.text("#findings .crowd"), /200 处/));
  await page.type(cell("requests.received.natural"), "0");
  await eventually(async () => assert.match(await page.text("#findings .crowd"), /199 处/));
});

inOneBrowser("a warning is answered by an explanation, and by taking it back stands unanswered", async (page) => {
  await openDoubtful(page);
  await page.type(field, explained);
  await page.click("#body");
  await says(page, "#findings .answered", /已说明/);
  await page.type(field, " ");
  await page.click("#body");
  await eventually(async () => assert.equal(await page.count("#findings .answered"), 0));
  assert.equal((await counts(page)).warning, 1);
});

inOneBrowser("an explanation stays while the figures it explains are typed over", async (page) => {
  await openDoubtful(page);
  await page.type(field, explained);
  await page.type(inForce("in_force"), "2");
  await eventually(async () => assert.match(await page.text("#findings .card"), /2/));
  await holds(page, field, explained);
  assert.equal(await page.count("#findings .answered"), 1);
});

inOneBrowser("the level decides who may make regulations", async (page) => {
  await open(page, 2024);
  await page.type(cell("disclosure.regulations.made"), "2");
  await page.select("#level", "county");
  await says(page, "#findings", /没有规章制定权/);
  await page.select("#level", "city");
  await page.select("#kind", "government");
  await eventually(async () => assert.deepEqual(await findings(page), []));
  assert.equal(await page.value(cell("disclosure.regulations.made")), "2");
});

inOneBrowser("every value cell of the form has a field, named by its labels", async (page) => {
  await open(page, 2024);
  const names = await page.evaluate(() => [...document.querySelectorAll("[data-cell]")].map((one) => [one.dataset.cell, one.getAttribute("aria-label")]));
  assert.deepEqual(names.map(([id]) => id), form(2024).cells.map(({ id }) => id));
  assert.equal(new Set(names.map(([, name]) => name)).size, names.length, "no two fields have one name");
  assert.deepEqual(names.filter(([id]) => id.startsWith("requests.received.")).map(([id]) => id.split(".").at(-1)), applicants);
});
