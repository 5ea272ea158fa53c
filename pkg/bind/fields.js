// Which element of the page holds which cell: said by the host, written at the element, or known by its labels.
import { recognise } from "./recognise.js";

const CONTROLS = "input, select, textarea";
const NO_FIGURE = /^(button|submit|reset|image|file|checkbox|radio|password)$/;

/** Whether a figure can stand in it. */
export function isControl(node) {
  return node.matches(CONTROLS) && !(node.tagName === "INPUT" && NO_FIGURE.test(node.type));
}

export const isHidden = (node) => node.tagName === "INPUT" && node.type === "hidden";
export const isOwn = (node) => node.closest("[data-gouji-own]") !== null;

/** What stands in a field, as it is written; an element that merely shows a figure may hold a mark of ours beside it. */
export function valueOf(field) {
  if (field.matches(CONTROLS)) return field.value;
  const own = [...field.children].some(isOwn);
  return (own ? [...field.childNodes].filter((node) => node.nodeType === 3 || !isOwn(node)).map((node) => node.textContent).join("") : field.textContent).trim();
}

/** Whether a person could type into it now. */
export function isWritable(field) {
  return isControl(field) && !isHidden(field) && !field.matches(":disabled") && !field.readOnly;
}

/** Whether it can be shown and take the focus. */
export function isReachable(field) {
  return isControl(field) && !isHidden(field) && !field.matches(":disabled") && field.getClientRects().length > 0;
}

/** Writes as a person would, so that the host's scripts, and frameworks that watch the property, notice. */
export function writeValue(field, value) {
  const prototype = { INPUT: "HTMLInputElement", SELECT: "HTMLSelectElement", TEXTAREA: "HTMLTextAreaElement" }[field.tagName];
  const window = field.ownerDocument.defaultView;
  const property = Object.getOwnPropertyDescriptor(window[prototype].prototype, "value");
  property.set.call(field, String(value));
  field.dispatchEvent(new window.Event("input", { bubbles: true }));
  field.dispatchEvent(new window.Event("change", { bubbles: true }));
}

export class Fields {
  /** `form`: what is bound; `scope`: the element that holds all its fields; `known`: what is known of the year. */
  constructor(form, scope, known, options) {
    this.form = form.matches("form") ? form : null;
    this.scope = scope;
    this.options = options;
    this.ids = known.ids;
    this.names = options.recognise ? known.names : null;
    this.elements = new Map();
    this.cells = new Map();
    /** The cells that have had a field: behind a tab it may be gone for a while. */
    this.found = new Set();
    this.find();
  }

  /** Where another form of the page lies within the scope, what belongs to it is none of ours. */
  belongs(node) {
    if (this.form === null) return true;
    const owner = node.matches(CONTROLS) ? node.form : node.closest("form");
    return owner === null || owner === this.form;
  }

  /** Looks for all fields anew. Gives the cells whose element is another one than before. */
  find() {
    const before = this.elements;
    this.elements = new Map();
    this.cells = new Map();
    this.twice = [];
    this.unknown = [];
    this.missing = [];
    this.unsure = [];
    /** Of these, the fields of tables in which others are known. */
    this.doubtful = [];
    this.fromMapping();
    this.fromAttributes();
    if (this.names !== null) this.fromLabels();
    return [...this.elements.keys()].filter((cell) => this.elements.get(cell) !== before.get(cell));
  }

  coverage() {
    const mapped = {};
    for (const [cell, element] of this.elements) mapped[cell] = element;
    return {
      mapped,
      unmapped: [...this.ids].filter((id) => !this.elements.has(id)),
      twice: this.twice.slice(),
      unknown: this.unknown.slice(),
      missing: this.missing.slice(),
      unsure: this.unsure.slice(),
    };
  }

  /** `element` holds `cell`, as far as neither is given away. */
  enter(cell, element) {
    if (!this.ids.has(cell)) {
      this.unknown.push({ cell, element });
      return;
    }
    const taken = this.elements.get(cell);
    if (taken === element) return;
    if (taken !== undefined || this.cells.has(element)) {
      this.twice.push({ cell, element });
      return;
    }
    this.elements.set(cell, element);
    this.cells.set(element, cell);
    this.found.add(cell);
  }

