// Marks on the cells: what a finding says of them, and which cells the chosen finding is about.

import { nameOf } from "./draft.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

const order = ["error", "warning", "notice"];
/** Of a finding about more cells than this one alone is marked, the likeliest; more findings of one rule mark faintly. */
const few = 6;
/** The id of the element that holds a finding's message. */
export const messageId = (name) => `finding-${name}`;

export class Marks {
  #form;
  #chosen = [];
  /** The names of the findings that are one of very many of their kind. */
  #crowded = new Set();
  /** What repairs say: which findings they mend, by which cells. */
  #mended = { names: new Set(), cells: new Set() };
  /** cell → names of the findings about it, gravest first */
  findingsOf = new Map();

  constructor(form) { this.#form = form; }

  show(findings) {
    const sorted = order.flatMap((severity) => findings.filter((one) => one.severity === severity));
    const about = ({ cells }) => cells.filter(({ previous, role }) => !previous && role !== "when").map(({ cell }) => cell);
    this.findingsOf = new Map();
    for (const finding of sorted) for (const cell of about(finding)) this.findingsOf.set(cell, [...(this.findingsOf.get(cell) ?? []), nameOf(finding)]);
    const severities = new Map();
    for (const finding of sorted) {
      for (const cell of finding.cells.length > few ? [this.suspect(finding)] : about(finding)) if (!severities.has(cell)) severities.set(cell, finding.severity);
    }
    const sizes = new Map();
    for (const { rule } of findings) sizes.set(rule, (sizes.get(rule) ?? 0) + 1);
    this.#crowded = new Set(findings.filter(({ rule, cells }) => cells.length === 1 && sizes.get(rule) > few).map(nameOf));
    for (const [cell, input] of this.#form.inputs) this.#mark(input, severities.get(cell), this.findingsOf.get(cell) ?? []);
    this.#fade();
  }

  /** Where a change of these `cells` mends the findings of these `names`, the other cells of these are marked faintly. */
  mend(names, cells) {
    this.#mended = { names: new Set(names), cells: new Set(cells) };
    this.#fade();
  }

  #fade() {
    const { names, cells } = this.#mended;
    for (const [cell, input] of this.#form.inputs) {
      const about = this.findingsOf.get(cell) ?? [];
      const isFaint = about.every((name) => this.#crowded.has(name) || names.has(name)) && !cells.has(cell);
      input.parentElement.classList.toggle("is-faint", input.parentElement.dataset.mark !== undefined && isFaint);
    }
  }

  #mark(input, severity, names) {
    const box = input.parentElement;
    if (box.dataset.mark !== severity) {
      box.querySelector(":scope > .icon")?.remove();
      if (severity) {
        box.dataset.mark = severity;
        box.append(icon(severity));
        box.title = say(severity);
      } else {
        delete box.dataset.mark;
        box.removeAttribute("title");
      }
    }
    if (severity === "error") input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    const described = names.slice(0, 3).map(messageId).join(" ");
    if (described) input.setAttribute("aria-describedby", described);
    else input.removeAttribute("aria-describedby");
  }

  /** Show which cells a finding compares; nothing without a finding. */
  choose(finding) {
    for (const box of this.#chosen) delete box.dataset.role;
    this.#chosen = [];
    for (const { cell, role, previous } of finding?.cells ?? []) {
      const box = this.#form.inputs.get(cell)?.parentElement;
      if (!box || previous) continue;
      box.dataset.role = role;
      this.#chosen.push(box);
    }
  }

  /** The cell of a finding that most other findings are about too: the likeliest place of the fault. */
  suspect(finding) {
    const cells = finding.cells.filter(({ cell, previous }) => !previous && this.#form.inputs.has(cell)).map(({ cell }) => cell);
    const weight = (cell) => this.findingsOf.get(cell)?.length ?? 0;
    return cells.reduce((best, cell) => (best === null || weight(cell) > weight(best) ? cell : best), null);
  }
}
