// The picture of where the requests went: what came in on the left, the whole in the middle, what became of it on the
// right. What has no other side is hatched and says by how much, so that an imbalance is seen before it is read.

import { element, shape, write } from "./element.js";
import { amountOf, applicantsOf, flowOf } from "./flow.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

const thick = 10;
const slot = 24;
/** The height of all requests together. */
const tall = 132;
/** Names of rows whose printed label is a sentence. */
const named = new Set(["received", "carried_in", "carried_out", "results_total"]);
/** More of a text than this is not shown. */
const long = 12;

const nameOfNode = ({ key, name, state, side }) => (state === "broken" ? say(`flow-${key}-${side}`) : key === "undecided" || named.has(key) ? say(`flow-${key}`) : name);
const figureOf = ({ amount, blank, of, unread, state, key }) => {
  if (key === "undecided") return String(amount);
  if (state === "broken") return say("differs", { difference: amount });
  if (unread.length > 0) return of === 1 ? shortened(unread[0].text) : "?";
  if (blank === of) return say("open");
  return blank > 0 && amount > 0 ? `≥ ${amount}` : String(amount);
};
const shortened = (text) => (text.length > long ? `${text.slice(0, long)}…` : text);
/** About how wide a text is drawn, at 12 pixels a letter. */
const widthOf = (text) => [...text].reduce((width, letter) => width + (letter.codePointAt(0) > 0x2e7f ? 12.5 : 7), 0);

