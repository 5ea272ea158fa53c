// What stands in the place of findings where there are none: how to begin, or that all is well.

import { element } from "./element.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

const keys = () => element("div", { class: "keys" }, element("h3", { text: say("keysTitle") }),
  element("dl", null, ...["keysMove", "keysPaste", "keysRestore", "keysFinding", "keysOffer", "keysUndo"].flatMap((key) => [element("dt", { text: say(key) }), element("dd", { text: say(`${key}How`) })])));

const marks = () => element("div", { class: "legend" }, element("h3", { text: say("marksTitle") }),
  element("ul", null, ...[["error", "error"], ["warning", "warning"], ["notice", "notice"], ["holds", "holds"], ["broken", "broken"]].map(([sign, word]) =>
    element("li", { class: sign }, icon(sign), say(word)))));

/** Before the first figure: where to begin. */
export function beginning(choices) {
  return element("div", { class: "beginning" }, element("p", { class: "lead", text: say("nothingYet") }), element("p", { text: say("nothingYetMore") }), choices, keys(), marks());
}

/** Figures, and nothing to say about them. */
export function allWell(whole) {
  return element("div", { class: "all-well" },
    element("p", { class: "lead" }, icon("holds"), say(whole ? "allWellWhole" : "allWell")), element("p", { text: say(whole ? "allWellWholeMore" : "allWellMore") }), keys(), marks());
}

/** A button for each example: the body, the year, and what it shows. */
export function exampleChoices(examples, choose) {
  return element("div", { class: "choices" }, ...examples.map((example) => element("button", { type: "button", class: "choice", click: () => choose(example) },
    element("strong", { lang: "zh-CN", text: example.body }), element("span", { text: `${example.year} · ${say(example.word)}` }))));
}
