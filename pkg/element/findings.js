// The list of findings: counts in one line, then each finding with what to do, why, on what basis, and a place for the
// explanation that answers a warning. It is also the error summary to which the browser leads at submission.
import { keyOf } from "../suspected.js";
import { SEVERITIES, messageId } from "./marks.js";
import { write } from "../nodes.js";
import { attribute, fill, node, sign } from "./nodes.js";

/** So many findings of one rule, each about one cell, are shown as one. */
const CROWD = 4;

export class Findings {
  /** `handlers`: choose(name), explain(name, text). `mending`: the offer of repairs, which stands above the list. */
  constructor(handlers, mending) {
    this.handlers = handlers;
    this.cards = new Map();
    this.title = node("h3", { id: "findings-title" });
    this.counts = node("p", { class: "counts" });
    this.list = node("ol", { class: "cards" });
    this.well = node("p", { class: "well", hidden: true });
    this.root = node("section", { class: "findings", part: "findings", tabindex: "-1", "aria-labelledby": "findings-title" }, this.title, this.counts, this.well, mending, this.list);
  }

  /** Names of the findings whose messages stand in the list. */
  get listed() {
    return new Set(this.cards.keys());
  }

  show(findings, { draft, speech, whole, titles, readonly }) {
    this.speech = speech;
    this.titles = titles;
    const standing = findings.filter(({ explained }) => explained === null);
    const count = (severity) => standing.filter((one) => one.severity === severity).length;
    const counts = SEVERITIES.map((severity) => [severity, count(severity)]);
    const isGrave = whole && counts[0][1] + counts[1][1] > 0;
    write(this.title, speech.say(isGrave ? "beforeSubmission" : "findings"));
    this.showCounts(counts, draft);
    this.well.hidden = findings.length > 0;
    if (findings.length === 0) fill(this.well, sign("holds"), speech.say(whole ? "wellWhole" : draft.filledCount() > 0 ? "well" : "beginning"));
    this.place(findings, readonly);
  }

  showCounts(counts, draft) {
    const { speech } = this;
    const shown = counts.filter(([, count]) => count > 0).map(([severity, count]) => node("span", { class: "count " + severity }, sign(severity), speech.say(severity) + " " + count));
    fill(this.counts, ...shown, node("span", { class: "quiet", text: speech.say("filled", { count: draft.filledCount(), all: draft.form.cells.length }) }));
  }

  place(findings, readonly) {
    const crowds = new Map();
    for (const finding of findings) {
      const key = finding.severity + " " + finding.rule;
      if (!crowds.has(key)) crowds.set(key, []);
      crowds.get(key).push(finding);
    }
    const wanted = [];
    const cards = new Map();
    const rank = ({ severity, explained, rule }) => SEVERITIES.indexOf(severity) * 4 + (explained === null ? 0 : 2) + (rule === "cell-blank" ? 1 : 0);
    const seen = new Set();
    for (const finding of findings.slice().sort((one, other) => rank(one) - rank(other))) {
      const crowd = crowds.get(finding.severity + " " + finding.rule);
      const name = keyOf(finding);
      if (crowd.length > CROWD && crowd.every(({ cells, severity }) => cells.length <= 1 && severity !== "warning")) {
        if (seen.has(crowd)) continue;
        seen.add(crowd);
        wanted.push(this.crowd(crowd));
        continue;
      }
      const card = this.cards.get(name) || this.card(name);
      this.fillCard(card, finding, readonly);
      cards.set(name, card);
      wanted.push(card.root);
    }
    this.cards = cards;
    this.arrange(wanted);
  }

  /** Touches only what changed, so that the focus and what is being typed survive. */
  arrange(wanted) {
    const { list } = this;
    for (const old of Array.from(list.childNodes)) if (!wanted.includes(old)) list.removeChild(old);
    wanted.forEach((one, index) => {
      if (list.childNodes[index] !== one) list.insertBefore(one, list.childNodes[index] || null);
    });
  }

