// What all examples share: the official form of a year, laid out as printed, and a published report that fills it.
import { form } from "../../../pkg/index.js";
import report from "../suqian-2024.js";

export const { year, body, level, kind } = report;

/** The figures, by cell; a cell that the report leaves out is blank. */
export const figures = () => Object.fromEntries(form(year).cells.map(({ id }) => [id, report.cells[id] ?? ""]));

/** The same, nested: `{requests: {received: {natural: …}}}`. */
export function nested() {
  const values = {};
  for (const [id, figure] of Object.entries(figures())) {
    const keys = id.split(".");
    const last = keys.pop();
    keys.reduce((node, key) => (node[key] ??= {}), values)[last] = figure;
  }
  return values;
}

/**
 * The tables of the form, with whatever makes elements: `make(tag, attributes, children)`, attributes as HTML names
 * them; `field(cell, label)` is what stands in a cell to fill in.
 */
export function tables(make, field) {
  const official = form(year);
  const labels = new Map(official.cells.map(({ id, label }) => [id, label]));
  return official.tables.map(({ id, title, rows }) => {
    const drawn = rows.map((row, index) => make("tr", { key: index }, row.map((cell, place) => {
      const span = { key: place, colspan: cell.colSpan, rowspan: cell.rowSpan };
      if (cell.kind === "value") return make("td", span, [field(cell.cell, labels.get(cell.cell))]);
      if (cell.scope === null) return make("td", { ...span, class: cell.kind }, [cell.text]);
      return make("th", { ...span, scope: cell.scope, class: cell.kind }, [cell.text]);
    })));
    const name = official.sections.find(({ table }) => table === id).title;
    return make("section", { key: id }, [
      make("h2", { key: "title" }, [title || name]),
      make("div", { key: "table", class: "scrolls", tabindex: 0, role: "region", "aria-label": title || name }, [
        make("table", { class: "official" }, [make("tbody", {}, drawn)]),
      ]),
    ]);
  });
}

/** Elements of the page itself. */
export function make(tag, { key, ...attributes }, children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
