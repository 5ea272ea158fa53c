// The kit for a page without modules, in one file: the check itself and the binding to a form.
export * from "./index.js";
export * from "./bind.js";
