// Findings and the cells they are about, on the published report of 平潭 2021. Its figures, where two columns break:
//   自然人  一 2  二 0  三（一）1  三（四）1. 1  三（七）3  四 0
//   其他    一 1  二 0            三（四）1. 1  三（七）0  四 0
// so that 三（七） is one too many under 自然人 and one too few under 其他, each against two relations.
import assert from "node:assert/strict";
import { inOneBrowser, eventually } from "./harness.mjs";
import { balance, cell, errorsAre, findings, focused, foot, open, isOffered, load, openExample, resultsSum, says, side, textOf } from "./desk.mjs";

const natural = "requests.results_total.natural";
const other = "requests.results_total.other";
const attribute = (page, id, name) => page.evaluate((css, wanted) => document.querySelector(css).getAttribute(wanted), cell(id), name);

inOneBrowser("each broken balance is told with its rows, its figures and the difference", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  assert.deepEqual(await findings(page), [
    "自然人列：一(2)+二(0)=2，三（七）(3)+四(0)=3，差 -1",
    "其他列：一(1)+二(0)=1，三（七）(0)+四(0)=0，差 1",
    "自然人列：三（一）(1)+三（四）1.(1)=2，三（七）(3)，差 -1",
    "其他列：三（四）1.(1)=1，三（七）(0)，差 1",
  ].map((text) => ({ severity: "error", text })));
  const off = ["差 -1", "已平衡", "已平衡", "已平衡", "已平衡", "差 1", "已平衡"];
  assert.deepEqual(await foot(page, balance), off);
  assert.deepEqual(await foot(page, resultsSum), off);
});

inOneBrowser("an open finding says what to do, why, and on what basis", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  for (const part of ["怎么改|如果不是", "为什么", "依据", "可能同源"]) assert.match(await page.text("#findings .card"), new RegExp(part));
});

inOneBrowser("a finding leads to the cell that most findings are about, and the cell says what is wrong with it", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.click("#findings .finding");
  assert.equal(await focused(page), natural);
  assert.equal(await attribute(page, natural, "aria-invalid"), "true");
  const [message] = (await attribute(page, natural, "aria-describedby")).split(" ");
  assert.match(await page.evaluate((id) => document.getElementById(id).innerText, message), /三（七）\(3\)/);
});

inOneBrowser("the four figures of a finding are set off, left side from right", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.click("#findings .finding");
  const sides = await page.evaluate(() => [...document.querySelectorAll("[data-role]")].map((box) => [box.firstElementChild.dataset.cell, box.dataset.role]));
  assert.deepEqual(Object.fromEntries(sides), {
    "requests.received.natural": "left",
    "requests.carried_in.natural": "left",
    "requests.results_total.natural": "right",
    "requests.carried_out.natural": "right",
  });
});

inOneBrowser("red is what may well be wrong: of the cells of a broken column those stand out whose change would mend it", async (page) => {
  const marked = (css) => page.evaluate((selector) => [...document.querySelectorAll(selector)].map((box) => box.firstElementChild.dataset.cell).sort(), css);
  await openExample(page, "pingtan");
  // 自然人 and 其他: one request is counted in the wrong column. The four figures of each balance are about it, the
  // twenty-two addends of each sum are not marked at all.
  const balances = ["received", "carried_in", "results_total", "carried_out"].flatMap((row) => [`requests.${row}.natural`, `requests.${row}.other`]).sort();
  await isOffered(page);
  assert.deepEqual(await marked('td[data-mark="error"]'), balances);
  await eventually(async () => assert.deepEqual(await marked('td[data-mark="error"]:not(.is-faint)'), [natural, other].sort()));
  // One of the others is chosen as the wrong one: then both columns are as they are.
  await page.type(cell("requests.received.natural"), "3");
  await eventually(async () => assert.ok(!(await marked('td[data-mark="error"]')).includes("requests.carried_in.natural")));
});

inOneBrowser("beside an offer the general advice is for the case that it does not fit", async (page) => {
  await openExample(page, "pingtan");
  await isOffered(page);
  await page.click("#findings .finding");
  assert.match(await page.text("#findings .card .help"), /^如果不是/);
  // Where nothing can be offered it is what to do.
  await load(page, "suqian");
  await page.type(cell("disputes.reconsideration.upheld"), "多件");
  await page.type(cell("disputes.reconsideration.corrected"), "若干");
  await says(page, ".offer h3", /需查登记台账/);
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll(".card .help b")].map((label) => label.textContent)), ["怎么改", "怎么改"]);
});

inOneBrowser("Alt+Enter goes from a cell to its finding", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.click(cell(other));
  await page.press("Alt+Enter");
  assert.equal(await focused(page), "finding");
  assert.match(await page.evaluate(() => document.activeElement.innerText), /其他列/);
});

inOneBrowser("the difference at the foot of a column leads to its cell", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.click('tfoot [data-finding="requests-balance@other"]');
  assert.equal(await focused(page), other);
});

inOneBrowser("a finding leads on to one that likely has the same cause", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.click("#findings .related .link");
  assert.equal(await focused(page), other);
  assert.match(await page.text("#findings .card.is-chosen"), /其他列/);
});

inOneBrowser("each repair takes its findings away, and screen readers are told", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.type(cell(natural), "2");
  // Of its two findings none is left, but now the row adds up to 2 where its 总计 says 3.
  await errorsAre(page, 3);
  assert.equal(await side(page, natural), "差 -1");
  assert.equal((await foot(page, balance))[0], "已平衡");
  await page.type(cell(other), "1");
  await errorsAre(page, 0);
  assert.equal(await attribute(page, natural, "aria-invalid"), null);
  assert.equal(await side(page, natural), "已平衡");
  assert.deepEqual(await foot(page, balance), Array(7).fill("已平衡"));
  await says(page, "#live", /必须修改之处已全部消除/);
});

inOneBrowser("a new error is told to screen readers, with its words", async (page) => {
  await openExample(page, "xigang");
  await errorsAre(page, 0);
  // One request was received and one answered; now none is said to be answered.
  await page.type(cell("requests.results_total.natural"), "0");
  await says(page, "#live", /自然人列/);
});

inOneBrowser("the title of the window counts the errors", async (page) => {
  await open(page, 2024);
  const title = () => textOf(page, "title");
  assert.doesNotMatch(await title(), /^\(/);
  await page.type(cell("requests.received.natural"), "-1");
  await eventually(async () => assert.match(await title(), /^\(1\)/));
});
