// What a repair would change, in the form itself: a mark on its cells, the new figure beside the old one, and what was written.

import { element } from "./element.js";

const describes = (cell) => `offer-at-${cell}`;

export class Ghosts {
  #form;
  #marked = [];
  #seen = [];
  #written = [];

  constructor(form) { this.#form = form; }

  /** Mark cells, each with the words that a screen reader adds to it. */
  mark(words) {
    for (const input of this.#marked) {
      delete input.parentElement.dataset.offer;
      input.parentElement.querySelector(":scope > .offered-words")?.remove();
      describe(input, describes(input.dataset.cell), false);
    }
    this.#marked = [...words.keys()].map((cell) => this.#form.inputs.get(cell)).filter(Boolean);
    for (const input of this.#marked) {
      const { cell } = input.dataset;
      input.parentElement.dataset.offer = "";
      input.parentElement.append(element("span", { class: "unseen offered-words", id: describes(cell), text: words.get(cell) }));
      describe(input, describes(cell), true);
    }
  }

  /** Show the figures of a repair beside those that stand there; nothing without a repair. */
  preview(repair) {
    for (const box of this.#seen) delete box.dataset.ghost;
    this.#seen = [];
    for (const { cell, to } of repair?.changes ?? []) {
      const box = this.#form.inputs.get(cell)?.parentElement;
      if (!box) continue;
      box.dataset.ghost = to === null ? "?" : String(to);
      this.#seen.push(box);
    }
  }

  /** Set off the cells that were just written. */
  wrote(cells) {
    for (const box of this.#written) delete box.dataset.written;
    this.#written = cells.map((cell) => this.#form.inputs.get(cell)?.parentElement).filter(Boolean);
    for (const box of this.#written) box.dataset.written = "";
  }
}

/** Add an element to those that describe an input, or take it away. */
function describe(input, id, on) {
  const others = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  const ids = on ? [...others, id] : others;
  if (ids.length > 0) input.setAttribute("aria-describedby", ids.join(" "));
  else input.removeAttribute("aria-describedby");
}
