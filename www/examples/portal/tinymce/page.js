import { tinymce as followTinymce } from "../../../../pkg/adapters/tinymce.js";
import { use } from "../../../../pkg/index.js";
import repair from "../../../../pkg/repair.js";
import { article } from "../article.js";
import { kind, level, year } from "../official.js";
import { isThere } from "../page.js";

document.querySelector("#content").value = article();

if (isThere("tinymce")) {
  use(repair);
  tinymce.init({
    selector: "#content",
    license_key: "gpl",
    base_url: "/vendor/tinymce",
    suffix: ".min",
    plugins: "table",
    toolbar: "undo redo | bold italic | table",
    menubar: false,
    promotion: false,
    height: 640,
    init_instance_callback: (instance) => followTinymce(instance, { panel: document.querySelector("#panel"), year, report: { level, kind }, repairs: true, explain: true }),
  });
}
