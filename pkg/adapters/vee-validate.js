// VeeValidate 4: the Standard Schema of a year in the shape that its useForm takes. Later ones take the schema itself.
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

/** The library writes a name with dots that is one key in brackets: `[requests.received.natural]`. */
function nameOf(path) {
  if (path === undefined) return "";
  return path.length === 1 && path[0].includes(".") ? "[" + path[0] + "]" : path.join(".");
}
