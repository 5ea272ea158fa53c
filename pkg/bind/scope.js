// Where a form is and what fields it has, and where something can be put at its beginning and its end.
import { isControl } from "./fields.js";

/** The fields of a form, also where one of them is named "elements" and so stands for the form's own property. */
export function fieldsOf(form) {
  const { HTMLFormElement } = form.ownerDocument.defaultView;
  return form.matches("form") ? [...Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, "elements").get.call(form)] : [];
}

/**
 * The smallest element that holds a form and all its fields; its buttons may be anywhere. A form written between `<table>` and `<tr>`, as old pages
 * do, is moved out of the way by the browser and holds nothing, while the fields know that they are its own.
 */
export function scopeOf(form) {
  let scope = form;
  for (const field of fieldsOf(form).filter(isControl)) while (scope.parentElement !== null && !scope.contains(field)) scope = scope.parentElement;
  return scope;
}

/** Where nothing but rows and cells may stand. */
const TABLE = "table, thead, tbody, tfoot, tr";

/** Puts a node before everything in the scope; where that is (part of) a table, before the table. */
export function putFirst(node, scope) {
  const table = scope.matches(TABLE) ? scope.closest("table") : null;
  if (table !== null && table.parentNode !== null) table.parentNode.insertBefore(node, table);
  else scope.insertBefore(node, scope.firstChild);
}

/** Puts a node behind everything in the scope. */
export function putLast(node, scope) {
  const table = scope.matches(TABLE) ? scope.closest("table") : null;
  if (table !== null && table.parentNode !== null) table.parentNode.insertBefore(node, table.nextSibling);
  else scope.appendChild(node);
}
