import { elementUi } from "../../../../pkg/adapters/element-ui.js";
import { use } from "../../../../pkg/index.js";
import repair from "../../../../pkg/repair.js";
import { kind, level, nested, tables, year } from "../official.js";
import { file, isThere } from "../page.js";

const report = {
  data: () => ({ model: { cells: nested() } }),
  mounted() {
    this.followed = elementUi(this.$refs.form, () => this.model.cells, { year, report: { level, kind }, summary: "#summary" });
    this.$watch("model.cells", () => this.followed.update(), { deep: true });
  },
  beforeDestroy() {
    this.followed.close();
  },
  methods: {
    submit() {
      if (this.followed.validate().ok) file(this.followed.report());
    },
  },
  // A template would be compiled in the page, which needs 'unsafe-eval'; whoever has a build step writes one.
  render(h) {
    const { cells } = this.model;
    const make = (tag, { key, ...attrs }, children) => h(tag, { key, attrs }, children);
    const field = (cell, label) => {
      // The library reads a prop as a path: the figures lie nested in the model.
      const keys = cell.split(".");
      const last = keys.pop();
      const row = keys.reduce((node, key) => node[key], cells);
      return h("el-form-item", { props: { prop: `cells.${cell}` } }, [
        h("el-input", {
          // What is read out as its name is a property of the library's, not an attribute.
          props: { value: row[last], size: "small", label },
          attrs: { name: cell },
          on: { input: (value) => (row[last] = value) },
        }),
      ]);
    };
    return h("el-form", { ref: "form", props: { model: this.model }, nativeOn: { submit: (event) => event.preventDefault() } }, [
      h("div", { attrs: { id: "summary" } }),
      ...tables(make, field),
      h("div", { class: "acts" }, [
        h("el-button", { props: { type: "primary" }, attrs: { id: "submit" }, on: { click: this.submit } }, ["提交报送"]),
        h("p", { attrs: { id: "said", role: "status" } }),
      ]),
    ]);
  },
};

if (isThere("ELEMENT")) {
  use(repair);
  new Vue({ el: "#app", render: (h) => h(report) });
}
