// The line under the tools: what was just done, and the button that takes it back.

import { element } from "./element.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

export class Message {
  #root;

  constructor(root) { this.#root = root; }

  /** `undo`: what the button called `name` does; without it the line only tells. */
  show(text, { undo = null, name = "", trouble = false } = {}) {
    this.#root.classList.toggle("is-trouble", trouble);
    this.#root.replaceChildren(element("span", { text }),
      ...(undo ? [element("button", { type: "button", class: "link", id: "undo", text: name, click: undo })] : []),
      element("button", { type: "button", class: "quiet dismiss", "aria-label": say("dismiss"), click: () => this.clear() }, icon("close")));
  }

  clear() { this.#root.replaceChildren(); }
}
