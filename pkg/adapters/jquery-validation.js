// jQuery Validation: one method that looks up what the whole report says of a field.
import { escaped } from "../escaped.js";
import { Fields } from "../fields.js";
import { face, Following } from "../following.js";
import { Notes } from "../note.js";

export function jqueryValidation($, form, options) {
  if (typeof $ !== "function" || typeof $.validator !== "function") throw new TypeError("jqueryValidation: the first argument must be jQuery with jQuery Validation");
  const { method = "gouji", names, ...rest } = options || {};
  // The one there is, if the page has set it up already.
  const validator = $(form).validate();
  if (validator === undefined) throw new TypeError("jqueryValidation: the second argument must be a form, or a selector of one");
  const fields = new Fields(validator.currentForm, rest.year, names);
  const notes = new Notes();
  let following = null;
  let isAsked = false;

  function read() {
    const values = fields.read();
    // The class by which the library knows what to ask; a field drawn later gets it here.
    fields.byCell.forEach((field) => field.classList.add(method));
    return values;
  }

  function show(cell, standing) {
    const field = fields.byCell.get(cell);
    if (field === undefined) return;
    notes.show(field, { errors: [], warnings: standing.warnings });
    // Where the library asks for all of them it shows them all. A field at which nothing stands and nothing stood is
    // left alone, lest it be marked as found valid.
    if (following !== null && !isAsked && (standing.errors.length > 0 || validator.invalid[field.name])) validator.element(field);
  }

  const errorsAt = (field) => (following === null || following.isClosed ? [] : following.at(fields.cells.get(field)).errors);
  $.validator.addMethod(method, function lookUp(value, field) {
    // One of many: the form is being submitted.
    if (this === validator && this.currentElements.length > 1 && !isAsked && following !== null) {
      isAsked = true;
      following.validate();
      Promise.resolve().then(() => {
        isAsked = false;
      });
    }
    return errorsAt(field).length === 0;
  }, (parameters, field) => {
    const [{ message }] = errorsAt(field);
    // The library writes it as markup, unless it has been told not to (since 1.20).
    return validator.settings.escapeHtml ? message : escaped(message);
  });
  $.validator.addClassRules(method, { [method]: true });

  following = new Following({ ...fields.hands(), read, show }, rest, "jqueryValidation");
  following.refresh();
  const update = () => following.update();
  // The library knows errors alone. What has only to be explained holds the form before it is asked.
  const submit = (event) => {
    if (event.target !== validator.currentForm || validator.cancelSubmit) return;
    const { first, unexplained } = following.validate();
    if (first !== null || unexplained.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("submit", submit, true);
  validator.currentForm.addEventListener("input", update);
  validator.currentForm.addEventListener("change", update);

  return face(following, () => {
    document.removeEventListener("submit", submit, true);
    validator.currentForm.removeEventListener("input", update);
    validator.currentForm.removeEventListener("change", update);
  });
}
