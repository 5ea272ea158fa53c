// Where a finding stands, in the words of the form: what the labels of its cells have in common.

import { formText, spoken } from "./words.js";

const common = (paths) => {
  const [first, ...others] = paths;
  let length = 0;
  while (length < first.length && others.every((path) => path[length] === first[length])) length += 1;
  return first.slice(0, length);
};

/** How the form numbers a row: "一、", "（一）", "1.", and in English "1." and "(1)". */
const ordinal = /^([一二三四五六七八九十]、|（[一二三四五六七八九十]）|\(\d+\)|\d+\.)\s*/;

/** The name of a cell, short: its row and its column, "三（一） 予以公开 · 自然人". */
export function cellName(cell) {
  const path = formText({ text: cell.label, english: cell.english }).split(" / ");
  const column = path.pop();
  const row = path.filter((label) => ordinal.test(label)).pop() ?? path.pop();
  const isOrdered = spoken() === "zh" && cell.ordinal !== "";
  const name = [isOrdered ? row?.replace(ordinal, "") : row, column].filter(Boolean).join(" · ");
  return isOrdered ? `${cell.ordinal} ${name}` : name;
}

/** "三、本年度办理结果 / 自然人" for the results of one column; the whole label for a single cell. */
export function placeOf(finding, form) {
  const known = new Map(form.cells.map((cell) => [cell.id, cell]));
  const paths = finding.cells.map(({ cell }) => known.get(cell)).filter(Boolean).map((cell) => formText({ text: cell.label, english: cell.english }).split(" / "));
  if (paths.length === 0) return "";
  const start = common(paths);
  if (paths.every((path) => path.length === start.length)) return start.join(" / ");
  const end = common(paths.map((path) => [...path].reverse())).reverse();
  return [...start, ...end].join(" / ");
}
