import { followVeeValidate, veeValidate } from "../../../../pkg/adapters/vee-validate.js";
import { use } from "../../../../pkg/index.js";
import repair from "../../../../pkg/repair.js";
import { figures, kind, level, tables, year } from "../official.js";
import { file, isThere } from "../page.js";

function start({ createApp, h, onBeforeUnmount, onMounted, watch }, { Field, useForm }) {
  const make = (tag, attributes, children) => h(tag, attributes, children);
  // A name with dots is a path in the library; in brackets it is one key.
  const named = (cell) => `[${cell}]`;
  const report = {
    setup() {
      const form = useForm({ initialValues: figures(), validationSchema: veeValidate(year, { report: { level, kind } }) });
      const { errors, handleSubmit, values } = form;
      let followed;
      onMounted(() => {
        followed = followVeeValidate(form, { year, report: { level, kind }, summary: "#summary" });
        watch(values, () => followed.update(), { deep: true });
      });
      onBeforeUnmount(() => followed.close());
      const submit = handleSubmit(() => followed.validate().ok && file(followed.report()), ({ errors: wrong }) => {
        followed.validate();
        const first = Object.keys(wrong)[0];
        document.querySelector(`[name="${CSS.escape(first)}"]`)?.focus();
      });
      const field = (cell, label) => h("div", [
        h(Field, { name: named(cell), class: "plain", "aria-label": label, "aria-invalid": errors.value[named(cell)] ? "true" : null, "aria-describedby": `said-${cell}`, autocomplete: "off" }),
        h("div", { id: `said-${cell}`, class: "gouji-note gouji-error" }, errors.value[named(cell)]),
      ]);
      return () => h("form", { onSubmit: submit, novalidate: true }, [
        h("div", { id: "summary" }),
        ...tables(make, field),
        h("div", { class: "acts" }, [
          h("button", { type: "submit", class: "plain", id: "submit" }, "提交报送"),
          h("p", { id: "said", role: "status" }),
        ]),
      ]);
    },
  };
  use(repair);
  createApp(report).mount("#app");
}

if (isThere("VeeValidate")) start(Vue, VeeValidate);
