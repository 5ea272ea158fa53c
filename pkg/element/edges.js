// The balances at the edges of each table: which rows and columns hold, by how much they differ, nothing while open.
// Which relation stands at which edge follows from its cells, so that nothing of the rule book is repeated here.
import { keyOf } from "../suspected.js";
import { attribute, fill, node, sign } from "./nodes.js";

export class Edges {
  /** `choose(name)`: someone asks about a relation that is broken. */
  constructor(choose) {
    this.choose = choose;
    this.edges = new Map();
  }

  draw(sheet, hard, speech) {
    this.speech = speech;
    this.edges = new Map();
    for (const drawn of sheet.tables) {
      const across = new Map();
      const feet = [];
      for (const rule of hard) {
        const spans = new Map();
        for (const { at, cells } of rule.instances) {
          const places = cells.map(({ cell }) => drawn.at.get(cell)).filter((one) => one !== undefined);
          if (places.length === 0) continue;
          const columns = places.map(({ column }) => column);
          const start = Math.min(...columns);
          const width = Math.max(...columns) - start + 1;
          const name = keyOf({ rule: rule.id, at });
          if (width === 1 || drawn.labels === 0) spans.set(start, { start, width, name });
          else if (places.every(({ row }) => row === places[0].row)) across.set(places[0].row, name);
        }
        if (spans.size > 0) feet.push({ title: rule.equation, spans: [...spans.values()].sort((one, other) => one.start - other.start) });
      }
      if (across.size > 0) this.side(drawn, across);
      if (feet.length > 0) this.foot(drawn, feet, across.size > 0);
    }
  }

  side({ node: table, rows, table: { headRows } }, across) {
    table.querySelector("colgroup").appendChild(node("col", { class: "side" }));
    rows.forEach((row, index) => {
      if (index >= headRows) row.appendChild(this.edge(across.get(index), 1));
      else if (index === 0) row.appendChild(node("th", { class: "edge side", scope: "col", rowspan: headRows, text: this.speech.say("across") }));
    });
  }

  foot({ node: table, table: { columns }, labels }, feet, side) {
    table.appendChild(node("tfoot", null, ...feet.map(({ title, spans }) => {
      const line = node("tr", null);
      if (labels > 0) line.appendChild(node("th", { class: "edge title leaf", scope: "row", colspan: labels }, node("span", { text: title })));
      let column = labels;
      for (const { start, width, name } of spans) {
        if (start > column) line.appendChild(node("td", { class: "edge", colspan: start - column }));
        line.appendChild(this.edge(name, width));
        column = start + width;
      }
      const rest = columns + (side ? 1 : 0) - column;
      if (rest > 0) line.appendChild(node("td", { class: "edge", colspan: rest }));
      return line;
    })));
  }

  edge(name, width) {
    const made = node("td", { class: width === 1 ? "edge narrow" : "edge", colspan: width > 1 ? width : null });
    if (name !== undefined) this.edges.set(name, made);
    return made;
  }

  /** `held`: names of the relations about which nothing is said yet, because someone is still at them. */
  show(relations, held) {
    for (const [name, edge] of this.edges) {
      const relation = relations.get(name);
      const state = relation === undefined || held.has(name) ? "open" : relation.state;
      const difference = relation === undefined || relation.difference === null ? "" : String(relation.difference);
      if (edge.shown === state + difference) continue;
      edge.shown = state + difference;
      attribute(edge, "data-state", state);
      fill(edge, ...this.badge(name, state, difference));
    }
  }

  badge(name, state, difference) {
    const { speech } = this;
    const words = (whole, short) => [node("span", { class: "unseen", text: whole }), node("span", { class: "seen", "aria-hidden": "true", text: short })];
    if (state === "holds") return [node("span", { class: "badge" }, sign("holds"), ...words(speech.say("holds"), speech.say("holdsShort")))];
    if (state !== "broken") return [];
    const whole = difference === "" ? speech.say("broken") : speech.say("differs", { difference });
    const short = difference === "" ? speech.say("broken") : speech.say("differsShort", { difference });
    return [node("button", { type: "button", class: "badge", part: "badge", "data-relation": name, click: () => this.choose(name) }, sign("broken"), ...words(whole, short))];
  }
}
