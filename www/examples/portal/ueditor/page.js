import { ueditor as followUeditor } from "../../../../pkg/adapters/ueditor.js";
import { use } from "../../../../pkg/index.js";
import repair from "../../../../pkg/repair.js";
import { article } from "../article.js";
import { kind, level, year } from "../official.js";
import { isThere } from "../page.js";

if (isThere("UE")) {
  use(repair);
  const instance = UE.getEditor("content", { serverUrl: "", initialFrameWidth: "100%", initialFrameHeight: 560, autoHeightEnabled: false, toolbars: [["undo", "redo", "bold", "italic"]] });
  instance.ready(() => {
    instance.setContent(article());
    followUeditor(instance, { panel: document.querySelector("#panel"), form: document.querySelector("#report"), year, report: { level, kind }, repairs: true, explain: true });
  });
}
