// What a reviewer keeps of the batch view: findings set aside, the last run, who should have reported, exports.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { check } from "../../pkg/index.js";
import { isAccessible } from "./axe.mjs";
import { drop, isDone, openBatch, reportOf, rows, tally } from "./batch.mjs";
import { says } from "./desk.mjs";
import { eventually, inEachBrowser, inOneBrowser } from "./harness.mjs";

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "gouji-review-"));
});
after(() => rm(folder, { recursive: true }));

inOneBrowser("a finding set aside with a reason stays so in the next run, until its figures change; the record travels as a file", async (page) => {
  await openBatch(page);
  // A city may make regulations: one warning is left.
  const report = { ...(await reportOf("suqian-2024")), level: "city", kind: "government" };
  report.cells["disclosure.normative_documents.in_force"] = "1";
  report.cells["disclosure.normative_documents.made"] = "900";
  const dropIt = async () => {
    await drop(page, { "a.json": JSON.stringify(report) });
    await isDone(page, 1);
    await page.click("#matrix .report");
  };
  await dropIt();
  assert.equal((await tally(page)).warning, 1);
  await page.click(".dismissing button");
  await says(page, ".wants", /请写明理由/);
  await page.type(".dismissing input", "已电话核实");
  await page.press("Enter");
  await says(page, ".dismissed", /已搁置：已电话核实/);
  assert.deepEqual([(await tally(page)).warning, (await tally(page)).clean], [0, 1]);
  await isAccessible(page);
  await openBatch(page);
  await dropIt();
  await says(page, ".dismissed", /已电话核实/);
  await says(page, "#since-last", /与上次相比没有变化：1 处。/);
  await page.click("#kept summary");
  const { name, text } = await page.download(() => page.click("#dismissed-save"));
  assert.equal(name, "gouji-dismissed.json");
  assert.deepEqual(JSON.parse(text).dismissed.map(({ body, year, rule, at, reason }) => [body, year, rule, at, reason]), [["宿迁市人民政府", 2024, "disclosure-in-force-below-net-made", "normative_documents", "已电话核实"]]);
  // Other figures: another finding.
  report.cells["disclosure.normative_documents.made"] = "901";
  await dropIt();
  assert.equal(await page.count(".dismissed"), 0);
  await says(page, "#since-last", /数字有变 1 处/);
  await says(page, ".lapsed", /数字改动之前曾搁置：已电话核实/);
  report.cells["disclosure.normative_documents.made"] = "900";
  await page.click("#forget");
  assert.match(await page.text("#forget"), /确定清除/, "what does not come back is asked about first");
  assert.ok(await page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith("gouji.review"))));
  await page.click("#forget");
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("gouji.review"))), []);
  await dropIt();
  assert.equal(await page.count(".dismissed"), 0);
  const file = join(folder, "dismissed.json");
  await writeFile(file, text);
  await page.upload("#dismissed-file", file);
  await says(page, "#told", /已导入 1 条/);
  await says(page, ".dismissed", /已电话核实/);
  await page.click(".dismissed .link");
  await eventually(async () => assert.equal(await page.count(".dismissing"), 1));
  await writeFile(file, '{"dismissed": 5}');
  await page.upload("#dismissed-file", file);
  await says(page, "#told", /没有搁置记录/);
});

inOneBrowser("what changed since the last run: new, gone, the same", async (page) => {
  await openBatch(page);
  const report = await reportOf("suqian-2024");
  report.cells["requests.granted.natural"] = "1480";
  await drop(page, { "a.json": JSON.stringify(report) });
  await isDone(page, 1);
  await says(page, "#since-last", /没有上次的记录/);
  const before = check(report).findings.map(({ rule, at }) => `${rule}@${at}`);
  report.cells["requests.granted.natural"] = "1408";
  report.cells["disputes.reconsideration.upheld"] = "1";
  const after = check(report).findings.map(({ rule, at }) => `${rule}@${at}`);
  await drop(page, { "a.json": JSON.stringify(report) });
  await isDone(page, 1);
  const fresh = after.filter((one) => !before.includes(one)).length;
  const gone = before.filter((one) => !after.includes(one)).length;
  assert.ok(fresh > 0 && gone > 0);
  await says(page, "#since-last", new RegExp(`新出现 ${fresh} 处，数字有变 0 处，已消除 ${gone} 处，未变 ${after.length - fresh} 处`));
  await page.click("#matrix .report");
  await says(page, "#details", /新出现/);
  assert.equal(await page.count(".gone li"), gone);
  await page.select("#state", "new");
  await eventually(async () => assert.equal(Object.values((await rows(page))[0].cells).reduce((sum, count) => sum + Number(count), 0), fresh));
});

inOneBrowser("a list of expected bodies shows who is missing, pasted or from a file of an older program", async (page) => {
  await openBatch(page);
  await drop(page, { "a.json": JSON.stringify(await reportOf("suqian-2024")), "b.json": JSON.stringify(await reportOf("xigang-2020")) });
  await isDone(page, 2);
  await page.click("#expected summary");
  await page.type("#expected-names", "宿迁市 人民政府\n淮安市人民政府\n");
  await says(page, "#missing", /未报（1）.*淮安市人民政府.*不在名单上（1）.*西岗街道/s);
  await says(page, "#expected-note", /2 家，1 家未报/);
  await isAccessible(page);
  await openBatch(page);
  await page.click("#expected summary");
  assert.match(await page.value("#expected-names"), /淮安/, "it is kept on this machine");
  const file = join(folder, "names.csv");
  // 序号,单位 / 1,甲县 / 2,"乙,县" in GBK, as spreadsheet programs save it here.
  await writeFile(file, Buffer.from([0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0d, 0x0a, 0x31, 0x2c, 0xbc, 0xd7, 0xcf, 0xd8, 0x0d, 0x0a, 0x32, 0x2c, 0x22, 0xd2, 0xd2, 0x2c, 0xcf, 0xd8, 0x22, 0x0d, 0x0a]));
  await page.upload("#expected-file", file);
  await eventually(async () => assert.equal(await page.value("#expected-names"), "甲县\n乙,县"));
});

