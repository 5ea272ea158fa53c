// Writes what comes by the clipboard: published figures as Word, WPS, TinyMCE and Quill give them.
//
//     node tests/documents/make/clipboard.mjs     (as a part of `make documents`)
//
// TinyMCE and Quill are the real editors, in headless Chromium: what Word puts on the clipboard is pasted into them by the
// keys, and what they hold afterwards is written down. Word and WPS do not run here, so their markup is written by this
// file from what is publicly known of it: the header of the Windows clipboard format with its four byte offsets, the
// fragment marks, namespaces, conditional comments for old programs, Mso classes and mso- properties, <o:p>, numbers of
// lists in `supportLists`, and lines of markup broken in the middle of words' attributes as Word breaks them. These two
// show that this shape is read; that a given version of the programs writes exactly this, they do not show.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { form } from "../../../pkg/node.js";
import { launch } from "../../browser/chromium.mjs";
import { project } from "../../setup/programs.mjs";
import { serve } from "../../setup/serve.mjs";

const out = join(project, "tests/documents/programs");

/** The prose of the documents, as in forms.py. */
const TEXTS = {
  overview: "本机关认真贯彻落实《中华人民共和国政府信息公开条例》，全年主动公开政府信息 1204 条，办理情况总体平稳。",
  problems: "存在的主要问题：部分信息更新不够及时。改进情况：明确专人负责，按月检查。",
  other: "本年度收取信息处理费 0 元。",
};

const report = (name) => JSON.parse(readFileSync(join(project, `tests/reports/${name}.json`), "utf8"));
const CRLF = "\r\n";

/** Word's: everything is a paragraph of class MsoNormal with a span in a language in it. */
const word = {
  head: `<html xmlns:v="urn:schemas-microsoft-com:vml"${CRLF}xmlns:o="urn:schemas-microsoft-com:office:office"${CRLF}xmlns:w="urn:schemas-microsoft-com:office:word"${CRLF}xmlns="http://www.w3.org/TR/REC-html40">${CRLF}${CRLF}<head>${CRLF}<meta http-equiv=Content-Type content="text/html; charset=utf-8">${CRLF}<meta name=ProgId content=Word.Document>${CRLF}<meta name=Generator content="Microsoft Word 15">${CRLF}<!--[if gte mso 9]><xml>${CRLF} <w:WordDocument>${CRLF}  <w:View>Normal</w:View>${CRLF}  <w:PunctuationKerning/>${CRLF} </w:WordDocument>${CRLF}</xml><![endif]-->${CRLF}<style>${CRLF}<!--${CRLF} /* Style Definitions */${CRLF} p.MsoNormal, li.MsoNormal, div.MsoNormal${CRLF}\t{mso-style-unhide:no;${CRLF}\tmso-style-qformat:yes;${CRLF}\tmargin:0cm;${CRLF}\tfont-family:等线;}${CRLF}-->${CRLF}</style>${CRLF}<!--[if gte mso 10]>${CRLF}<style>${CRLF} table.MsoNormalTable${CRLF}\t{mso-style-name:普通表格;}${CRLF}</style>${CRLF}<![endif]-->${CRLF}</head>${CRLF}${CRLF}<body lang=ZH-CN style='tab-interval:21.0pt;word-wrap:break-word'>${CRLF}`,
  title: (text) => `<p class=MsoNormal align=center style='text-align:center;line-height:150%'><b><span${CRLF}style='font-size:22.0pt;font-family:宋体;mso-ascii-font-family:&quot;Times New Roman&quot;'>${text}<span${CRLF}lang=EN-US><o:p></o:p></span></span></b></p>`,
  // The number is Word's own, in front of the text.
  heading: (ordinal, text) => `<p class=MsoNormal style='margin-left:36.0pt;text-indent:-36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span${CRLF}lang=EN-US style='font-family:黑体;mso-bidi-font-family:黑体'><span style='mso-list:Ignore'>${ordinal}、<span${CRLF}style='font:7.0pt &quot;Times New Roman&quot;'>&nbsp;</span></span></span><![endif]><span${CRLF}style='font-family:黑体'>${text}<span lang=EN-US><o:p></o:p></span></span></p>`,
  paragraph: (text) => `<p class=MsoNormal style='text-indent:21.0pt;mso-char-indent-count:2.0'><span${CRLF}style='font-family:仿宋'>${text}<span lang=EN-US><o:p></o:p></span></span></p>`,
  table: (rows) => `<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 width=604${CRLF} style='width:453.0pt;border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt;${CRLF} mso-yfti-tbllook:1184;mso-padding-alt:0cm 5.4pt 0cm 5.4pt'>${CRLF}${rows}</table>`,
  row: (cells, place, isLast) => ` <tr style='mso-yfti-irow:${place};${place === 0 ? "mso-yfti-firstrow:yes;" : ""}${isLast ? "mso-yfti-lastrow:yes;" : ""}height:22.7pt'>${CRLF}${cells} </tr>${CRLF}`,
  cell: ({ columns, rows, text }) => `  <td width=${57 * columns}${columns > 1 ? ` colspan=${columns}` : ""}${rows > 1 ? ` rowspan=${rows}` : ""} style='width:42.9pt;border:solid windowtext 1.0pt;${CRLF}  mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt;height:22.7pt'>${CRLF}  <p class=MsoNormal align=center style='text-align:center'><span${/^[\d.,]*$/.test(text) ? " lang=EN-US" : ""}${CRLF}  style='font-size:9.0pt;font-family:宋体'>${text === "" ? "<o:p>&nbsp;</o:p>" : `${text}<o:p></o:p>`}</span></p>${CRLF}  </td>${CRLF}`,
  foot: `${CRLF}</body>${CRLF}${CRLF}</html>`,
};

