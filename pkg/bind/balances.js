// Beside each row and column: that it balances, or by how much it does not; nothing while figures are open.
import { element, remove, write } from "../nodes.js";
import { beside } from "./marks.js";

export class Balances {
  constructor({ document, say, relations, options }) {
    this.document = document;
    this.say = say;
    this.relations = relations;
    this.draw = typeof options.balances === "function" ? options.balances : null;
    this.nodes = new Map();
    this.anchors = new Map();
    this.told = new Map();
  }

  /** `relation`: as the session tells it; `fields`: where cells stand; `isWaiting`: figures of it are still blank. */
  show({ rule, at, state, difference }, key, fields, isWaiting) {
    const relation = this.relations.get(key);
    if (relation === undefined) return;
    const shown = isWaiting || (state !== "holds" && state !== "broken") ? "open" : state;
    const anchor = this.anchor(relation, fields);
    const text = shown + " " + difference;
    const node = this.nodes.get(key);
    if (this.told.get(key) === text && (this.draw !== null || shown === "open" || (node !== undefined && node.isConnected && this.anchors.get(key) === anchor))) return;
    this.told.set(key, text);
    const words = this.words(shown, difference);
    if (this.draw !== null) {
      this.draw({ rule, at, state: shown, difference: shown === "broken" ? difference : null, equation: relation.equation, text: words, cells: relation.all, field: anchor });
    } else if (shown === "open" || anchor === null) {
      if (node !== undefined) {
        remove(node);
        this.nodes.delete(key);
      }
    } else {
      this.put(key, relation, anchor, shown, words);
    }
  }

  words(state, difference) {
    if (state === "open") return "";
    if (state === "holds") return this.say("holds");
    return difference === null ? this.say("broken") : this.say("differs", { difference });
  }

  put(key, relation, anchor, state, words) {
    let node = this.nodes.get(key);
    const direction = directionOf(relation);
    if (node === undefined) {
      const title = this.say(direction, { equation: relation.equation });
      node = element(this.document, "span", { class: "gouji-balance", title, "data-gouji-own": true, "data-gouji-direction": direction });
      this.nodes.set(key, node);
    }
    node.setAttribute("data-gouji-state", state);
    write(node, words);
    this.anchors.set(key, anchor);
    beside(anchor, node);
  }

  /** A mark stands at the total, or where a balance has none, at its last figure. */
  anchor(relation, fields) {
    const there = relation.all.filter((cell) => fields.elements.has(cell));
    if (there.length === 0) return null;
    const cell = relation.total !== null && fields.elements.has(relation.total) ? relation.total : there[there.length - 1];
    return fields.elements.get(cell);
  }

  clear() {
    for (const node of this.nodes.values()) remove(node);
    this.nodes.clear();
    this.told.clear();
  }
}

/** Cells of one row, of one column, or neither, by their ids. */
function directionOf({ all }) {
  const places = all.map((cell) => cell.split("."));
  if (places[0][0] === "disputes") return "group";
  return places.every((parts) => parts[parts.length - 1] === places[0][places[0].length - 1]) ? "down" : "along";
}