  fromMapping() {
    const { fields } = this.options;
    if (fields === null) return;
    if (typeof fields === "function") {
      for (const element of this.controls()) {
        const cell = fields(element.name || element.id, element);
        if (cell !== null && cell !== undefined && cell !== "") this.enter(String(cell), element);
      }
      return;
    }
    for (const cell of Object.keys(fields)) {
      const wanted = fields[cell];
      if (wanted === null || wanted === undefined) continue;
      const found = typeof wanted === "string" ? this.called(wanted) : [wanted];
      const elements = found.map(inner).filter((element) => element !== null);
      if (elements.length === 1) this.enter(cell, elements[0]);
      else if (elements.length === 0) this.missing.push({ cell, wanted });
      else for (const element of elements) this.twice.push({ cell, element });
    }
  }

  /** The elements that a text means: the controls of that name, else what the selector finds. */
  called(text) {
    const named = this.controls().filter(({ name }) => name === text);
    if (named.length > 0) return named;
    try {
      return [...this.scope.querySelectorAll(text)].filter((node) => this.belongs(node));
    } catch (noSelector) {
      return [];
    }
  }

  fromAttributes() {
    for (const node of this.scope.querySelectorAll("[data-gouji-cell]")) {
      if (!this.belongs(node)) continue;
      const cell = node.getAttribute("data-gouji-cell");
      const element = inner(node);
      if (element === null) this.missing.push({ cell, wanted: node });
      else this.enter(cell, element);
    }
  }

  fromLabels() {
    const tables = [...this.scope.querySelectorAll("table")];
    if (this.scope.matches("table")) tables.unshift(this.scope);
    let headers = null;
    const pairs = [];
    for (const table of tables) {
      if (!this.belongs(table)) continue;
      const own = (node) => node.closest("table") === table && this.belongs(node);
      if (![...table.querySelectorAll(CONTROLS)].some((node) => own(node) && isControl(node) && !isOwn(node))) {
        // A table without fields may be the head of the next one, whose body scrolls below it.
        if (table.rows.length > 0 && table.querySelector("table") === null) headers = table;
        continue;
      }
      const { found, unsure } = recognise(table, this.names, (td) => fieldIn(td, own), headers);
      pairs.push(...found);
      for (const { field, node } of unsure) {
        for (const element of field === "several" ? figuresIn(node) : [field]) if (!this.cells.has(element) && isControl(element)) {
          this.unsure.push(element);
          if (found.length > 0) this.doubtful.push(element);
        }
      }
      headers = null;
    }
    // A cell that two fields could be is neither.
    const count = new Map();
    for (const { cell } of pairs) count.set(cell, (count.get(cell) || 0) + 1);
    for (const { cell, value } of pairs) {
      if (this.elements.has(cell) || this.cells.has(value.field)) continue;
      if (count.get(cell) === 1) this.enter(cell, value.field);
      else this.twice.push({ cell, element: value.field });
    }
  }

  /** All controls that a figure could stand in. */
  controls() {
    return [...this.scope.querySelectorAll(CONTROLS)].filter((node) => isControl(node) && !isOwn(node) && this.belongs(node));
  }
}

/** The control itself, the only one inside an element, or the element where it merely shows a figure. */
function inner(node) {
  if (node.matches(CONTROLS)) return node;
  const controls = figuresIn(node);
  if (controls.length > 1) return null;
  return controls.length === 1 ? controls[0] : node;
}

/** The controls inside: those that are seen, else the hidden ones. */
function figuresIn(node) {
  const controls = [...node.querySelectorAll(CONTROLS)].filter((control) => isControl(control) && !isOwn(control));
  const seen = controls.filter((control) => !isHidden(control));
  return seen.length > 0 ? seen : controls;
}

/** What stands in a cell of a table: its only field, "several", null for none. A figure that is only shown counts, too. */
function fieldIn(td, own) {
  const controls = figuresIn(td).filter(own);
  if (controls.length > 1) return "several";
  if (controls.length === 1) return controls[0];
  return td.tagName === "TD" && [...td.children].every(isOwn) && /^\s*-?[0-9\uff10-\uff19][0-9\uff10-\uff19,.]*\s*$/.test(valueOf(td)) ? td : null;
}
