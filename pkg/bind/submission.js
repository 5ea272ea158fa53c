// What happens when the form is about to be sent. The form is never sent by us: it is held, or let go on its way.
import { element, remove } from "../nodes.js";
import { fieldsOf } from "./scope.js";

export class Submission {
  /** `review(isFocused)` says whether the form may go; `isOurs(field)` whether the browser holds it for our sake. */
  constructor({ document, form, options, review, isOurs, explanations }) {
    this.document = document;
    this.form = form;
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
      this.clicked = button !== null && button.form === form && /^(submit|image)$/.test(button.type) ? button : null;
    };
    // Above the form, so that it comes before the host's own listeners: what is held must not be sent by them either.
    document.addEventListener("submit", this.submit, true);
    document.addEventListener("invalid", this.invalid, true);
    document.addEventListener("click", this.click, true);
  }

  submitted(event) {
    if (event.target !== this.form) return;
    const submitter = event.submitter || this.clicked;
    this.clicked = null;
    this.tidy();
    // A draft may be saved with whatever it holds.
    if (submitter && (submitter.formNoValidate || (this.options.drafts !== null && submitter.matches(this.options.drafts)))) return;
    if (this.review(true)) {
      this.enclose();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** The browser's own validation has stopped the form before it came to be submitted, and tells each field. */
  refused(event) {
    if (event.target.form !== this.form || !this.isOurs(event.target)) return;
    event.preventDefault();
    if (this.isAsked) return;
    this.isAsked = true;
    setTimeout(() => {
      this.isAsked = false;
      // What the host itself finds wrong has the browser's bubble and the focus.
      const others = fieldsOf(this.form).some((field) => field.willValidate && !field.validity.valid && !this.isOurs(field));
      this.review(!others);
    }, 0);
  }

  /** The explanations go with the form. */
  enclose() {
    const given = this.explanations();
    for (const key of Object.keys(given)) {
      const node = element(this.document, "input", { type: "hidden", name: this.options.explanationName(key), value: given[key], "data-gouji-own": true });
      this.hidden.push(node);
      this.form.appendChild(node);
    }
  }

  tidy() {
    this.hidden.forEach(remove);
    this.hidden = [];
  }

  end() {
    this.tidy();
    this.document.removeEventListener("submit", this.submit, true);
    this.document.removeEventListener("invalid", this.invalid, true);
    this.document.removeEventListener("click", this.click, true);
  }
}
