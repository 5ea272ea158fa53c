// What is asked of the batch: the choices above the table, and how the reports are to be checked.

import { element } from "../element.js";
import { say } from "../words.js";
import { findingsOf } from "./findings.js";

const find = (id) => document.getElementById(id);
const names = ["text", "body", "year", "severity", "rule", "state"];

/** The choices of a list; what was chosen stays where it is still there. */
function fill(id, choices) {
  const chosen = find(id).value;
  find(id).replaceChildren(...choices.map(([value, text]) => element("option", { value, text })));
  find(id).value = choices.some(([value]) => value === chosen) ? chosen : choices[0][0];
}

export class FilterBar {
  /** `handlers`: changed(), for what is shown; again(), for how it is checked; blank(). */
  constructor({ changed, again, blank }) {
    find("blank").addEventListener("change", blank);
    for (const id of ["level", "kind"]) find(id).addEventListener("change", again);
    for (const id of [...names.slice(1), "only-broken"]) find(id).addEventListener("change", changed);
    find("text").addEventListener("input", changed);
  }

  /** What is asked for, "" where anything will do. */
  get asked() { return Object.fromEntries(names.map((name) => [name, find(name).value])); }
  get onlyBroken() { return find("only-broken").checked; }
  get options() { return { blank: find("blank").value, level: find("level").value, kind: find("kind").value }; }

  reset() { for (const name of names) find(name).value = ""; }

  /** That rule alone, or all again. */
  narrow(rule) { find("rule").value = find("rule").value === rule.id ? "" : rule.id; }

  speak() {
    fill("blank", [["missing", say("blankMissing")], ["zero", say("blankZero")]]);
    fill("level", [["", say("unsaid")], ...["nation", "province", "city", "county", "township"].map((one) => [one, say(one)])]);
    fill("kind", [["", say("unsaid")], ...["government", "department"].map((one) => [one, say(one)])]);
    fill("severity", [["", say("anyOne")], ...["error", "warning", "notice"].map((one) => [one, say(one)])]);
    fill("state", [["", say("anyOne")], ["open", say("stateOpen")], ["new", say("stateNew")], ["dismissed", say("stateDismissed")]]);
  }

  /** The bodies, years and rules of these reports. */
  fill(outcomes, rules) {
    const order = new Intl.Collator("zh-CN");
    const there = new Set(outcomes.flatMap((outcome) => findingsOf(outcome).map(({ rule }) => rule)));
    fill("body", [["", say("anyOne")], ...[...new Set(outcomes.map(({ body }) => body).filter(Boolean))].sort(order.compare).map((one) => [one, one])]);
    fill("year", [["", say("anyOne")], ...[...new Set(outcomes.map(({ year }) => year).filter(Boolean))].sort().map((one) => [String(one), String(one)])]);
    fill("rule", [["", say("anyOne")], ...[...rules.values()].filter(({ id }) => there.has(id)).map(({ id, title }) => [id, title])]);
  }
}
