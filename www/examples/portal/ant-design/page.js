import { antDesign } from "../../../../pkg/adapters/ant-design.js";
import { use } from "../../../../pkg/index.js";
import repair from "../../../../pkg/repair.js";
import { figures, kind, level, tables, year } from "../official.js";
import { file, isThere } from "../page.js";

function start({ createElement, useEffect, useRef }, { createRoot }, { Button, ConfigProvider, Form, Input }) {
  const html = { class: "className", colspan: "colSpan", rowspan: "rowSpan", tabindex: "tabIndex" };
  const make = (tag, attributes, children) => createElement(tag, Object.fromEntries(Object.entries(attributes).map(([name, value]) => [html[name] ?? name, value])), ...children);
  const field = (cell, label) => createElement(Form.Item, { name: cell }, createElement(Input, { name: cell, "aria-label": label, autoComplete: "off" }));
  const drawn = tables(make, field);

  function Report() {
    const [form] = Form.useForm();
    const followed = useRef(null);
    useEffect(() => {
      followed.current = antDesign(form, { year, report: { level, kind }, summary: "#summary" });
      return () => followed.current.close();
    }, [form]);
    return createElement(
      Form,
      {
        form,
        initialValues: figures(),
        onValuesChange: () => followed.current.update(),
        onFinish: () => followed.current.validate().ok && file(followed.current.report()),
      },
      createElement("div", { id: "summary" }),
      ...drawn,
      createElement("div", { className: "acts" },
        createElement(Button, { type: "primary", htmlType: "submit", id: "submit" }, "提交报送"),
        createElement("p", { id: "said", role: "status" })),
    );
  }
  use(repair);
  createRoot(document.querySelector("#app")).render(createElement(ConfigProvider, { button: { autoInsertSpace: false } }, createElement(Report)));
}

if (isThere("antd")) start(React, ReactDOM, antd);