  card(name) {
    const severity = node("span", { class: "severity" });
    const said = node("span", { class: "said", id: messageId(name) });
    const more = node("div", { class: "more" });
    const answer = node("div", { class: "answer", hidden: true });
    const button = node("button", { type: "button", class: "finding", "data-finding": name, click: () => this.handlers.choose(name) }, severity, said);
    return { name, severity, said, more, answer, area: null, shown: "", button, root: node("li", { class: "card", part: "finding" }, button, more, answer) };
  }

  fillCard(card, finding, readonly) {
    const { speech } = this;
    const { severity, message, help, why, basis, explained } = finding;
    const shown = JSON.stringify([speech.language, severity, message, explained !== null, readonly]);
    if (card.shown === shown) return;
    card.shown = shown;
    attribute(card.root, "data-severity", severity);
    attribute(card.root, "data-explained", explained === null ? null : "");
    fill(card.severity, sign(explained === null ? severity : "holds"), speech.say(explained === null ? severity : "explained"));
    write(card.said, message);
    const line = (key, text) => node("p", null, node("b", { text: speech.say(key) }), node("span", { text }));
    fill(card.more, line("help", help), node("details", null, node("summary", { text: speech.say("reason") }), line("why", why),
      line("basis", basis.text + speech.say("certainty" + basis.certainty))));
    this.fillAnswer(card, severity === "warning", explained, readonly);
  }

  fillAnswer(card, isAsked, explained, readonly) {
    card.answer.hidden = !isAsked;
    if (!isAsked) return;
    if (card.area === null) {
      const id = "explanation-" + card.name;
      card.label = node("label", { for: id });
      card.area = node("textarea", { id, rows: 2, "data-explains": card.name, "aria-describedby": messageId(card.name), input: () => this.handlers.explain(card.name, card.area.value) });
      fill(card.answer, card.label, card.area);
    }
    write(card.label, this.speech.say("explanation"));
    card.area.placeholder = this.speech.say("explanationHint");
    card.area.readOnly = readonly;
    const { activeElement } = this.root.getRootNode();
    if (activeElement !== card.area) card.area.value = explained === null ? "" : explained;
  }

  crowd(findings) {
    const { speech } = this;
    const [{ rule, severity, help }] = findings;
    const old = Array.from(this.list.childNodes).find((one) => one.getAttribute("data-crowd") === rule);
    const title = rule === "cell-blank" ? speech.say("blanks", { count: findings.length }) : this.titles.get(rule) + speech.say("places", { count: findings.length });
    const shown = JSON.stringify([speech.language, findings.map(keyOf)]);
    if (old !== undefined && old.shown === shown) return old;
    const places = node("ul", null, ...findings.map((finding) => node("li", null,
      node("button", { type: "button", class: "link", text: finding.message, click: () => this.handlers.choose(keyOf(finding)) }))));
    const details = node("details", null, node("summary", { text: speech.say("each") }), places);
    if (old !== undefined) details.open = old.querySelector("details").open;
    const made = node("li", { class: "card", part: "finding", "data-severity": severity, "data-crowd": rule },
      node("button", { type: "button", class: "finding", "data-finding": keyOf(findings[0]), click: () => this.handlers.choose(keyOf(findings[0])) },
        node("span", { class: "severity" }, sign(severity), speech.say(severity)), node("span", { class: "said", text: title })),
      node("div", { class: "more" }, node("p", null, node("b", { text: speech.say("help") }), node("span", { text: help })), details));
    made.shown = shown;
    return made;
  }

  /** Sets off the card of the chosen finding. */
  choose(name) {
    for (const [one, { root }] of this.cards) attribute(root, "data-chosen", one === name ? "" : null);
  }

  /** Puts the focus on a finding; false where it is not listed. */
  focus(name) {
    const card = this.cards.get(name);
    if (card === undefined) return false;
    card.button.focus();
    return true;
  }
}
