// Blocks and whole tables pasted into <gouji-report>: shown first, then filled in, nothing left out in silence.
import assert from "node:assert/strict";
import { form } from "../../pkg/index.js";
import { named } from "../node/reports.mjs";
import { eventually, inEachBrowser, inOneBrowser } from "../browser/harness.mjs";
import { cellsOf, copyAndPaste, countOf, errors, focus, focused, isThere, open, press, push, says, shown, table, text, textOf } from "./tag.mjs";

const plain = { level: "city", kind: "government", body: null, previous: null, sections: null };
const columns = ["natural", "business", "research", "charity", "legal_service", "other", "total"];
const official = form(2024);

/** A table of the form as a web page prints it, with the figures of a report in it. */
const printed = (id, cells) => official.tables.find((one) => one.id === id).rows.map((row) =>
  row.map(({ text: words, cell, colSpan, rowSpan }) => [cell === null ? words : String(cells[cell] ?? ""), colSpan, rowSpan]));

inEachBrowser("a block of figures goes right and down from the cell, once it is taken", async (page) => {
  await open(page, plain);
  await focus(page, "requests.received.natural");
  await copyAndPaste(page, text, "3\t1\t0\t0\t0\t0\t4\n2\t0\t0\t0\t0\t0\t2\n");
  await says(page, ".preview h3", /14 格/);
  await says(page, ".places", /一 本年新收.*自然人3.*二 上年结转.*总计2/s);
  assert.deepEqual(await cellsOf(page), {}, "shown, not written");
  await push(page, '[data-do="take"]');
  const wanted = {};
  for (const [row, figures] of [["received", [3, 1, 0, 0, 0, 0, 4]], ["carried_in", [2, 0, 0, 0, 0, 0, 2]]]) {
    columns.forEach((column, place) => { wanted[`requests.${row}.${column}`] = String(figures[place]); });
  }
  assert.deepEqual(await cellsOf(page), wanted);
  assert.equal(await focused(page), "requests.received.natural");
  await press(page, "Control+z");
  assert.deepEqual(await cellsOf(page), {}, "one step takes all of it back");
});

inOneBrowser("merged labels are skipped: a block runs over groups as the form does", async (page) => {
  await open(page, plain);
  await focus(page, "requests.granted_in_part.natural");
  await copyAndPaste(page, text, "1\n2\n3\n");
  await push(page, '[data-do="take"]');
  assert.deepEqual(await cellsOf(page), { "requests.granted_in_part.natural": "1", "requests.refused.state_secret.natural": "2", "requests.refused.law_forbids.natural": "3" });
});

inOneBrowser("what reaches beyond the table is listed", async (page) => {
  await open(page, plain);
  await focus(page, "requests.carried_out.other");
  await copyAndPaste(page, text, "1\t2\t99\n77\t88\n");
  await says(page, ".unplaced", /2 处.*99.*超出表格.*77 88/s);
  await push(page, '[data-do="take"]');
  await says(page, ".message", /已填入粘贴的 2 格，另有 2 处没有填入/);
  assert.deepEqual(await cellsOf(page), { "requests.carried_out.other": "1", "requests.carried_out.total": "2" });
});

inEachBrowser("whole tables copied from a page go by their labels, wherever one stands", async (page) => {
  await open(page, plain);
  const { cells } = named("suqian-2024");
  for (const id of ["requests", "disclosure", "disputes"]) {
    await focus(page, "disputes.reconsideration.upheld");
    await copyAndPaste(page, table, printed(id, cells));
    await push(page, '[data-do="take"]');
    await isThere(page, ".preview:not([hidden])", 0);
  }
  assert.deepEqual(await cellsOf(page), Object.fromEntries(Object.entries(cells).map(([cell, value]) => [cell, String(value)])));
  await eventually(async () => assert.equal(await errors(page), 0));
});

inOneBrowser("labels as Excel copies merged cells, in another order, with one that is unknown", async (page) => {
  await open(page, plain);
  await focus(page, "disclosure.regulations.made");
  await copyAndPaste(page, text, [
    "\t2.重复申请\t1\t0\t0\t0\t0\t0\t1",
    "一、本年新收政府信息公开申请数量\t\t\t5\t0\t0\t0\t0\t0\t5",
    "三、本年度办理结果\t（一）予以公开\t\t4\t0\t0\t0\t0\t0\t4",
    "\t9.其他情形\t7\t0\t0\t0\t0\t0\t7",
    "四、结转下年度继续办理\t\t\t2\t2",
  ].join("\n"));
  await says(page, ".unplaced", /9\.其他情形 7 0.*表中没有这一行.*结转下年度继续办理 2 2.*应为 7 个/s);
  await push(page, '[data-do="take"]');
  const cells = await cellsOf(page);
  assert.equal(Object.keys(cells).length, 21);
  assert.deepEqual(["received", "granted", "not_processed.repeat"].map((row) => cells[`requests.${row}.natural`]), ["5", "4", "1"]);
});

