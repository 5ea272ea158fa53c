// The rule book as a page: each rule an article that can be cited by its address.

import { element } from "../element.js";
import { icon } from "../icons.js";
import { cellName } from "../place.js";
import { formText, say } from "../words.js";
import { exampleOf } from "./example.js";
import { miniature } from "../miniature.js";

export const groups = ["requests", "disputes", "disclosure", "cell", "report", "document"];
/** A list of cells longer than this is cut. */
const many = 8;

/** Which part of the book a rule stands in. */
export function groupOf(rule) {
  if (rule.kind !== "relation") return rule.kind;
  return rule.id.split("-")[0] === "disputes" ? "disputes" : rule.instances[0]?.cells[0]?.cell.split(".")[0] ?? "report";
}

export function yearsOf({ since, until }) {
  if (until === null) return say("yearsSince", { since });
  return since === until ? say("yearsOnly", { since }) : say("yearsBetween", { since, until });
}

/** The instances that stand in one form each: that of the year asked for, or else the latest that is confirmed. */
function placed(engine, rule, year) {
  const inForce = engine.years().filter((one) => one >= rule.since && one <= (rule.until ?? Infinity) && (year === null || one === year)).map((one) => engine.form(one));
  const forms = [...inForce.filter(({ confirmed }) => confirmed).reverse(), ...inForce.filter(({ confirmed }) => !confirmed)];
  const known = forms.map((form) => new Set(form.cells.map(({ id }) => id)));
  const found = new Map();
  for (const instance of rule.instances) {
    const place = known.findIndex((cells) => instance.cells.every(({ cell }) => cells.has(cell)));
    // The same instance stands twice where the layouts differ: the newer one is shown.
    if (place >= 0 && !(found.get(instance.at)?.place <= place)) found.set(instance.at, { instance, form: forms[place], place });
  }
  return [...found.values()];
}

/** How an instance is called in the words of the form: a column, a row, or a single cell. */
function instanceName({ at, cells }, form) {
  const known = new Map(form.cells.map((cell) => [cell.id, cell]));
  const touched = cells.filter(({ role }) => role !== "when").map(({ cell }) => known.get(cell));
  const cell = touched.find(({ id }) => id === at || id.endsWith(`.${at}`));
  if (cell && touched.length < 3) return cellName(cell);
  const path = (one) => formText({ text: one.label, english: one.english }).split(" / ");
  const inColumn = touched.find(({ column }) => column === at);
  if (inColumn) return path(inColumn).pop();
  const inRow = touched.find(({ row }) => row === at || row.endsWith(`.${at}`));
  return inRow ? cellName(inRow).split(" · ")[0] : at;
}

const certainties = ["A", "B", "C", "D"];

/** What A to D mean, in one place, for those who cite a rule. */
export function certaintyKey() {
  return element("section", { class: "certainties", "aria-labelledby": "certainties-title" }, element("h2", { id: "certainties-title", text: say("certaintyTitle") }),
    element("dl", null, ...certainties.flatMap((name) => [
      element("dt", null, element("span", { class: "certainty", "data-certainty": name, text: say(`certainty${name}`) })),
      element("dd", { text: say(`certainty${name}More`) })])));
}

export function article(engine, rule, year, reader) {
  const id = `title-${rule.id}`;
  const mark = (word) => element("span", { class: "tag", title: say(`${word}Note`), text: say(word) });
  return element("article", { id: rule.id, class: "rule", "data-severity": rule.severity, "aria-labelledby": id, tabindex: -1 },
    element("header", null,
      element("p", { class: "severity" }, icon(rule.severity), say(rule.severity), rule.hard ? mark("hard") : null, rule.consequence ? mark("consequence") : null, element("span", { class: "years", text: yearsOf(rule) })),
      element("h3", { id, text: rule.title }),
      element("a", { class: "address", href: `#${rule.id}`, title: say("cite") }, element("code", { text: rule.id }))),
    rule.equation ? element("p", { class: "equation" }, element("b", { class: "unseen", text: say("relation") }), rule.equation) : null,
    element("dl", { class: "grounds" }, ...[["why", rule.why], ["help", rule.help]].flatMap(([key, text]) => [element("dt", { text: say(key) }), element("dd", { text })]),
      element("dt", { text: say("basis") }), element("dd", null, `${rule.basis.text} `, element("span", { class: "certainty", "data-certainty": rule.basis.certainty, title: say(`certainty${rule.basis.certainty}More`), text: say(`certainty${rule.basis.certainty}`) }))),
    onForm(engine, rule, year),
    exampleOf(engine, rule, reader));
}

function onForm(engine, rule, year) {
  if (rule.instances.length === 0) return rule.kind === "cell" ? element("p", { class: "anywhere", text: say("anyCell") }) : null;
  const shown = element("div", { class: "shown" });
  const fitting = placed(engine, rule, year);
  if (fitting.length === 0) return null;
  const show = ({ instance, form }) => shown.replaceChildren(...picture(instance, form));
  const choose = element("select", { id: `instance-${rule.id}`, autocomplete: "off", change: () => show(fitting[choose.selectedIndex]) },
    ...fitting.map(({ instance, form }) => element("option", { value: instance.at, text: instanceName(instance, form) })));
  show(fitting[0]);
  return element("div", { class: "on-form" },
    element("div", { class: "choose" }, element("h4", { text: say("whereOnForm") }), fitting.length > 1 ? element("label", null, element("span", { text: say("instance") }), choose) : null),
    shown);
}

/** The tables that the instance touches, in small, and its cells by name. */
function picture(instance, form) {
  const roles = new Map(instance.cells.map((one) => [one.cell, one]));
  for (const one of instance.cells) if (!one.previous) roles.set(one.cell, one);
  const known = new Map(form.cells.map((cell) => [cell.id, cell]));
  const name = ({ cell, previous }) => cellName(known.get(cell)) + (previous ? say("lastYear") : "");
  const tables = form.tables.filter(({ id }) => instance.cells.some(({ cell }) => cell.startsWith(`${id}.`)));
  const sides = [["left", "leftSide"], ["right", "rightSide"], ["when", "condition"], ["cell", "cellSide"]]
    .map(([role, word]) => ({ role, word, cells: instance.cells.filter((one) => one.role === role) })).filter(({ cells }) => cells.length > 0);
  return [
    element("div", { class: "tables" }, ...tables.map((table) => miniature(table, roles, say("miniature", { cells: `${formText({ text: table.title, english: table.english })}, ${form.year}` })))),
    element("div", { class: "sides" }, ...sides.map(({ role, word, cells }) => element("div", { class: `side-of ${role}` },
      element("h5", { text: say(word) }),
      element("ul", null, ...cells.slice(0, many).map((one) => element("li", { class: one.previous ? "previous" : null, text: name(one) })),
        cells.length > many ? element("li", { class: "rest", text: say("moreCells", { count: cells.length - many }) }) : null))),
    element("p", { class: "layout", text: say("layoutOf", { year: form.year }) })),
  ];
}
