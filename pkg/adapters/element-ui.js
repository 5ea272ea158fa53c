// Element UI 2 (Vue 2).
import { elementForm } from "../element-form.js";

export function elementUi(form, values, options) {
  return elementForm(form, values, options, "elementUi");
}
