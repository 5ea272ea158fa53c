// The element as the page sees it. What it is made of is nobody else's.
import { Filling } from "./filling.js";
import { dressAgain } from "./dress.js";
import { noReport, reportFrom } from "./settings.js";

/** Attributes after which the form is drawn anew. */
const DRAWN = ["year", "level", "kind", "body", "language", "blank", "sections", "explain"];

const fillings = new WeakMap();

/** A class of its own for each name that it is defined under. */
export function createTag() {
  return class GoujiReportElement extends HTMLElement {
    static get formAssociated() {
      return true;
    }

    static get observedAttributes() {
      return DRAWN.concat(["value", "previous", "readonly", "disabled", "name", "stylesheet"]);
    }

    constructor() {
      super();
      fillings.set(this, new Filling(this, this.attachShadow({ mode: "open" })));
    }

    connectedCallback() {
      // What a page has set before the element was defined.
      for (const name of ["value", "previous", "reader", "name", "disabled", "readOnly"]) {
        if (!Object.prototype.hasOwnProperty.call(this, name)) continue;
        const value = this[name];
        delete this[name];
        // Nobody calls here who could hear of it; the form starts all the same.
        try {
          this[name] = value;
        } catch (error) {
          setTimeout(() => { throw error; }, 0);
        }
      }
      if (typeof this.attachInternals !== "function") this.formDisabledCallback(this.hasAttribute("disabled"));
      fillings.get(this).connect();
    }

    disconnectedCallback() {
      fillings.get(this).disconnect();
    }

    attributeChangedCallback(name, before, now) {
      const filling = fillings.get(this);
      if (before === now) return;
      // As with fields of a page: the attribute is the value before anything was typed.
      const isUntouched = filling.draft === null || filling.draft.steps.length === 0;
      if (filling.hasBegun && (name === "previous" || (name === "value" && isUntouched))) {
        try {
          this[name] = now;
        } catch (error) {
          filling.told.delete(noReport(name).message);
          filling.tell([noReport(name)]);
        }
      }
      if (!this.isConnected) {
        // Out of the page it holds nothing of the core; whatever else an attribute says is read when it comes back.
        if (filling.draft !== null) filling.draft.close();
        return;
      }
      if (name === "name" || name === "disabled") filling.submission.follow();
      if (name === "stylesheet") return dressAgain(this.shadowRoot, this);
      if (name === "disabled" && typeof this.attachInternals !== "function") return this.formDisabledCallback(now !== null);
      if (!filling.hasBegun) return;
      if (name === "readonly") filling.attempt(() => filling.redraw());
      if (!DRAWN.includes(name) || filling.isComing) return;
      // Several attributes that are set one after another draw once.
      filling.isComing = true;
      Promise.resolve().then(() => {
        filling.isComing = false;
        filling.attempt(() => filling.redraw());
      });
    }

    formResetCallback() {
      fillings.get(this).reset();
    }

    formDisabledCallback(disabled) {
      const filling = fillings.get(this);
      filling.isDisabled = disabled;
      if (filling.hasBegun) filling.attempt(() => filling.redraw());
    }

    formStateRestoreCallback(state) {
      if (typeof state === "string") this.value = state;
    }

    get value() {
      const filling = fillings.get(this);
      if (filling.draft !== null) return filling.draft.report();
      return filling.given === undefined ? reportFrom(this.getAttribute("value")) : filling.given;
    }

    set value(value) {
      const report = reportFrom(value);
      const filling = fillings.get(this);
      filling.given = report;
      if (filling.hasBegun) filling.attempt(() => filling.open(report));
    }

    toJSON() {
      return this.value;
    }

    get previous() {
      return fillings.get(this).previous || null;
    }

    set previous(value) {
      const filling = fillings.get(this);
      filling.previous = value === null || value === undefined || value === "" ? null : reportFrom(value);
      if (filling.hasBegun) filling.attempt(() => filling.redraw());
    }

    get reader() {
      return fillings.get(this).reader;
    }

    set reader(value) {
      if (value !== null && typeof value !== "function") throw new TypeError("gouji-report: the reader must be a function");
      fillings.get(this).reader = value;
    }

    /** What stands now, as for submission. */
    get findings() {
      const { draft } = fillings.get(this);
      return draft === null ? [] : draft.findings(true);
    }

    undo() {
      return fillings.get(this).undo();
    }

    redo() {
      return fillings.get(this).redo();
    }

    forget() {
      fillings.get(this).forget();
    }

    focus() {
      const filling = fillings.get(this);
      if (filling.draft !== null) filling.sheet.focus(filling.draft.form.cells[0].id);
    }

    get type() {
      return this.localName;
    }

    get name() {
      return this.getAttribute("name") || "";
    }

    set name(value) {
      this.setAttribute("name", value);
    }

    get disabled() {
      return this.hasAttribute("disabled");
    }

    set disabled(value) {
      if (value) this.setAttribute("disabled", "");
      else this.removeAttribute("disabled");
    }

    get readOnly() {
      return this.hasAttribute("readonly");
    }

    set readOnly(value) {
      if (value) this.setAttribute("readonly", "");
      else this.removeAttribute("readonly");
    }

    get form() {
      return fillings.get(this).submission.form;
    }

    get willValidate() {
      return fillings.get(this).submission.willValidate;
    }

    get validity() {
      return fillings.get(this).submission.validity;
    }

    get validationMessage() {
      return fillings.get(this).submission.validationMessage;
    }

    checkValidity() {
      const filling = fillings.get(this);
      filling.isQuiet = true;
      try {
        return filling.submission.checkValidity();
      } finally {
        filling.isQuiet = false;
      }
    }

    reportValidity() {
      return fillings.get(this).submission.reportValidity();
    }
  };
}
