// Who should have reported: a list of names, one a line, or the first column of a CSV file.

import { plainName } from "./pairing.js";

const headings = new Set(["单位", "单位名称", "名称", "填报单位", "报告单位", "序号", "body", "name"].map(plainName));

/** The names in a pasted list or a CSV file. A column that only numbers the lines is no name. */
export function namesIn(text) {
  const names = [];
  const seen = new Set();
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/)) {
    const name = fields(line).map((field) => field.trim()).find((field) => field !== "" && !/^[\d.、]+$/.test(field)) ?? "";
    const plain = plainName(name);
    if (plain === "" || headings.has(plain) || seen.has(plain)) continue;
    seen.add(plain);
    names.push(name);
  }
  return names;
}

function fields(line) {
  const found = [];
  // A field in quotes, with quotes inside doubled, or one without, up to the next comma or tab.
  for (const [, quoted, bare] of line.matchAll(/(?:"((?:[^"]|"")*)"|([^,，\t]*))(?:[,，\t]|$)/g)) found.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
  return found;
}

/** A file as text: UTF-8, or the Chinese encoding that older programs save in. */
export async function textOf(file) {
  const bytes = await file.arrayBuffer();
  try { return new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch { return new TextDecoder("gb18030").decode(bytes); }
}

/** Of the expected names those without a report, and the bodies that nobody expects. */
export function compare(names, outcomes) {
  const there = new Map(outcomes.filter(({ body }) => plainName(body) !== "").map(({ body }) => [plainName(body), body]));
  const wanted = new Set(names.map(plainName));
  return { missing: names.filter((name) => !there.has(plainName(name))), unexpected: [...there].filter(([plain]) => !wanted.has(plain)).map(([, body]) => body) };
}
