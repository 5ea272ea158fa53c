// The ways in: files chosen or dropped anywhere on the page, documents pasted anywhere on it. What reads and shows them
// is loaded when the first one comes.

import { oddIn } from "./odd.js";
import { say } from "./words.js";

/** What is taken for a document rather than a block of figures: the words at the heads of the three tables, in a few lines. */
const heads = /自然人|第二十条|行政复议|政府信息公开/;
const isDocument = (text) => heads.test(text) && text.trim().split(/\n/).length > 2;

export class Arriving {
  #years;
  #draft;
  #handlers;
  #preview = null;
  #parts;
  #intake;

  /** `handlers`: take(report, words, isWhole, previous), beside(report), trouble(words), busy(words), quiet(). */
  constructor(dialog, draft, years, formOf, handlers) {
    this.#years = years;
    this.#draft = draft;
    this.#handlers = handlers;
    this.#parts = [dialog, {
      draft, formOf,
      take: (report, isWhole, previous) => this.#take(report, isWhole, previous),
      beside: (report) => handlers.beside(this.#intake.cleaned(report, this.#name)),
    }];
    const { body } = document;
    const isFiles = ({ dataTransfer }) => [...(dataTransfer?.types ?? [])].includes("Files");
    const over = (on) => body.classList.toggle("is-dropping", on);
    document.addEventListener("dragover", (event) => {
      if (!isFiles(event)) return;
      event.preventDefault();
      over(true);
    });
    document.addEventListener("dragleave", ({ relatedTarget }) => { if (!relatedTarget) over(false); });
    document.addEventListener("drop", (event) => {
      over(false);
      if (!isFiles(event)) return;
      event.preventDefault();
      this.files([...event.dataTransfer.files]);
    });
    // Before the cells see it: a table with its headings finds its own place wherever the cursor stands.
    document.addEventListener("paste", (event) => this.#paste(event), true);
  }

  #name = "";
  #odd = [];

  async #load() {
    if (this.#preview) return;
    const [intake, { Preview }] = await Promise.all([import("./intake.js"), import("./preview.js")]);
    this.#intake = intake;
    this.#preview ??= new Preview(...this.#parts);
  }

  /** One file is the report, or with `isPrevious` last year's; of two from consecutive years the earlier one is last year's. */
  async files(chosen, { isPrevious = false } = {}) {
    if (chosen.length === 0) return;
    if (chosen.length > 2) return this.#handlers.trouble(() => say("tooManyFiles"));
    this.#handlers.busy(() => say("reading", { name: chosen.map(({ name }) => name).join("、") }));
    try {
      await this.#load();
      const read = [];
      for (const file of chosen) read.push(await this.#intake.fromFile(file, this.#years));
      if (read.length === 1) return this.#arrive(read[0], null, isPrevious);
      const pair = this.#intake.paired(...read);
      if (!pair) return this.#handlers.trouble(() => say("notAPair"));
      this.#arrive(pair.late, pair.early, false);
    } catch (reason) {
      this.#handlers.trouble(() => say("importFailed", { reason: reason.message }));
    }
  }

  async #paste(event) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const html = event.clipboardData?.getData("text/html") ?? "";
    const { target } = event;
    const isCell = Boolean(target.dataset?.cell);
    const isField = !isCell && target.matches?.("input, textarea, [contenteditable]");
    if (isField || document.querySelector("dialog[open]") || text.trim() === "" && html === "") return;
    if (isCell && !isDocument(text)) return;
    event.preventDefault();
    try {
      await this.#load();
      this.#arrive(await this.#intake.fromPaste({ html, text }, null), null, false);
    } catch (reason) {
      this.#handlers.trouble(() => say("pasteFailed", { reason: reason.message }));
    }
  }

  #arrive(reading, early, isPrevious) {
    this.#name = reading.name;
    this.#odd = oddIn(reading.findings, reading.name);
    if (isPrevious && reading.report.year !== null) return this.#handlers.beside(this.#intake.cleaned(reading.report, reading.name));
    if (reading.isExact) return this.#handlers.take(reading.report, () => say("imported", { name: reading.name }), true, early && this.#intake.cleaned(early.report, early.name));
    this.#handlers.quiet();
    this.#preview.show(reading, early, this.#years);
  }

  #take(report, isWhole, previous) {
    const name = this.#name;
    const count = Object.keys(report.cells).length;
    const taken = this.#intake.cleaned(report, name);
    if (this.#odd.length > 0) taken.meta.odd = this.#odd;
    this.#handlers.take(taken, () => say("importedCells", { name, count }), isWhole, previous && this.#intake.cleaned(previous, name));
  }
}
