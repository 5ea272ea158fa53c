// What the report says of itself: the year, the level, the kind of the body.

import { element, write } from "./element.js";
import { say } from "./words.js";

const levels = ["nation", "province", "city", "county", "township"];
const kinds = ["government", "department"];
const find = (id) => document.getElementById(id);

export class Setup {
  #years;

  constructor(years, refile) {
    this.#years = years;
    find("year").addEventListener("change", ({ target }) => refile({ year: Number(target.value) }));
    for (const name of ["level", "kind"]) find(name).addEventListener("change", ({ target }) => refile({ [name]: target.value || undefined }));
    this.draw();
  }

  /** The choices, in the language spoken. */
  draw() {
    const options = (names) => names.map(([value, text]) => element("option", { value, text }));
    find("year").replaceChildren(...options([...this.#years].reverse().map((year) => [year, say("yearOf", { year })])));
    find("level").replaceChildren(...options([["", say("unsaid")], ...levels.map((name) => [name, say(name)])]));
    find("kind").replaceChildren(...options([["", say("unsaid")], ...kinds.map((name) => [name, say(name)])]));
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
}
