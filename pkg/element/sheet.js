// The official form drawn as printed, every value an input, every section without a table a text.
import { headersOf, place } from "./grid.js";
import { attribute, fill, node } from "./nodes.js";

const TAGS = { caption: "th", header: "th", label: "th", note: "td" };
const KEYBOARDS = { count: "numeric", "signed count": "text", money: "decimal" };

export class Sheet {
  /** `handlers`: typed(cell, text), left(cell), entered(cell), wrote(section, text). */
  constructor(handlers) {
    this.handlers = handlers;
    this.root = node("div", { class: "sheet", part: "sheet" });
    this.inputs = new Map();
    this.texts = new Map();
    this.tables = [];
    this.lit = [];
    this.ghosts = [];
  }

  /** `texts`: whether the sections that are prose are written here. */
  draw(draft, speech, texts) {
    this.speech = speech;
    this.inputs = new Map();
    this.texts = new Map();
    this.headers = new Map();
    this.tables = [];
    const known = new Map(draft.form.cells.map((cell) => [cell.id, cell]));
    const tables = new Map(draft.form.tables.map((table) => [table.id, table]));
    const drawn = draft.form.sections.map((section) => {
      const table = tables.get(section.table);
      if (table === undefined && !texts) return null;
      const title = speech.text(section);
      const ordinal = node("span", { class: "ordinal", lang: "zh-CN", text: section.ordinal + (speech.language === "zh" ? "\u3001" : " ") });
      const heading = node("h3", { id: "section-" + section.key, part: "section-title" }, ordinal, title);
      const body = table === undefined ? this.text(section, title, draft) : this.table(table, known, draft);
      return node("section", { class: table === undefined ? "prose" : "figures" }, heading, body);
    });
    fill(this.root, ...drawn);
  }

  text(section, title, draft) {
    const area = node("textarea", {
      part: "text",
      "data-section": section.key,
      "aria-labelledby": "section-" + section.key,
      rows: 3,
      input: () => {
        grow(area);
        this.handlers.wrote(section.key, area.value);
      },
    });
    area.value = String(draft.sections[section.key] === undefined ? "" : draft.sections[section.key]);
    this.texts.set(section.key, area);
    return area;
  }

  table(table, known, draft) {
    const placed = place(table);
    const nodes = new Map();
    const rows = table.rows.map((row) => node("tr", null, ...row.map((cell) => {
      const made = cell.kind === "value" ? this.value(known.get(cell.cell), draft) : this.label(cell);
      if (cell.colSpan > 1) made.colSpan = cell.colSpan;
      if (cell.rowSpan > 1) made.rowSpan = cell.rowSpan;
      nodes.set(cell, made);
      return made;
    })));
    const valued = new Set();
    for (const { cell, column, width } of placed) {
      if (cell.cell !== null) for (let step = 0; step < width; step += 1) valued.add(column + step);
      if (column === 0) nodes.get(cell).classList.add("at-left");
    }
    for (const { cell, row } of placed) if (row === 0) nodes.get(cell).classList.add("at-top");
    const labels = table.columns - valued.size;
    for (const { cell, column, width } of placed) {
      if (cell.kind === "label" && column + width === labels) nodes.get(cell).classList.add("leaf");
      if (cell.kind === "label" && cell.rowSpan > 1) nodes.get(cell).classList.add("group");
    }
    const at = new Map();
    for (const one of placed) {
      if (one.cell.cell === null) continue;
      at.set(one.cell.cell, one);
      this.headers.set(one.cell.cell, headersOf(placed, one).map(({ cell }) => nodes.get(cell)));
    }
    const columns = [];
    for (let column = 0; column < table.columns; column += 1) columns.push(node("col", { class: valued.has(column) ? "values" : "labels-" + column }));
    const head = rows.slice(0, table.headRows);
    const drawn = node("table", { class: "official " + table.id, part: "table", "aria-label": this.speech.text(table) },
      node("colgroup", null, ...columns),
      head.length > 0 ? node("thead", null, ...head) : null,
      node("tbody", null, ...rows.slice(table.headRows)));
    this.tables.push({ table, at, node: drawn, rows, labels });
    return node("div", { class: "scroller" }, drawn);
  }

  label(cell) {
    const tag = TAGS[cell.kind];
    return node(tag, { class: cell.kind, scope: tag === "th" ? cell.scope : null }, node("span", { text: this.speech.text(cell) }));
  }

  value(known, draft) {
    const { speech, handlers } = this;
    const name = speech.text({ text: known.label, english: known.english }) + (known.unit === null ? "" : speech.say("unitOf", { unit: known.unit }));
    const input = node("input", {
      type: "text", part: "cell", "data-cell": known.id, "aria-label": name,
      inputmode: KEYBOARDS[known.kind], enterkeyhint: "next", autocomplete: "off", spellcheck: "false",
      input: () => handlers.typed(known.id, input.value),
      focus: () => {
        input.select();
        handlers.entered(known.id);
      },
      blur: () => handlers.left(known.id),
    });
    input.value = draft.textOf(known.id);
    this.inputs.set(known.id, input);
    return node("td", { class: "value", part: "value" }, input);
  }

  /** Shows figures that were written by other means than typing. */
  show(cells, draft) {
    for (const cell of cells) {
      const input = this.inputs.get(cell);
      const text = draft.textOf(cell);
      if (input !== undefined && input.value !== text) input.value = text;
    }
  }

  /** Lets figures and texts be changed, or not. */
  allow({ disabled, readonly }) {
    for (const field of [...this.inputs.values(), ...this.texts.values()]) {
      field.disabled = disabled;
      field.readOnly = readonly;
    }
  }

  /** Puts the focus on a cell, and brings it into view. */
  focus(cell) {
    const input = this.inputs.get(cell);
    if (input === undefined) return;
    input.focus({ preventScroll: true });
    input.parentNode.scrollIntoView({ block: "center", inline: "nearest" });
  }

  /** Shows the figures of a repair beside those that stand there; nothing without one. */
  preview(repair) {
    for (const box of this.ghosts) box.removeAttribute("data-ghost");
    this.ghosts = [];
    for (const { cell, to } of repair === null ? [] : repair.changes) {
      const input = this.inputs.get(cell);
      if (input === undefined) continue;
      input.parentNode.setAttribute("data-ghost", to === null ? "?" : String(to));
      this.ghosts.push(input.parentNode);
    }
  }

  light(cell) {
    for (const one of this.lit) one.classList.remove("is-lit");
    this.lit = this.headers.get(cell) || [];
    for (const one of this.lit) one.classList.add("is-lit");
  }

  /** Texts as high as what they hold, for paper, too. */
  stretch() {
    for (const area of this.texts.values()) grow(area);
  }

  /** The name of a section's text is marked as asked for. */
  mark(sections) {
    for (const [key, area] of this.texts) attribute(area, "aria-invalid", sections.has(key) ? "true" : null);
  }
}

function grow(area) {
  area.style.height = "auto";
  if (area.scrollHeight > 0) area.style.height = area.scrollHeight + 2 + "px";
}
