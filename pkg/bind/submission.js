// What happens when the form is about to be sent. The form is never sent by us: it is held, or let go on its way.
import { element, remove } from "../nodes.js";
import { fieldsOf } from "./scope.js";

export class Submission {
  /**
   * `review(isFocused)` says whether the form may go; `isOurs(field)` whether the browser holds it for our sake; `holds(form)`
   * whether it is the one to hold: what is bound may also lie in a form, or around one. `root`: what all its events come by;
   * `sweep()` takes over what scripts have written.
   */
  constructor({ document, root, form, options, review, sweep, isOurs, holds, explanations }) {
    this.document = document;
    this.root = root;
    this.form = form;
    this.holds = holds;
    this.options = options;
    this.review = review;
    this.isOurs = isOurs;
    this.explanations = explanations;
    this.hidden = [];
    this.isAsked = false;
    this.clicked = null;
    this.submit = (event) => this.submitted(event);
    this.invalid = (event) => this.refused(event);
    this.click = (event) => {
      const button = event.target.closest ? event.target.closest("button, input") : null;
      this.clicked = button !== null && button.form !== null && this.holds(button.form) && /^(submit|image)$/.test(button.type) ? button : null;
      // The browser asks the fields next: what is mended must not stop the form as wrong.
      if (this.clicked !== null) sweep();
    };
    // Above the form, so that it comes before the host's own listeners: what is held must not be sent by them either.
    root.addEventListener("submit", this.submit, true);
    root.addEventListener("invalid", this.invalid, true);
    root.addEventListener("click", this.click, true);
  }

  submitted(event) {
    if (!this.holds(event.target)) return;
    const submitter = event.submitter || this.clicked;
    this.clicked = null;
    this.tidy();
    // A draft may be saved with whatever it holds, and what has been explained is a part of it.
    const isDraft = submitter && (submitter.formNoValidate || (this.options.drafts !== null && submitter.matches(this.options.drafts)));
    if (isDraft || this.review(true)) {
      this.enclose(event.target, isDraft);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** The browser's own validation has stopped the form before it came to be submitted, and tells each field. */
  refused(event) {
    const { form } = event.target;
    if (!form || !this.holds(form) || !this.isOurs(event.target)) return;
    event.preventDefault();
    if (this.isAsked) return;
    this.isAsked = true;
    setTimeout(() => {
      this.isAsked = false;
      // What the host itself finds wrong has the browser's bubble and the focus.
      const others = fieldsOf(form).some((field) => field.willValidate && !field.validity.valid && !this.isOurs(field));
      this.review(!others);
    }, 0);
  }

  /** The explanations go with the form; with a draft also those of warnings that are gone for now. */
  enclose(form = this.form, isDraft = false) {
    const given = this.explanations(isDraft);
    for (const key of Object.keys(given)) {
      const node = element(this.document, "input", { type: "hidden", name: this.options.explanationName(key), value: given[key], "data-gouji-own": true });
      this.hidden.push(node);
      form.appendChild(node);
    }
  }

  tidy() {
    this.hidden.forEach(remove);
    this.hidden = [];
  }

  end() {
    this.tidy();
    this.root.removeEventListener("submit", this.submit, true);
    this.root.removeEventListener("invalid", this.invalid, true);
    this.root.removeEventListener("click", this.click, true);
  }
}
