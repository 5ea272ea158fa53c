// The rule book: searched, narrowed, cited.

import { element, write } from "../element.js";
import { load } from "../engine.js";
import { icon } from "../icons.js";
import { cannotStart, masthead } from "../masthead.js";
import { learn, say, spoken } from "../words.js";
import { article, certaintyKey, groupOf, groups } from "./book.js";
import { index, matches } from "./search.js";
import { words } from "./words.js";

const find = (id) => document.getElementById(id);

function start(engine) {
  const searched = index(engine);
  /** Articles and entries of the contents, by rule, as drawn in the language spoken. */
  let drawn = [];

  const year = () => (find("year").value === "" ? null : Number(find("year").value));

  function options() {
    const keep = [find("year").value, find("severity").value];
    find("year").replaceChildren(element("option", { value: "", text: say("anyYear") }), ...engine.years().map((one) => element("option", { value: one, text: say("yearOf", { year: one }) })));
    find("severity").replaceChildren(element("option", { value: "", text: say("anySeverity") }), ...["error", "warning", "notice"].map((one) => element("option", { value: one, text: say(one) })));
    [find("year").value, find("severity").value] = keep;
  }

  function draw() {
    const { rules, version, hash } = engine.rules({ language: spoken() });
    write(find("edition"), say("edition", { count: rules.length, version, hash }));
    drawn = [];
    const parts = groups.map((group) => ({ group, rules: rules.filter((rule) => groupOf(rule) === group) })).filter((part) => part.rules.length > 0);
    const chapters = parts.map((part) => {
      const sections = part.rules.map((rule) => ({ rule, node: article(engine, rule, year()) }));
      const chapter = element("section", { class: "chapter", "aria-labelledby": `group-${part.group}` }, element("h2", { id: `group-${part.group}`, text: say(`group_${part.group}`) }), ...sections.map(({ node }) => node));
      const entries = part.rules.map((rule) => element("li", { "data-severity": rule.severity }, element("a", { href: `#${rule.id}` }, icon(rule.severity), element("span", { text: rule.title }))));
      const list = element("div", { class: "part" }, element("h2", { text: say(`group_${part.group}`) }), element("ul", null, ...entries));
      sections.forEach(({ rule, node }, place) => drawn.push({ rule, node, entry: entries[place], chapter, list }));
      return { chapter, list };
    });
    find("contents").replaceChildren(...chapters.map(({ list }) => list));
    find("book").replaceChildren(...chapters.map(({ chapter }) => chapter), element("p", { class: "nothing", id: "nothing", hidden: true, text: say("foundNone") }), certaintyKey());
    narrow();
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
  addEventListener("hashchange", goToAddress);
  find("search").addEventListener("input", narrow);
  find("severity").addEventListener("change", narrow);
  find("year").addEventListener("change", draw);
}

learn(words);
load().then(start).catch((reason) => {
  cannotStart(find("book"), reason);
});
