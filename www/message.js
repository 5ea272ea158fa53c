// The line under the tools: what was just done, and the button that takes it back.

import { element } from "./element.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

export class Message {
  #root;
  #shown = null;

  constructor(root) { this.#root = root; }

  /** `words` gives the text in the language spoken. `undo`: what the button called `name` (a key of the words) does; without it the line only tells. */
  show(words, { undo = null, name = "undo", trouble = false } = {}) {
    this.#shown = { words, undo, name, trouble };
    this.#root.classList.remove("is-past");
    this.draw();
  }

  /** The work goes on: it no longer stays in sight over the form, and moves nothing by going. */
  settle() { this.#root.classList.add("is-past"); }

  /** Say what is shown once more, as in another language. */
  draw() {
    if (!this.#shown) return;
    const { words, undo, name, trouble } = this.#shown;
    this.#root.classList.toggle("is-trouble", trouble);
    this.#root.replaceChildren(element("span", { text: words() }),
      ...(undo ? [element("button", { type: "button", class: "link", id: "undo", text: say(name), click: undo })] : []),
      element("button", { type: "button", class: "quiet dismiss", "aria-label": say("dismiss"), click: () => this.clear() }, icon("close")));
  }

  clear() {
    this.#shown = null;
    this.#root.replaceChildren();
  }
}
