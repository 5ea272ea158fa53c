// What would mend the report, offered above the findings: why, what it would change, and the button that writes it.
import { likeliest } from "../offered.js";
import { fill, node, sign } from "./nodes.js";

/** More possibilities than this are counted instead. */
const MOST = 3;
/** More changes than this are counted instead. */
const MANY = 8;

export class Mending {
  /** `handlers`: apply(repair), go(cell), preview(repair or null). */
  constructor(handlers) {
    this.handlers = handlers;
    this.shown = "";
    this.root = node("section", { class: "mending", part: "repairs", hidden: true });
  }

  /** `answer`: with repairs, or null where there are none to be had. */
  show(answer, draft, speech) {
    const repairs = answer === null ? [] : likeliest(answer.repairs);
    const shown = JSON.stringify([speech.language, draft.form.year, repairs, answer === null ? null : answer.lookUp]);
    if (shown === this.shown) return;
    this.shown = shown;
    this.handlers.preview(null);
    this.speech = speech;
    this.cells = new Map(draft.form.cells.map((cell) => [cell.id, cell]));
    const lookUp = answer === null || repairs.length > 1 ? [] : answer.lookUp;
    this.root.hidden = repairs.length === 0 && lookUp.length === 0;
    this.root.setAttribute("aria-label", speech.say("mending"));
    fill(this.root,
      node("h4", null, sign("mend"), repairs.length > 1 ? speech.say("mendingSeveral", { count: repairs.length }) : speech.say(repairs.length === 1 ? "mending" : "lookUp")),
      repairs.length > 1 ? node("p", { class: "quiet", text: speech.say("mendingNote") }) : null,
      ...repairs.slice(0, MOST).map((repair, index) => this.option(repair, repairs.length > 1 ? index + 1 : 0)),
      repairs.length > MOST ? node("p", { class: "quiet", text: speech.say("andMore", { count: repairs.length - MOST }) }) : null,
      repairs.length === 0 ? node("ul", null, ...lookUp.slice(0, MANY).map((cell) => node("li", null, this.link(cell)))) : null);
  }

  option(repair, number) {
    const { speech } = this;
    const writable = repair.changes.filter(({ to }) => to !== null).length;
    const words = speech.say("apply", { count: writable });
    const preview = (shown) => () => this.handlers.preview(shown);
    return node("div", { class: "option", mouseenter: preview(repair), mouseleave: preview(null), focusin: preview(repair), focusout: preview(null) },
      node("p", { class: "said", text: repair.parts.length > 0 ? repair.parts.map(({ reason }) => reason).join(speech.language === "zh" ? "\uff1b" : "; ") : repair.reason }),
      node("ul", { class: "changes" }, ...repair.changes.slice(0, MANY).map((change) => this.change(change)),
        repair.changes.length > MANY ? node("li", { class: "quiet", text: speech.say("andMore", { count: repair.changes.length - MANY }) }) : null),
      writable > 0 ? node("button", { type: "button", class: "primary", part: "button", "data-do": "apply", "aria-label": number > 0 ? number + ". " + words : null, text: words, click: () => this.handlers.apply(repair) }) : null);
  }

  change({ cell, from, to, range }) {
    const { speech } = this;
    const before = from === null || String(from).trim() === "" ? speech.say("blank") : String(from).slice(0, 40);
    return node("li", null, this.link(cell),
      node("span", { class: "step" }, node("del", { text: before }), node("span", { class: "unseen", text: speech.say("becomes") }), node("ins", { text: to === null ? this.range(range) : String(to) })));
  }

  range(range) {
    const [least, most] = range === undefined ? [null, null] : range;
    if (least !== null && most !== null) return least + "\u2013" + most;
    if (least !== null) return "\u2265 " + least;
    return most === null ? "?" : "\u2264 " + most;
  }

  link(cell) {
    const known = this.cells.get(cell);
    return node("button", { type: "button", class: "link", text: known === undefined ? cell : this.speech.cellName(known), click: () => this.handlers.go(cell) });
  }

  /** Between an edit and the next answer nothing can be taken. */
  wait() {
    for (const button of this.root.querySelectorAll("[data-do]")) button.disabled = true;
    this.shown = "";
  }
}
