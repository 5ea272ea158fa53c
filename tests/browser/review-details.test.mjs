// What stands behind a cell of the batch view: repairs beside the finding, findings set aside, and the place that stays.
import assert from "node:assert/strict";
import { check, use } from "../../pkg/index.js";
import repair from "../../pkg/repair.js";
import { isAccessible } from "./axe.mjs";
import { drop, isDone, openBatch, reportOf, rows } from "./batch.mjs";
import { says, textOf } from "./desk.mjs";
import { inOneBrowser, eventually } from "./harness.mjs";

use(repair);
const cellOf = (page, title) => page.evaluate((rule) => {
  const column = [...document.querySelectorAll("#matrix thead .rule-title")].findIndex((one) => one.textContent === rule);
  const cell = document.querySelector("#matrix tbody tr").cells[column + 1];
  return { text: cell.textContent, isAside: cell.classList.contains("is-aside"), severity: cell.dataset.severity ?? null, head: document.querySelectorAll("#matrix thead .rule-count")[column].textContent, label: cell.firstChild.getAttribute("aria-label") };
}, title);

inOneBrowser("findings set aside look different in the table, and are no longer counted", async (page) => {
  await openBatch(page);
  const report = await reportOf("pingtan-agriculture-2021");
  await drop(page, { "a.json": JSON.stringify(report) });
  await isDone(page, 1);
  const all = check(report).findings.length;
  const balance = check(report).findings.filter(({ rule }) => rule === "requests-balance").length;
  assert.equal(balance, 2);
  assert.match(await page.text("#matrix-note"), new RegExp(`，${all} 处。`));
  await page.click('#matrix [data-key="0 requests-balance"]');
  const setAside = async (reason) => {
    await page.type(".dismissing input", reason);
    await page.press("Enter");
  };
  await setAside("已电话核实");
  await eventually(async () => assert.deepEqual(await cellOf(page, "收与办不平"), { text: "1", isAside: false, severity: "error", head: "1", label: "平潭综合实验区农业农村局 2021，收与办不平，必须修改，1 处，已搁置 1 处" }));
  // The focus is where it can be taken back, and the stroke that set it aside does not press that.
  assert.equal(await page.evaluate(() => document.activeElement.closest(".dismissed") !== null), true);
  await setAside("口径调整");
  await eventually(async () => assert.deepEqual(await cellOf(page, "收与办不平"), { text: "2", isAside: true, severity: null, head: "0", label: "平潭综合实验区农业农村局 2021，收与办不平，必须修改，0 处，已搁置 2 处" }));
  assert.equal(await page.count("#matrix td.is-aside s"), 1);
  assert.match(await page.text("#matrix-note"), new RegExp(`，${all - 2} 处，另已搁置 2 处。`));
  await isAccessible(page);
  // What stands beside the table belongs to what is in it.
  await page.select("#state", "dismissed");
  await eventually(async () => assert.equal(await page.count("#details .told-finding"), 2));
  await page.select("#state", "open");
  await eventually(async () => assert.equal(await page.evaluate(() => document.getElementById("details").hidden), true));
  await page.select("#state", "");
  await page.click('#matrix [data-key="0 requests-balance"]');
  await page.click(".dismissed .link");
  await eventually(async () => assert.equal((await cellOf(page, "收与办不平")).text, "1"));
});

