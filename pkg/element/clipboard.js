// What the clipboard holds as grids of texts: a block of figures, or tables with their labels. The markup is read as
// text, never made into elements: nothing in it can run, and Trusted Types let no other way.
import { laidOut } from "../grid.js";

/** Wider and longer than any table of the form: a cell that claims to reach further is not believed. */
const MOST = 60;
/** More markup than this is the copy of something else; its lines and tabs are taken instead. */
const LONGEST = 2000000;
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", ensp: " ", emsp: " ", thinsp: " " };
const TOKENS = /<!--[\s\S]*?-->|<(script|style|title|xml)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z0-9]*)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>|<[^>]*>|[^<]+|</gi;

/** The tables of an HTML text as grids; a place that a cell reaches over holds null, but for its first. */
export function tablesOf(html) {
  const tables = [];
  const open = [];
  const top = () => open[open.length - 1];
  const closeCell = () => {
    if (open.length > 0) top().cell = null;
  };
  TOKENS.lastIndex = 0;
  for (let match = TOKENS.exec(html); match !== null; match = TOKENS.exec(html)) {
    const [token, , slash, tag, attributes] = match;
    if (tag === undefined) {
      if (token[0] !== "<" && open.length > 0 && top().cell !== null) top().cell.text += decoded(token);
      continue;
    }
    const name = tag.toLowerCase();
    if (name === "table" && slash === "") {
      const table = { rows: [], cell: null };
      open.push(table);
      tables.push(table);
    } else if (open.length === 0) continue;
    else if (name === "table") open.pop();
    else if (name === "tr") {
      closeCell();
      if (slash === "") top().rows.push([]);
    } else if (name === "td" || name === "th") {
      closeCell();
      if (slash !== "") continue;
      if (top().rows.length === 0) top().rows.push([]);
      top().cell = { text: "", width: span(attributes, "colspan"), height: span(attributes, "rowspan") };
      top().rows[top().rows.length - 1].push(top().cell);
    } else if (top().cell !== null && /^(br|p|div|li)$/.test(name)) top().cell.text += " ";
  }
  return tables.map(({ rows }) => textsOf(rows)).filter((grid) => grid.some((row) => row.length > 0));
}

function span(attributes, name) {
  const found = new RegExp("\\b" + name + "\\s*=\\s*[\"']?\\s*(\\d{1,6})", "i").exec(attributes);
  return found === null ? 1 : Math.min(Math.max(Number(found[1]), 1), MOST);
}

/** The texts, each at the first place that its cell reaches over; null at the others. */
function textsOf(rows) {
  const grid = laidOut(rows);
  return grid.map((cells, row) => Array.from(cells, (cell, column) => (cell !== undefined && cell.row === row && cell.column === column ? tidy(cell.text) : null)));
}

function decoded(text) {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));?/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return Object.prototype.hasOwnProperty.call(ENTITIES, name.toLowerCase()) ? ENTITIES[name.toLowerCase()] : whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
  });
}

const tidy = (text) => text.replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, " ").trim();

/** Lines and tabs as a grid. */
export function gridOf(text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");
  return lines.map((line) => line.split("\t").map(tidy));
}

/** What was copied, as grids: the tables of its markup where it has any, its lines and tabs where not. */
export function gridsOf(html, text) {
  const tables = html === "" || html.length > LONGEST ? [] : tablesOf(html).filter((grid) => grid.some((row) => row.some((cell) => cell !== null && cell !== "")));
  return tables.length > 0 ? tables : [gridOf(text)];
}
