// Element Plus (Vue 3).
import { elementForm } from "../element-form.js";

export function elementPlus(form, values, options) {
  return elementForm(form, values, options, "elementPlus");
}
