// What was pasted, before it is taken: which figure goes where, what it would replace, and what found no place.
import { fill, node, sign } from "./nodes.js";

/** More lines than this of what found no place are counted instead. */
const MANY = 40;
/** More of a text than this is not shown. */
const LONG = 60;

const shortened = (text) => (text.length > LONG ? text.slice(0, LONG) + "\u2026" : text);

export class Preview {
  /** `handlers`: take(entries), leave(). */
  constructor(handlers) {
    this.handlers = handlers;
    this.root = node("section", { class: "preview", part: "preview", hidden: true });
    this.root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.leave();
    });
  }

  get isOpen() {
    return !this.root.hidden;
  }

  /** `found`: what placing.js gives. */
  show(found, draft, speech) {
    const entries = [].concat(...found.placed.map(({ cells }) => cells.map(({ cell, text }) => [cell, text])));
    const changed = entries.filter(([cell, text]) => draft.textOf(cell) !== text);
    const heading = node("h3", { id: "preview-title", tabindex: "-1" }, sign("paste"), speech.say(changed.length > 0 ? "pasteTitle" : "pasteNothing", { count: changed.length }));
    this.root.setAttribute("aria-labelledby", "preview-title");
    fill(this.root, heading,
      node("div", { class: "preview-body" }, this.placed(found.placed, draft, speech), this.unplaced(found.unplaced, speech),
        (found.remarks || []).length > 0 ? node("ul", { class: "quiet" }, ...found.remarks.slice(0, MANY).map((text) => node("li", { text }))) : null),
      node("div", { class: "actions" },
        changed.length > 0 ? node("button", { type: "button", class: "primary", part: "button", "data-do": "take", text: speech.say("pasteTake", { count: changed.length }), click: () => this.take(changed) }) : null,
        node("button", { type: "button", part: "button", "data-do": "leave", text: speech.say(changed.length > 0 ? "cancel" : "close"), click: () => this.leave() })));
    this.root.hidden = false;
    heading.focus();
  }

  /** A field to paste into, for those who have no cell in mind. */
  ask(speech, pasted) {
    const area = node("textarea", { rows: 3, "aria-label": speech.say("paste"), placeholder: speech.say("pasteHere"), input: (event) => event.stopPropagation() });
    area.addEventListener("paste", (event) => {
      event.preventDefault();
      event.stopPropagation();
      pasted(event.clipboardData);
    });
    this.root.setAttribute("aria-labelledby", "preview-title");
    fill(this.root, node("h3", { id: "preview-title" }, sign("paste"), speech.say("paste")),
      node("p", { class: "quiet", text: speech.say("pasteHow") }), area,
      node("div", { class: "actions" }, node("button", { type: "button", part: "button", "data-do": "leave", text: speech.say("cancel"), click: () => this.leave() })));
    this.root.hidden = false;
    area.focus();
  }

  placed(rows, draft, speech) {
    const filled = rows.filter(({ cells }) => cells.some(({ cell, text }) => draft.textOf(cell) !== text));
    if (filled.length === 0) return null;
    return node("dl", { class: "places" }, ...[].concat(...filled.map(({ row, cells }) => [
      node("dt", { text: speech.rowName(row) }),
      node("dd", null, ...cells.filter(({ cell, text }) => draft.textOf(cell) !== text).map(({ cell, text }) => this.step(row, cell, text, draft, speech))),
    ])));
  }

  step(row, cell, text, draft, speech) {
    const before = draft.textOf(cell);
    const known = draft.form.cells.find(({ id }) => id === cell);
    const column = speech.language === "en" ? known.english.split(" / ").slice(-1)[0] : row.columns[row.cells.indexOf(cell)];
    return node("span", { class: "step" }, node("span", { class: "quiet", text: column }),
      before === "" ? null : node("del", { text: shortened(before) }),
      before === "" ? null : node("span", { class: "unseen", text: speech.say("becomes") }),
      node("ins", { text: text === "" ? speech.say("blank") : shortened(text) }));
  }

  unplaced(list, speech) {
    if (list.length === 0) return null;
    return node("div", { class: "unplaced" }, node("h4", { text: speech.say("unplaced", { count: list.length }) }),
      node("ul", null, ...list.slice(0, MANY).map(({ text, reason, expected }) => node("li", null,
        node("q", { text: shortened(text) }), " ", node("span", { class: "quiet", text: speech.say(reason, { expected }) }))),
      list.length > MANY ? node("li", { text: speech.say("andMore", { count: list.length - MANY }) }) : null));
  }

  take(entries) {
    this.hide();
    this.handlers.take(entries);
  }

  leave() {
    this.hide();
    this.handlers.leave();
  }

  hide() {
    this.root.hidden = true;
    fill(this.root);
  }
}
