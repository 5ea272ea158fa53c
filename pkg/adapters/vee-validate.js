// VeeValidate 4: the Standard Schema of a year in the shape that its useForm takes. Later ones take the schema itself.
import { cellPath } from "../cell-path.js";
import { face, Following } from "../following.js";
import { Notes } from "../note.js";
import { isObject } from "../report.js";
import { standard } from "../standard.js";

export function veeValidate(year, options) {
  const schema = standard(year, options);
  const parse = (values) => {
    const { value, issues = [] } = schema["~standard"].validate(values);
    // The library keeps one entry of a field.
    const byName = new Map();
    for (const { message, path } of issues) {
      const name = nameOf(path);
      if (!byName.has(name)) byName.set(name, []);
      byName.get(name).push(message);
    }
    return { value, output: value, errors: Array.from(byName, ([path, errors]) => ({ path, errors })) };
  };
  // It waits for a promise.
  return { __type: "VVTypedSchema", parse: (values) => Promise.resolve(parse(values)) };
}

export function followVeeValidate(form, options) {
  if (!form || typeof form.setFieldValue !== "function") throw new TypeError("followVeeValidate: the first argument must be what useForm() gives");
  const notes = new Notes();
  // The values are the cells, or a whole report.
  const isReport = () => isObject(form.values.cells);
  const cells = () => (isReport() ? form.values.cells : form.values);
  const nameAt = (cell) => nameOf((isReport() ? ["cells"] : []).concat(cellPath(cells(), cell)));
  const fieldOf = (cell) => document.getElementsByName(nameAt(cell))[0];
  const following = new Following({
    read: cells,
    // Errors are the schema's; of warnings the library knows nothing.
    show(cell, { warnings }) {
      const field = fieldOf(cell);
      if (field !== undefined) notes.show(field, { errors: [], warnings });
    },
    write: (cell, figure) => form.setFieldValue(nameAt(cell), figure),
    go(cell) {
      const field = fieldOf(cell);
      if (field === undefined) return;
      field.scrollIntoView({ block: "center", inline: "nearest" });
      field.focus();
    },
  }, options, "followVeeValidate");
  return face(following);
}

/** The library writes a name with dots that is one key in brackets: `[requests.received.natural]`. */
function nameOf(path) {
  if (path === undefined) return "";
  return path.length === 1 && path[0].includes(".") ? "[" + path[0] + "]" : path.join(".");
}
