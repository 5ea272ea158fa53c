import { ueditor as followUeditor } from "../../../../pkg/adapters/ueditor.js";
import { article } from "../article.js";
import { kind, level, year } from "../official.js";
import { isThere } from "../page.js";

if (isThere("UE")) {
  const instance = UE.getEditor("content", { serverUrl: "", initialFrameWidth: "100%", initialFrameHeight: 560, autoHeightEnabled: false, toolbars: [["undo", "redo", "bold", "italic"]] });
  instance.ready(() => {
    instance.setContent(article());
    followUeditor(instance, { panel: document.querySelector("#panel"), form: document.querySelector("#report"), year, report: { level, kind } });
  });
}
