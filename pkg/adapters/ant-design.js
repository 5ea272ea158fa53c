// Ant Design: errors and warnings are set at the form, each at the name of its cell.
import { cellPath } from "../cell-path.js";
import { face, Following } from "../following.js";

export function antDesign(form, options) {
  if (!form || typeof form.setFields !== "function") throw new TypeError("antDesign: the first argument must be the form that Form.useForm() gives");
  const { prefix = [], ...rest } = options || {};
  const above = [].concat(prefix);
  // All that it holds, also where no field is registered at present.
  const values = () => above.reduce((value, key) => (value ? value[key] : undefined), form.getFieldsValue(true)) || {};
  const words = (findings) => findings.map(({ message }) => message);
  const show = (cell, { errors, warnings }, figures) =>
    form.setFields([{ name: above.concat(cellPath(figures, cell)), errors: words(errors), warnings: words(warnings) }]);

  const go = (cell) => form.scrollToField(above.concat(cellPath(values(), cell)), { block: "center", focus: true });
  const write = (cell, figure) => form.setFields([{ name: above.concat(cellPath(values(), cell)), value: figure }]);

  const following = new Following({ read: values, show, write, go }, rest, "antDesign");
  const methods = face(following);
  return {
    ...methods,
    validate() {
      const verdict = methods.validate();
      if (verdict.first !== null) go(verdict.first);
      return verdict;
    },
  };
}
