// The playground: which cells of the form a pasted page has, and the mapping that binds the rest.

import { element, write } from "../element.js";
import { miniature } from "../miniature.js";
import { cellName } from "../place.js";
import { formText, say, spoken } from "../words.js";
import { copyOf, largest, parsed } from "./inert.js";
import { mappingOf } from "./mapping.js";

export class Playground {
  #engine;
  #bind;
  #root;
  #told;
  #binding = null;
  #asked = null;

  /** `root`: where the coverage is shown; `told`: where it is said in one sentence. */
  constructor(engine, bind, root, told) {
    this.#engine = engine;
    this.#bind = bind;
    this.#root = root;
    this.#told = told;
  }

  async look(html, year) {
    this.clear();
    if (html.length > largest) return write(this.#told, say("tooMuch"));
    const page = parsed(html);
    const host = element("div", { class: "live", role: "region", "aria-label": say("copyLabel"), tabindex: 0 });
    // Apart from this page: ids of the pasted one mean nothing here, and its labels find their own fields.
    const shade = host.attachShadow({ mode: "open" });
    const form = document.createElement("form");
    form.noValidate = true;
    form.addEventListener("submit", (event) => event.preventDefault());
    const originals = copyOf(page, form);
    if (originals.size === 0) return write(this.#told, say("noFields"));
    // Colours and type come from the page around it.
    for (const address of ["style/live.css", "../pkg/gouji.css"]) shade.append(element("link", { rel: "stylesheet", href: address }));
    shade.append(form);
    this.#asked = { html, year };
    const live = element("section", { class: "live-part" }, element("h3", { text: say("copyTitle") }), element("p", { class: "lead", text: say("copyNote") }), host);
    this.#root.append(live);
    this.#root.hidden = false;
    this.#binding = this.#bind(form, { year, language: spoken(), explain: false, onUnavailable: (error) => write(this.#told, error.message) });
    if (!(await this.#binding.ready)) return;
    const coverage = this.#binding.coverage();
    this.#name(coverage, originals);
    live.before(...this.#shown(coverage, originals, page, year));
  }

  /** Show what was pasted once more, as in another language. */
  async again() { if (this.#asked) await this.look(this.#asked.html, this.#asked.year); }

  clear() {
    this.#binding?.unbind();
    this.#binding = null;
    this.#asked = null;
    this.#root.replaceChildren();
    this.#root.hidden = true;
    write(this.#told, "");
  }

  /** Each control of the copy says what it is, also where the pasted page left it without a name. */
  #name(coverage, originals) {
    const form = this.#engine.form(this.#asked.year);
    const cells = new Map(form.cells.map((cell) => [cell.id, cell]));
    const named = new Map(Object.entries(coverage.mapped).map(([cell, field]) => [field, cells.get(cell)]));
    for (const field of originals.keys()) {
      if (named.has(field)) field.setAttribute("aria-label", cellName(named.get(field)));
      else if (!field.getAttribute("aria-label") && !(field.labels?.length > 0)) field.setAttribute("aria-label", field.name || field.id || say("fieldUnknown"));
    }
  }

  #shown(coverage, originals, page, year) {
    const form = this.#engine.form(year);
    const cells = new Map(form.cells.map((cell) => [cell.id, cell]));
    const entries = form.cells.filter(({ id }) => coverage.mapped[id]).map(({ id }) => [id, originals.get(coverage.mapped[id])]);
    write(this.#told, say("covered", { count: entries.length, all: form.cells.length }));
    const name = (cell) => (cells.has(cell) ? cellName(cells.get(cell)) : cell);
    const called = (field) => field.name || field.id || say("unnamed");
    const roles = new Map(entries.map(([cell]) => [cell, { role: "covered" }]));
    const pictures = form.tables.map((table) => {
      const own = form.cells.filter((cell) => cell.table === table.id);
      const words = say("ofTable", { title: formText({ text: table.title, english: table.english }), count: own.filter(({ id }) => roles.has(id)).length, all: own.length });
      return element("figure", null, miniature(table, roles, words), element("figcaption", { text: words }));
    });
    const code = mappingOf({ year, entries, missing: coverage.unmapped, page, unnamed: say("unnamed") });
    const list = (word, some, note = null) => (some.length === 0 ? null : element("details", { class: "drawer" }, element("summary", { text: say(word, { count: some.length }) }), note ? element("p", { text: say(note) }) : null, element("ul", { class: "names" }, ...some.map((text) => element("li", { text })))));
    return [
      element("section", { class: "covered-part" }, element("h3", { text: say("coveredTitle") }), element("div", { class: "pictures" }, ...pictures)),
      element("section", { class: "mapping-part" }, element("h3", { text: say("mappingTitle") }), element("p", { class: "lead", text: say("mappingNote") }), codeBlock(code, say("mappingTitle"), "mapping")),
      list("unsureTitle", coverage.unsure.map(called), "unsureNote"),
      list("twiceTitle", coverage.twice.map(({ cell, element: field }) => `${name(cell)} · ${called(field)}`)),
      list("unknownTitle", coverage.unknown.map(({ cell, element: field }) => `${cell} · ${called(field)}`)),
      list("unmappedTitle", coverage.unmapped.map(name)),
    ].filter(Boolean);
  }
}

/** Code with a button that copies it; where the browser forbids that, it is selected for the reader to copy. */
export function codeBlock(code, label, id = null) {
  const text = element("code", { text: code });
  const said = element("span", { class: "copied", role: "status" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      write(said, say("copied"));
    } catch {
      getSelection().selectAllChildren(text);
      write(said, say("selectIt"));
    }
  };
  return element("div", { class: "code", id }, element("pre", { tabindex: 0, role: "region", "aria-label": say("snippetCode", { title: label }) }, text),
    element("div", { class: "code-actions" }, said, element("button", { type: "button", class: "quiet", text: say("copy"), click: copy })));
}
