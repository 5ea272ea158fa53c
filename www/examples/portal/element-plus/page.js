import { elementPlus } from "../../../../pkg/adapters/element-plus.js";
import { use } from "../../../../pkg/index.js";
import repair from "../../../../pkg/repair.js";
import { figures, kind, level, tables, year } from "../official.js";
import { file, isThere } from "../page.js";

function start({ createApp, h, onBeforeUnmount, onMounted, reactive, ref, watch }, { default: library, ElButton, ElForm, ElFormItem, ElInput }) {
  const make = (tag, attributes, children) => h(tag, attributes, children);
  const report = {
    setup() {
      const form = ref(null);
      const model = reactive({ cells: figures() });
      let followed;
      onMounted(() => {
        followed = elementPlus(form.value, () => model.cells, { year, report: { level, kind }, summary: "#summary" });
        watch(() => model.cells, () => followed.update(), { deep: true });
      });
      onBeforeUnmount(() => followed.close());

      const field = (cell, label) => h(ElFormItem, { prop: `cells.${cell}` }, () => [
        h(ElInput, { name: cell, ariaLabel: label, modelValue: model.cells[cell], "onUpdate:modelValue": (value) => (model.cells[cell] = value) }),
      ]);
      const submit = () => followed.validate().ok && file(followed.report());
      return () => h(ElForm, { ref: form, model, onSubmit: (event) => event.preventDefault() }, () => [
        h("div", { id: "summary" }),
        ...tables(make, field),
        h("div", { class: "acts" }, [
          h(ElButton, { type: "primary", id: "submit", onClick: submit }, () => "提交报送"),
          h("p", { id: "said", role: "status" }),
        ]),
      ]);
    },
  };
  use(repair);
  createApp(report).use(library).mount("#app");
}

if (isThere("ElementPlus")) start(Vue, ElementPlus);
