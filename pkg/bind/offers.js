// What is offered at the field in focus: the figure that a sum or a balance asks for, and the repair that would mend
// the form. Neither is written unless somebody takes it.
import { computed } from "../computed.js";
import { element, empty, remove } from "../nodes.js";
import { beside } from "./marks.js";
import { isWritable } from "./fields.js";

/** Between the field and what is offered. */
const GAP = 3;

export class Offers {
  constructor({ document, say, relations, take, apply }) {
    this.document = document;
    this.say = say;
    this.relations = relations;
    this.take = take;
    this.apply = apply;
    this.node = element(document, "span", { class: "gouji-offer", "data-gouji-own": true });
    this.shown = "";
    this.only = null;
  }

  /** The figures that relations ask for in this cell, each once, with the equation that asks for it. */
  valuesFor(cell, session, states, isBlank) {
    const values = new Map();
    for (const [key, relation] of this.relations) {
      if (!relation.all.includes(cell)) continue;
      const isAsked = isBlank(cell) ? relation.all.filter(isBlank).length === 1 : relation.total === cell && states.get(key).state === "broken" && !relation.all.some(isBlank);
      const value = isAsked ? computed(session, relation, cell) : null;
      if (value !== null && String(value) !== String(session.get(cell)) && !values.has(value)) values.set(value, relation.equation);
    }
    return [...values].map(([value, equation]) => ({ value, equation }));
  }

  /**
   * Shows what there is at a field, or with none of it takes the offer away. What the key takes is said to those who
   * hear the page; where there is more than one thing to take, only a click tells which.
   */
  show(field, values, repair) {
    const isThere = field !== null && isWritable(field) && (values.length > 0 || repair !== null);
    const shown = isThere ? JSON.stringify([values, repair]) : "";
    if (shown === this.shown && (!isThere || (this.field === field && this.node.isConnected))) {
      // The marks below the field may have come or gone.
      if (isThere) this.place();
      return;
    }
    this.shown = shown;
    this.field = field;
    empty(this.node);
    this.only = null;
    if (!isThere) {
      remove(this.node);
      return;
    }
    const takings = values.map(({ value }) => () => this.take(field, value));
    values.forEach(({ value, equation }, place) => this.add(this.say("take", { value }), equation, takings[place]));
    if (repair !== null) {
      const count = repair.changes.filter(({ to }) => to !== null).length;
      takings.push(() => this.apply(repair));
      this.add(count > 1 ? this.say("repairTakeMany", { count }) : this.say("repairTake"), this.say("repair") + " \u00b7 " + repair.reason, takings[takings.length - 1]);
    }
    if (takings.length === 1) this.only = takings[0];
    beside(field, this.node);
    this.place();
  }

  /**
   * Above the field: what is typed next stands beside and below it. Where the window ends above, below the field. Near the
   * right edge it is moved to the left as far as needed, so that the page grows no wider.
   */
  place() {
    const { style } = this.node;
    style.marginTop = "";
    style.marginLeft = "";
    const box = this.node.getBoundingClientRect();
    const over = box.right - this.document.documentElement.clientWidth + 4;
    if (over > 0) style.marginLeft = -Math.ceil(over) + "px";
    const { position, marginTop } = this.document.defaultView.getComputedStyle(this.node);
    const { top } = this.field.getBoundingClientRect();
    // Without the style it stands in the flow.
    if (position === "absolute" && top - GAP - box.height >= 0) style.marginTop = parseFloat(marginTop) + top - GAP - box.bottom + "px";
  }

  /** What the key would do, for the description of the field. */
  hint(values, repair) {
    if (values.length === 1 && repair === null) return this.say("takeWhy", values[0]) + this.say("takeKey");
    if (values.length === 0 && repair !== null) return this.say("repair") + " \u00b7 " + repair.reason + this.say("repairKey");
    return values.length === 0 ? null : values.map((one) => this.say("takeWhy", one)).join(" ");
  }

  add(label, why, action) {
    this.node.appendChild(element(this.document, "button", {
      type: "button", class: "gouji-take", tabindex: "-1", text: label, title: why,
      // The focus stays in the field.
      mousedown: (event) => event.preventDefault(),
      click: (event) => {
        event.preventDefault();
        action();
      },
    }));
    this.node.appendChild(element(this.document, "span", { class: "gouji-why", text: why }));
  }

  /** Takes what the key takes. Says whether there was one. */
  takeOnly() {
    if (this.only === null) return false;
    this.only();
    return true;
  }

  clear() {
    remove(this.node);
    this.shown = "";
    this.only = null;
  }
}
