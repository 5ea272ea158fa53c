// How the report takes part in the form around it: its value, whether it may be submitted, and what the form asks of it.
// Browsers since 2023 (Chromium 77, Firefox 98, Safari 16.4) know elements that are form controls of their own; in older
// ones a hidden field beside the shadow holds the value, and submission is stopped by hand.

export function submissionOf(host, handlers) {
  return typeof host.attachInternals === "function" && "ElementInternals" in window && "setFormValue" in window.ElementInternals.prototype
    ? new Internals(host)
    : new HiddenField(host, handlers);
}

class Internals {
  constructor(host) {
    this.internals = host.attachInternals();
  }

  get form() {
    return this.internals.form;
  }

  get willValidate() {
    return this.internals.willValidate;
  }

  get validity() {
    return this.internals.validity;
  }

  get validationMessage() {
    return this.internals.validationMessage;
  }

  write(text) {
    this.internals.setFormValue(text, text);
  }

  /** `message`: why it may not be submitted, "" where it may; `anchor`: where the browser leads to. */
  judge(flags, message, anchor) {
    if (message === "") this.internals.setValidity({});
    else if (anchor === null) this.internals.setValidity(flags, message);
    else this.internals.setValidity(flags, message, anchor);
  }

  checkValidity() {
    return this.internals.checkValidity();
  }

  reportValidity() {
    return this.internals.reportValidity();
  }

  connect() {}

  disconnect() {}

  follow() {}
}

class HiddenField {
  /** `handlers`: reset(), invalid(): show why, and lead there. */
  constructor(host, handlers) {
    this.host = host;
    this.handlers = handlers;
    this.field = document.createElement("input");
    this.field.type = "hidden";
    this.flags = {};
    this.validationMessage = "";
    this.joined = null;
    this.onSubmit = (event) => this.submitted(event);
    this.onReset = () => setTimeout(() => handlers.reset());
  }

  get form() {
    return this.host.closest("form");
  }

  get willValidate() {
    return !this.host.hasAttribute("disabled") && !this.host.hasAttribute("readonly") && this.host.closest("fieldset[disabled]") === null;
  }

  get validity() {
    return Object.assign({ valid: this.validationMessage === "" }, this.flags);
  }

  write(text) {
    this.field.value = text;
  }

  judge(flags, message) {
    this.flags = message === "" ? {} : flags;
    this.validationMessage = message;
  }

  checkValidity() {
    if (!this.willValidate || this.validationMessage === "") return true;
    this.host.dispatchEvent(new Event("invalid", { cancelable: true }));
    return false;
  }

  reportValidity() {
    const isValid = this.checkValidity();
    if (!isValid) this.handlers.invalid();
    return isValid;
  }

  submitted(event) {
    const { submitter } = event;
    if (this.joined.noValidate || (submitter && submitter.formNoValidate)) return;
    if (this.reportValidity()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  connect() {
    if (this.field.parentNode === null) this.host.appendChild(this.field);
    this.follow();
    const { form } = this;
    if (form === this.joined) return;
    this.disconnect();
    this.joined = form;
    if (form === null) return;
    form.addEventListener("submit", this.onSubmit, true);
    form.addEventListener("reset", this.onReset);
  }

  disconnect() {
    if (this.joined === null) return;
    this.joined.removeEventListener("submit", this.onSubmit, true);
    this.joined.removeEventListener("reset", this.onReset);
    this.joined = null;
  }

  /** The name, and whether the report is submitted at all, are those of the host. */
  follow() {
    const name = this.host.getAttribute("name");
    if (name === null) this.field.removeAttribute("name");
    else this.field.name = name;
    this.field.disabled = this.host.hasAttribute("disabled");
  }
}
