// Below the table: who should have reported, what is kept on this machine, what was dropped and is no report.

import { element, write } from "../element.js";
import { icon } from "../icons.js";
import { say } from "../words.js";
import { compare, namesIn, textOf } from "./expected.js";
import { expectedKept, keepExpected } from "./kept.js";

const find = (id) => document.getElementById(id);

/** The file of an input, once: the same one can be chosen again. */
async function chosen(input, take) {
  const [file] = input.files;
  if (!file) return;
  await take(file);
  input.value = "";
}

/** The list of expected bodies. `changed`: it is another one. */
export class ExpectedDrawer {
  constructor(changed) {
    find("expected-names").value = expectedKept();
    find("expected-names").addEventListener("input", () => {
      keepExpected(find("expected-names").value);
      changed();
    });
    find("expected-choose").addEventListener("click", () => find("expected-file").click());
    find("expected-file").addEventListener("change", () => chosen(find("expected-file"), async (file) => {
      find("expected-names").value = namesIn(await textOf(file)).join("\n");
      keepExpected(find("expected-names").value);
      changed();
    }));
  }

  clear() { find("expected-names").value = ""; }

  /** How many of the list have no report; null where there is no list. */
  show(outcomes) {
    const names = namesIn(find("expected-names").value);
    if (names.length === 0 || outcomes.length === 0) {
      write(find("expected-note"), "");
      find("missing").replaceChildren();
      return names.length === 0 ? null : names.length;
    }
    const { missing, unexpected } = compare(names, outcomes);
    write(find("expected-note"), say("expectedCount", { names: names.length, missing: missing.length }));
    const list = (word, some) => [element("h2", { text: say(word, { count: some.length }) }), element("ul", { class: "names" }, ...some.map((name) => element("li", { text: name })))];
    find("missing").replaceChildren(
      ...(missing.length > 0 ? list("missingTitle", missing) : [element("p", { class: "all-holds" }, icon("holds"), say("noneMissing"))]),
      ...(unexpected.length > 0 ? list("unexpectedTitle", unexpected) : []));
    return missing.length;
  }
}

/** The record of findings set aside. `handlers`: save(name, text, type), changed(words), forget(). */
export function keptDrawer(dismissed, { save, changed, forget }) {
  find("dismissed-save").addEventListener("click", () => save("gouji-dismissed.json", `${JSON.stringify(dismissed.written(), null, 2)}\n`, "application/json"));
  find("dismissed-choose").addEventListener("click", () => find("dismissed-file").click());
  find("dismissed-file").addEventListener("change", () => chosen(find("dismissed-file"), async (file) => {
    let taken = null;
    try { taken = dismissed.import(JSON.parse(await file.text())); } catch { /* said below */ }
    changed(() => (taken === null ? say("dismissedWrong") : say("dismissedTaken", { count: taken })));
  }));
  // What it takes away does not come back: it is pressed twice.
  const button = find("forget");
  let isAsked = false;
  const ask = (asked) => {
    isAsked = asked;
    button.textContent = say(asked ? "forgetAsk" : "forget");
  };
  button.addEventListener("click", () => {
    if (isAsked) forget();
    ask(!isAsked);
  });
  button.addEventListener("blur", () => { if (isAsked) ask(false); });
}

/** Files that nobody would call a report, by name, with what the readers say of each. */
export function showOthers(others) {
  find("others").hidden = others.length === 0;
  write(find("others-note"), say("othersCount", { count: others.length }));
  find("others-list").replaceChildren(...others.map(({ path, unreadable }) => element("li", null, element("span", { class: "other-path", text: path }), element("span", { class: "other-why", text: unreadable }))));
}
