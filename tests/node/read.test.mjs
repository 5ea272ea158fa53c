// gouji/read in Node: what it takes, what it says of what it cannot take, and that nothing a document holds breaks it.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { check } from "../../pkg/index.js";
import * as readers from "../../pkg/read.js";

const { joined, read } = readers;
const require = createRequire(import.meta.url);
const TITLE = "某县2024年政府信息公开工作年度报告";
const HEADING = "三、收到和处理政府信息公开申请情况";
const LABEL = "四、结转下年度继续办理";
const FIGURES = ["1", "0", "0", "0", "0", "0", "1"];
const paste = [TITLE, HEADING, [LABEL, ...FIGURES].join("\t")].join("\n");
const page = (cells) => `<h1>${TITLE}</h1><p>${HEADING}</p><table><tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr></table>`;
const markup = page([LABEL, ...FIGURES]);
const bytes = (text) => new TextEncoder().encode(text);
const natural = ({ report }) => report.cells["requests.carried_out.natural"];

describe("what it takes", () => {

  const sources = {
    "text with tabs": paste,
    "markup": markup,
    "Markdown": `# ${TITLE}\n\n## ${HEADING}\n\n| ${[LABEL, ...FIGURES].join(" | ")} |\n|${"---|".repeat(8)}\n`,
    "bytes": bytes(markup),
    "an ArrayBuffer": bytes(paste).buffer,
    "a DataView": new DataView(bytes(paste).buffer),
    "a part of a buffer": bytes(`xx${paste}`).subarray(2),
    "UTF-16, as Windows saves text": Buffer.from(`\ufeff${paste}`, "utf16le"),
    "what Windows puts before markup on the clipboard": `Version:0.9\r\nStartHTML:00000097\r\n\r\n<html><body>${markup}</body></html>`,
  };
  for (const [what, source] of Object.entries(sources)) {
    test(what, () => {
      const reading = read(source);
      assert.equal(reading.unreadable, null);
      assert.equal(reading.report.year, 2024);
      assert.equal(natural(reading), "1");
    });
  }

  test("bytes in GBK, by the environment's own decoder", () => {
    const known = new TextDecoder("gb18030");
    // Every character of the markup is in GBK: the table is turned round.
    const codes = new Map();
    for (let high = 0x81; high <= 0xfe; high += 1) {
      for (let low = 0x40; low <= 0xfe; low += 1) {
        if (low !== 0x7f) codes.set(known.decode(Uint8Array.of(high, low)), [high, low]);
      }
    }
    const inGbk = Uint8Array.from([...markup].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
    assert.ok(inGbk.length < bytes(markup).length);
    assert.equal(natural(read(inGbk)), "1");
  });

  test("the name is a hint where the content leaves it open, and no more", () => {
    assert.equal(natural(read(markup, { name: "report.docx" })), "1");
    assert.equal(natural(read(bytes(paste), { name: "没有后缀" })), "1");
  });

  test("the year of the caller goes before that of the document", () => {
    assert.equal(read(paste, { year: 2023 }).report.year, 2023);
    assert.equal(read(paste.replace("2024年", "")).report.year, null);
  });

  test("what is no document is wrong usage, by name", () => {
    for (const source of [undefined, null, 7, {}, [], new Blob([markup]), { nodeType: 2 }]) assert.throws(() => read(source), TypeError);
    assert.throws(() => read(new Blob([markup])), /arrayBuffer/);
    for (const options of [7, "x.html", { year: "2024" }, { year: 2024.5 }, { language: "fr" }, { name: 7 }, { blank: "zero" }]) {
      assert.throws(() => read(paste, options), TypeError, JSON.stringify(options));
    }
  });
});

describe("what it gives", () => {
  // A misprint beside a label that is right, by which the table is known.
  const received = ["一、本年新收政府信息公开申请数量", ...FIGURES].join("\t");
  const odd = paste.replace(LABEL, `${received}\n${LABEL.replace("年度", "年渡")}`);

  test("where each cell stood and how sure that is", () => {
    const { found } = read(markup).report.meta;
    assert.deepEqual(found["requests.carried_out.natural"], { table: 1, row: 1, column: 2, text: "1", match: "exact" });
    assert.equal(read(odd).report.meta.found["requests.carried_out.natural"].match, "guessed");
  });

  test("findings in the language asked for, of the shape of every finding", () => {
    for (const [language, message] of [["zh", /按“四、结转下年度继续办理”读取/], ["en", /was read as/]]) {
      const finding = read(odd, { language }).findings.find(({ rule }) => rule === "label-guessed");
      assert.match(finding.message, message);
      assert.deepEqual(Object.keys(finding), Object.keys(check({ year: 2024, cells: { "requests.received.natural": "x" } }).findings[0]));
      assert.equal(finding.at, "requests.carried_out");
    }
  });

  test("one answer of report and document, the gravest first", () => {
    const reading = read(odd);
    const answer = check(reading.report, { blank: "zero" });
    const before = structuredClone([answer, reading]);
    const whole = joined(answer, reading);
    assert.deepEqual([answer, reading], before);
    const severities = whole.findings.map(({ severity }) => ["error", "warning", "notice"].indexOf(severity));
    assert.deepEqual(severities, [...severities].sort());
    assert.equal(whole.findings.length, answer.findings.length + reading.findings.length);
    assert.equal(whole.ok, false);
    const fine = { ...answer, ok: true, findings: [] };
    assert.equal(joined(fine, { findings: [] }).ok, true);
    assert.equal(joined(fine, reading).ok, false, "an error of the document alone");
  });

  test("a warning of the document is explained as those of the figures are", () => {
    const reading = read(odd);
    const guessed = "label-guessed@requests.carried_out";
    const given = (explanations) => {
      const report = { ...reading.report, explanations };
      const answer = check(report, { blank: "zero" });
      assert.deepEqual(answer.findings.filter(({ rule }) => rule === "key-unknown"), []);
      return joined(answer, { ...reading, report }).findings.find(({ rule, at }) => `${rule}@${at}` === guessed).explained;
    };
    assert.equal(given(undefined), null);
    assert.equal(given({ [guessed]: "系统自动生成的表样。" }), "系统自动生成的表样。");
    assert.equal(given({ [guessed]: "  " }), null);
    assert.equal(given({ [guessed]: null }), null);
    assert.equal(given({ "label-guessed": "别处的说明" }), null);
  });

  test("why a document was not read, and what to do", () => {
    const unread = (source, language) => {
      const { report, findings, unreadable } = read(source, { language });
      assert.equal(report, null);
      assert.deepEqual(findings, []);
      return unreadable;
    };
    assert.match(unread(bytes("%PDF-1.7")), /Word/);
    assert.match(unread(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "en"), /\.docx/);
    assert.match(unread("今天天气很好。"), /没有找到年度报告/);
    assert.match(unread(""), /没有内容/);
    assert.match(unread(new Uint8Array(8)), /认不出/);
  });

  test("every call is by itself", () => {
    const first = read(markup);
    read(odd);
    assert.deepEqual(read(markup), first);
    first.report.cells["requests.carried_out.natural"] = "changed";
    assert.equal(natural(read(markup)), "1");
  });

  test("the same as CommonJS", () => {
    const required = require("../../pkg/read.cjs");
    assert.deepEqual(Object.keys(required).sort(), Object.keys(readers).sort());
    assert.deepEqual(required.read(odd), read(odd));
  });
});

describe("what nobody means well", () => {
  const cell = "<td>1";
  const hostile = {
    "a cell over 99999 columns": page([`</td><td colspan=99999 rowspan=99999>${LABEL}`, ...FIGURES]),
    "a table of such cells": `<table>${`<tr>${"<td colspan=99999 rowspan=65534>x".repeat(50)}`.repeat(200)}</table>`,
    "10,000 tables in one another": `${"<table><tr><td>".repeat(10_000)}${markup}`,
    "100,000 elements in one another": `${"<div>".repeat(100_000)}${markup}`,
    "a million cells in a row": `<table><tr>${cell.repeat(1_000_000)}`,
    "five million characters without an end": `<p title="${"x".repeat(5_000_000)}`,
    "nothing but beginnings": "<".repeat(1_000_000),
    "a million tabs": `${TITLE}\n${"\t".repeat(1_000_000)}`,
    "200,000 lines that look like headings": "一、总体情况\n二、其他\n".repeat(100_000),
    "half of a packed file": Buffer.from("504b0304140000000800", "hex"),
    "50 MB and more": new Uint8Array(60 << 20).fill(0x20),
    "50 MB of text and more": " ".repeat(60 << 20),
    "bidirectional marks, zero bytes and half characters": "\u202e\u0000\ud800<table><tr><td>\u202e规章",
  };
  for (const [what, source] of Object.entries(hostile)) {
    test(what, () => {
      const { report, unreadable } = read(source);
      assert.ok((report === null) === (typeof unreadable === "string" && unreadable !== ""), unreadable);
      assert.equal(natural(read(markup)), "1", "the next call works");
    });
  }

  test("a script in a document is text that nobody runs", () => {
    const reading = read(page([LABEL, "<img src=x onerror=alert(1)>1", ...FIGURES.slice(1)]).replace(TITLE, `${TITLE}<script>globalThis.ran = 1</script>`));
    assert.equal(globalThis.ran, undefined);
    assert.equal(natural(reading), "1");
  });
});
