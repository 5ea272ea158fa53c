// The tools above the form: examples, files in and out, clearing, forgetting.

import { exampleChoices } from "./empty.js";
import { icon } from "./icons.js";

const find = (id) => document.getElementById(id);

export class Tools {
  #examples;
  #handlers;

  constructor(examples, handlers) {
    this.#examples = examples;
    this.#handlers = handlers;
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
    for (const name of ["back", "forth"]) find(name).append(icon(name));
    for (const name of ["clear", "forget", "back", "forth"]) find(name).addEventListener("click", handlers[name]);
    for (const name of ["out", "in", "examples"]) this.#menu(find(name));
  }

  /** Whether there is a step to take back, or to do again. Neither loses the focus by it. */
  follow(draft) {
    find("back").setAttribute("aria-disabled", String(draft.stepBefore() === null));
    find("forth").setAttribute("aria-disabled", String(draft.stepAfter() === null));
  }

  /** The examples, in the language spoken. */
  draw() {
    const choices = exampleChoices(this.#examples, (example) => {
      find("examples").open = false;
      this.#handlers.example(example);
    });
    choices.id = "example-choices";
    find("example-choices").replaceWith(choices);
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
