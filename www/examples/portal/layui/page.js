import { layui as followLayui } from "../../../../pkg/adapters/layui.js";
import { use } from "../../../../pkg/index.js";
import repair from "../../../../pkg/repair.js";
import { figures, kind, level, make, tables, year } from "../official.js";
import { isThere } from "../page.js";

const given = figures();
const field = (name, label) => make("input", { name, value: given[name], "aria-label": label, class: "layui-input", "lay-verify": "gouji" }, []);
document.querySelector("#tables").append(...tables(make, field));

if (isThere("layui")) {
  use(repair);
  layui.use(["form", "layer"], () => {
    followLayui(layui, document.querySelector("#report"), { year, report: { level, kind }, summary: "#summary" });
    // The form goes its usual way where layui finds nothing to stop it.
    layui.form.on("submit(report)", () => true);
  });
}