inOneBrowser("a finding shows its likeliest repair; several as likely stand beside one another; the same as the package says", async (page) => {
  await openBatch(page);
  const transposed = await reportOf("suqian-2024");
  transposed.cells["requests.granted.natural"] = "1480";
  const unclear = await reportOf("pingtan-public-security-2021");
  await drop(page, { "a.json": JSON.stringify(transposed), "b.json": JSON.stringify(unclear) });
  await isDone(page, 2);
  const [only] = check(transposed, { repairs: true }).repairs;
  assert.ok(only.unique && only.changes.length === 1);
  await page.click('#matrix [data-key="0 requests-results-total"]');
  await says(page, ".mends", /修改建议/);
  const told = await textOf(page, ".mends");
  for (const words of [only.parts[0].reason, "三（一） 予以公开 · 自然人", String(only.changes[0].from), String(only.changes[0].to)]) assert.ok(told.includes(words), `${words}: ${told}`);
  assert.equal(await page.count(".mends button"), 0, "nothing is written into the report of somebody else");
  await isAccessible(page);
  // Of a report whose figures leave it open, every possibility is told, none before the others.
  const likely = check(unclear, { repairs: true }).repairs.filter(({ unique }) => !unique);
  assert.equal(likely.length, 2);
  await page.click('#matrix [data-key="1 requests-balance"]');
  await says(page, ".mends", /有 2 种可能.*请核对登记台账/s);
  assert.deepEqual(await page.evaluate(() => [...document.querySelector(".mends").querySelectorAll("ol > li ins")].map((one) => one.textContent)), likely.flatMap(({ changes }) => changes.map(({ to }) => String(to))));
  // The sheet says the same at the end of the finding's line.
  const { text: csv } = await page.download(() => page.click("#save-csv"));
  const mendsIn = (file, rule) => csv.split("\r\n").filter((line) => line.startsWith(`报告/${file},`) && line.includes(`,${rule},`)).map((line) => line.slice(line.lastIndexOf(",") + 1));
  assert.deepEqual(mendsIn("a.json", "requests-results-total"), [`三（一） 予以公开 · 自然人 ${only.changes[0].from} → ${only.changes[0].to}`]);
  const [unsure] = mendsIn("b.json", "requests-balance");
  assert.deepEqual(unsure.split("；或者 ").map((one) => [...one.matchAll(/ → (\d+)/g)].map(([, to]) => to)), likely.map(({ changes }) => changes.map(({ to }) => String(to))));
  await page.click("#language");
  await says(page, ".mends", /possibilities/);
});

inOneBrowser("documents of one body and year are told apart by their file; others need no name", async (page) => {
  await openBatch(page);
  const report = JSON.stringify(await reportOf("xigang-2020"));
  await drop(page, { "甲/定稿.json": report, "甲/初稿.json": report, "乙/初稿.json": report, "别家.json": JSON.stringify(await reportOf("suqian-2024")) });
  await isDone(page, 4);
  const names = () => page.evaluate(() => [...document.querySelectorAll("#matrix tbody tr")].map((row) => row.querySelector(".report-file")?.textContent ?? null));
  assert.deepEqual((await names()).sort(), ["定稿.json", "报告/乙/初稿.json", "报告/甲/初稿.json", null].sort());
  assert.match(await page.evaluate(() => document.querySelector("#matrix .report-file").closest("button").getAttribute("aria-label")), /初稿\.json|定稿\.json/);
});

inOneBrowser("where the table is scrolled to, the cell that is looked at and the filters stay, whatever is pressed", async (page) => {
  await openBatch(page);
  const report = await reportOf("pingtan-agriculture-2021");
  await drop(page, Object.fromEntries(Array.from({ length: 200 }, (_, place) => [`${String(place).padStart(3, "0")}.json`, JSON.stringify({ ...report, body: `第${place}街道` })])));
  await isDone(page, 200);
  await page.select("#severity", "error");
  await page.evaluate(() => document.querySelector('#matrix [data-key="150 requests-balance"]').scrollIntoView({ block: "center" }));
  await page.click('#matrix [data-key="150 requests-balance"]');
  const place = () => page.evaluate(() => ({ top: Math.round(document.getElementById("matrix").scrollTop), page: Math.round(scrollY), chosen: document.querySelector("#matrix [aria-current]")?.dataset.key, severity: document.getElementById("severity").value, rows: document.querySelectorAll("#matrix tbody tr").length, details: document.getElementById("details-title")?.textContent }));
  const before = await place();
  assert.ok(before.top > 1000, JSON.stringify(before));
  assert.equal(before.chosen, "150 requests-balance");
  await page.type(".dismissing input", "已核");
  const typed = await place();
  await page.press("Enter");
  await says(page, ".dismissed", /已核/);
  assert.deepEqual(await place(), typed);
  assert.deepEqual({ ...typed, page: 0 }, { ...before, page: 0 });
  // Another language: the same cell is told in it.
  await page.click("#language");
  await says(page, ".dismissed", /Dismissed/);
  const inEnglish = await place();
  assert.deepEqual([inEnglish.chosen, inEnglish.severity, inEnglish.rows], [before.chosen, before.severity, 200]);
  // The heads are taller in English; the cell is in sight below them.
  assert.equal(await page.evaluate(() => {
    const [cell, head, table] = ["#matrix [aria-current]", "#matrix thead", "#matrix"].map((one) => document.querySelector(one).getBoundingClientRect());
    return cell.top >= head.bottom && cell.bottom <= table.bottom;
  }), true);
  await page.click("#details .details-head button");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.key), "150 requests-balance");
  assert.equal((await place()).top, inEnglish.top);
});

