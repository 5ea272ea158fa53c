// React Hook Form without a page: its form control alone.
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { standard } from "gouji/standard";
import { createFormControl } from "react-hook-form";

export function makeForm(year, cells) {
  const form = createFormControl({
    defaultValues: cells,
    resolver: standardSchemaResolver(standard(year, { blank: "zero" })),
  });
  return {
    type: (cell, text) => form.setValue(cell, text),
    /** What is filed, or the first error of each cell. */
    async submit() {
      let filed;
      await form.handleSubmit((values) => {
        filed = values;
      })();
      const errors = {};
      const walk = (node, path) => {
        if (typeof node.message === "string") errors[path.join(".")] = node.message;
        else for (const [key, below] of Object.entries(node)) walk(below, [...path, key]);
      };
      walk(form.control._formState.errors, []);
      return { filed, errors };
    },
  };
}
