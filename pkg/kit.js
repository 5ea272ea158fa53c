// The kit for a page without modules, in one file: the check itself, the binding to a form, and the form as an element.
export * from "./index.js";
export * from "./bind.js";
export * from "./element.js";
