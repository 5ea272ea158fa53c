// What could be filled in, shown in the blank cells themselves in grey, with a button at the cell one is in.
import { attribute, node } from "./nodes.js";
import { carriedOver, computedOffers } from "./offers.js";

/** The id of what describes the offer at the cell one is in. */
export const HINT = "hint";
const idsOf = (input) => (input.getAttribute("aria-describedby") || "").split(" ").filter((id) => id !== "" && id !== HINT);

/** Whether a cell is described by its offer. */
export const isDescribed = (input) => (input.getAttribute("aria-describedby") || "").split(" ").includes(HINT);

export class Hints {
  /** `take(cell)`: the offer is taken. */
  constructor(sheet, take) {
    this.sheet = sheet;
    this.take = take;
    this.offers = new Map();
    this.last = new Map();
    this.cell = null;
    this.chip = null;
  }

  /** `draft`: null where nothing may be filled in. */
  show(draft, hard, previous, speech) {
    this.speech = speech;
    this.last = draft === null ? new Map() : carriedOver(draft.values, draft.form, previous || null);
    const offers = draft === null ? new Map() : computedOffers(draft, hard);
    for (const [cell, offer] of this.last) offers.set(cell, offer);
    for (const cell of this.offers.keys()) if (!offers.has(cell) && this.sheet.inputs.has(cell)) this.sheet.inputs.get(cell).removeAttribute("placeholder");
    for (const [cell, { value }] of offers) {
      const input = this.sheet.inputs.get(cell);
      if (input !== undefined && input.placeholder !== value) input.placeholder = value;
    }
    this.offers = offers;
    if (this.cell !== null) this.enter(this.cell);
  }

  /** Last year's figures, as entries. */
  carried() {
    return Array.from(this.last, ([cell, { value }]) => [cell, value]);
  }

  enter(cell) {
    this.leave();
    this.cell = cell;
    const offer = this.offers.get(cell);
    const input = this.sheet.inputs.get(cell);
    if (offer === undefined || input === undefined) return;
    const { speech } = this;
    const why = offer.from === null ? speech.say("takeCarried") : speech.say("takeSum", { equation: offer.from });
    // The focus stays in the cell, so that the mouse takes the offer and the typing goes on.
    this.chip = node("button", { type: "button", class: "chip", part: "offer", tabindex: "-1", "data-do": "take", mousedown: (event) => event.preventDefault(), click: () => this.take(cell) },
      node("strong", { text: speech.say("take", { value: offer.value }) }), node("kbd", { "aria-hidden": "true", text: "=" }), node("span", { class: "quiet", text: why }),
      node("span", { class: "unseen", id: HINT, text: speech.say("take", { value: offer.value }) + " " + why + speech.say("takeKeys") }));
    input.parentNode.appendChild(this.chip);
    input.setAttribute("aria-describedby", idsOf(input).concat(HINT).join(" "));
    this.input = input;
  }

  leave() {
    this.cell = null;
    if (this.chip === null) return;
    this.chip.parentNode.removeChild(this.chip);
    this.chip = null;
    attribute(this.input, "aria-describedby", idsOf(this.input).join(" ") || null);
  }
}
