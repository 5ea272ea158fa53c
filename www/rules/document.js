// An example of a rule of the readers: a small document, shown as it is written and read as every document is.

import { element } from "../element.js";

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The document as a page for `read`: a text is a paragraph, a list of lists a table. */
export function pageOf(document) {
  const table = (rows) => `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("")}</table>`;
  return `<!doctype html><html><body>${document.map((block) => (typeof block === "string" ? `<p>${escaped(block)}</p>` : table(block))).join("")}</body></html>`;
}

/** The finding that the example is for, or null. A document in which nothing was found has none. */
export function findingIn(reader, { document, at = "" }, rule, language) {
  const { findings } = reader.read(pageOf(document), { name: "example.html", language });
  return findings.find((one) => one.rule === rule && one.at === at) ?? null;
}

/** As it is written: lines and tables. */
export function shownDocument(document) {
  const table = (rows) => element("div", { class: "excerpt-table", tabindex: 0 }, element("table", null, element("tbody", null, ...rows.map((row) => element("tr", null, ...row.map((cell) => element("td", { text: cell })))))));
  return element("div", { class: "excerpt", lang: "zh-CN" }, ...document.map((block) => (typeof block === "string" ? element("p", { text: block }) : table(block))));
}
