// The balances at the edges of a table: which rows and columns hold, by how much they differ, nothing while open.
// Which relation stands at which edge follows from its cells, so nothing of the rule book is repeated here.

import { nameOf } from "./draft.js";
import { element } from "./element.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

export class Balances {
  #choose;
  #edges = new Map();

  constructor(choose) { this.#choose = choose; }

  /** Add an edge to each table in which a hard relation has a row or a column of its own. */
  draw(tables, rules) {
    this.#edges = new Map();
    for (const drawn of tables) {
      const across = new Map();
      const feet = [];
      for (const rule of rules.filter(({ hard }) => hard)) {
        const spans = [];
        for (const { at, cells } of rule.instances) {
          const places = cells.map(({ cell }) => drawn.at.get(cell)).filter(Boolean);
          if (places.length === 0) continue;
          const rows = new Set(places.map(({ row }) => row));
          const columns = places.map(({ column }) => column);
          const start = Math.min(...columns);
          const width = Math.max(...columns) - start + 1;
          const name = nameOf({ rule: rule.id, at });
          if (width === 1 || drawn.labels === 0) spans.push({ start, width, name });
          else if (rows.size === 1) across.set([...rows][0], name);
        }
        const unique = [...new Map(spans.map((span) => [span.start, span])).values()].sort((a, b) => a.start - b.start);
        if (unique.length > 0) feet.push({ title: rule.equation ?? rule.title, spans: unique });
      }
      if (across.size > 0) this.#side(drawn, across);
      if (feet.length > 0) this.#foot(drawn, feet, across.size > 0);
    }
  }

  #side({ node, rows, table }, across) {
    node.classList.add("with-side");
    node.querySelector("colgroup").append(element("col", { class: "side" }));
    rows.forEach((row, index) => {
      if (index < table.headRows) {
        if (index === 0) row.append(element("th", { class: "edge side", scope: "col", rowspan: table.headRows, text: say("rowEdge") }));
      } else row.append(this.#edge(across.get(index), 1, false));
    });
  }

  #foot({ node, table, labels }, feet, side) {
    node.append(element("tfoot", null, ...feet.map(({ title, spans }) => {
      const line = element("tr", null);
      if (labels > 0) line.append(element("th", { class: "edge title", scope: "row", colspan: labels }, element("span", { text: title })));
      let column = labels;
      for (const { start, width, name } of spans) {
        if (start > column) line.append(element("td", { class: "edge", colspan: start - column }));
        line.append(this.#edge(name, width, width === 1));
        column = start + width;
      }
      const rest = table.columns + (side ? 1 : 0) - column;
      if (rest > 0) line.append(element("td", { class: "edge", colspan: rest }));
      return line;
    })));
  }

  #edge(name, width, narrow) {
    const node = element("td", { class: narrow ? "edge narrow" : "edge", colspan: width > 1 ? width : null });
    if (name) this.#edges.set(name, node);
    return node;
  }

  show(relations) {
    for (const [name, node] of this.#edges) {
      const relation = relations.get(name);
      const state = relation?.state ?? "notAssessed";
      const difference = relation?.difference ?? "";
      const shown = `${state} ${difference}`;
      if (node.dataset.shown === shown) continue;
      node.dataset.shown = shown;
      node.dataset.state = state;
      node.replaceChildren(...this.#badge(name, state, String(difference), node.classList.contains("narrow")));
    }
  }

  #badge(name, state, difference, narrow) {
    if (state === "holds") return [element("span", { class: "badge" }, icon("holds"), ...this.#words(narrow, "holds"))];
    if (state !== "broken") return [];
    return [element("button", { type: "button", class: "badge", "data-finding": name, click: () => this.#choose(name) }, icon("broken"), ...this.#words(narrow, difference === "" ? "broken" : "differs", { difference }))];
  }

  /** Under a single column there is room for few letters only: the whole words are then read, not seen. */
  #words(narrow, key, values) {
    const whole = say(key, values);
    const short = say(`${key}Short`, values);
    return narrow && short !== whole ? [element("span", { class: "unseen", text: whole }), element("span", { "aria-hidden": "true", text: short })] : [whole];
  }
}
