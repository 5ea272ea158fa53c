// Marks elements without touching them: a style sheet of their document names each by its place below the body of the
// editor. Nothing of it can get into what is saved.

let count = 0;
const RANK = { error: 0, warning: 1, notice: 2 };
const LOOKS = {
  error: "outline: 2px solid #b3261e !important; outline-offset: -2px; background-color: #fdecea !important;",
  warning: "outline: 2px dashed #8a5300 !important; outline-offset: -2px; background-color: #fdf1d3 !important;",
  notice: "outline: 1px dotted #1c5d9f !important; outline-offset: -1px;",
};

export class Marking {
  constructor() {
    this.sheet = null;
    this.body = null;
    count += 1;
    this.name = String(count);
  }

  /** `marks`: elements with the severity of what stands there; the gravest counts. */
  show(body, marks) {
    if (this.body !== body) this.clear();
    if (this.sheet === null) this.begin(body);
    const gravest = new Map();
    for (const { element, severity } of marks) {
      if (!gravest.has(element) || RANK[severity] < RANK[gravest.get(element)]) gravest.set(element, severity);
    }
    const sheet = this.sheet.rules();
    while (sheet.cssRules.length > 0) sheet.deleteRule(0);
    gravest.forEach((severity, element) => {
      sheet.insertRule(this.selector(element) + " {" + LOOKS[severity] + "}", sheet.cssRules.length);
    });
  }

  begin(body) {
    this.body = body;
    const owner = body.ownerDocument;
    // The body itself is the editor's, not the content's.
    this.isNamed = body !== owner.body;
    if (this.isNamed) body.setAttribute("data-gouji-editor", this.name);
    const { CSSStyleSheet } = owner.defaultView;
    if ("adoptedStyleSheets" in owner) {
      const sheet = new CSSStyleSheet();
      owner.adoptedStyleSheets = [...owner.adoptedStyleSheets, sheet];
      this.sheet = {
        rules: () => sheet,
        remove: () => {
          owner.adoptedStyleSheets = [...owner.adoptedStyleSheets].filter((one) => one !== sheet);
        },
      };
    } else {
      const element = owner.createElement("style");
      owner.head.appendChild(element);
      this.sheet = { rules: () => element.sheet, remove: () => element.parentNode && element.parentNode.removeChild(element) };
    }
  }

  selector(element) {
    const steps = [];
    let node = element;
    while (node !== this.body) {
      const place = [...node.parentNode.children].indexOf(node) + 1;
      steps.unshift(node.localName + ":nth-child(" + place + ")");
      node = node.parentNode;
    }
    // An editor may draw its body anew, without the name.
    if (this.isNamed) this.body.setAttribute("data-gouji-editor", this.name);
    return [this.isNamed ? '[data-gouji-editor="' + this.name + '"]' : "body"].concat(steps).join(" > ");
  }

  clear() {
    if (this.sheet !== null) this.sheet.remove();
    if (this.body !== null && this.isNamed) this.body.removeAttribute("data-gouji-editor");
    this.sheet = null;
    this.body = null;
  }
}
