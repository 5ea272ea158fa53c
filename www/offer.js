// The offer in the panel: what would mend the report, why, and the button that writes it. Nothing is chosen beforehand.

import { element } from "./element.js";
import { icon } from "./icons.js";
import { cellName } from "./place.js";
import { canWrite, determined, fromWords, likeliest, reasons, toWords } from "./repairs.js";
import { say, spoken } from "./words.js";

/** More cells than this are named by the first of them. */
const many = 8;
const changesOf = ({ changes }, { cells }) => changes.filter(({ cell }) => cells.includes(cell));

export class Offer {
  #handlers;
  #shown = "";
  #cells = new Map();
  node = element("section", { class: "offer" });

  /** `handlers`: apply(repair, only), preview(repair or null), go(cell). */
  constructor(handlers) { this.#handlers = handlers; }

  /** `found`: what the draft found; drawn anew only where it differs, so that the focus stays. */
  show(found, form) {
    this.wait(false);
    const shown = JSON.stringify([spoken(), form.year, found]);
    if (this.#shown === shown) return;
    this.#shown = shown;
    this.#cells = new Map(form.cells.map((cell) => [cell.id, cell]));
    const first = likeliest(found);
    const others = found.repairs.slice(first.length);
    const several = first.length > 1;
    this.node.setAttribute("aria-label", say("offer"));
    this.node.replaceChildren(...[
      element("h3", null, icon("mend"), this.#title(first, found)),
      several ? element("p", { class: "offer-note", text: say("severalNote") }) : null,
      first.length > 0 ? this.#options(first, several) : element("p", { class: "offer-note", text: say("nothingFound") }),
      this.#isToldOpen(first, found.lookUp) ? null : this.#lookUp(found.lookUp),
      others.length > 0 ? element("details", { class: "offer-others" }, element("summary", { text: say("lessLikely", { count: others.length }) }), this.#options(others, true)) : null,
      found.complete ? null : element("p", { class: "offer-note", text: say("notAllFound") }),
    ].filter(Boolean));
  }

  /** Between an edit and the next answer nothing can be taken: it may no longer mend anything. */
  wait(waiting) {
    this.node.setAttribute("aria-busy", String(waiting));
    for (const button of this.node.querySelectorAll(".apply, .apply-part")) button.disabled = waiting;
  }

  /** Put the focus on the first thing to press. */
  focus() { this.node.querySelector("button")?.focus(); }

  #title(first, { more }) {
    if (first.length > 1) return say(more ? "severalAtLeast" : "several", { count: first.length });
    return say(canWrite(first) ? "offer" : "offerOpen");
  }

  /** Whether the one repair leaves just these cells open, and says so itself. */
  #isToldOpen(first, cells) {
    const open = first.length === 1 ? first[0].changes.filter(({ to }) => to === null).map(({ cell }) => cell) : [];
    return cells.every((cell) => open.includes(cell));
  }

  #options(repairs, numbered) {
    return element(numbered ? "ol" : "div", { class: "options" }, ...repairs.map((repair, index) => this.#option(repair, numbered ? index + 1 : null)));
  }

  #option(repair, number) {
    const { said, then } = reasons(repair);
    const count = determined(repair).length;
    const all = count === repair.changes.length;
    const name = all ? say(!number && this.#isApart(repair, said) ? "applyAll" : "apply") : say("applySome", { count });
    const preview = (shown) => () => this.#handlers.preview(shown);
    return element(number ? "li" : "div", { class: "option", mouseenter: preview(repair), mouseleave: preview(null), focusin: preview(repair), focusout: preview(null) },
      ...this.#parts(repair, said),
      count > 0 ? element("button", { type: "button", class: "apply", "aria-label": number ? say("applyOne", { name, number }) : null, text: name, click: () => this.#handlers.apply(repair) }) : null,
      then ? element("details", { class: "then" }, element("summary", { text: say("thenHolds") }), element("p", { text: then })) : null);
  }

  /** What happened and what it changes. Where several things happened that have nothing to do with one another, each can be mended alone. */
  #parts(repair, said) {
    const list = (changes) => element("ul", { class: "changes" }, ...changes.map((change) => this.#change(change)));
    if (!this.#isApart(repair, said)) return [...said.map((text) => element("p", { class: "reason", text })), list(repair.changes)];
    return repair.parts.flatMap((part, place) => {
      const changes = changesOf(repair, part);
      const cells = changes.filter(({ to }) => to !== null).map(({ cell }) => cell);
      return [element("p", { class: "reason", text: said[place] }), list(changes),
        cells.length > 0 ? element("button", { type: "button", class: "link apply-part", "aria-label": `${say("applyPart")} ${said[place]}`, text: say("applyPart"), click: () => this.#handlers.apply(repair, cells) }) : null].filter(Boolean);
    });
  }

  /** Whether each change belongs to one of the things that happened, and to no other. */
  #isApart(repair, said) {
    return said.length > 1 && said.length === repair.parts.length && repair.parts.flatMap((part) => changesOf(repair, part)).length === repair.changes.length;
  }

  #change(change) {
    return element("li", { class: "change" }, this.#link(change.cell),
      element("span", { class: change.to === null ? "step is-open" : "step" },
        element("del", { text: fromWords(change) }), element("span", { class: "unseen", text: say("becomes") }), icon("arrow"), element("ins", { text: toWords(change) })));
  }

  #lookUp(cells) {
    const named = cells.slice(0, many);
    return element("div", { class: "look-up" }, element("p", { text: say("lookUp") }),
      element("ul", null, ...named.map((cell) => element("li", null, this.#link(cell))), cells.length > many ? element("li", { text: say("andMore", { count: cells.length - many }) }) : null));
  }

  #link(cell) {
    return element("button", { type: "button", class: "link", text: this.#cells.has(cell) ? cellName(this.#cells.get(cell)) : cell, click: () => this.#handlers.go(cell) });
  }
}
