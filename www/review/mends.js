// What would most likely mend a finding, in the words of the clerk's page. Nothing is written: the report is somebody else's.

import { nameOf } from "../draft.js";
import { element } from "../element.js";
import { icon } from "../icons.js";
import { cellName } from "../place.js";
import { fromWords, likeliest, mended, toWords } from "../repairs.js";
import { say } from "../words.js";

/** More possibilities than this are not shown beside one another. */
const many = 4;

/** Of each of the likeliest repairs what it does about this finding; those that do the same about it are one. */
function optionsFor(finding, { repairs }) {
  const cells = new Set(finding.cells.filter(({ previous }) => !previous).map(({ cell }) => cell));
  const options = new Map();
  for (const repair of likeliest({ repairs })) {
    const parts = repair.parts.filter((part) => part.cells.some((cell) => cells.has(cell)));
    const touched = new Set(parts.flatMap((part) => part.cells));
    const changes = repair.changes.filter(({ cell }) => (parts.length > 0 ? touched.has(cell) : cells.has(cell)));
    if (changes.length > 0) options.set(JSON.stringify(changes), { reasons: parts.map(({ reason }) => reason), changes });
  }
  return [...options.values()];
}

/** What there is to say about a finding; null where there is nothing. */
function offered(finding, found, findings) {
  if (!found || !mended(found, findings).includes(nameOf(finding))) return null;
  const options = optionsFor(finding, found);
  const lookUp = options.length > 0 ? [] : found.lookUp.filter((cell) => finding.cells.some((one) => one.cell === cell));
  return options.length === 0 && lookUp.length === 0 ? null : { options, lookUp };
}

const namesIn = (known) => (cell) => (known.has(cell) ? cellName(known.get(cell)) : cell);

/** The same in one line of text, for a sheet; "" where there is nothing to say. */
export function mendsInWords(finding, found, findings, known) {
  const said = offered(finding, found, findings);
  if (said === null) return "";
  const name = namesIn(known);
  const { options, lookUp } = said;
  if (options.length === 0) return `${say("lookUp")}${lookUp.map(name).join(say("lookUpJoin"))}`;
  const shown = options.slice(0, many).map(({ changes }) => changes.map((one) => `${name(one.cell)} ${fromWords(one)} → ${toWords(one)}`).join(say("changesJoin")));
  return [...shown, ...(options.length > many || found.more ? ["…"] : [])].join(say("optionsJoin"));
}

/** `found`: what the worker answered; `known`: cell → cell of the form. Null where there is nothing to say. */
export function mendsOf(finding, found, findings, known) {
  const said = offered(finding, found, findings);
  if (said === null) return null;
  const name = namesIn(known);
  const { options, lookUp } = said;
  const change = (one) => element("li", { class: "mend-change" }, element("span", { class: "mend-cell", text: name(one.cell) }), element("span", { class: "mend-step" },
    element("del", { text: fromWords(one) }), element("span", { class: "unseen", text: say("becomes") }), icon("arrow"), element("ins", { text: toWords(one) })));
  const several = options.length > 1;
  const isMore = options.length > many || found.more;
  return element("section", { class: "mends" },
    element("h3", null, icon("mend"), several ? say(isMore ? "severalAtLeast" : "several", { count: Math.min(options.length, many) }) : say(options.length === 1 ? "offer" : "offerOpen")),
    several ? element("p", { class: "mends-note", text: say("severalNote") }) : null,
    element(several ? "ol" : "ul", { class: "mend-options" }, ...options.slice(0, many).map(({ reasons, changes }) => element("li", null,
      ...reasons.map((text) => element("p", { text })), element("ul", null, ...changes.map(change))))),
    lookUp.length > 0 ? element("p", { text: `${say("lookUp")}${lookUp.map(name).join(say("lookUpJoin"))}` }) : null);
}
