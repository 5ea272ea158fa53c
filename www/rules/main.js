// The rule book: searched, narrowed, cited.

import { element, write } from "../element.js";
import { load, loadReader } from "../engine.js";
import { icon } from "../icons.js";
import { cannotStart, masthead } from "../masthead.js";
import { learn, say, spoken } from "../words.js";
import { article, certaintyKey, groupOf, groups } from "./book.js";
import { index, matches } from "./search.js";
import { words } from "./words.js";

const find = (id) => document.getElementById(id);

function start({ ...engine }) {
  // Each rule asks for the same few forms, and changes none.
  const { form } = engine;
  const forms = new Map();
  engine.form = (year) => forms.get(year) ?? forms.set(year, form(year)).get(year);
  /** The readers of documents, whose rules come behind the others: they are as large as all the rest. */
  let reader = null;
  let searched = index(engine, rulesIn);
  /** Articles and entries of the contents, by rule, as drawn in the language spoken. */
  let drawn = [];

  function rulesIn(language) { return [...engine.rules({ language }).rules, ...(reader ? reader.rules({ language }).rules : [])]; }
  const year = () => (find("year").value === "" ? null : Number(find("year").value));

  function options() {
    const keep = [find("year").value, find("severity").value];
    find("year").replaceChildren(element("option", { value: "", text: say("anyYear") }), ...engine.years().map((one) => element("option", { value: one, text: say("yearOf", { year: one }) })));
    find("severity").replaceChildren(element("option", { value: "", text: say("anySeverity") }), ...["error", "warning", "notice"].map((one) => element("option", { value: one, text: say(one) })));
    [find("year").value, find("severity").value] = keep;
  }

  function draw() {
    drawn = [];
    find("contents").replaceChildren();
    find("book").replaceChildren(element("p", { class: "nothing", id: "nothing", hidden: true, text: say("foundNone") }), certaintyKey());
    add(rulesIn(spoken()));
  }

  /** Articles behind those that are there, each group of them a chapter. */
  function add(rules) {
    for (const group of groups) {
      const own = rules.filter((rule) => groupOf(rule) === group);
      if (own.length === 0) continue;
      const nodes = own.map((rule) => article(engine, rule, year(), reader));
      const chapter = element("section", { class: "chapter", "aria-labelledby": `group-${group}` }, element("h2", { id: `group-${group}`, text: say(`group_${group}`) }), ...nodes);
      const entries = own.map((rule) => element("li", { "data-severity": rule.severity }, element("a", { href: `#${rule.id}` }, icon(rule.severity), element("span", { text: rule.title }))));
      const list = element("div", { class: "part" }, element("h2", { text: say(`group_${group}`) }), element("ul", null, ...entries));
      own.forEach((rule, place) => drawn.push({ rule, node: nodes[place], entry: entries[place], chapter, list }));
      find("contents").append(list);
      find("nothing").before(chapter);
    }
    const { version, hash } = engine.rules({ language: spoken() });
    write(find("edition"), say("edition", { count: drawn.length, version, hash }));
    narrow();
  }

  /** The rules of the readers, once those are there; a page that cannot have them shows the others. */
  async function addReaders() {
    reader = await loadReader();
    searched = index(engine, rulesIn);
    const rules = reader.rules({ language: spoken() }).rules;
    add(rules);
    if (rules.some(({ id }) => `#${id}` === location.hash)) goToAddress();
  }

  function narrow() {
    const asked = find("search").value;
    const severity = find("severity").value;
    let count = 0;
    for (const { rule, node, entry } of drawn) {
      const isFound = matches(searched.get(rule.id), asked) && (severity === "" || rule.severity === severity) && (year() === null || (rule.since <= year() && year() <= (rule.until ?? Infinity)));
      node.hidden = !isFound;
      entry.hidden = !isFound;
      if (isFound) count += 1;
    }
    for (const { chapter, list } of drawn) {
      const isEmpty = drawn.every((one) => one.chapter !== chapter || one.node.hidden);
      chapter.hidden = isEmpty;
      list.hidden = isEmpty;
    }
    write(find("found"), say("found", { count }));
    find("nothing").hidden = count > 0;
  }

  /** The rule that the address names, in sight whatever the search says. */
  function goToAddress() {
    for (const node of document.querySelectorAll(".rule.is-cited")) node.classList.remove("is-cited");
    let id;
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const cited = drawn.find(({ rule }) => rule.id === id);
    if (!cited) return;
    if (cited.node.hidden) {
      find("search").value = "";
      find("year").value = "";
      find("severity").value = "";
      narrow();
    }
    cited.node.classList.add("is-cited");
    cited.node.scrollIntoView({ block: "start" });
    cited.node.focus({ preventScroll: true });
  }

  masthead(() => {
    options();
    draw();
  });
  options();
  draw();
  goToAddress();
  addReaders().catch(console.error);
  addEventListener("hashchange", goToAddress);
  find("search").addEventListener("input", narrow);
  find("severity").addEventListener("change", narrow);
  find("year").addEventListener("change", draw);
}

learn(words);
load().then(start).catch((reason) => {
  cannotStart(find("book"), reason);
});
