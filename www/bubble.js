// The offer at a cell: what it should hold, and the button. It comes with the focus or the mouse, and goes when one types.

import { element } from "./element.js";
import { determined, fromWords, toWords } from "./repairs.js";
import { say } from "./words.js";

/** How long the mouse must rest on a cell, and how long it may be away. */
const rest = 250;

export class Bubble {
  #form;
  #handlers;
  #repairs = [];
  #cells = new Set();
  #node = null;
  #cell = null;
  #timer = 0;
  /** The cell whose bubble was sent away: it stays away while one is there. */
  #quiet = null;

  /** `handlers`: apply(repair), preview(repair or null), details(), isSmall(). */
  constructor(root, form, handlers) {
    this.#form = form;
    this.#handlers = handlers;
    root.addEventListener("pointerover", ({ target, pointerType, buttons }) => {
      if (pointerType !== "mouse" || handlers.isSmall()) return;
      const cell = cellAt(target);
      if (cell !== this.#quiet && form.cellInFocus() !== this.#quiet) this.#quiet = null;
      if (buttons === 0 && this.#cells.has(cell)) this.#later(() => this.show(cell));
      else this.#later(() => this.#fallBack());
    });
    root.addEventListener("pointerleave", () => this.#later(() => this.#fallBack()));
    root.addEventListener("focusout", ({ target, relatedTarget }) => {
      if (cellAt(target) === this.#quiet && relatedTarget && cellAt(relatedTarget) !== this.#quiet) this.#quiet = null;
      if (cellAt(target) === this.#cell && cellAt(relatedTarget) !== this.#cell) this.hide();
    });
    root.ownerDocument.addEventListener("scroll", () => this.#place(), { passive: true });
    root.ownerDocument.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && this.#node) this.#sendAway();
    });
  }

  /** Offer these repairs at these cells; what was offered before goes. */
  follow(repairs, cells) {
    this.#repairs = repairs;
    this.#cells = cells;
    this.#quiet = null;
    this.hide();
  }

  /** Whether the cell has an offer. */
  has(cell) { return this.#cells.has(cell); }

  show(cell) {
    if (!this.has(cell) || this.#cell === cell || this.#quiet === cell) return;
    this.hide();
    this.#cell = cell;
    this.#node = this.#draw(cell);
    this.#form.inputs.get(cell).parentElement.append(this.#node);
    this.#place();
    if (this.#repairs.length === 1) this.#handlers.preview(this.#repairs[0]);
  }

  hide() {
    clearTimeout(this.#timer);
    if (!this.#node) return;
    const back = this.#node.contains(document.activeElement) ? this.#form.inputs.get(this.#cell) : null;
    const node = this.#node;
    this.#node = null;
    this.#cell = null;
    this.#handlers.preview(null);
    // The focus goes back first: where it is lost with its button, the next key would go nowhere.
    back?.focus({ preventScroll: true });
    node.remove();
  }

  /** Below the cell, or above it where the window ends; the cell may still be on its way to the middle. */
  #place() {
    if (!this.#node) return;
    const { left, bottom } = this.#node.parentElement.getBoundingClientRect();
    this.#node.classList.toggle("is-above", bottom + this.#node.offsetHeight + 16 > innerHeight);
    this.#node.classList.toggle("is-left", left > innerWidth / 3);
  }

  /** Open it and put the focus on its first button. */
  enter(cell) {
    this.#quiet = null;
    this.show(cell);
    const buttons = [...this.#node.querySelectorAll("button")];
    for (const button of buttons) button.tabIndex = 0;
    buttons[0].focus();
  }

  #later(action) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, rest);
  }

  /** The mouse is elsewhere: what was open for the cell in focus stays. */
  #fallBack() { if (this.#cell !== this.#form.cellInFocus() && !this.#node?.contains(document.activeElement)) this.hide(); }

  #draw(cell) {
    const several = this.#repairs.length !== 1;
    const [repair] = this.#repairs;
    const change = repair?.changes.find((one) => one.cell === cell);
    const others = (repair?.changes.length ?? 0) - 1;
    const isWritable = !several && determined(repair).length === repair.changes.length;
    const button = (name, words, click) => element("button", { type: "button", class: name, tabindex: -1, text: words, click });
    return element("div", { class: "bubble", role: "group", "aria-label": say("offer") },
      several ? element("p", { class: "bubble-line", text: say("several", { count: this.#repairs.length }) }) : this.#step(change),
      isWritable && others > 0 ? element("p", { class: "bubble-more", text: say("withOthers", { count: others }) }) : null,
      element("p", { class: "bubble-more", text: several ? say("severalNote") : this.#reason(repair, cell) }),
      element("div", { class: "bubble-actions" },
        isWritable ? button("apply", say("apply"), () => this.#handlers.apply(repair)) : null,
        button("link", say(several ? "seeEach" : "details"), () => this.#handlers.details()),
        element("kbd", { "aria-hidden": "true", text: "Alt + ↓" })));
  }

  #step(change) {
    return element("p", { class: "bubble-line" }, element("del", { text: fromWords(change) }), element("span", { class: "unseen", text: say("becomes") }),
      element("span", { "aria-hidden": "true", text: " → " }), element("ins", { text: toWords(change) }));
  }

  #reason({ parts, reason }, cell) { return parts.find(({ cells }) => cells.includes(cell))?.reason ?? reason; }

  #sendAway() {
    this.#quiet = this.#cell;
    this.hide();
  }
}

/** The cell that a node of the form stands in. */
function cellAt(node) { return node?.closest?.("td.value")?.firstElementChild.dataset.cell ?? null; }
