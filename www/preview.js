// What was read from a document, before it is taken: what goes where, how sure that is, and what was odd.

import { element } from "./element.js";
import { icon } from "./icons.js";
import { cellName } from "./place.js";
import { formText, say } from "./words.js";

const sure = ["exact", "variant", "guessed"];
const filled = (value) => value !== null && value !== undefined && String(value).trim() !== "";

export class Preview {
  #handlers;
  #dialog;

  /** `handlers`: take(report, isWhole), beside(report): as last year's; formOf(year), draft. */
  constructor(dialog, handlers) {
    this.#dialog = dialog;
    this.#handlers = handlers;
    dialog.addEventListener("close", () => dialog.replaceChildren());
  }

  /** `reading`: `{ name, report, findings }`; `early`: the reading of last year's report that came along, or null. */
  show(reading, early, years) {
    const { draft } = this.#handlers;
    const { report } = reading;
    const year = element("select", { id: "preview-year", autocomplete: "off" }, ...[...years].reverse().map((one) => element("option", { value: one, text: say("yearOf", { year: one }) })));
    year.value = String(years.includes(report.year) ? report.year : draft.report.year);
    const body = element("div", { class: "preview-body" });
    const merge = element("input", { type: "radio", name: "preview-how", id: "preview-merge" });
    const whole = element("input", { type: "radio", name: "preview-how", id: "preview-whole" });
    const beside = element("input", { type: "checkbox", id: "preview-beside", checked: true });
    const tables = new Set(Object.keys(report.cells).map((cell) => cell.split(".")[0]));
    (tables.size < 3 && draft.hasFigures ? merge : whole).checked = true;
    const chosen = () => ({ ...report, year: Number(year.value) });
    const draw = () => body.replaceChildren(...this.#tables(chosen(), reading), ...(draft.hasFigures ? [this.#changes(report)] : []));
    year.addEventListener("change", draw);
    draw();
    const close = (action) => () => {
      this.#dialog.close();
      action?.();
    };
    this.#dialog.setAttribute("aria-labelledby", "preview-title");
    this.#dialog.replaceChildren(
      element("h2", { id: "preview-title", text: say("previewTitle") }),
      element("p", { class: "preview-from", text: [reading.name, report.body].filter(Boolean).join(" · ") }),
      element("p", { class: "preview-year" }, element("label", { for: "preview-year", text: say("year") }), year, report.year === null ? element("span", { class: "preview-asked", text: say("previewNoYear") }) : null),
      body,
      this.#odd(reading.findings),
      ...(draft.hasFigures ? [element("fieldset", null, element("legend", { class: "unseen", text: say("previewHow") }),
        element("p", null, whole, element("label", { for: "preview-whole", text: say("previewWhole") })), element("p", null, merge, element("label", { for: "preview-merge", text: say("previewMerge") })))] : []),
      ...(early ? [element("p", { class: "preview-early" }, beside, element("label", { for: "preview-beside", text: say("previewEarly", { name: early.name, year: early.report.year }) }))] : []),
      element("div", { class: "preview-actions" },
        element("button", { type: "button", class: "apply", id: "preview-take", text: say("previewTake"), click: close(() => this.#handlers.take(chosen(), !draft.hasFigures || whole.checked, early && beside.checked ? early.report : null)) }),
        early ? null : element("button", { type: "button", class: "quiet", id: "preview-as-previous", text: say("previewAsPrevious"), click: close(() => this.#handlers.beside(chosen())) }),
        element("button", { type: "button", class: "quiet", id: "preview-leave", text: say("previewLeave"), click: close() })));
    this.#dialog.showModal();
    this.#dialog.scrollTop = 0;
  }

  /** For each table of the form: how many of its cells were found, and each of them with its figure. */
  #tables({ cells, year, layouts, meta }) {
    const form = this.#handlers.formOf({ year, layouts });
    const known = new Set(form.cells.map(({ id }) => id));
    const others = Object.keys(cells).filter((id) => !known.has(id)).length;
    const kinds = Object.fromEntries(sure.map((match) => [match, Object.values(meta?.found ?? {}).filter((one) => one.match === match).length]));
    return [
      element("ul", { class: "preview-tables" }, ...form.tables.map((table) => {
        const own = form.cells.filter((cell) => cell.table === table.id);
        const found = own.filter(({ id }) => filled(cells[id]));
        const state = found.length === own.length ? "holds" : found.length === 0 ? "notAssessed" : "open";
        return element("li", { "data-state": state }, icon(state), element("span", { text: formText({ text: table.title, english: table.english }) }),
          element("b", { text: say("previewFound", { count: found.length, all: own.length }) }),
          found.length > 0 ? element("details", null, element("summary", { text: say("previewEach") }), element("ul", { class: "preview-cells" }, ...found.map((cell) => this.#cell(cell, cells[cell.id], meta?.found?.[cell.id])))) : null);
      })),
      element("p", { class: "preview-sure", text: sure.filter((match) => kinds[match] > 0).map((match) => say(`sure-${match}`, { count: kinds[match] })).join(" · ") }),
      ...(others > 0 ? [element("p", { class: "preview-asked", text: say("previewOthers", { count: others, year }) })] : []),
    ];
  }

  #cell(cell, value, found) {
    return element("li", { "data-match": found?.match ?? "exact" }, element("span", { text: cellName(cell) }), element("b", { text: String(value).slice(0, 40) }),
      found && found.match !== "exact" ? element("i", { text: say(`match-${found.match}`) }) : null);
  }

  #changes({ cells }) {
    const { values } = this.#handlers.draft;
    const count = Object.entries(cells).filter(([cell, value]) => filled(values.get(cell)) && String(values.get(cell)).trim() !== String(value).trim()).length;
    return element("p", { class: "preview-changes", text: count > 0 ? say("previewChanges", { count }) : say("previewNoChanges") });
  }

  #odd(findings) {
    if (findings.length === 0) return element("p", { class: "preview-clean" }, icon("holds"), say("previewClean"));
    return element("section", { class: "preview-odd" }, element("h3", { text: say("previewOdd", { count: findings.length }) }),
      element("ul", { tabindex: 0 }, ...findings.map(({ severity, message }) => element("li", { class: severity }, icon(severity), element("span", null, element("span", { class: "unseen", text: `${say(severity)} ` }), message)))));
  }
}
