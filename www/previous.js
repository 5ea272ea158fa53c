// Last year's report beside the one being written: said in a line that takes it away again, and what it offers to carry over.

import { amountOf } from "./flow.js";
import { element } from "./element.js";
import { say } from "./words.js";

export class Previous {
  #root;
  #handlers;

  /** `handlers`: remove(), carry(entries). */
  constructor(root, handlers) {
    this.#root = root;
    this.#handlers = handlers;
  }

  show({ previous, report, form, values }) {
    if (!previous) return void (this.#root.hasChildNodes() && this.#root.replaceChildren());
    const entries = carriedOver(previous, form).filter(([cell, text]) => String(values.get(cell) ?? "").trim() === "" || amountOf(values.get(cell)) !== amountOf(text));
    this.#root.replaceChildren(
      element("span", { text: say(previous.year === report.year - 1 ? "previousBeside" : "previousOther", { year: previous.year, body: previous.body ?? "", next: previous.year + 1 }) }),
      ...(previous.year === report.year - 1 && entries.length > 0 ? [element("button", { type: "button", class: "link", id: "carry-over", text: say("carryOver", { count: entries.length }), click: () => this.#handlers.carry(entries) })] : []),
      element("button", { type: "button", class: "link", id: "previous-away", text: say("previousAway"), click: () => this.#handlers.remove() }));
  }
}

/** 四、结转下年度 of last year's report into 二、上年结转 of this one, applicant by applicant. */
function carriedOver({ cells }, form) {
  return form.cells.filter(({ table, row }) => table === "requests" && row === "carried_in")
    .map(({ id, column }) => [id, cells[`requests.carried_out.${column}`]]).filter(([, text]) => text !== undefined && text !== null && String(text).trim() !== "").map(([id, text]) => [id, String(text)]);
}