/** WPS's: HTML with quoted attributes, its own property of justification, and each Western run in a span of its own. */
const wps = {
  ...word,
  head: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv="Content-Type"  content="text/html; charset=utf-8" /><meta name="ProgId"  content="Word.Document" /><meta name="Generator"  content="Microsoft Word 14" /><!--[if gte mso 9]><xml><o:DocumentProperties></o:DocumentProperties></xml><![endif]--><style>${CRLF}@font-face{${CRLF}font-family:"宋体";${CRLF}}${CRLF}p.MsoNormal{${CRLF}mso-style-name:正文;${CRLF}mso-style-parent:"";${CRLF}}${CRLF}</style></head><body style="tab-interval:21pt;text-justify-trim:punctuation;" >`,
  title: (text) => `<p class=MsoNormal  align=center  style="text-align:center;" ><b><span style="mso-spacerun:'yes';font-family:宋体;font-size:22.0000pt;mso-font-kerning:1.0000pt;" >${runs(text)}</span></b><b><span style="mso-spacerun:'yes';font-size:22.0000pt;" ><o:p></o:p></span></b></p>`,
  heading: (ordinal, text) => `<p class=MsoNormal  style="text-indent:32.0000pt;mso-char-indent-count:2.0000;" ><span style="mso-spacerun:'yes';font-family:黑体;font-size:16.0000pt;" ><font face="黑体" >${ordinal}、${text}</font></span><span style="mso-spacerun:'yes';font-family:黑体;" ><o:p></o:p></span></p>`,
  paragraph: (text) => `<p class=MsoNormal  style="text-indent:32.0000pt;mso-char-indent-count:2.0000;" ><span style="mso-spacerun:'yes';font-family:仿宋;font-size:16.0000pt;" ><font face="仿宋" >${runs(text)}</font></span><span style="mso-spacerun:'yes';" ><o:p></o:p></span></p>`,
  table: (rows) => `<table class=MsoTableGrid  border=1  cellspacing=0  style="border-collapse:collapse;width:453.0000pt;mso-table-layout-alt:fixed;border:none;mso-border-left-alt:0.5000pt solid windowtext;mso-padding-alt:0.0000pt 5.4000pt 0.0000pt 5.4000pt ;" >${rows}</table>`,
  row: (cells) => `<tr style="height:22.7000pt;" >${cells}</tr>`,
  cell: ({ columns, rows, text }) => `<td width=${57 * columns}  valign=center ${columns > 1 ? ` colspan=${columns} ` : ""}${rows > 1 ? ` rowspan=${rows} ` : ""} style="width:42.9000pt;padding:0.0000pt 5.4000pt 0.0000pt 5.4000pt ;border:1.0000pt solid windowtext;mso-border-alt:0.5000pt solid windowtext;" ><p class=MsoNormal  align=center  style="text-align:center;" ><span style="mso-spacerun:'yes';font-family:宋体;font-size:9.0000pt;" >${text === "" ? "<o:p>&nbsp;</o:p></span></p></td>" : `<font face="宋体" >${runs(text)}</font></span><span style="mso-spacerun:'yes';font-size:9.0000pt;" ><o:p></o:p></span></p></td>`}`,
  foot: "</body></html>",
};

/** Digits and letters stand in spans of their own. */
function runs(text) {
  return text.replace(/[0-9A-Za-z.,]+/g, (run) => `<span lang=EN-US >${run}</span>`);
}

function content(program, of) {
  const { title, sections, tables } = form(of.year);
  const value = (cell) => String(of.cells[cell] ?? "0");
  const table = ({ rows }) => program.table(rows.map((row, place) => program.row(row.map((cell) => program.cell({
    columns: cell.colSpan,
    rows: cell.rowSpan,
    text: cell.cell === null ? cell.text : value(cell.cell),
  })).join(""), place, place === rows.length - 1)).join(""));
  const parts = [program.title(`${of.body}${of.year}年${title}`), program.paragraph(`本报告中所列数据的统计期限自${of.year}年1月1日起至${of.year}年12月31日止。`)];
  for (const { key, ordinal, title: heading } of sections) {
    parts.push(program.heading(ordinal, heading));
    parts.push(TEXTS[key] === undefined ? table(tables.find(({ section }) => section === key)) : program.paragraph(TEXTS[key]));
  }
  return parts.join(CRLF);
}

/** The Windows clipboard format: where markup and fragment begin and end, in bytes. */
function onClipboard(program, of) {
  const [start, end] = ["<!--StartFragment-->", "<!--EndFragment-->"];
  const parts = [program.head, start, content(program, of), end, program.foot];
  const header = (...places) => ["Version:1.0", ...["StartHTML", "EndHTML", "StartFragment", "EndFragment"].map((name, index) => `${name}:${String(places[index]).padStart(10, "0")}`), ""].join(CRLF);
  const length = (some) => Buffer.byteLength(some.join(""));
  const before = length([header(0, 0, 0, 0)]);
  return [header(before, before + length(parts), before + length(parts.slice(0, 2)), before + length(parts.slice(0, 3))), ...parts].join("");
}

/** Copies markup in a page of its own editor's and pastes it with the keys, in place of what the editor held. */
async function pasted(browser, address, { path, isReady, body, held }, markup) {
  const context = await browser.newContext({ baseURL: address, bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  try {
    await page.goto(path);
    while (!(await page.evaluate(isReady))) await page.waitForTimeout(200);
    await page.evaluate((given) => {
      const field = document.body.appendChild(document.createElement("textarea"));
      field.value = "x";
      field.select();
      document.addEventListener("copy", (event) => {
        event.clipboardData.setData("text/html", given);
        event.preventDefault();
      }, { once: true, capture: true });
    }, markup);
    await page.keyboard.press("ControlOrMeta+c");
    await page.evaluate(body);
    for (const key of ["ControlOrMeta+a", "Delete", "ControlOrMeta+v"]) await page.keyboard.press(key);
    for (let last = "", now = "x"; now !== last; ) {
      await page.waitForTimeout(2000);
      [last, now] = [now, await page.evaluate(held)];
    }
    const text = await page.evaluate(held);
    if (!text.includes("<td")) throw new Error(`${path}: nothing was pasted: ${text.slice(0, 200)}`);
    return text;
  } finally {
    await context.close();
  }
}

const editors = {
  tinymce: {
    path: "/www/examples/portal/tinymce/",
    isReady: () => Boolean(window.tinymce?.activeEditor?.initialized),
    body: () => window.tinymce.activeEditor.focus(),
    held: () => window.tinymce.activeEditor.getContent(),
  },
  quill: {
    path: "/www/examples/portal/quill/",
    isReady: () => document.querySelector(".ql-editor table") !== null,
    body: () => document.querySelector(".ql-editor").focus(),
    held: () => document.querySelector(".ql-editor").innerHTML,
  },
};

const write = (name, text) => {
  writeFileSync(join(out, name), text);
  console.log(`${String(Buffer.byteLength(text)).padStart(8)}  ${name}`);
};
const reports = ["suqian-2024", "shanghai-office-2019"];
for (const name of reports) {
  write(`${name}.word-clipboard.html`, onClipboard(word, report(name)));
  write(`${name}.wps-clipboard.html`, onClipboard(wps, report(name)));
}
const server = await serve(0, { portal: true });
const browser = await launch();
try {
  for (const [editor, how] of Object.entries(editors)) {
    for (const name of reports) {
      // What a page is given of the clipboard is the markup behind the header.
      const markup = onClipboard(word, report(name));
      write(`${name}.${editor}.html`, await pasted(browser, server.address, how, markup.slice(markup.indexOf("<html"))));
    }
  }
} finally {
  await browser.close();
  await server.close();
}
