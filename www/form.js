// The official form drawn as printed, every value cell an input.

import { element } from "./element.js";
import { headersOf, place } from "./grid.js";
import { formText, say } from "./words.js";

const tags = { caption: "th", header: "th", label: "th", note: "td" };
const keyboards = { count: "numeric", "signed count": "text", money: "text" };

export class OfficialForm {
  #root;
  #handlers;
  #lit = [];
  /** cell id → input */
  inputs = new Map();
  /** What the balances need to stand at the edges of each table. */
  tables = [];
  #headers = new Map();

  /** `handlers`: typed(cell, text), focused(cell), named(body). */
  constructor(root, handlers) {
    this.#root = root;
    this.#handlers = handlers;
  }

  draw(form, report, values) {
    const focused = this.cellInFocus();
    this.inputs = new Map();
    this.#headers = new Map();
    this.tables = [];
    const known = new Map(form.cells.map((cell) => [cell.id, cell]));
    const tables = new Map(form.tables.map((table) => [table.id, table]));
    this.#root.replaceChildren(this.#head(form, report), ...form.sections.map((section) => {
      const heading = element("h3", { id: `section-${section.key}` }, element("span", { class: "ordinal", lang: "zh-CN", text: section.ordinal + say("afterOrdinal") }), formText(section));
      const table = tables.get(section.table);
      return element("section", { class: table ? "with-table" : "text-only", "aria-labelledby": heading.id }, heading,
        table ? this.#table(table, known, values) : element("p", { class: "waits", text: say("textWaits") }));
    }));
    if (focused) this.inputs.get(focused)?.focus({ preventScroll: true });
  }

  cellInFocus() { return document.activeElement?.dataset?.cell ?? null; }

  /** Show values written by other means than typing. */
  fill(cells, values) {
    for (const cell of cells) {
      const input = this.inputs.get(cell);
      const text = values.get(cell) ?? "";
      if (input && input.value !== text) input.value = text;
    }
  }

  /** Put the focus on a cell, and bring it into view. */
  focus(cell) {
    this.inputs.get(cell)?.focus({ preventScroll: true });
    this.show(cell);
  }

  /** Bring a cell into view. */
  show(cell) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.inputs.get(cell)?.closest("td").scrollIntoView({ block: "center", inline: "center", behavior: still ? "auto" : "smooth" });
  }

  /** Light the labels and headers of the cell in focus. */
  light(cell) {
    for (const node of this.#lit) node.classList.remove("is-lit");
    this.#lit = this.#headers.get(cell) ?? [];
    for (const node of this.#lit) node.classList.add("is-lit");
  }

  #head(form, report) {
    const body = element("input", { id: "body", class: "body-name", type: "text", autocomplete: "off", spellcheck: "false", placeholder: say("bodyHint"), "aria-label": say("body"), input: () => this.#handlers.named(body.value) });
    body.value = report.body ?? "";
    return element("header", { class: "paper-head" }, body,
      element("h2", { text: say("reportTitle", { year: form.year }) }),
      element("p", { class: "form-notice", lang: "zh-CN", text: form.notice }));
  }

  #table(table, known, values) {
    const { placed, at } = place(table);
    const nodes = new Map();
    const rows = table.rows.map((row) => {
      const line = element("tr", null);
      for (const cell of row) {
        const node = cell.kind === "value" ? this.#value(cell, known.get(cell.cell), values) : element(tags[cell.kind], { class: cell.kind, scope: tags[cell.kind] === "th" ? cell.scope : null, text: formText(cell) });
        if (cell.colSpan > 1) node.colSpan = cell.colSpan;
        if (cell.rowSpan > 1) node.rowSpan = cell.rowSpan;
        if (cell.kind === "label" && cell.rowSpan > 1) {
          node.classList.add("group");
          node.replaceChildren(element("span", { text: formText(cell) }));
        }
        nodes.set(cell, node);
        line.append(node);
      }
      return line;
    });
    const valued = new Set(placed.filter(({ cell }) => cell.cell).flatMap(({ column, width }) => Array.from({ length: width }, (_, step) => column + step)));
    const columns = Array.from({ length: table.columns }, (_, column) => element("col", { class: valued.has(column) ? "values" : `labels-${column}` }));
    for (const { cell, row, column } of placed) {
      if (column === 0) nodes.get(cell).classList.add("at-left");
      if (row === 0) nodes.get(cell).classList.add("at-top");
    }
    // Where a label reaches over several label columns, the phone keeps its text in sight while the rest scrolls.
    const labels = table.columns - valued.size;
    for (const { cell, column, width } of placed) {
      if (cell.kind === "label" && column + width === labels) {
        nodes.get(cell).classList.add("leaf", `from-${column}`);
        nodes.get(cell).replaceChildren(element("span", { text: formText(cell) }));
      }
    }
    for (const [cell, position] of at) this.#headers.set(cell, headersOf(placed, position).map((one) => nodes.get(one.cell)));
    const head = rows.slice(0, table.headRows);
    const node = element("table", { class: `official ${table.id}`, "aria-label": formText({ text: table.title, english: table.english }) },
      element("colgroup", null, ...columns),
      head.length > 0 ? element("thead", null, ...head) : null,
      element("tbody", null, ...rows.slice(table.headRows)));
    this.tables.push({ table, placed, at, node, rows, labels });
    return element("div", { class: "scroller" }, node);
  }

  #value(cell, known, values) {
    const input = element("input", {
      type: "text", id: `cell-${cell.cell}`, "data-cell": cell.cell, "aria-label": formText({ text: known.label, english: known.english }) + (known.unit ? `（${say("unitOf", { unit: known.unit })}）` : ""),
      inputmode: keyboards[known.kind], enterkeyhint: "next", autocomplete: "off", spellcheck: "false",
      input: () => this.#handlers.typed(cell.cell, input.value),
      focus: () => { input.select(); this.#handlers.focused(cell.cell); },
    });
    input.value = values.get(cell.cell) ?? "";
    this.inputs.set(cell.cell, input);
    return element("td", { class: `value ${known.kind.replace(" ", "-")}` }, input);
  }
}
