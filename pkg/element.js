// <gouji-report>: the whole official form as one form control. The tag is defined when this file is loaded, wherever
// there are custom elements.
import { createTag } from "./element/tag.js";

export function define(name = "gouji-report") {
  if (customElements.get(name) === undefined) customElements.define(name, createTag());
}

if (typeof customElements !== "undefined" && typeof HTMLElement === "function") define();
