// The tools above the form: what the report says of itself, examples, files, clearing, the whole check.

import { element, write } from "./element.js";
import { exampleChoices } from "./empty.js";
import { examples } from "./examples/index.js";
import { say } from "./words.js";

const levels = ["nation", "province", "city", "county", "township"];
const kinds = ["government", "department"];
const find = (id) => document.getElementById(id);

export class Tools {
  #years;
  #handlers;

  constructor(years, handlers) {
    this.#years = years;
    this.#handlers = handlers;
    find("year").addEventListener("change", ({ target }) => handlers.refile({ year: Number(target.value) }));
    for (const name of ["level", "kind"]) find(name).addEventListener("change", ({ target }) => handlers.refile({ [name]: target.value || undefined }));
    for (const [button, field, options] of [["import", "file", {}], ["import-previous", "file-previous", { isPrevious: true }]]) {
      find(button).addEventListener("click", () => find(field).click());
      find(field).addEventListener("change", ({ target }) => {
        const chosen = [...target.files];
        target.value = "";
        handlers.imported(chosen, options);
      });
    }
    for (const name of ["export", "copy", "print-form", "print-sheet"]) {
      find(name).addEventListener("click", () => {
        find("out").open = false;
        handlers[name]();
      });
    }
    this.#menu(find("out"));
    this.#menu(find("in"));
    find("clear").addEventListener("click", handlers.clear);
    find("whole").addEventListener("click", handlers.whole);
    this.#menu(find("examples"));
    this.draw();
  }

  /** The choices, in the language spoken. */
  draw() {
    const options = (names) => names.map(([value, text]) => element("option", { value, text }));
    find("year").replaceChildren(...options([...this.#years].reverse().map((year) => [year, say("yearOf", { year })])));
    find("level").replaceChildren(...options([["", say("unsaid")], ...levels.map((name) => [name, say(name)])]));
    find("kind").replaceChildren(...options([["", say("unsaid")], ...kinds.map((name) => [name, say(name)])]));
    const choices = exampleChoices(examples, (report) => {
      find("examples").open = false;
      this.#handlers.example(report);
    });
    choices.id = "example-choices";
    find("example-choices").replaceWith(choices);
  }

  show({ report }) {
    find("year").value = String(report.year);
    find("level").value = report.level ?? "";
    find("kind").value = report.kind ?? "";
  }

  /** Say where figures went that this year's form has no cell for. */
  aside(draft) {
    const count = Object.keys(draft.aside).length;
    write(find("aside-note"), count > 0 ? say("aside", { count, year: draft.report.year }) : "");
  }

  /** A menu closes when the focus or a click goes elsewhere, and on Escape. */
  #menu(menu) {
    document.addEventListener("pointerdown", ({ target }) => { if (!menu.contains(target)) menu.open = false; });
    menu.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false; });
    menu.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }
}