inEachBrowser("exported as CSV, JSON and SARIF: the same findings, and nothing that runs", async (page) => {
  await openBatch(page);
  const report = await reportOf("pingtan-agriculture-2021");
  report.body = '=HYPERLINK("http://x","y")';
  await drop(page, { "甲 乙#1.json": JSON.stringify(report), "@坏.json": "{" });
  await isDone(page, 2);
  const expected = check(report).findings;
  const csv = await page.download(() => page.click("#save-csv"));
  assert.equal(csv.text[0], "\uFEFF");
  const lines = csv.text.slice(1).split("\r\n");
  assert.match(lines[0], /^文件,单位,年度,级别,规则编号,位置,左,右,差,问题,怎么改,依据,说明,/);
  assert.equal(lines.length, 1 + 1 + expected.length + 1);
  assert.ok(lines.some((line) => line.includes(`"'=HYPERLINK(""http://x"",""y"")"`)));
  for (const line of lines.slice(1)) assert.doesNotMatch(line, /^[=+\-@]|,[=+@]|,"[=+\-@]/);
  const json = JSON.parse((await page.download(() => page.click("#save-json"))).text);
  const read = json.reports.find(({ file }) => file === "报告/甲 乙#1.json");
  assert.deepEqual({ ...read, file: undefined }, { ...check(report), file: undefined });
  assert.deepEqual(json.reports.find(({ file }) => file === "报告/@坏.json"), { file: "报告/@坏.json", unreadable: "不是有效的 JSON，请重新导出这份报告" });
  const log = JSON.parse((await page.download(() => page.click("#save-sarif"))).text);
  assert.equal(log.version, "2.1.0");
  const [run] = log.runs;
  assert.equal(run.results.length, expected.length);
  assert.equal(run.invocations[0].executionSuccessful, false);
  for (const [place, result] of run.results.entries()) {
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
    assert.equal(result.message.text, expected[place].message);
    assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, "%E6%8A%A5%E5%91%8A/%E7%94%B2%20%E4%B9%99%231.json");
  }
});

inOneBrowser("an identical run tells of no change, also where a body has several documents of one year; each is known again by its path, its name or its content", async (page) => {
  await openBatch(page);
  const broken = await reportOf("pingtan-agriculture-2021");
  const mended = { ...broken, cells: { ...broken.cells, "requests.received.natural": "3", "disputes.reconsideration.upheld": "1" } };
  const run = async (files) => {
    await drop(page, Object.fromEntries(Object.entries(files).map(([name, report]) => [name, JSON.stringify(report)])));
    await isDone(page, Object.keys(files).length);
  };
  const places = (...reports) => reports.reduce((sum, report) => sum + check(report).findings.length, 0);
  const unchanged = (count) => new RegExp(`与上次相比没有变化：${count} 处。`);
  const both = unchanged(places(broken, mended));
  await run({ "甲/年报.json": broken, "甲/网页.json": mended });
  await run({ "甲/年报.json": broken, "甲/网页.json": mended });
  await says(page, "#since-last", both);
  // Moved to another folder, and both renamed: the content tells which is which.
  await run({ "乙/年报.json": broken, "乙/网页.json": mended });
  await says(page, "#since-last", both);
  await run({ "乙/2021定稿.json": mended, "乙/2021初稿.json": broken });
  await says(page, "#since-last", both);
  // One of them was not there before: nothing is told of it, and nothing of the other has changed.
  await page.click("#kept summary");
  await page.click("#forget");
  await page.click("#forget");
  await run({ "丙/年报.json": broken });
  await run({ "丙/年报.json": broken, "丙/网页.json": mended });
  await says(page, "#since-last", unchanged(places(broken)));
  // Corrected under its own name: what is gone is told of that document alone.
  await run({ "丙/年报.json": mended, "丙/网页.json": mended });
  const named = (report) => check(report).findings.map(({ rule, at }) => `${rule}@${at}`);
  const goneOnes = named(broken).filter((name) => !named(mended).includes(name)).length;
  assert.ok(goneOnes > 0);
  await says(page, "#since-last", new RegExp(`已消除 ${goneOnes} 处`));
});

inOneBrowser("without last year's report nothing is said to be mended that only a comparison with it shows", async (page) => {
  await openBatch(page);
  const [early, late] = [await reportOf("suqian-2023"), await reportOf("suqian-2024")];
  late.cells["requests.carried_in.natural"] = "7";
  const both = { "2023.json": JSON.stringify(early), "2024.json": JSON.stringify(late) };
  const carried = check(late, { previous: early }).findings.filter(({ rule, at }) => rule === "requests-carried-in-roll-forward" && at === "natural");
  assert.equal(carried.length, 1);
  const without = check(late).findings.filter(({ rule }) => rule !== "cell-blank").length;
  await drop(page, both);
  await isDone(page, 2);
  await drop(page, { "2024.json": both["2024.json"] });
  await isDone(page, 1);
  await says(page, "#since-last", new RegExp(`没有变化：${without} 处`));
  await drop(page, both);
  await isDone(page, 2);
  await says(page, "#since-last", /没有变化/);
  // Carried over rightly it is mended.
  late.cells["requests.carried_in.natural"] = String(early.cells["requests.carried_out.natural"]);
  await drop(page, { ...both, "2024.json": JSON.stringify(late) });
  await isDone(page, 2);
  await says(page, "#since-last", /已消除 [1-9]/);
});
