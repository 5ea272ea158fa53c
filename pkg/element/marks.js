// Marks on the cells: what is said of them, and which cells the chosen finding is about.
import { keyOf, suspected } from "../suspected.js";
import { HINT, isDescribed } from "./hints.js";
import { attribute, sign } from "./nodes.js";

export const SEVERITIES = ["error", "warning", "notice"];
/** A finding about more cells than this marks them faintly, but for the one that most findings are about. */
const FEW = 6;
/** How many of the findings about a cell are read out with it. */
const READ = 3;

/** The id of the element that holds a finding's message. */
export const messageId = (name) => "finding-" + name;

export class Marks {
  constructor(sheet) {
    this.sheet = sheet;
    this.chosen = [];
    this.findings = [];
    this.findingsOf = new Map();
  }

  /** `listed`: names of the findings whose message stands in the list, so that it can be pointed to. */
  show(findings, listed, speech) {
    this.findings = findings;
    const severityOf = new Map();
    const pointed = new Set();
    this.findingsOf = new Map();
    for (const severity of SEVERITIES) {
      for (const finding of findings) {
        if (finding.severity !== severity || finding.explained !== null) continue;
        for (const { cell, previous, role } of finding.cells) {
          if (previous || role === "when") continue;
          if (!severityOf.has(cell)) severityOf.set(cell, severity);
          if (!this.findingsOf.has(cell)) this.findingsOf.set(cell, []);
          this.findingsOf.get(cell).push(keyOf(finding));
        }
      }
    }
    for (const finding of findings) {
      if (finding.cells.length > FEW) pointed.add(this.suspect(finding));
      else for (const { cell } of finding.cells) pointed.add(cell);
    }
    for (const [cell, input] of this.sheet.inputs) {
      const names = (this.findingsOf.get(cell) || []).filter((name) => listed.has(name));
      this.mark(input, severityOf.get(cell), names, speech);
      input.parentNode.classList.toggle("is-faint", severityOf.has(cell) && !pointed.has(cell));
    }
  }

  mark(input, severity, names, speech) {
    const box = input.parentNode;
    if (box.getAttribute("data-mark") !== (severity === undefined ? null : severity)) {
      const old = box.querySelector(".sign");
      if (old !== null) box.removeChild(old);
      attribute(box, "data-mark", severity);
      attribute(box, "title", severity === undefined ? null : speech.say(severity));
      if (severity !== undefined) box.appendChild(sign(severity));
    }
    attribute(input, "aria-invalid", severity === "error" ? "true" : null);
    const ids = names.slice(0, READ).map(messageId).concat(isDescribed(input) ? HINT : []);
    attribute(input, "aria-describedby", ids.length === 0 ? null : ids.join(" "));
  }

  /** Shows which cells a finding compares; nothing without one. */
  choose(finding) {
    for (const box of this.chosen) box.removeAttribute("data-role");
    this.chosen = [];
    for (const { cell, role, previous } of finding === null ? [] : finding.cells) {
      const input = this.sheet.inputs.get(cell);
      if (input === undefined || previous) continue;
      input.parentNode.setAttribute("data-role", role);
      this.chosen.push(input.parentNode);
    }
  }

  /** The likeliest place of a finding's fault, null where it has none on the form. */
  suspect(finding) {
    return suspected(finding, this.findings, (cell) => this.sheet.inputs.has(cell));
  }
}
