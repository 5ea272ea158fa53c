// What the marks of the table mean, how certain a basis is, and which keys there are.

import { element } from "../element.js";
import { icon } from "../icons.js";
import { say } from "../words.js";

const certainties = ["A", "B", "C", "D"];
const keys = ["Tab", "Arrows", "Ends", "Enter", "Escape"];

export function drawLegend(root) {
  const list = (title, lines) => element("section", null, element("h2", { text: say(title) }), element("dl", null, ...lines.flatMap(([term, words]) => [element("dt", null, ...term), element("dd", { text: words })])));
  root.replaceChildren(
    list("legendMarks", [
      ...["error", "warning", "notice"].map((severity) => [[element("span", { class: "legend-cell", "data-severity": severity }, icon(severity), "2")], say(`legend_${severity}`)]),
      [[element("span", { class: "legend-cell is-aside" }, icon("notAssessed"), element("s", { text: "2" }))], say("legend_aside")],
    ]),
    list("legendCertainty", certainties.map((name) => [[element("span", { class: "certainty", text: say(`certainty${name}`) })], say(`certainty${name}More`)])),
    list("legendKeys", keys.map((name) => [[element("kbd", { text: say(`key${name}`) })], say(`key${name}Does`)])));
}

/** How certain a basis is, with what that means one press away. */
export const certainty = (name) => element("details", { class: "certainty-more" }, element("summary", { class: "certainty", title: say(`certainty${name}More`), text: say(`certainty${name}`) }), element("span", { text: say(`certainty${name}More`) }));
