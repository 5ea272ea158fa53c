import { veeValidate } from "../../../../pkg/adapters/vee-validate.js";
import { figures, kind, level, tables, year } from "../official.js";
import { file, isThere } from "../page.js";

function start({ createApp, h }, { Field, useForm }) {
  const make = (tag, attributes, children) => h(tag, attributes, children);
  // A name with dots is a path in the library; in brackets it is one key.
  const named = (cell) => `[${cell}]`;
  const report = {
    setup() {
      const { errors, handleSubmit } = useForm({ initialValues: figures(), validationSchema: veeValidate(year, { report: { level, kind } }) });
      const submit = handleSubmit((cells) => file({ year, cells }), ({ errors: wrong }) => {
        const first = Object.keys(wrong)[0];
        document.querySelector(`[name="${CSS.escape(first)}"]`)?.focus();
      });
      const field = (cell, label) => h("div", [
        h(Field, { name: named(cell), class: "plain", "aria-label": label, "aria-invalid": errors.value[named(cell)] ? "true" : null, "aria-describedby": `said-${cell}`, autocomplete: "off" }),
        h("div", { id: `said-${cell}`, class: "gouji-note gouji-error" }, errors.value[named(cell)]),
      ]);
      return () => h("form", { onSubmit: submit, novalidate: true }, [
        ...tables(make, field),
        h("div", { class: "acts" }, [
          h("button", { type: "submit", class: "plain", id: "submit" }, "提交报送"),
          h("p", { id: "said", role: "status" }),
        ]),
      ]);
    },
  };
  createApp(report).mount("#app");
}

if (isThere("VeeValidate")) start(Vue, VeeValidate);
