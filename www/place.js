// Where a finding stands, in the words of the form: what the labels of its cells have in common.

import { formText } from "./words.js";

const common = (paths) => {
  const [first, ...others] = paths;
  let length = 0;
  while (length < first.length && others.every((path) => path[length] === first[length])) length += 1;
  return first.slice(0, length);
};

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
