import { wangeditor as followWangeditor } from "../../../../pkg/adapters/wangeditor.js";
import { article } from "../article.js";
import { kind, level, year } from "../official.js";
import { isThere } from "../page.js";

if (isThere("wangEditor")) {
  const instance = wangEditor.createEditor({ selector: "#editor", html: article(), mode: "simple" });
  const form = document.querySelector("#report");
  followWangeditor(instance, { panel: document.querySelector("#panel"), form, year, report: { level, kind } });
  form.addEventListener("submit", () => {
    form.elements.content.value = instance.getHtml();
  });
}