inEachBrowser("from the button, without a cell; and left alone with Esc", async (page) => {
  await open(page, plain);
  await push(page, '[data-do="paste"]');
  await copyAndPaste(page, text, "行政许可\t12\n行政处罚\t3\n");
  await says(page, ".places", /行政许可.*12.*行政处罚.*3/s);
  await press(page, "Escape");
  await isThere(page, ".preview:not([hidden])", 0);
  assert.deepEqual(await cellsOf(page), {});
  await push(page, '[data-do="paste"]');
  await copyAndPaste(page, text, "1\t2\n3\t4\n");
  await says(page, ".unplaced", /没有选定起始格/);
  assert.equal(await countOf(page, '[data-do="take"]'), 0);
  await push(page, '[data-do="leave"]');
});

inEachBrowser("a single figure is pasted as in any field", async (page) => {
  await open(page, plain);
  await focus(page, "requests.received.natural");
  await copyAndPaste(page, text, "42");
  await eventually(async () => assert.equal(await shown(page, "requests.received.natural"), "42"));
  assert.equal(await countOf(page, ".preview:not([hidden])"), 0);
});

inOneBrowser("a reader that the page gives reads what has labels", async (page) => {
  await open(page, plain);
  await page.evaluate(() => {
    document.querySelector("gouji-report").reader = (source, options) => {
      window.asked = { source, options };
      return source.includes("table")
        ? { report: { year: 2024, cells: { "requests.received.natural": 6, "requests.granted.natural": "5" } }, findings: [{ message: "第 2 行的标签是猜的" }], unreadable: null }
        : { report: null, findings: [], unreadable: null };
    };
  });
  await focus(page, "requests.received.natural");
  await copyAndPaste(page, table, [["x", "6"], ["y", "5"]]);
  await says(page, ".preview", /自然人6.*自然人5.*第 2 行的标签是猜的/s);
  assert.deepEqual(await page.evaluate(() => window.asked.options), { year: 2024, language: "zh" });
  await push(page, '[data-do="take"]');
  assert.deepEqual(await cellsOf(page), { "requests.received.natural": "6", "requests.granted.natural": "5" });
  // What it cannot read goes the other way.
  await focus(page, "requests.carried_in.natural");
  await copyAndPaste(page, text, "1\t2");
  await says(page, ".places", /二 上年结转.*自然人1/s);
});

inEachBrowser("a range is chosen by keyboard, summed, copied, cleared", async (page) => {
  await open(page, plain);
  await focus(page, "requests.received.natural");
  await copyAndPaste(page, text, "3\t1,000\n2\tx\n");
  await push(page, '[data-do="take"]');
  await press(page, "Shift+ArrowRight", "Shift+ArrowDown");
  await says(page, ".bar .place", /已选 4 格，3 个数，合计 1005/);
  await press(page, "Control+c");
  await press(page, "Escape");
  await focus(page, "disclosure.regulations.made");
  await press(page, "Control+v");
  await says(page, ".places", /规章.*3.*1,000.*行政规范性文件.*2.*x/s);
  await press(page, "Escape");
  await focus(page, "requests.received.natural");
  await press(page, "Shift+ArrowDown", "Delete");
  assert.deepEqual(Object.keys(await cellsOf(page)).sort(), ["requests.carried_in.business", "requests.received.business"]);
  await press(page, "Control+z");
  assert.equal(Object.keys(await cellsOf(page)).length, 4);
  assert.match(await textOf(page, "[role=status].unseen"), /已撤销/);
});

inEachBrowser("arrows, Enter, Home, End and Ctrl move as in a spreadsheet", async (page) => {
  await open(page, plain);
  await focus(page, "requests.granted.research");
  const moves = [
    ["ArrowRight", "requests.granted.charity"], ["ArrowDown", "requests.granted_in_part.charity"], ["Enter", "requests.refused.state_secret.charity"],
    ["Shift+Enter", "requests.granted_in_part.charity"], ["Home", "requests.granted_in_part.natural"], ["End", "requests.granted_in_part.total"],
    ["Control+ArrowUp", "requests.received.total"], ["Control+ArrowLeft", "requests.received.natural"], ["Control+End", "requests.carried_out.total"],
    // From the seventh column on to the seventh of the next table, and back.
    ["ArrowDown", "disputes.litigation_direct.corrected"], ["ArrowUp", "requests.carried_out.total"], ["Control+Home", "requests.received.natural"],
  ];
  for (const [key, cell] of moves) {
    await press(page, key);
    assert.equal(await focused(page), cell, key);
  }
});
