// Bodies × rules: one row for each report, one column for each rule that somebody breaks.

import { element } from "../element.js";
import { icon } from "../icons.js";
import { say } from "../words.js";
import { order } from "./findings.js";

/** Rows drawn in one go: hundreds of them come in several frames, so that the page stays at hand. */
const slice = 80;
const verdictWords = { error: "toCorrect", warning: "toVerify", clean: "clean", unreadable: "unreadable" };
const verdictIcons = { error: "error", warning: "warning", clean: "holds", unreadable: "close" };

export const gravest = (findings) => order.find((severity) => findings.some((one) => one.severity === severity));
export const nameIn = ({ body }) => body || say("noName");

export class Matrix {
  #root;
  #handlers;
  #drawing = 0;
  #chosen = null;

  /** `handlers`: choose(outcome, rule or null), narrow(rule). */
  constructor(root, handlers) {
    this.#root = root;
    this.#handlers = handlers;
    root.addEventListener("keydown", (event) => this.#move(event));
  }

  /** `rows`: { outcome, verdict, findings }; `rules`: those with a column, each with `count` of its reports. */
  draw(rows, rules) {
    const drawing = (this.#drawing += 1);
    if (rows.length === 0) return this.#root.replaceChildren(element("p", { class: "nothing", text: say("matrixEmpty") }));
    const body = element("tbody", null);
    const table = element("table", { class: "bodies" }, element("caption", { class: "unseen", text: say("matrixLabel") }), this.#head(rules), body);
    const add = (start) => {
      if (drawing !== this.#drawing) return;
      body.append(...rows.slice(start, start + slice).map((row) => this.#row(row, rules)));
      if (start === 0) this.#root.querySelector("tbody button")?.setAttribute("tabindex", "0");
      if (start + slice < rows.length) requestAnimationFrame(() => add(start + slice));
      else this.#root.dataset.drawn = String(rows.length);
    };
    delete this.#root.dataset.drawn;
    this.#root.replaceChildren(table);
    add(0);
  }

  /** Mark the cell whose findings are shown. */
  mark(button) {
    this.#chosen?.removeAttribute("aria-current");
    this.#chosen = button;
    button?.setAttribute("aria-current", "true");
  }

  #head(rules) {
    return element("thead", null, element("tr", null, element("th", { scope: "col", class: "corner", text: say("bodyHeader") }),
      ...rules.map((rule) => element("th", { scope: "col", class: "of-rule", "data-severity": rule.severity },
        element("button", { type: "button", title: say("narrowTo", { rule: rule.title }), click: () => this.#handlers.narrow(rule) }, element("span", { class: "rule-title", text: rule.title }), element("span", { class: "rule-count", text: String(rule.count) }))))));
  }

  #row({ outcome, verdict, findings }, rules) {
    const named = { body: nameIn(outcome), year: outcome.year ?? "" };
    const byRule = new Map();
    for (const finding of findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
    const open = (rule) => (event) => {
      this.#tabTo(event.currentTarget);
      this.mark(event.currentTarget);
      this.#handlers.choose(outcome, rule);
    };
    const whole = element("button", { type: "button", tabindex: -1, class: "report", "aria-label": outcome.answer ? `${say("allOf", { ...named, count: findings.length })}，${say(verdictWords[verdict])}` : `${outcome.path}，${say("unreadable")}`, click: open(null) },
      element("span", { class: `verdict-sign ${verdict}`, title: say(verdictWords[verdict]) }, icon(verdictIcons[verdict])),
      element("span", { class: "report-name", title: outcome.path, text: outcome.answer ? named.body : outcome.path }), element("span", { class: "report-year", text: String(named.year) }));
    const head = element("th", { scope: "row" }, whole);
    if (!outcome.answer) return element("tr", { class: "is-unreadable" }, head, ...(rules.length > 0 ? [element("td", { colspan: rules.length, class: "why-not" }, element("span", { text: outcome.unreadable }))] : []));
    return element("tr", null, head, ...rules.map((rule) => {
      const some = byRule.get(rule.id);
      if (!some) return element("td", null);
      const severity = gravest(some);
      return element("td", { "data-severity": severity }, element("button", { type: "button", tabindex: -1, title: rule.title, "aria-label": say("cellOf", { ...named, rule: rule.title, severity: say(severity), count: some.length }), click: open(rule) }, icon(severity), String(some.length)));
    }));
  }

  #tabTo(button) {
    for (const one of this.#root.querySelectorAll('tbody button[tabindex="0"]')) one.tabIndex = -1;
    button.tabIndex = 0;
  }

  /** The table is one stop of the Tab key; arrows go from one cell with findings to the next. */
  #move(event) {
    const from = event.target.closest?.("tbody button");
    if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = this.#next(from.parentElement, event.key);
    if (to === null) return;
    event.preventDefault();
    if (to === undefined) return;
    this.#tabTo(to);
    to.focus();
  }

  /** The button that a key leads to; undefined where there is none, null for another key. */
  #next(cell, key) {
    const row = cell.parentElement;
    const beside = (one, step) => {
      for (let next = one[step]; next; next = next[step]) if (next.querySelector("button")) return next.querySelector("button");
      return undefined;
    };
    switch (key) {
      case "ArrowRight": return beside(cell, "nextElementSibling");
      case "ArrowLeft": return beside(cell, "previousElementSibling");
      case "ArrowDown": case "ArrowUp": {
        const step = key === "ArrowDown" ? "nextElementSibling" : "previousElementSibling";
        for (let next = row[step]; next; next = next[step]) {
          const button = next.cells[cell.cellIndex]?.querySelector("button");
          if (button) return button;
        }
        return undefined;
      }
      case "Home": return row.cells[0].querySelector("button");
      case "End": return [...row.querySelectorAll("button")].pop();
      default: return null;
    }
  }
}
