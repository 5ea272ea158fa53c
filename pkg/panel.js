// The findings of an editor's content, beside it: what is wrong, what to do, a way to the cell, and where what is right all
// the same is explained.
import { keyOf } from "./suspected.js";

const WORDS = {
  zh: {
    title: "\u6838\u5bf9\u7ed3\u679c",
    none: "\u6ca1\u6709\u53d1\u73b0\u95ee\u9898\u3002",
    error: "\u5fc5\u987b\u4fee\u6539",
    warning: "\u8bf7\u6838\u5b9e\u5e76\u8bf4\u660e",
    notice: "\u63d0\u793a",
    go: "\u5b9a\u4f4d",
    goTo: "\u5b9a\u4f4d\u5230\uff1a",
    repair: "\u4fee\u6539\u5efa\u8bae",
    repairSeveral: "\u6709 {count} \u79cd\u53ef\u80fd\u7684\u6539\u6cd5\uff0c\u8bf7\u5bf9\u7167\u767b\u8bb0\u6838\u5b9e\u540e\u9009\u7528",
    explanation: "\u8bf4\u660e",
    unavailable: "\u672c\u6d4f\u89c8\u5668\u65e0\u6cd5\u6838\u5bf9\uff0c\u53ef\u4ee5\u7167\u5e38\u4fdd\u5b58\u3002",
  },
  en: {
    title: "Findings",
    none: "Nothing was found.",
    error: "must be corrected",
    warning: "please verify and explain",
    notice: "notice",
    go: "show",
    goTo: "show ",
    repair: "Suggested correction",
    repairSeveral: "{count} corrections are possible; choose by your register",
    explanation: "Explanation",
    unavailable: "This browser cannot check; it can be saved as usual.",
  },
};
let count = 0;
const SEVERITIES = ["error", "warning", "notice"];

export class Panel {
  /** `explain`: null, or `text(key)` gives an explanation, `given(key, text)` takes one, `form` sends it. */
  constructor(element, { language, go, explain }) {
    this.element = element;
    this.words = WORDS[language === "en" ? "en" : "zh"];
    this.isEnglish = language === "en";
    this.go = go;
    this.explain = explain;
    this.fields = new Map();
    this.told = null;
    this.isNew = !element.classList.contains("gouji-panel");
    /** The form that has been given an id, so that fields elsewhere can name it. */
    this.named = null;
  }

  /** `repairs`: those to be shown (`mended`), and how many are as likely (`count`). */
  show(verdict, anchored, repairs, form) {
    const labels = new Map(form === null ? [] : form.cells.map(({ id, label, english }) => [id, this.isEnglish ? english : label]));
    const told = JSON.stringify([verdict.unreadable, verdict.unavailable !== null, anchored.map(({ finding, cell }) => [finding.message, finding.severity, cell]), repairs]);
    // Drawn again only where it differs: whoever is on one of its buttons stays there.
    if (told === this.told) return;
    const typing = this.element.contains(this.element.ownerDocument.activeElement) ? this.element.ownerDocument.activeElement : null;
    this.clear();
    this.told = told;
    const { words, element } = this;
    element.classList.add("gouji-panel");
    this.heading = this.make("h2", "gouji-panel-title", words.title);
    this.heading.tabIndex = -1;
    element.appendChild(this.heading);
    const summary = this.make("p", "gouji-panel-summary", this.summary(verdict, anchored));
    summary.setAttribute("role", "status");
    element.appendChild(summary);
    if (anchored.length === 0) return;
    const list = this.make("ol", "gouji-panel-list");
    for (const { finding, cell } of anchored) list.appendChild(this.entry(finding, cell, labels.get(cell)));
    if (repairs.count > 1) list.appendChild(this.make("li", "gouji-finding gouji-repair-several", words.repairSeveral.replace("{count}", repairs.count)));
    for (const repair of repairs.mended) list.appendChild(this.repair(repair, labels));
    element.appendChild(list);
    // An explanation that is being typed stays under the hands.
    if (typing !== null && typing.isConnected) typing.focus();
  }

