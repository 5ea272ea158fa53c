// The batch page's CSV, byte by byte: what spreadsheet programs go by to take the columns, the Chinese and the figures as
// they are meant, and no text for a formula.
import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "../../pkg/index.js";
import { sheet } from "../../www/review/sheet.js";
import pingtan from "../../www/examples/pingtan-2021.js";

const none = { dismissed: { reason: () => null }, changeOf: () => "", titleOf: (id) => id, mendsOf: () => "", language: "en" };
const unreadable = (path, body = "", unreadable = "x") => sheet({ outcomes: [{ path, body, unreadable }], ...none });
/** The first field of the one line behind the heading, as written. */
const field = (text) => unreadable(text).split("\r\n").slice(1).join("\r\n").slice(0, -",,,unreadable,,,,,,x,,,,,,,\r\n".length);

test("UTF-8 with its mark, every line ended by CR LF, seventeen columns", () => {
  const bytes = Buffer.from(unreadable("平潭.json"));
  assert.deepEqual([...bytes.subarray(0, 7)], [0xef, 0xbb, 0xbf, ...Buffer.from("file")]);
  assert.deepEqual([...bytes.subarray(-2)], [0x0d, 0x0a]);
  assert.ok(bytes.includes(Buffer.from([0xe5, 0xb9, 0xb3, 0xe6, 0xbd, 0xad])), "平潭 in UTF-8");
  const [heading, line, end] = bytes.toString().split("\r\n");
  assert.equal(heading.split(",").length, 17);
  assert.equal(line.split(",").length, 17);
  assert.equal(end, "");
});

test("what separates fields or lines stands in quotes, and quotes are doubled", () => {
  for (const [text, written] of [
    ["甲.json", "甲.json"],
    ["甲,乙", '"甲,乙"'],
    ['甲"乙"', '"甲""乙"""'],
    ["甲\n乙", '"甲\n乙"'],
    ["甲\r\n乙", '"甲\r\n乙"'],
  ]) assert.equal(field(text), written);
});

test("a text that begins like a formula is text: in quotes, behind spaces, in wide forms", () => {
  for (const [text, written] of [
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ["+SUM(A1)", "'+SUM(A1)"],
    ["-1+1", "'-1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["  =1+1", "'  =1+1"],
    ["\t=1+1", "'\t=1+1"],
    ["\uFF1D1+1", "'\uFF1D1+1"],
    ['=HYPERLINK("a,b")', '"\'=HYPERLINK(""a,b"")"'],
    ["\r=1", '"\'\r=1"'],
    ["甲=乙", "甲=乙"],
  ]) assert.equal(field(text), written);
  const line = unreadable("a", "=1+1", "@x").split("\r\n")[1];
  assert.equal(line, "a,'=1+1,,unreadable,,,,,,'@x,,,,,,,");
});

const answer = check(pingtan);
const [finding] = answer.findings.filter(({ rule, at }) => rule === "requests-balance" && at === "natural");
const outcome = { path: "a", body: "b", year: 2021, answer: { ...answer, findings: [finding] } };

test("figures stay figures, also below zero; reasons are guarded like everything that somebody wrote", () => {
  const written = sheet({ ...none, outcomes: [outcome], dismissed: { reason: () => "=1" } });
  // 一 2 and 二 0 against 三（七） 3 and 四 0, as 平潭 published them.
  assert.match(written, /\r\na,b,2021,error,requests-balance,natural,2,3,-1,/);
  assert.match(written, /,'=1,,requests-balance,\r\n$/);
});

test("in Chinese for people: heads, severity, change and the rule's title; in English the words that programs know", () => {
  const lines = (language) => sheet({ ...none, language, outcomes: [outcome, { path: "坏.docx", unreadable: "文件已损坏" }], changeOf: () => "new", titleOf: () => "收与办不平" }).slice(1).split("\r\n");
  const [heads, first, second] = lines("zh");
  assert.equal(heads, "文件,单位,年度,级别,规则编号,位置,左,右,差,问题,怎么改,依据,说明,搁置理由,与上次相比,规则名称,可能的改法");
  assert.match(first, /^a,b,2021,必须修改,requests-balance,natural,2,3,-1,.*,新出现,收与办不平,$/);
  assert.equal(second, "坏.docx,,,读不出,,,,,,文件已损坏,,,,,,,");
  const [columns, line] = lines("en");
  assert.equal(columns, "file,body,year,severity,rule,at,left,right,difference,message,help,basis,explained,dismissed,change,title,repair");
  assert.match(line, /^a,b,2021,error,.*,new,收与办不平,$/);
});

test("a report that passes has its line, so that the sheet names every report; what would mend a finding stands at its end", () => {
  const passed = { path: "好.html", body: "甲县", year: 2024, answer: { findings: [] } };
  const lines = (language) => sheet({ ...none, language, outcomes: [passed, outcome], mendsOf: () => "=三 3 → 2" }).split("\r\n");
  assert.equal(lines("zh")[1], "好.html,甲县,2024,通过,,,,,,,,,,,,,");
  assert.equal(lines("en")[1], "好.html,甲县,2024,clean,,,,,,,,,,,,,");
  assert.match(lines("zh")[2], /,'=三 3 → 2$/);
});
