// The list of findings: what is wrong, what to do, why, on what basis; and the explanation that answers a warning.

import { nameOf } from "./draft.js";
import { element, write } from "./element.js";
import { icon } from "./icons.js";
import { messageId } from "./marks.js";
import { say } from "./words.js";

const order = ["error", "warning", "notice"];
/** A message longer than this, most often a sum of twenty terms, is folded. */
const long = 120;
/** More findings of one rule than this are shown as one entry. */
const crowd = 5;

export class FindingList {
  #root;
  #handlers;
  #cards = new Map();
  #opened = new Set();
  #crowds = [];
  #offer = null;
  #offered = [];
  #offerWord = "hasOffer";

  /** `handlers`: choose(name), explain(name, text), titleOf(rule), equationOf(rule), nameOf(finding). */
  constructor(root, handlers) {
    this.#root = root;
    this.#handlers = handlers;
  }

  /** Forget the cards: another report or another language. */
  reset() {
    this.#cards = new Map();
    this.#opened = new Set();
    this.offer(null, []);
    this.#root.replaceChildren();
  }

  show(findings, empty) {
    const sorted = order.flatMap((severity) => findings.filter((one) => one.severity === severity));
    const present = new Set(sorted.map(nameOf));
    const crowds = new Map();
    for (const finding of sorted) crowds.set(finding.rule, [...(crowds.get(finding.rule) ?? []), finding]);
    const cards = new Map();
    const nodes = [];
    this.#crowds = [];
    for (const finding of sorted) {
      const same = crowds.get(finding.rule);
      if (same.length > crowd) {
        if (same[0] === finding) nodes.push(this.#crowd(same));
        continue;
      }
      const name = nameOf(finding);
      const card = this.#cards.get(name) ?? this.#card(name);
      this.#fill(card, finding, present);
      cards.set(name, card);
      nodes.push(card.node);
    }
    this.#cards = cards;
    // A card that is gone stands open no more.
    this.#opened = new Set([...this.#opened].filter((name) => cards.has(name)));
    if (nodes.length === 0) this.#root.replaceChildren(empty());
    else this.#place(nodes);
  }

  /** Open the cards of these findings; with none, the first card stands open. */
  open(names) {
    this.#opened = new Set(names.filter((name) => this.#cards.has(name)));
    this.#unfold();
    const first = this.#cards.get([...this.#opened][0])?.node;
    if (first) this.#reveal(first);
  }

  /**
   * Show a node (or null for none) at the findings of these names: inside the card that stands open, or where there is
   * but a crowd, in it. The other cards say in a `word` (a key of the words) that there is one.
   */
  offer(node, names, word = "hasOffer") {
    if (this.#offer !== node) this.#offer?.remove();
    this.#offer = node;
    this.#offered = names;
    this.#offerWord = word;
    this.#placeOffer();
  }

  /** Open the first card that the offer is for, unless one of them stands open. */
  openOffer() {
    const named = this.#offered.find((name) => this.#cards.has(name));
    if (!this.#offer?.isConnected && named) this.open([named]);
  }

  /** Put the focus on the card of a finding. */
  focus(name) {
    const card = this.#cards.get(name);
    card?.button.focus();
    return card !== undefined;
  }

  #reveal(node) {
    const scroller = this.#root.closest(".panel");
    const inside = node.getBoundingClientRect();
    const outside = scroller.getBoundingClientRect();
    if (inside.top < outside.top || inside.bottom > outside.bottom) scroller.scrollTop += inside.top - outside.top - 120;
  }

  /** One list, touched only where it changed, so that focus and typed explanations survive. */
  #place(nodes) {
    let list = this.#root.firstElementChild;
    if (!list?.matches("ol.cards")) {
      list = element("ol", { class: "cards" });
      this.#root.replaceChildren(list);
    }
    const wanted = new Set(nodes);
    for (const node of [...list.children]) if (!wanted.has(node)) node.remove();
    nodes.forEach((node, index) => { if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null); });
    this.#unfold();
  }