  summary({ unreadable, unavailable }, anchored) {
    if (unavailable !== null) return this.words.unavailable;
    if (unreadable !== null) return unreadable;
    const counted = SEVERITIES.map((severity) => [severity, anchored.filter(({ finding }) => finding.severity === severity).length]);
    const parts = counted.filter(([, number]) => number > 0).map(([severity, number]) => this.words[severity] + " " + number);
    return parts.length === 0 ? this.words.none : parts.join(this.isEnglish ? ", " : "\uff0c");
  }

  entry(finding, cell, label) {
    const item = this.make("li", "gouji-finding gouji-finding-" + finding.severity);
    item.appendChild(this.make("strong", "gouji-finding-severity", this.words[finding.severity]));
    item.appendChild(this.make("p", "gouji-finding-message", finding.message));
    item.appendChild(this.make("p", "gouji-finding-help", finding.help));
    if (cell !== null) item.appendChild(this.way(cell, label));
    if (this.explain !== null && finding.severity === "warning") item.appendChild(this.explanation(finding));
    return item;
  }

  /** What would mend it is written by whoever writes the text. */
  repair({ reason, cells }, labels) {
    const item = this.make("li", "gouji-finding gouji-repair");
    item.appendChild(this.make("strong", "gouji-finding-severity", this.words.repair));
    item.appendChild(this.make("p", "gouji-finding-message", reason));
    for (const cell of cells) item.appendChild(this.way(cell, labels.get(cell)));
    return item;
  }

  way(cell, label) {
    const button = this.make("button", "gouji-finding-go", this.words.go);
    button.type = "button";
    button.setAttribute("aria-label", this.words.goTo + (label || cell));
    button.addEventListener("click", () => this.go(cell));
    return button;
  }

  /** Its field is the same for as long as the panel stands: nothing typed is lost when the findings are drawn anew. */
  explanation(finding) {
    const key = keyOf(finding);
    if (!this.fields.has(key)) {
      const { form, text, given } = this.explain;
      const label = this.make("label", "gouji-finding-explanation", this.words.explanation);
      const field = this.make("textarea", "gouji-explanation");
      field.rows = 2;
      field.name = "gouji-explanation[" + key + "]";
      field.value = text(key);
      // Wherever the panel stands, its words belong to the form.
      if (form !== null && !form.contains(this.element)) {
        // A field of the form that is named "id" stands for the property of that name.
        if (!form.getAttribute("id")) {
          count += 1;
          form.setAttribute("id", "gouji-form-" + count);
          this.named = form;
        }
        field.setAttribute("form", form.getAttribute("id"));
      }
      field.addEventListener("input", () => given(key, field.value));
      label.appendChild(field);
      this.fields.set(key, { label, field });
    }
    const { label, field } = this.fields.get(key);
    field.setAttribute("aria-label", this.words.explanation + ": " + finding.message);
    return label;
  }

  make(tag, name, text = "") {
    const element = this.element.ownerDocument.createElement(tag);
    element.className = name;
    element.textContent = text;
    return element;
  }

  focus() {
    this.heading.focus();
    this.heading.scrollIntoView({ block: "nearest" });
  }

  /** Takes back all that was added to the page. */
  end() {
    this.clear();
    if (this.isNew) this.element.classList.remove("gouji-panel");
    if (this.element.className === "") this.element.removeAttribute("class");
    // Another editor of the same form may name it, too.
    if (this.named !== null && this.named.ownerDocument.querySelector('[form="' + this.named.getAttribute("id") + '"]') === null) this.named.removeAttribute("id");
    this.named = null;
  }

  clear() {
    this.told = null;
    while (this.element.firstChild) this.element.removeChild(this.element.firstChild);
  }
}
