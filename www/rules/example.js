// One example of a rule that breaks it and one that does not, as a piece of the form with the words of the check.

import { element } from "../element.js";
import { icon } from "../icons.js";
import { cellName } from "../place.js";
import { say, spoken } from "../words.js";
import { findingIn, shownDocument } from "./document.js";
import { examples } from "./examples.js";

/** Figures as `check` was given them, flat. */
function figures(cells, before = "") {
  return Object.entries(cells ?? {}).flatMap(([key, value]) => (value !== null && typeof value === "object" ? figures(value, `${before}${key}.`) : [[before + key, value]]));
}

export function exampleOf(engine, rule, reader) {
  const { fails, holds } = examples[rule.id];
  const one = (example, outcome) => (example.document ? ofDocument(reader, rule, example, outcome) : side(engine, rule, example, outcome));
  return element("div", { class: "examples" }, element("h4", { text: say("exampleTitle") }),
    element("div", { class: "pair" }, one(fails, "broken"), one(holds, "holds")));
}

const verdict = (outcome, ...more) => element("p", { class: "verdict" }, icon(outcome), say(outcome === "broken" ? "breaks" : "keeps"), ...more);
const said = (found) => (found ? element("p", { class: "message-given", "data-severity": found.severity, text: found.message }) : element("p", { class: "message-given", text: say("passes") }));

function ofDocument(reader, rule, example, outcome) {
  return element("div", { class: `case ${outcome}` }, verdict(outcome), shownDocument(example.document),
    element("p", { class: "rest", text: say("excerpt") }), said(outcome === "broken" ? findingIn(reader, example, rule.id, spoken()) : null));
}

function side(engine, rule, { at, blank = "zero", report, previous }, outcome) {
  const { findings } = engine.check(report, { blank, previous, language: spoken() });
  const found = outcome === "broken" ? findings.find((one) => one.rule === rule.id && one.at === (at ?? "")) : null;
  const cells = new Map(figures(report.cells));
  const before = new Map(figures(previous?.cells));
  const rest = Object.fromEntries(Object.entries(report).filter(([key]) => key !== "cells" && key !== "year"));
  const names = namesOf(engine, report.year);
  const shown = [...new Set([...cells.keys(), ...before.keys()])];
  const write = (value) => (value === undefined || value === null || String(value).trim() === "" ? say("blankFigure") : String(value));
  const aside = [...Object.entries(rest).map(([key, value]) => [key, value]), ...(previous ? Object.entries(previous).filter(([key]) => key !== "cells").map(([key, value]) => [`previous.${key}`, value]) : [])];
  return element("div", { class: `case ${outcome}` },
    verdict(outcome, element("span", { class: "of-year", text: say("yearOf", { year: report.year ?? "—" }) })),
    shown.length > 0 ? element("table", { class: "snippet" },
      element("thead", null, element("tr", null, element("th", { scope: "col", text: say("cellHeader") }), before.size > 0 ? element("th", { scope: "col", text: say("previousYear") }) : null, element("th", { scope: "col", text: say("thisYear") }))),
      element("tbody", null, ...shown.map((cell) => element("tr", null,
        element("th", { scope: "row", text: names.get(cell) ?? cell }),
        before.size > 0 ? element("td", { text: before.has(cell) ? write(before.get(cell)) : "" }) : null,
        element("td", { text: cells.has(cell) ? write(cells.get(cell)) : "" }))))) : null,
    aside.length > 0 ? element("p", { class: "keys-given" }, ...aside.map(([key, value]) => element("code", { text: `${key}: ${JSON.stringify(value)}` }))) : null,
    shown.length > 0 ? element("p", { class: "rest", text: say(blank === "zero" ? "restBlankZero" : "restBlank") }) : null,
    said(found));
}

function namesOf(engine, year) {
  const known = engine.years().includes(year) ? engine.form(year) : null;
  return new Map((known?.cells ?? []).map((cell) => [cell.id, cellName(cell)]));
}
