// gouji/read in a page: the bytes of a file that was chosen, and what an editor holds. The answers are those of Node.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "../../pkg/read.js";
import { project } from "../setup/programs.mjs";
import { inEachBrowser } from "../browser/harness.mjs";

const documents = ["pingtan-transport-2022.word.docx", "suqian-2024.excel-sheets.xlsx", "pingtan-2020.writer-wide-split.html"];

// A page with one row of a report, written in GBK.
const IN_GBK = [
  "PGgxPsSzz9gyMDI0xOrV/riu0MXPormrv6q5pNf3xOq2yLGouOY8L2gxPjxwPsj9oaLK1bW9us20psDt1f64rtDFz6K5q7+qyerH68fpv/Y8L3",
  "A+PHRhYmxlPjx0cj48dGQ+y8Shor3h16rPwsTqtsi8zND4sOzA7Tx0ZD4xPHRkPjA8dGQ+MDx0ZD4wPHRkPjA8dGQ+MDx0ZD4xPC90YWJsZT4=",
].join("");

inEachBrowser("reads the bytes of files as Node does", async (page) => {
  await page.visit("/www/");
  for (const name of documents) {
    const bytes = readFileSync(join(project, "tests/documents/programs", name));
    const there = await page.evaluate(async (text, called) => {
      const { read, ready } = await import("/pkg/read.js");
      await ready();
      const file = new File([Uint8Array.from(atob(text), (character) => character.charCodeAt(0))], called);
      return JSON.stringify(read(await file.arrayBuffer(), { name: file.name }));
    }, bytes.toString("base64"), name);
    assert.deepEqual(JSON.parse(there), JSON.parse(JSON.stringify(read(bytes, { name }))));
  }
});

const clipboards = ["suqian-2024", "shanghai-office-2019"].flatMap((report) => ["word-clipboard", "wps-clipboard", "tinymce", "quill"].map((house) => `${report}.${house}.html`));

inEachBrowser("reads what comes by the clipboard as Node does, as text and as elements", async (page) => {
  // A page without a policy: the others let nobody make elements of text.
  await page.visit("/www/examples/portal/old/");
  for (const name of clipboards) {
    const text = readFileSync(join(project, "tests/documents/programs", name), "utf8");
    const there = await page.evaluate(async (given) => {
      const { read, ready } = await import("/pkg/read.js");
      await ready();
      // A page is handed the markup without the header that Windows puts before it.
      const markup = given.slice(given.indexOf("<"));
      const parsed = new DOMParser().parseFromString(markup, "text/html");
      return JSON.stringify({ text: read(given), elements: read(parsed) });
    }, text);
    const { text: asText, elements } = JSON.parse(there);
    assert.deepEqual(asText, JSON.parse(JSON.stringify(read(text))), name);
    assert.deepEqual(elements.report.cells, asText.report.cells, name);
    assert.deepEqual(elements.report.sections, asText.report.sections, name);
    assert.deepEqual(elements.findings, asText.findings, name);
  }
});

inEachBrowser("reads what an editor holds, a fragment, a frame's document, and leaves them as they are", async (page) => {
  await page.visit("/www/");
  const seen = await page.evaluate(async () => {
    const { read } = await import("/pkg/read.js");
    const label = "四、结转下年度继续办理";
    const fill = (of, root) => {
      const add = (above, name, text) => {
        const element = above.appendChild(of.createElement(name));
        if (text !== undefined) element.textContent = text;
        return element;
      };
      add(root, "h1", "某县2024年政府信息公开工作年度报告");
      add(root, "p", "三、收到和处理政府信息公开申请情况");
      const row = add(add(add(root, "table"), "tbody"), "tr");
      for (const text of [label, "１２", "0", "0", "0", "0", "0", "<b>12</b>"]) add(row, "td", text);
      // What Word leaves in what it puts on the clipboard.
      row.lastChild.textContent = "";
      add(row.lastChild, "o:p", "12").setAttribute("class", "MsoNormal");
      return root;
    };
    const editor = fill(document, document.createElement("div"));
    const frame = document.body.appendChild(document.createElement("iframe"));
    fill(frame.contentDocument, frame.contentDocument.body);
    const sources = {
      element: editor,
      fragment: fill(document, document.createDocumentFragment()),
      frame: frame.contentDocument.body,
      document: frame.contentDocument,
    };
    const before = editor.outerHTML;
    const readings = Object.keys(sources).map((what) => [what, read(sources[what])]);
    frame.remove();
    return { isUnchanged: before === editor.outerHTML, readings };
  });
  assert.ok(seen.isUnchanged);
  for (const [what, { report, unreadable }] of seen.readings) {
    assert.equal(unreadable, null, what);
    assert.equal(report.year, 2024, what);
    const cells = ["natural", "business", "total"].map((column) => report.cells[`requests.carried_out.${column}`]);
    assert.deepEqual(cells, ["１２", "0", "12"], what);
  }
});

inEachBrowser("reads a page in GBK with the browser's own decoder", async (page) => {
  await page.visit("/www/");
  const { report } = await page.evaluate(async (text) => {
    const { read } = await import("/pkg/read.js");
    return read(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  }, IN_GBK);
  assert.equal(report.body, "某县");
  assert.equal(report.cells["requests.carried_out.total"], "1");
});
