// The form in small, with some of its cells lit: those of a relation by the side they stand on, or those that a page has.

import { place } from "./grid.js";

const space = "http://www.w3.org/2000/svg";
const shape = (name, attributes, ...children) => {
  const node = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};

const line = 7;
const figure = 13;
/** How wide the columns of labels are, from the left: in the disclosure and the disputes table there is none of them but the first. */
const labels = { requests: [8, 18, 40], disclosure: [54] };

function edges(table, placed) {
  const valued = new Set(placed.filter(({ cell }) => cell.cell).flatMap(({ column, width }) => Array.from({ length: width }, (_, step) => column + step)));
  const widths = Array.from({ length: table.columns }, (_, column) => (valued.has(column) && labels[table.id]?.[column] === undefined ? (table.id === "disclosure" ? 28 : figure) : labels[table.id]?.[column] ?? figure));
  return widths.reduce((sum, width) => [...sum, sum[sum.length - 1] + width], [0]);
}

/** `roles`: cell → its `role` ("left", "right", "when", "cell"; "covered"), and whether it is of last year. The picture is called `name`. */
export function miniature(table, roles, name) {
  const { placed } = place(table);
  const x = edges(table, placed);
  const width = x[x.length - 1];
  const height = table.rows.length * line;
  const box = ({ row, column, width: across, height: down }) => ({ x: x[column], y: row * line, width: x[column + across] - x[column], height: down * line });
  const outline = ({ x: left, y: top, width: wide, height: high }) => `M${left} ${top}h${wide}v${high}h${-wide}z`;
  const plain = placed.filter(({ cell }) => !cell.cell).map((one) => outline(box(one))).join("");
  const values = placed.filter(({ cell }) => cell.cell).map((one) => outline(box(one))).join("");
  const words = placed.filter(({ cell, width: across, height: down }) => !cell.cell && cell.text && across * down > 0).map((one) => {
    const { x: left, y: top, width: wide, height: high } = box(one);
    const length = Math.min(wide - 5, Math.max(3, [...one.cell.text].length * 1.7));
    return length > 0 ? `M${left + 2.5} ${top + high / 2}h${length}` : "";
  }).join("");
  const lit = placed.filter(({ cell }) => roles.has(cell.cell)).map((one) => {
    const { role, previous } = roles.get(one.cell.cell);
    const { x: left, y: top, width: wide, height: high } = box(one);
    return shape("rect", { x: left + 0.75, y: top + 0.75, width: wide - 1.5, height: high - 1.5, class: `lit ${role}${previous ? " previous" : ""}` });
  });
  return shape("svg", { viewBox: `-1 -1 ${width + 2} ${height + 2}`, class: `miniature of-${table.id}`, role: "img", "aria-label": name },
    shape("path", { d: plain, class: "plain" }), shape("path", { d: values, class: "blank" }), shape("path", { d: words, class: "words" }), ...lit);
}
