// The batch in numbers: how many reports there are of each verdict, each number a filter, and what changed since the last run.

import { element, write } from "../element.js";
import { icon } from "../icons.js";
import { say } from "../words.js";
import { findingsOf } from "./findings.js";

const parts = [["all", "tallyAll"], ["error", "tallyError", "error"], ["warning", "tallyWarning", "warning"], ["clean", "tallyClean", "holds"], ["unreadable", "tallyUnreadable", "close"]];

/** `verdicts`: one for each report; `chosen`: the one that is filtered by, or ""; `missing`: of how many expected bodies there is none, or null without a list. */
export function showTally(root, { verdicts, chosen, missing, choose }) {
  const focused = root.contains(document.activeElement) ? document.activeElement.className.split(" ")[1] : null;
  const part = ([name, word, sign]) => element("li", null, element("button", { type: "button", class: `tally-part ${name}`, "aria-pressed": String(chosen === (name === "all" ? "" : name)), click: () => choose(name === "all" || chosen === name ? "" : name) },
    element("b", { text: String(name === "all" ? verdicts.length : verdicts.filter((one) => one === name).length) }), element("span", null, sign ? icon(sign) : "", say(word))));
  root.replaceChildren(...parts.map(part),
    ...(missing === null ? [] : [element("li", { class: "tally-part missing" }, element("b", { text: String(missing) }), element("span", { text: say("tallyMissing") }))]));
  if (focused !== null) root.querySelector(`.${focused}`)?.focus({ preventScroll: true });
}

/** `last`: the last run, as kept. */
export function showChanges(root, outcomes, last) {
  if (!last.isComparable) return write(root, say("firstRun"));
  const changes = { new: 0, changed: 0, same: 0 };
  let gone = 0;
  for (const outcome of outcomes) {
    gone += last.gone(outcome).length;
    for (const finding of findingsOf(outcome)) if (last.changeOf(outcome, finding) !== null) changes[last.changeOf(outcome, finding)] += 1;
  }
  const isSame = changes.new + changes.changed + gone === 0;
  return write(root, say(isSame ? "sinceLastSame" : "sinceLast", { fresh: changes.new, changed: changes.changed, gone, same: changes.same }));
}
