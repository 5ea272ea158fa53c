import { wangeditor as followWangeditor } from "../../../../pkg/adapters/wangeditor.js";
import { use } from "../../../../pkg/index.js";
import repair from "../../../../pkg/repair.js";
import { article } from "../article.js";
import { kind, level, year } from "../official.js";
import { isThere } from "../page.js";

if (isThere("wangEditor")) {
  use(repair);
  const instance = wangEditor.createEditor({ selector: "#editor", html: article(), mode: "simple" });
  const form = document.querySelector("#report");
  followWangeditor(instance, { panel: document.querySelector("#panel"), form, year, report: { level, kind }, repairs: true, explain: true });
  form.addEventListener("submit", () => {
    form.elements.content.value = instance.getHtml();
  });
}
