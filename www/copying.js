// The tables as the official form prints them, on the clipboard: as markup for Word and the editors of sites, as text for the rest.

import { element } from "./element.js";
import { place } from "./grid.js";

/** Copies the three tables with their headings. Resolves to whether the browser let it. */
export async function copyTables(form, values) {
  const html = markupOf(form, values);
  const text = textOf(form, values);
  if (byEvent(html, text)) return true;
  // Where the older way is refused; it needs a secure page, which many a portal is not.
  if (typeof ClipboardItem === "undefined" || !navigator.clipboard?.write) return false;
  const item = (content, type) => new Blob([content], { type });
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/html": item(html, "text/html"), "text/plain": item(text, "text/plain") })]);
    return true;
  } catch { return false; }
}

/** What the browser asks for when it copies is answered with the tables, whatever is selected. */
function byEvent(html, text) {
  let answered = false;
  const answer = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
    answered = true;
  };
  document.addEventListener("copy", answer, true);
  try { document.execCommand("copy"); } catch { /* the answer stays false */ } finally { document.removeEventListener("copy", answer, true); }
  return answered;
}

const filled = (values, id) => String(values.get(id) ?? "").trim();
const withTable = (form) => form.sections.map((section) => ({ section, table: form.tables.find(({ id }) => id === section.table) })).filter(({ table }) => table);

/** Plain tables with borders as attributes, as Word and old editors understand them. Always in Chinese: it is the official form. */
function markupOf(form, values) {
  return withTable(form).flatMap(({ section, table }) => [
    element("p", null, element("b", { text: `${section.ordinal}、${section.title}` })),
    element("table", { border: 1, cellspacing: 0, cellpadding: 4, width: "100%" }, element("tbody", null, ...table.rows.map((row) => element("tr", null, ...row.map((cell) => {
      const isHead = cell.kind === "header" || cell.kind === "caption";
      return element(isHead ? "th" : "td", {
        colspan: cell.colSpan > 1 ? cell.colSpan : null, rowspan: cell.rowSpan > 1 ? cell.rowSpan : null,
        align: cell.kind === "label" || cell.kind === "note" ? "left" : "center", text: cell.cell ? filled(values, cell.cell) : cell.text,
      });
    }))))),
  ]).map((node) => node.outerHTML).join("\n");
}

function textOf(form, values) {
  return withTable(form).map(({ section, table }) => {
    const lines = table.rows.map(() => Array(table.columns).fill(""));
    for (const { cell, row, column } of place(table).placed) lines[row][column] = cell.cell ? filled(values, cell.cell) : cell.text;
    return [`${section.ordinal}、${section.title}`, ...lines.map((line) => line.join("\t"))].join("\n");
  }).join("\n\n");
}
