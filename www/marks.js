// Marks on the cells: what a finding says of them, and which cells the chosen finding is about.

import { nameOf } from "./draft.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

const order = ["error", "warning", "notice"];
/** A finding about more cells than this marks them faintly, but for the one most findings are about; so do more findings of one rule. */
const few = 6;
/** The id of the element that holds a finding's message. */
export const messageId = (name) => `finding-${name}`;

export class Marks {
  #form;
  #chosen = [];
  /** cell → names of the findings about it, gravest first */
  findingsOf = new Map();

  constructor(form) { this.#form = form; }

  show(findings) {
    const pointed = new Set();
    const severities = new Map();
    this.findingsOf = new Map();
    for (const severity of order) {
      for (const finding of findings.filter((one) => one.severity === severity)) {
        for (const { cell, previous, role } of finding.cells) {
          if (previous || role === "when") continue;
          if (!severities.has(cell)) severities.set(cell, severity);
          this.findingsOf.set(cell, [...(this.findingsOf.get(cell) ?? []), nameOf(finding)]);
        }
      }
    }
    for (const finding of findings) {
      if (findings.filter(({ rule }) => rule === finding.rule).length > few && finding.cells.length === 1) continue;
      if (finding.cells.length > few) pointed.add(this.suspect(finding));
      else for (const { cell } of finding.cells) pointed.add(cell);
    }
    for (const [cell, input] of this.#form.inputs) {
      this.#mark(input, severities.get(cell), this.findingsOf.get(cell) ?? []);
      input.parentElement.classList.toggle("is-faint", severities.has(cell) && !pointed.has(cell));
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
