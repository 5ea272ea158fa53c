// Bodies × rules: one row for each report, one column for each rule that somebody breaks.

import { element } from "../element.js";
import { icon } from "../icons.js";
import { say } from "../words.js";
import { order } from "./findings.js";
import { next } from "./moving.js";

/** Rows drawn in one go: hundreds of them come in several frames, so that the page stays at hand. */
const slice = 80;
export const verdictWords = { error: "toCorrect", warning: "toVerify", clean: "clean", unreadable: "unreadable" };
export const verdictIcons = { error: "error", warning: "warning", clean: "holds", unreadable: "close" };

export const gravest = (findings) => order.find((severity) => findings.some((one) => one.severity === severity));
export const nameIn = ({ body }) => body || say("noName");
/** How a cell is known again when the table is drawn anew; "" stands for the whole report, or for the head of a column. */
const keyOf = (outcome, rule) => `${outcome?.place ?? ""} ${rule?.id ?? ""}`;

export class Matrix {
  #root;
  #handlers;
  #drawing = 0;
  #buttons = new Map();
  #chosen = null;

  /** `handlers`: choose(outcome, rule or null), narrow(rule), isDismissed(outcome, finding). */
  constructor(root, handlers) {
    this.#root = root;
    this.#handlers = handlers;
    root.addEventListener("keydown", (event) => this.#move(event));
  }

  /** `rows`: { outcome, verdict, findings, file }; `rules`: those with a column, each with `count` of its reports. Where it is scrolled to, what is chosen and the focus stay. */
  draw(rows, rules) {
    const drawing = (this.#drawing += 1);
    const { scrollTop, scrollLeft } = this.#root;
    const focused = this.#root.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    const drawnBefore = this.#root.querySelectorAll("tbody tr").length;
    this.#buttons = new Map();
    delete this.#root.dataset.drawn;
    if (rows.length === 0) return this.#root.replaceChildren(element("p", { class: "nothing", text: say("matrixEmpty") }));
    const body = element("tbody", null);
    const table = element("table", { class: "bodies" }, element("caption", { class: "unseen", text: say("matrixLabel") }), this.#head(rules), body);
    const add = (start, count) => {
      if (drawing !== this.#drawing) return;
      body.append(...rows.slice(start, start + count).map((row) => this.#row(row, rules)));
      if (start + count < rows.length) requestAnimationFrame(() => add(start + count, slice));
      else this.#root.dataset.drawn = String(rows.length);
    };
    this.#root.replaceChildren(table);
    add(0, Math.max(slice, drawnBefore));
    this.#root.scrollTop = scrollTop;
    this.#root.scrollLeft = scrollLeft;
    this.#tabTo(this.#buttons.get(this.#chosen) ?? this.#buttons.get(focused) ?? body.querySelector("button"));
    this.#buttons.get(this.#chosen)?.setAttribute("aria-current", "true");
    if (focused !== undefined) (this.#buttons.get(focused) ?? body.querySelector("button")).focus({ preventScroll: true });
  }

  /** Mark the cell whose findings are shown. */
  mark(outcome, rule) {
    this.#buttons.get(this.#chosen)?.removeAttribute("aria-current");
    this.#chosen = keyOf(outcome, rule);
    const button = this.#buttons.get(this.#chosen);
    button?.setAttribute("aria-current", "true");
    // The findings beside the table have made it narrower.
    button?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** No cell is chosen any longer. Where the focus was at its findings, it goes back to the cell, or near it. */
  leave(hadFocus) {
    const button = this.#buttons.get(this.#chosen) ?? this.#buttons.get(`${this.#chosen?.split(" ")[0]} `) ?? this.#root;
    this.#buttons.get(this.#chosen)?.removeAttribute("aria-current");
    this.#chosen = null;
    if (hadFocus) button.focus();
  }

  #button(key, attributes, ...children) {
    const button = element("button", { type: "button", tabindex: -1, "data-key": key, ...attributes }, ...children);
    this.#buttons.set(key, button);
    return button;
  }

  #head(rules) {
    return element("thead", null, element("tr", null, element("th", { scope: "col", class: "corner", text: say("bodyHeader") }),
      ...rules.map((rule) => element("th", { scope: "col", class: "of-rule", "data-severity": rule.severity },
        this.#button(keyOf(null, rule), { title: say("narrowTo", { rule: rule.title }), click: () => this.#handlers.narrow(rule) }, element("span", { class: "rule-title", text: rule.title }), element("span", { class: "rule-count", text: String(rule.count) }))))));
  }

  #row({ outcome, verdict, findings, file }, rules) {
    // In the order in which they are to be seen.
    const named = { body: nameIn(outcome), year: [outcome.year, file].filter(Boolean).join(" ") };
    const byRule = new Map();
    for (const finding of findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
    const open = (rule) => (event) => {
      this.#tabTo(event.currentTarget);
      this.#handlers.choose(outcome, rule);
    };
    const whole = this.#button(keyOf(outcome, null), { class: "report", "aria-label": outcome.answer ? `${say("allOf", { ...named, count: findings.length })}，${say(verdictWords[verdict])}` : `${outcome.path}，${say("unreadable")}`, click: open(null) },
      element("span", { class: `verdict-sign ${verdict}`, title: say(verdictWords[verdict]) }, icon(verdictIcons[verdict])),
      element("span", { class: "report-name", title: outcome.path, text: outcome.answer ? nameIn(outcome) : outcome.path }),
      element("span", { class: "report-year", text: String(outcome.year ?? "") }), file ? element("span", { class: "report-file", title: outcome.path, text: file }) : null);
    const head = element("th", { scope: "row" }, whole);
    if (!outcome.answer) return element("tr", { class: "is-unreadable" }, head, ...(rules.length > 0 ? [element("td", { colspan: rules.length, class: "why-not" }, element("span", { text: outcome.unreadable }))] : []));
    return element("tr", null, head, ...rules.map((rule) => this.#cell(outcome, named, rule, byRule.get(rule.id), open(rule))));
  }

  /** What is left to do counts; where all is set aside, the cell says so. */
  #cell(outcome, named, rule, findings, click) {
    if (!findings) return element("td", null);
    const left = findings.filter((finding) => !this.#handlers.isDismissed(outcome, finding));
    const severity = gravest(left.length > 0 ? left : findings);
    const aside = findings.length - left.length;
    const label = [say("cellOf", { ...named, rule: rule.title, severity: say(severity), count: left.length }), aside > 0 ? say("asideCount", { count: aside }) : null].filter(Boolean).join("，");
    return element("td", { "data-severity": left.length > 0 ? severity : null, class: left.length > 0 ? null : "is-aside" },
      this.#button(keyOf(outcome, rule), { title: aside > 0 ? `${rule.title}，${say("asideCount", { count: aside })}` : rule.title, "aria-label": label, click },
        icon(left.length > 0 ? severity : "notAssessed"), left.length > 0 ? String(left.length) : element("s", { text: String(aside) })));
  }

  #tabTo(button) {
    for (const one of this.#root.querySelectorAll('button[tabindex="0"]')) one.tabIndex = -1;
    if (button) button.tabIndex = 0;
  }

  /** The table is one stop of the Tab key; arrows go from one cell with findings to the next, and up to the rules. */
  #move(event) {
    const from = event.target.closest?.("button");
    if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = next(from.parentElement, event.key);
    if (to === null) return;
    event.preventDefault();
    if (to === undefined) return;
    this.#tabTo(to);
    to.focus();
  }
}
