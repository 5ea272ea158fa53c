// On a small screen the findings are a sheet at the bottom, opened from the dock.

import { element } from "./element.js";
import { icon } from "./icons.js";
import { say } from "./words.js";
import { countsOf } from "./summary.js";

const small = matchMedia("(max-width: 71.99em)");
const behind = [".masthead", ".desk"];

export class Sheet {
  #panel;
  #dock;
  #close;

  constructor(panel, dock, close) {
    this.#panel = panel;
    this.#dock = dock;
    this.#close = close;
    dock.addEventListener("click", () => this.toggle(!this.isOpen));
    close.addEventListener("click", () => this.toggle(false));
    panel.addEventListener("keydown", (event) => { if (event.key === "Escape" && this.isOpen) this.toggle(false); });
    small.addEventListener("change", () => this.toggle(false));
  }

  get isSmall() { return small.matches; }
  get isOpen() { return this.#panel.classList.contains("is-open"); }

  toggle(open) {
    const was = this.isOpen;
    const now = open && small.matches;
    this.#panel.classList.toggle("is-open", now);
    this.#dock.setAttribute("aria-expanded", String(now));
    for (const name of behind) document.querySelector(name).inert = now;
    if (now) this.#panel.querySelector("h2").focus();
    else if (was) this.#dock.focus();
  }

  /** The dock: counts, and a line about the cell in focus. */
  show(draft, line) {
    const counts = countsOf(draft);
    const shown = ["error", "warning", "notice"].filter((key) => counts[key] > 0);
    const well = shown.length === 0 && draft.hasFigures;
    this.#dock.replaceChildren(
      element("span", { class: "dock-counts" }, ...shown.map((key) => element("span", { class: key }, icon(key), String(counts[key]), element("span", { class: "unseen", text: say(key) }))),
        ...(shown.length === 0 ? [element("span", { class: well ? "holds" : "none" }, ...(well ? [icon("holds")] : []), say("findings"))] : [])),
      element("span", { class: "dock-line", text: line ?? (well ? say("allWell") : shown.length > 0 ? say("showFindings") : say("nothingYet")) }), icon("down"));
    this.#close.replaceChildren(icon("close"), element("span", { text: say("close") }));
  }
}
