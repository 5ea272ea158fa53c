// The form of Element UI and of Element Plus, which differ only in what they are made with: what stands at a cell is
// put into the el-form-item whose prop is that cell, as their own validation would.
import { cellPath } from "./cell-path.js";
import { form as official } from "./index.js";
import { face, Following } from "./following.js";
import { Notes } from "./note.js";

export function elementForm(form, values, options, name) {
  if (!form || !Array.isArray(form.fields)) throw new TypeError(name + ": the first argument must be the instance of el-form, as this.$refs gives it");
  if (typeof values !== "function") throw new TypeError(name + ": the second argument must be a function that gives the figures");
  const { cellOf = (prop) => prop, write = inPlace, ...rest } = options || {};
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

  /** What the model holds is what the form shows. */
  function inPlace(cell, figure) {
    const path = cellPath(values(), cell);
    const last = path.pop();
    path.reduce((node, key) => node[key], values())[last] = figure;
  }

  const fieldOf = (cell) => {
    const item = itemOf(cell);
    return item === undefined ? null : item.$el.querySelector("input, textarea");
  };
  const go = (cell) => {
    const field = fieldOf(cell);
    if (field === null) return;
    field.scrollIntoView({ block: "center", inline: "nearest" });
    field.focus();
  };

  const following = new Following({ read: values, show, write, go }, rest, name);
  const methods = face(following);
  return {
    ...methods,
    validate() {
      const verdict = methods.validate();
      const field = verdict.first === null ? null : fieldOf(verdict.first);
      if (field !== null) field.focus();
      return verdict;
    },
  };
}
