import { bind } from "../../../../pkg/bind.js";
import { use } from "../../../../pkg/index.js";
import repair from "../../../../pkg/repair.js";
import { figures, kind, level, tables, year } from "../official.js";
import { file, isThere } from "../page.js";

use(repair);

const page = {
  data: () => ({ cells: figures(), drawing: 0 }),
  mounted() {
    this.binding = bind(this.$el, { year, level, kind });
  },
  beforeDestroy() {
    this.binding.unbind();
  },
  methods: {
    // Comes only where nothing holds the form; explanations go with the report.
    submit(event) {
      event.preventDefault();
      file(this.binding.report());
    },
    empty() {
      for (const cell of Object.keys(this.cells)) this.cells[cell] = "";
      // Another key: Vue throws the fields away and draws new ones.
      this.drawing += 1;
    },
  },
  // A template would be compiled in the page, which needs 'unsafe-eval'; whoever has a build step writes one.
  render(h) {
    const make = (tag, { key, ...attrs }, children) => h(tag, { key, attrs }, children);
    const field = (cell, label) => h("input", {
      attrs: { name: cell, "aria-label": label, autocomplete: "off" },
      domProps: { value: this.cells[cell] },
      class: "plain",
      on: { input: ({ target }) => (this.cells[cell] = target.value) },
    });
    return h("form", { on: { submit: this.submit } }, [
      // Whatever is typed has Vue draw anew.
      h("p", { attrs: { id: "share" } }, [`本年新收 ${this.cells["requests.received.total"] || "—"} 件，其中自然人 ${this.cells["requests.received.natural"] || "—"} 件。`]),
      h("div", { key: this.drawing }, tables(make, field)),
      h("div", { class: "acts" }, [
        h("button", { class: "plain", attrs: { type: "submit", id: "submit" } }, ["提交报送"]),
        h("button", { class: "plain", attrs: { type: "button", id: "empty" }, on: { click: this.empty } }, ["清空重填"]),
        h("p", { attrs: { id: "said", role: "status" } }),
      ]),
    ]);
  },
};

if (isThere("Vue")) new Vue({ el: "#app", render: (h) => h(page) });
