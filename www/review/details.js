// What stands behind a cell of the matrix: the findings with their equation, figures, difference and basis, and where
// they are set aside with a reason.

import { nameOf } from "../draft.js";
import { element } from "../element.js";
import { icon } from "../icons.js";
import { cellName } from "../place.js";
import { say } from "../words.js";
import { blankRule, order } from "./findings.js";
import { certainty } from "./legend.js";
import { nameIn } from "./matrix.js";
import { mendsOf } from "./mends.js";

/** More findings than this are not told one by one, nor more figures of one; of more blanks than a few the cells are listed. */
const many = 40;
const fewBlanks = 3;
const manyFigures = 9;
const long = 40;

export class Details {
  #root;
  #handlers;
  #shown = null;

  /** `handlers`: dismiss(outcome, findings, reason), takeBack(outcome, findings), reason(outcome, finding), lapsed(outcome, finding), changeOf(outcome, finding), gone(outcome), mend(outcome), rule(id), cellsOf(year), closed(hadFocus). */
  constructor(root, handlers) {
    this.#root = root;
    this.#handlers = handlers;
    root.addEventListener("keydown", (event) => { if (event.key === "Escape") this.close(); });
  }

  /** What is shown: { outcome, rule }, or null. */
  get shown() { return this.#shown; }

  /** Show these findings of a report. */
  show(outcome, rule, findings) {
    this.#shown = { outcome, rule, findings };
    this.draw();
    this.#root.hidden = false;
    this.#root.scrollTop = 0;
  }

  /** The focus on the head; into sight where it does not stand beside the table. */
  focus() {
    const head = this.#root.querySelector("h2");
    head.focus({ preventScroll: true });
    const { top } = head.getBoundingClientRect();
    // Below the table, where there is no room beside it, the head alone would be in sight.
    if (top < 0 || top > innerHeight / 2) this.#root.scrollIntoView({ block: "start" });
  }

  close() {
    if (this.#shown === null) return;
    const hadFocus = this.#root.contains(document.activeElement);
    this.#shown = null;
    this.#root.hidden = true;
    this.#root.replaceChildren();
    this.#handlers.closed(hadFocus);
  }

  draw() {
    if (!this.#shown) return;
    const { outcome, rule, findings } = this.#shown;
    const { scrollTop } = this.#root;
    const sorted = order.flatMap((severity) => findings.filter((one) => one.severity === severity));
    const told = this.#together(outcome, sorted);
    const gone = rule === null ? this.#handlers.gone(outcome) : [];
    this.#root.replaceChildren(...[
      element("header", { class: "details-head" },
        element("h2", { id: "details-title", tabindex: -1, text: [nameIn(outcome), outcome.year].filter(Boolean).join(" · ") }),
        element("button", { type: "button", class: "quiet", "aria-label": say("detailsClose"), click: () => this.close() }, icon("close"))),
      element("dl", { class: "of-report" }, element("dt", { text: say("detailsFile") }), element("dd", { text: outcome.path }),
        ...(outcome.answer ? [element("dt", { text: say("detailsPrevious") }), element("dd", { text: outcome.previous ?? say("noPrevious") })] : [])),
      outcome.answer ? null : element("p", { class: "why-unreadable" }, icon("close"), outcome.unreadable),
      sorted.length === 0 && outcome.answer ? element("p", { class: "all-holds" }, icon("holds"), say("detailsNone")) : null,
      element("ol", { class: "found-here" }, ...told.slice(0, many).map((some) => this.#finding(outcome, some))),
      told.length > many ? element("p", { class: "rest", text: say("crowdRest", { count: told.slice(many).flat().length }) }) : null,
      gone.length > 0 ? element("section", { class: "gone" }, element("h3", { text: say("goneTitle") }), element("ul", null, ...gone.map((name) => {
        const [id, at] = name.split("@");
        return element("li", null, icon("holds"), [this.#handlers.rule(id)?.title ?? id, at].filter(Boolean).join(" · "));
      }))) : null,
    ].filter(Boolean));
    this.#root.scrollTop = scrollTop;
  }

  /** What is told as one: each finding by itself, but many blanks together, those set aside with a reason apart from the others. */
  #together(outcome, findings) {
    const blanks = new Map();
    const told = [];
    for (const finding of findings) {
      const reason = finding.rule === blankRule ? this.#handlers.reason(outcome, finding) : null;
      if (finding.rule !== blankRule) told.push([finding]);
      else if (blanks.has(reason)) blanks.get(reason).push(finding);
      else told.push(blanks.set(reason, [finding]).get(reason));
    }
    return told.flatMap((some) => (some.length > fewBlanks ? [some] : some.map((finding) => [finding])));
  }

  /** What is told as one anew, because it was set aside or taken back; the focus stays in it. */
  redraw(outcome, findings) {
    const old = [...this.#root.querySelectorAll(".told-finding")].find((one) => one.dataset.name === nameOf(findings[0]));
    if (!old) return;
    const fresh = this.#finding(outcome, findings);
    old.replaceWith(fresh);
    fresh.querySelector(".dismissed button, .dismissing input").focus({ preventScroll: true });
  }

  /** Filled in when the worker has answered; a report without errors has nothing to mend. */
  #mends(outcome, finding) {
    const place = element("div", { class: "mends-place" });
    if (finding.severity === "error") {
      this.#handlers.mend(outcome).then((found) => {
        const said = mendsOf(finding, found, outcome.answer.findings, this.#handlers.cellsOf(outcome.year));
        if (said) place.append(said);
      });
    }
    return place;
  }

  #finding(outcome, some) {
    const [finding] = some;
    const rule = this.#handlers.rule(finding.rule);
    const reason = this.#handlers.reason(outcome, finding);
    const lapsed = reason === null ? this.#handlers.lapsed(outcome, finding) : null;
    const change = this.#handlers.changeOf(outcome, finding);
    const changeWord = { new: "changeNew", changed: "changeChanged" }[change];
    return element("li", { class: reason === null ? "told-finding" : "told-finding is-dismissed", "data-severity": finding.severity, "data-name": nameOf(finding) },
      element("p", { class: "severity" }, icon(finding.severity), say(finding.severity), rule ? element("span", { class: "rule-name", text: rule.title }) : null,
        changeWord ? element("span", { class: "tag", text: say(changeWord) }) : null,
        finding.explained === null ? null : element("span", { class: "tag", text: say("explained") })),
      element("p", { class: "said", text: some.length > 1 ? say("blanksTogether", { count: some.length }) : finding.message }),
      rule?.equation ? element("p", { class: "equation", text: rule.equation }) : null,
      this.#numbers(finding),
      this.#mends(outcome, finding),
      this.#figures(outcome, some),
      element("dl", { class: "grounds" },
        ...[["help", finding.help], ["why", finding.why]].flatMap(([key, text]) => [element("dt", { text: say(key) }), element("dd", { text })]),
        element("dt", { text: say("basis") }), element("dd", null, `${finding.basis.text} `, certainty(finding.basis.certainty)),
        ...(finding.explained === null ? [] : [element("dt", { text: say("explanation") }), element("dd", { text: finding.explained })])),
      rule ? element("p", null, element("a", { class: "rule-link", href: `rules.html${document.querySelector(".pages a")?.search ?? ""}#${finding.rule}`, text: say("ruleAddress") })) : null,
      lapsed === null ? null : element("p", { class: "lapsed", text: say("lapsedBecause", { reason: lapsed }) }),
      reason === null ? this.#dismissing(outcome, some) : element("p", { class: "dismissed" }, element("span", { text: say("dismissedBecause", { reason }) }),
        element("button", { type: "button", class: "link", text: say("takeBack"), click: () => this.#handlers.takeBack(outcome, some) })));
  }

  #numbers({ left, right, difference }) {
    const numbers = [["figureLeft", left], ["figureRight", right], ["figureDifference", difference]].filter(([, figure]) => figure !== undefined);
    if (numbers.length === 0) return null;
    return element("dl", { class: "numbers" }, ...numbers.map(([word, figure]) => element("div", { class: word }, element("dt", { text: say(word) }), element("dd", { text: String(figure) }))));
  }

  #figures(outcome, some) {
    const known = this.#handlers.cellsOf(outcome.year);
    const short = (text) => (text.length > long ? `${text.slice(0, long)}…` : text);
    const lines = some.flatMap((finding) => finding.cells.map(({ cell, previous }, place) => ({ name: (known.has(cell) ? cellName(known.get(cell)) : cell) + (previous ? say("lastYearShort") : ""), value: finding.values[place] })));
    if (lines.length === 0) return null;
    return element("details", { class: "figures", open: lines.length <= manyFigures }, element("summary", { text: say("figuresHere") }),
      element("table", null, element("tbody", null, ...lines.map(({ name, value }) => element("tr", null, element("th", { scope: "row", text: name }), element("td", { text: value === null || value.trim() === "" ? say("isBlank") : short(value) }))))));
  }

  #dismissing(outcome, some) {
    const id = `reason-${nameOf(some[0])}`;
    const field = element("input", { type: "text", id, autocomplete: "off", placeholder: say("dismissHint"), keydown: (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      // The focus goes on to the button that takes it back, which is not to be pressed by the same stroke.
      event.preventDefault();
      dismiss();
    } });
    const wants = element("span", { class: "wants", role: "alert" });
    const dismiss = () => {
      const reason = field.value.trim();
      if (reason !== "") return this.#handlers.dismiss(outcome, some, reason);
      wants.textContent = say("dismissNeeds");
      field.focus();
    };
    return element("div", { class: "dismissing" }, element("label", { for: id, text: say("dismissReason") }), field, element("button", { type: "button", class: "button", text: say("setAside"), click: dismiss }), wants);
  }
}
