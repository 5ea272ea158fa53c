// What was odd about the document that the figures came from. It stays beside the findings until someone has dealt with
// it. It is about the document, not about the figures: it travels in the report's `meta`, which the check does not read.

import { element } from "./element.js";
import { icon } from "./icons.js";
import { say, spoken } from "./words.js";

const order = ["error", "warning", "notice"];
const textOf = (value) => (typeof value === "string" ? value : "");

/** The findings of a reading, as they are kept. */
export const oddIn = (findings, from) => findings.map(({ rule, at, severity, message, why, help, cells }) =>
  ({ from, language: spoken(), rule, at, severity, message, why, help, cells: cells.map(({ cell }) => cell), explained: null }));

/** What a report keeps of its document, the gravest first. A file may say anything there: what is no such entry is left out. */
export function oddOf({ meta }) {
  const kept = Array.isArray(meta?.odd) ? meta.odd : [];
  const entries = kept.filter((one) => one !== null && typeof one === "object" && order.includes(one.severity) && textOf(one.message) !== "");
  return order.flatMap((severity) => entries.filter((one) => one.severity === severity));
}

export class Odd {
  #root;
  #handlers;
  #shown = "";

  /** `handlers`: keep(entries) with those that are left, as they are now; choose(cell). */
  constructor(root, handlers) {
    this.#root = root;
    this.#handlers = handlers;
  }

  /** Folded at first where `isBusy`: what is wrong with the figures comes first. */
  show(report, form, isBusy) {
    const entries = oddOf(report);
    const shown = JSON.stringify([spoken(), entries.map(({ explained: _, ...rest }) => rest), form.year]);
    // What is being typed stays.
    if (this.#shown === shown) return;
    this.#shown = shown;
    const known = new Set(form.cells.map(({ id }) => id));
    const isOpen = this.#root.querySelector("details")?.open ?? !isBusy;
    if (entries.length === 0) return this.#root.replaceChildren();
    const from = [...new Set(entries.map((one) => textOf(one.from)))].filter(Boolean).join("、");
    this.#root.replaceChildren(element("details", { class: "odd", open: isOpen },
      element("summary", null, element("strong", { text: say("oddTitle", { count: entries.length }) }), element("span", { text: from })),
      element("ol", { class: "cards" }, ...entries.map((one) => this.#card(one, entries, known))),
      entries.length > 1 ? element("button", { type: "button", class: "link", id: "odd-all", text: say("oddAll"), click: () => this.#handlers.keep([]) }) : null));
  }

  #card(one, entries, known) {
    const lang = one.language === "en" ? "en" : "zh-CN";
    const line = (word, text) => (textOf(text) === "" ? null : element("p", null, element("b", { text: say(word) }), element("span", { lang, text })));
    const cell = (Array.isArray(one.cells) ? one.cells : []).find((id) => known.has(id));
    const rest = () => entries.filter((other) => other !== one);
    return element("li", { class: "card", "data-severity": one.severity },
      element("div", { class: "finding" }, element("span", { class: "severity" }, icon(one.severity), say(one.severity)), element("span", { class: "said", lang, text: one.message })),
      element("div", { class: "more" }, line("help", one.help), line("why", one.why),
        one.severity === "warning" ? this.#explanation(one, entries) : null,
        element("p", { class: "odd-actions" },
          cell ? element("button", { type: "button", class: "link", text: say("oddCell"), click: () => this.#handlers.choose(cell) }) : null,
          element("button", { type: "button", class: "link odd-done", text: say("oddDone"), click: () => this.#handlers.keep(rest()) }))));
  }

  #explanation(one, entries) {
    const field = element("textarea", { rows: 2, placeholder: say("explanationHint"), "aria-label": `${say("explanation")} · ${one.message}`, change: () => {
      one.explained = field.value.trim() === "" ? null : field.value;
      this.#handlers.keep(entries);
    } });
    field.value = textOf(one.explained);
    return element("div", { class: "explanation" }, field);
  }
}
