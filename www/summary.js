// The answer in one glance: how many findings of each kind, how many relations hold, are broken, are open.

import { element, write } from "./element.js";
import { bar, icon } from "./icons.js";
import { say } from "./words.js";

/** Numbers for the summary, from what the draft knows. */
export function countsOf(draft) {
  const counts = { error: 0, warning: 0, notice: 0, holds: 0, broken: 0, open: 0, notAssessed: 0 };
  for (const { severity } of draft.findings) counts[severity] += 1;
  for (const { state } of draft.relations.values()) counts[state] += 1;
  return counts;
}

export const summaryLine = (counts) => say("summary", counts);

export class Summary {
  #root;
  #cards = {};
  #relations = element("div", { class: "relations" });
  #note = element("p", { class: "mode" });
  #leave;

  constructor(root, leave) {
    this.#root = root;
    this.#leave = element("button", { type: "button", class: "link", click: leave });
  }

  draw() {
    const figure = (key, word) => {
      this.#cards[key] = element("b", { text: "0" });
      return element("li", { class: `count ${key}` }, element("span", null, icon(key), this.#cards[key]), element("span", { class: "word", text: say(word) }));
    };
    this.#leave.textContent = say("wholeOff");
    this.#root.replaceChildren(
      element("ul", { class: "counts" }, figure("error", "error"), figure("warning", "warning"), figure("notice", "notice"), figure("open", "stillOpen")),
      this.#relations, element("div", { class: "modes" }, this.#note, this.#leave));
  }

  show(draft) {
    const counts = countsOf(draft);
    for (const key of ["error", "warning", "notice", "open"]) {
      write(this.#cards[key], String(counts[key]));
      this.#cards[key].closest("li").classList.toggle("is-none", counts[key] === 0);
    }
    this.#relations.replaceChildren(
      bar([{ name: "holds", size: counts.holds }, { name: "broken", size: counts.broken }, { name: "open", size: counts.open }]),
      element("p", null, element("span", { text: `${say("relationsLine")}  ` }),
        element("span", { class: "holds", text: `${say("held")} ${counts.holds}` }), element("span", { class: counts.broken > 0 ? "broken" : "is-none", text: `${say("notHeld")} ${counts.broken}` }),
        element("span", { class: "filled", text: say("filledOf", { filled: draft.filledCells, all: draft.form.cells.length }) })));
    write(this.#note, say(draft.whole ? "wholeNote" : "liveNote"));
    this.#leave.hidden = !draft.whole;
  }
}
