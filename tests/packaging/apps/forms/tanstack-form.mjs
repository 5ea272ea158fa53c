// TanStack Form without a page: its core alone.
import { FieldApi, FormApi } from "@tanstack/form-core";
import { form as official } from "gouji";
import { standard } from "gouji/standard";

export function makeForm(year, cells) {
  let filed;
  const form = new FormApi({
    defaultValues: cells,
    validators: { onChange: standard(year, { blank: "zero" }) },
    // It refuses to submit what has errors already; here a person may try again after each correction.
    canSubmitWhenInvalid: true,
    onSubmit: ({ value }) => {
      filed = value;
    },
  });
  form.mount();
  for (const { id } of official(year).cells) new FieldApi({ form, name: id }).mount();
  return {
    type: (cell, text) => form.setFieldValue(cell, text),
    /** What is filed, or the first error of each cell. */
    async submit() {
      filed = undefined;
      await form.handleSubmit();
      const errors = {};
      for (const [cell, { errors: issues }] of Object.entries(form.state.fieldMeta)) {
        if (issues.length > 0) errors[cell] = issues[0].message;
      }
      return { filed, errors };
    },
  };
}
