// The bar under the form, always in sight: what stands, where one is or what the chosen cells add up to, and the tools.
import { SEVERITIES } from "./marks.js";
import { write } from "../nodes.js";
import { fill, node, sign } from "./nodes.js";

export class Bar {
  /** `handlers`: findings(), undo(), redo(), paste(), print(). */
  constructor(handlers) {
    this.handlers = handlers;
    this.standing = node("button", { type: "button", class: "standing", part: "standing", click: handlers.findings });
    this.line = node("p", { class: "place", part: "line" });
    this.tools = node("div", { class: "tools", part: "tools", role: "group" });
    this.root = node("div", { class: "bar", part: "bar" }, this.standing, this.line, this.tools);
  }

  draw(speech) {
    this.speech = speech;
    const tool = (name) => node("button", { type: "button", part: "button", "data-do": name, title: speech.say(name), click: this.handlers[name] }, sign(name), node("span", { class: "word", text: speech.say(name) }));
    this.tools.setAttribute("aria-label", speech.say("tools"));
    fill(this.tools, ...["undo", "redo", "paste", "print"].map(tool));
  }

  /** What can be done now. */
  allow({ undo, redo, paste }) {
    const states = { undo, redo, paste };
    for (const name of Object.keys(states)) {
      const button = this.tools.querySelector('[data-do="' + name + '"]');
      if (button !== null) button.disabled = !states[name];
    }
  }

  show(findings) {
    const counts = SEVERITIES.map((severity) => [severity, findings.filter((one) => one.severity === severity && one.explained === null).length]).filter(([, count]) => count > 0);
    const { speech } = this;
    fill(this.standing, node("span", { class: "unseen", text: speech.say("toFindings") }), ...(counts.length === 0 ? [node("span", { class: "count holds" }, sign("holds"))] : counts.map(([severity, count]) => node("span", { class: "count " + severity }, sign(severity), node("span", { class: "unseen", text: speech.say(severity) }), String(count)))));
  }

  tell(text) {
    write(this.line, text);
  }
}