  #unfold() {
    const names = [...this.#cards.keys()];
    const none = this.#opened.size === 0;
    names.forEach((name, index) => {
      const { node, button, more } = this.#cards.get(name);
      const open = this.#opened.has(name) || (none && index === 0);
      node.classList.toggle("is-chosen", this.#opened.has(name));
      button.setAttribute("aria-expanded", String(open));
      more.hidden = !open;
    });
    this.#placeOffer();
  }

  #placeOffer() {
    const offered = new Set(this.#offered);
    for (const [name, { chip, more }] of this.#cards) {
      chip.hidden = !offered.has(name);
      write(chip.lastElementChild, say(this.#offerWord));
      // Beside an offer, the general advice is for the case that it does not fit.
      const help = more.querySelector(".help > b");
      if (help) write(help, say(offered.has(name) && this.#offerWord === "hasOffer" ? "helpOtherwise" : "help"));
    }
    if (!this.#offer) return;
    const cards = this.#offered.map((name) => this.#cards.get(name)).filter(Boolean);
    const open = cards.filter(({ more }) => !more.hidden);
    const card = open.find(({ name }) => this.#opened.has(name)) ?? open[0];
    const crowd = cards.length === 0 ? this.#crowds.find(({ names }) => names.some((name) => offered.has(name))) : null;
    const slot = (card ?? crowd)?.slot;
    if (!slot) this.#offer.remove();
    else if (this.#offer.parentElement !== slot) slot.append(this.#offer);
    if (card) card.chip.hidden = true;
  }

  #card(name) {
    const severity = element("span", { class: "severity" });
    const message = element("span", { class: "said", id: messageId(name) });
    const chip = element("span", { class: "offered", hidden: true }, icon("mend"), element("span"));
    const button = element("button", { type: "button", class: "finding", click: () => this.#handlers.choose(name) }, severity, message, chip);
    const slot = element("div");
    const more = element("div", { class: "more" });
    return { node: element("li", { class: "card" }, button, slot, more), button, severity, message, chip, slot, more, text: null, name };
  }

  #fill(card, finding, present) {
    const related = finding.related.filter((name) => present.has(name));
    const text = JSON.stringify([finding.severity, finding.message, finding.help, finding.explained !== null, related]);
    if (card.text === text) return;
    card.text = text;
    card.node.dataset.severity = finding.severity;
    card.severity.replaceChildren(icon(finding.severity), say(finding.severity));
    if (finding.explained !== null) card.severity.append(element("span", { class: "answered" }, icon("holds"), say("explained")));
    write(card.message, finding.message);
    card.node.classList.toggle("is-long", finding.message.length > long);
    const typing = card.more.contains(document.activeElement) && card.more.querySelector("textarea");
    if (typing) return;
    card.more.replaceChildren(...this.#figures(finding), this.#line("help", finding.help), this.#line("why", finding.why), this.#basis(finding.basis),
      ...(related.length > 0 ? [this.#related(related)] : []),
      ...(finding.severity === "warning" ? [this.#explanation(card.name, finding.explained)] : []));
  }

  /** Of a comparison: the equation as the rule book prints it, and the two sides with their difference. */
  #figures({ rule, left, right, difference, message }) {
    const equation = this.#handlers.equationOf(rule);
    const part = (key, value) => element("span", { class: key }, element("i", { text: say(key) }), element("b", { text: String(value) }));
    return [
      ...(equation ? [this.#line("equation", equation)] : []),
      ...(left === undefined ? [] : [element("p", { class: "figures" }, element("b", { text: say("figures") }), element("span", null, part("leftSide", left), part("rightSide", right), part("difference", difference)))]),
      ...(message.length > long ? [element("details", { class: "whole-sum" }, element("summary", { text: say("wholeSum") }), element("p", { text: message }))] : []),
    ];
  }

  #line(key, text) { return element("p", { class: key }, element("b", { text: say(key) }), element("span", { text })); }

  #basis({ text, certainty }) {
    return element("p", { class: "basis" }, element("b", { text: say("basis") }), element("span", null, `${text} `, element("i", { class: "certainty", "data-certainty": certainty, title: say("certainties"), text: say(`certainty${certainty}`) })));
  }

  #related(names) {
    return element("p", { class: "related" }, element("b", { text: say("related") }), element("span", null,
      ...names.slice(0, 4).map((name) => element("button", { type: "button", class: "link", text: this.#handlers.nameOf(name), click: () => this.#handlers.choose(name) }))));
  }

  #explanation(name, explained) {
    const id = `explanation-${name}`;
    const field = element("textarea", { id, rows: 2, placeholder: say("explanationHint"), change: () => this.#handlers.explain(name, field.value) });
    field.value = explained ?? "";
    return element("div", { class: "explanation" }, element("label", { for: id, text: say("explanation") }), field);
  }

  #crowd(findings) {
    const [{ rule, severity, help }] = findings;
    const was = this.#root.querySelector(`[data-crowd="${rule}"] details`)?.open ?? false;
    const list = element("ol", { class: "places" }, ...findings.map((finding) => element("li", null,
      element("button", { type: "button", class: "link", id: messageId(nameOf(finding)), text: finding.message, click: () => this.#handlers.choose(nameOf(finding)) }))));
    const details = element("details", null, element("summary", { text: say("groupMore") }), list);
    details.open = was;
    const slot = element("div");
    this.#crowds.push({ names: findings.map(nameOf), slot });
    return element("li", { class: "card crowd", "data-severity": severity, "data-crowd": rule },
      element("button", { type: "button", class: "finding", click: () => this.#handlers.choose(nameOf(findings[0])) },
        element("span", { class: "severity" }, icon(severity), say(severity), element("span", { class: "count", text: say("groupCount", { count: findings.length }) })),
        element("span", { class: "said", text: this.#handlers.titleOf(rule) })),
      slot,
      element("div", { class: "more" }, this.#line("help", help), details));
  }
}