inOneBrowser("the table by keys alone: up to the rules at its head and back; the keys are told on the page", async (page) => {
  await openBatch(page);
  await drop(page, { "a.json": JSON.stringify(await reportOf("pingtan-agriculture-2021")), "b.json": JSON.stringify(await reportOf("xigang-2020")) });
  await isDone(page, 2);
  assert.equal(await page.count('#matrix button[tabindex="0"]'), 1, "the table is one stop of Tab");
  const key = () => page.evaluate(() => document.activeElement.dataset.key);
  await page.click('#matrix [data-key="0 requests-balance"]');
  await page.press("Escape");
  assert.equal(await key(), "0 requests-balance");
  await page.press("ArrowUp");
  await page.press("ArrowUp");
  assert.equal(await key(), " requests-balance");
  await page.press("Enter");
  await eventually(async () => assert.equal(await page.count("#matrix thead .of-rule"), 1));
  assert.equal(await key(), " requests-balance", "the focus stays at the head");
  await page.press("Enter");
  await eventually(async () => assert.ok(await page.count("#matrix thead .of-rule") > 1));
  await page.press("ArrowDown");
  assert.match(await key(), /^\d requests-balance$/);
  await page.click("#legend summary");
  const words = await textOf(page, "#legend");
  for (const said of ["Home · End", "Esc", "← ↑ → ↓", "B 多方印证", "表格本身的含义", "已搁置"]) assert.ok(words.includes(said), said);
  await isAccessible(page);
  assert.equal((await rows(page)).length, 2);
});

inOneBrowser("how certain a basis is, is explained where it stands, by a press or a key, on a phone, too", async (page) => {
  await openBatch(page);
  await page.resize(390, 844);
  await drop(page, { "a.json": JSON.stringify(await reportOf("pingtan-agriculture-2021")) });
  await isDone(page, 1);
  await page.click('#matrix [data-key="0 requests-balance"]');
  assert.match(await page.evaluate(() => document.querySelector("#details summary.certainty").title), /\S/);
  await page.evaluate(() => document.querySelector("#details summary.certainty").focus());
  await page.press("Enter");
  await eventually(async () => assert.equal(await page.evaluate(() => {
    const { width, height } = document.querySelector(".certainty-more[open] > span").getBoundingClientRect();
    return width > 0 && height > 0;
  }), true));
  await isAccessible(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

inOneBrowser("the title of every rule stands whole at the head of its column, in either language", async (page) => {
  await openBatch(page);
  await drop(page, { "a.json": JSON.stringify(await reportOf("pingtan-agriculture-2021")) });
  await isDone(page, 1);
  await page.click("#only-broken");
  for (const language of ["zh", "en"]) {
    if (language === "en") await page.click("#language");
    await isDone(page, 1);
    await eventually(async () => assert.ok(await page.count(".rule-title") > 40));
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll(".rule-title")].filter((title) => {
      const text = document.createRange();
      text.selectNodeContents(title);
      const [inner, outer] = [text, title.closest("th")].map((one) => one.getBoundingClientRect());
      return inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1 || title.scrollHeight > title.clientHeight + 1;
    }).map((title) => title.textContent)), [], language);
  }
});

inOneBrowser("many blanks are told as one, with their cells; set aside and taken back together", async (page) => {
  await openBatch(page);
  const report = await reportOf("pingtan-public-security-2021");
  await drop(page, { "a.json": JSON.stringify(report) });
  await isDone(page, 1);
  const findings = check(report).findings;
  const blanks = findings.filter(({ rule }) => rule === "cell-blank");
  assert.ok(blanks.length > 3);
  await page.click("#matrix .report");
  assert.equal(await page.count(".told-finding"), findings.length - blanks.length + 1);
  await page.click('#matrix [data-key="0 cell-blank"]');
  await says(page, ".told-finding .said", new RegExp(`^${blanks.length} 个单元格没有填写`));
  assert.equal(await page.count(".told-finding .figures tr"), blanks.length);
  await page.type(".dismissing input", "原表如此");
  await page.press("Enter");
  await says(page, ".dismissed", /原表如此/);
  await eventually(async () => assert.deepEqual([(await cellOf(page, "空白")).text, (await cellOf(page, "空白")).isAside], [String(blanks.length), true]));
  await page.press("Enter");
  await eventually(async () => assert.equal((await cellOf(page, "空白")).isAside, false));
  assert.equal(await page.evaluate(() => document.activeElement.matches(".dismissing input")), true);
});
