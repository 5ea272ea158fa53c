// The form of Element UI and of Element Plus, which differ only in what they are made with: what stands at a cell is
// put into the el-form-item whose prop is that cell, as their own validation would.
import { form as official } from "./index.js";
import { face, Following } from "./following.js";
import { Notes } from "./note.js";

export function elementForm(form, values, options, name) {
  if (!form || !Array.isArray(form.fields)) throw new TypeError(name + ": the first argument must be the instance of el-form, as this.$refs gives it");
  if (typeof values !== "function") throw new TypeError(name + ": the second argument must be a function that gives the figures");
  const { cellOf = (prop) => prop, ...rest } = options || {};
  const notes = new Notes();
  let known = null;

  /** "form.cells.requests.received.natural" is the cell "requests.received.natural". */
  function cellAt(item) {
    if (known === null) known = new Set(official(rest.year).cells.map(({ id }) => id));
    let prop = cellOf(item.propString || (Array.isArray(item.prop) ? item.prop.join(".") : item.prop || ""));
    while (prop !== "" && !known.has(prop)) prop = prop.includes(".") ? prop.slice(prop.indexOf(".") + 1) : "";
    return prop;
  }
  // Looked up anew: rows come and go.
  const itemOf = (cell) => form.fields.find((item) => cellAt(item) === cell);

  function show(cell, standing) {
    const item = itemOf(cell);
    if (item === undefined) return;
    const isFaulty = standing.errors.length > 0;
    // A fault of its own rules stays where ours has nothing to say.
    if (isFaulty || shown.has(cell)) {
      item.validateMessage = isFaulty ? standing.errors[0].message : "";
      item.validateState = isFaulty ? "error" : "";
    }
    if (isFaulty) shown.add(cell);
    else shown.delete(cell);
    const field = item.$el.querySelector("input, textarea");
    if (field !== null) notes.show(field, standing, { place: item.$el.querySelector(".el-form-item__content"), isWritten: true });
  }
  const shown = new Set();

  const following = new Following(values, show, rest, name);
  const methods = face(following);
  return {
    ...methods,
    validate() {
      const verdict = methods.validate();
      const item = verdict.first === null ? undefined : itemOf(verdict.first);
      const field = item === undefined ? null : item.$el.querySelector("input, textarea");
      if (field !== null) field.focus();
      return verdict;
    },
  };
}
