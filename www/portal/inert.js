// A pasted page, looked at without being brought to life: it is parsed into a document that no window shows, where no
// script runs and nothing is loaded, and of that only tables, words and controls are built anew.

/** More than this is no form but a whole site. */
export const largest = 2 * 1024 * 1024;
const most = 20_000;

const kept = new Set(["form", "fieldset", "legend", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "label", "input", "select", "option", "optgroup", "textarea", "div", "span", "p", "b", "strong", "em", "br", "h1", "h2", "h3", "h4", "h5", "h6", "section", "ul", "ol", "li", "dl", "dt", "dd"]);
/** Nothing of these is kept, their text neither. */
const dropped = new Set(["script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "link", "meta", "base", "title", "head", "video", "audio", "canvas", "img", "picture", "frame", "frameset"]);
const attributes = new Set(["id", "name", "value", "colspan", "rowspan", "scope", "headers", "for", "title", "placeholder", "aria-label", "readonly", "disabled", "checked", "selected", "multiple", "size", "maxlength", "data-gouji-cell", "lang", "dir"]);
/** Kinds of input that hold a text; others are left as they are, but can do nothing. */
const kinds = new Set(["text", "number", "tel", "search", "hidden", "checkbox", "radio", "date", "email", "url"]);

let policy = null;

/**
 * Without what a browser would tell the console of having refused, hundreds of lines for an old page. Safety does not
 * hang on it: what is left of them comes to nothing below.
 */
const quiet = (text) => text
  .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, "")
  .replace(/<(base|meta|link)\b[^>]*>/gi, "")
  .replace(/([\s/"'])(on[a-z]+|style)(\s*=)/gi, "$1data-was-$2$3");

/** The document of a pasted text. */
export function parsed(text) {
  policy ??= globalThis.trustedTypes?.createPolicy("gouji-inert", { createHTML: (html) => html }) ?? { createHTML: (html) => html };
  return new DOMParser().parseFromString(policy.createHTML(quiet(text)), "text/html");
}

/** A live copy of what is kept, each control with the one in the pasted document that it stands for. */
export function copyOf(source, target) {
  const originals = new Map();
  let count = 0;
  const copy = (from, into) => {
    for (const node of from.childNodes) {
      if ((count += 1) > most) return;
      if (node.nodeType === 3) into.append(node.data);
      if (node.nodeType !== 1) continue;
      const name = node.localName;
      if (dropped.has(name)) continue;
      if (!kept.has(name)) {
        copy(node, into);
        continue;
      }
      // A form inside the form of the copy would be no element of its own.
      const made = target.ownerDocument.createElement(name === "form" ? "div" : name);
      for (const { name: key, value } of node.attributes) if (attributes.has(key)) made.setAttribute(key, value);
      if (name === "input") made.type = kinds.has(node.type) ? node.type : "text";
      if (name === "textarea") made.textContent = node.textContent;
      if (["input", "select", "textarea"].includes(name)) originals.set(made, node);
      into.append(made);
      if (name !== "textarea") copy(node, made);
    }
  };
  copy(source.body, target);
  return originals;
}