export class FlowPicture {
  #handlers;
  #column = "total";
  #draft = null;
  #frame = 0;
  #width = 0;
  /** What the picture shows now, so that a figure elsewhere in the report does not draw it anew. */
  #shown = "";
  #switch = element("div", { class: "flow-switch", role: "group" });
  #said = element("p", { class: "flow-said" });
  #canvas = element("div", { class: "flow-canvas" });
  #note = element("p", { class: "flow-note" });
  #table = element("details", { class: "flow-table" });
  #title = element("h4", { id: "flow-title" });
  node = element("figure", { class: "flow", "aria-labelledby": "flow-title" }, this.#title, this.#switch, this.#said, this.#canvas, this.#note, this.#table);

  /** `handlers`: choose(finding). */
  constructor(handlers) {
    this.#handlers = handlers;
    new ResizeObserver(([{ contentRect }]) => {
      this.#width = contentRect.width;
      this.#later();
    }).observe(this.#canvas);
  }

  /** Another form or language: everything anew. */
  draw(draft, section) {
    this.#draft = draft;
    section.append(this.node);
    write(this.#title, say("flowTitle"));
    this.#switch.setAttribute("aria-label", say("flowApplicants"));
    this.#switch.replaceChildren(...applicantsOf(draft.form).map(({ key, name, label }) =>
      element("button", { type: "button", class: "flow-choice", "data-column": key, title: label, "aria-label": label, click: () => this.choose(key) }, element("span", { class: "flow-sign" }), name)));
    this.#later();
  }

  /** Figures or outcomes changed. */
  show() { this.#later(); }

  choose(column) {
    this.#column = column;
    this.#later();
  }

  #later() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#paint());
  }

  #paint() {
    if (!this.#draft?.form) return;
    const { form, values, relations } = this.#draft;
    for (const button of this.#switch.children) {
      const { column } = button.dataset;
      button.setAttribute("aria-pressed", String(column === this.#column));
      const { state, broken, left, right } = flowOf(form, values, relations, column);
      const isBlank = left === 0 && right === 0 && state !== "broken" && form.cells.every((cell) => cell.table !== "requests" || cell.column !== column || amountOf(values.get(cell.id)) === null);
      const shown = isBlank ? "" : state;
      if (button.dataset.state === shown) continue;
      button.dataset.state = shown;
      button.firstChild.replaceChildren(...(shown ? [icon(shown), element("span", { class: "unseen", text: `${say(shown)} ` })] : []));
      button.setAttribute("aria-label", [button.title, broken.length > 0 ? say("broken") : shown ? say(shown) : ""].filter(Boolean).join(" · "));
    }
    const applicant = applicantsOf(form).find(({ key }) => key === this.#column);
    const flow = flowOf(form, values, relations, this.#column);
    const words = say(`flowSaid-${flow.state}`, { name: applicant.label, left: flow.left, right: flow.right, booked: flow.booked });
    // To ask for the width each time would have the whole page laid out at each figure.
    this.#width ||= this.#canvas.clientWidth || 640;
    const shown = JSON.stringify([flow, words, this.#width]);
    if (this.#shown === shown) return;
    this.#shown = shown;
    this.node.dataset.state = flow.state;
    this.#said.replaceChildren(icon(flow.state), element("span", { text: words }),
      ...flow.broken.map((finding) => element("button", { type: "button", class: "link", text: say(finding.startsWith("requests-balance") ? "flowSeeBalance" : "flowSeeSum"), click: () => this.#handlers.choose(finding) })));
    write(this.#note, flow.unread.length > 0 ? say("flowUnread", { count: flow.unread.length }) : "");
    this.#canvas.replaceChildren(pictureOf(flow, Math.max(280, this.#width), words));
    this.#list(flow, words);
  }

  #list(flow, caption) {
    const open = this.#table.open;
    const line = (node) => element("tr", { "data-state": node.state }, element("th", { scope: "row", text: [node.ordinal, nameOfNode(node)].filter(Boolean).join(" ") }), element("td", { text: figureOf(node) }));
    const part = (word, nodes) => element("tbody", null, element("tr", null, element("th", { scope: "rowgroup", colspan: 2, text: say(word) })), ...nodes.map(line));
    this.#table.replaceChildren(element("summary", { text: say("flowTable") }),
      element("table", null, element("caption", { class: "unseen", text: caption }), part("flowIn", flow.sources), part("flowOut", flow.targets)));
    this.#table.open = open;
  }
}

/** Pictures so far: each has hatchings of its own, because those of a part of the page that is not shown are not drawn. */
let pictures = 0;

/** The picture alone, `width` pixels wide; `words` are its alternative. */
export function pictureOf(flow, width, words) {
  const number = (pictures += 1);
  const hatch = (state) => `hatch-${state}-${number}`;
  const whole = flow.sources.reduce((sum, { amount }) => sum + amount, 0);
  const scale = whole > 0 ? tall / whole : 0;
  const texts = (nodes) => nodes.map((node) => ({ figure: figureOf(node), name: nameOfNode(node) }));
  const longest = (nodes) => 10 + Math.max(...texts(nodes).map(({ figure, name }) => widthOf(figure) + widthOf(name) + 8));
  // The names may take all but a little of the middle; where that is too little for them, they are set closer.
  const share = Math.min(1, (width - 80) / (longest(flow.sources) + longest(flow.targets)));
  const left = Math.ceil(longest(flow.sources) * share);
  const right = width - Math.ceil(longest(flow.targets) * share) - thick;
  const middle = left + (right - left) * 0.4;
  const columnOf = (nodes) => {
    let y = 0;
    const places = nodes.map((node) => {
      const height = node.amount * scale;
      const space = Math.max(slot, height + 6);
      const place = { node, y: y + (space - height) / 2, height };
      y += space;
      return place;
    });
    return { places, height: y };
  };
  const [sources, targets] = [columnOf(flow.sources), columnOf(flow.targets)];
  const height = Math.ceil(Math.max(sources.height, targets.height, tall) + 4);
  const shift = ({ places, height: own }) => places.map((place) => ({ ...place, y: place.y + (height - own) / 2 }));
  const trunk = (height - whole * scale) / 2;
  const parts = [];
  const join = (places, x, toLeft) => {
    let at = trunk;
    for (const { node, y, height: size } of places) {
      const [x1, x2] = toLeft ? [x + thick, middle] : [middle + thick, x];
      const [y1, y2] = toLeft ? [y, at] : [at, y];
      if (size > 0) parts.push(shape("path", { class: `band is-${node.state}`, fill: node.state === "holds" ? null : `url(#${hatch(node.state)})`, d: bandOf(x1, y1, x2, y2, size) }));
      at += size;
    }
  };
  const bars = (places, x, toLeft) => {
    for (const { node, y, height: size } of places) {
      const kind = node.state === "holds" ? (node.blank === node.of || node.unread.length > 0 ? "is-blank" : node.key === "carried_in" || node.key === "carried_out" ? "is-carried" : "is-known") : `is-${node.state}`;
      parts.push(shape("rect", { class: `bar-of-flow ${kind}`, x, y: size > 1.5 ? y : y + size / 2 - 0.75, width: thick, height: Math.max(1.5, size) }));
      const text = shape("text", { class: `flow-label is-${node.state}${node.amount === 0 ? " is-none" : ""}`, x: toLeft ? x - 8 : x + thick + 8, y: y + size / 2, dy: "0.36em", "text-anchor": toLeft ? "end" : "start",
        textLength: share < 1 ? Math.max(20, (widthOf(nameOfNode(node)) + widthOf(figureOf(node)) + 8) * share - 2) : null, lengthAdjust: share < 1 ? "spacingAndGlyphs" : null });
      const [name, figure] = [shape("tspan", { class: "flow-name", text: nameOfNode(node) }), shape("tspan", { class: "flow-figure", text: figureOf(node) })];
      // A gap of letters: one of `dx` is not part of `textLength` in every browser.
      text.append(name, "\u00a0\u00a0", figure);
      parts.push(text);
    }
  };
  const [placedSources, placedTargets] = [shift(sources), shift(targets)];
  join(placedSources, left, true);
  join(placedTargets, right, false);
  bars(placedSources, left, true);
  bars(placedTargets, right, false);
  if (whole > 0) parts.push(shape("rect", { class: "bar-of-flow is-trunk", x: middle, y: trunk, width: thick, height: whole * scale }));
  return shape("svg", { class: "flow-picture", role: "img", "aria-label": words, viewBox: `0 0 ${width} ${height}`, width, height },
    shape("defs", null, ...["broken", "open"].map((state) => shape("pattern", { id: hatch(state), width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      shape("rect", { class: `hatch-ground is-${state}`, width: 6, height: 6 }), shape("rect", { class: `hatch-line is-${state}`, width: state === "broken" ? 2.5 : 1, height: 6 })))),
    ...parts);
}

/** A band of one thickness from one bar to the next. */
function bandOf(x1, y1, x2, y2, size) {
  const bend = (x1 + x2) / 2;
  return `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}V${y2 + size}C${bend} ${y2 + size} ${bend} ${y1 + size} ${x1} ${y1 + size}Z`;
}
