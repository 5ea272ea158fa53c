// The line over the form: what was just done or found, and what one can do about it.
import { fill, node, sign } from "./nodes.js";

export class Message {
  constructor() {
    this.root = node("div", { class: "message", part: "message", hidden: true });
  }

  /** `actions`: `[{ name, words, act }]`; each closes the line. */
  show(speech, text, actions, trouble) {
    this.root.classList.toggle("is-trouble", trouble === true);
    fill(this.root, node("span", { role: trouble === true ? "alert" : "status", text }),
      ...(actions || []).map(({ name, words, act }) => node("button", {
        type: "button", class: "link", "data-do": name, text: words,
        click: () => {
          this.clear();
          act();
        },
      })),
      node("button", { type: "button", class: "dismiss", "aria-label": speech.say("dismiss"), click: () => this.clear() }, sign("close")));
    this.root.hidden = false;
  }

  clear() {
    this.root.hidden = true;
    fill(this.root);
  }
}
