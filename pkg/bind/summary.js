// The summary at submission: what is wrong, each with a link to the cell, and where the explanations are written.
import { element, empty, remove, write } from "../nodes.js";
import { likeliest, MOST } from "../offered.js";
import { keyOf } from "../suspected.js";

/** More blanks than this are one entry. */
const CROWD = 5;

export class Summary {
  /**
   * `go(finding)` leads to its cell, `isPlaced(finding)` says whether it has one, `reach(cell)` gives a cell the focus;
   * `explain(key, text)` takes an explanation, `nameOf(key)` names the field of one where the form is to send it as it
   * stands; `apply(repair)`.
   */
  constructor({ document, say, id, go, reach, explain, apply, isPlaced = () => true, nameOf = () => null }) {
    this.document = document;
    this.say = say;
    this.id = id;
    this.handlers = { go, reach, explain, apply, isPlaced, nameOf };
    this.title = this.make("h2", { class: "gouji-summary-title", id: id + "-title", text: say("title") });
    this.lists = this.make("div", { class: "gouji-summary-lists" });
    // As in the error summary of the GOV.UK design system: the alert inside, the focus outside.
    this.node = this.make("div", { class: "gouji-summary", tabindex: "-1", "aria-labelledby": this.title.id, "data-gouji-own": true },
      this.make("div", { role: "alert" }, this.title, this.lists));
    this.fields = new Map();
    this.shown = "";
  }

  make(name, attributes, ...children) {
    return element(this.document, name, attributes, ...children);
  }

  get isShown() {
    return this.node.parentNode !== null;
  }

  show(errors, warnings, repairs, explanations) {
    const shown = JSON.stringify([errors, warnings, repairs].map((list) => list.map((one) => [one.rule, one.at, one.message || one.reason])));
    if (shown === this.shown) return;
    this.shown = shown;
    const typing = this.node.contains(this.document.activeElement) ? this.document.activeElement : null;
    empty(this.lists);
    if (errors.length > 0) {
      this.lists.appendChild(this.make("h3", { class: "gouji-error", text: this.say("errors", { count: errors.length }) }));
      this.lists.appendChild(this.errors(errors));
      if (repairs.length > 0) this.lists.appendChild(this.repairs(likeliest(repairs)));
    }
    if (warnings.length > 0) {
      this.lists.appendChild(this.make("h3", { class: "gouji-warning", text: this.say("warnings", { count: warnings.length }) }));
      this.lists.appendChild(this.make("p", { class: "gouji-hint", text: this.say("explanationHint") }));
      this.lists.appendChild(this.make("ul", null, ...warnings.map((finding) => this.warning(finding, explanations))));
    }
    // An explanation that is being typed stays under the hands.
    if (typing !== null && typing.isConnected) typing.focus();
  }

  errors(findings) {
    const blanks = findings.filter(({ rule }) => rule === "cell-blank");
    const isCrowd = blanks.length > CROWD;
    const list = this.make("ul", null, ...findings.filter((one) => !isCrowd || !blanks.includes(one)).map((one) => this.make("li", null, this.link(one, one.message))));
    if (isCrowd) {
      const each = this.make("ul", null, ...blanks.map((one) => this.make("li", null, this.link(one, one.message))));
      list.appendChild(this.make("li", null, this.link(blanks[0], this.say("blanks", { count: blanks.length })),
        this.make("details", null, this.make("summary", { text: this.say("each") }), each)));
    }
    return list;
  }

  link(finding, text) {
    if (!this.handlers.isPlaced(finding)) return this.make("span", { text });
    return this.make("a", {
      href: "#", text,
      click: (event) => {
        event.preventDefault();
        this.handlers.go(finding);
      },
    });
  }

  warning(finding, explanations) {
    const key = keyOf(finding);
    let field = this.fields.get(key);
    if (field === undefined) {
      const id = this.id + "-explanation-" + this.fields.size;
      const input = this.make("textarea", { id, name: this.handlers.nameOf(key), rows: "2", class: "gouji-explanation", input: () => this.handlers.explain(key, input.value) });
      input.value = explanations[key] || "";
      field = { input, label: this.make("label", { for: id, text: this.say("explanation") }) };
      this.fields.set(key, field);
    }
    field.input.setAttribute("aria-label", this.say("explanation") + ": " + finding.message);
    return this.make("li", null, this.link(finding, finding.message), this.make("div", null, field.label, field.input));
  }

  /** What is as likely as the first stands beside it: the figures alone cannot tell which. */
  repairs(repairs) {
    const several = this.make("p", { class: "gouji-hint", text: this.say("repairSeveral", { count: repairs.length }) });
    return this.make("div", null, repairs.length > 1 ? several : null, ...repairs.slice(0, MOST).map((repair) => this.repair(repair)));
  }

  repair(repair) {
    const count = repair.changes.filter(({ to }) => to !== null).length;
    const words = this.make("p", { class: "gouji-hint" });
    write(words, this.say("repair") + " \u00b7 " + repair.reason);
    if (count === 0) return words;
    const label = count > 1 ? this.say("repairTakeMany", { count }) : this.say("repairTake");
    return this.make("div", null, words, this.make("button", { type: "button", class: "gouji-take", text: label, click: () => this.take(repair) }));
  }

  /** The button goes with what it mends: the focus stays with what is left, or goes where the figure is. */
  take(repair) {
    this.handlers.apply(repair);
    if (this.isShown) this.node.focus();
    else this.handlers.reach(repair.changes[0].cell);
  }

  /** Puts it in its place and gives it the focus. */
  present(place, isFocused) {
    if (!this.isShown) place(this.node);
    if (isFocused) this.node.focus();
  }

  hide() {
    remove(this.node);
    this.shown = "";
  }

  /** The same, and what was written in it is gone. */
  forget() {
    this.hide();
    this.fields = new Map();
  }
}
