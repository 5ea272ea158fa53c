import { quill as followQuill } from "../../../../pkg/adapters/quill.js";
import { use } from "../../../../pkg/index.js";
import repair from "../../../../pkg/repair.js";
import { article } from "../article.js";
import { kind, level, year } from "../official.js";
import { isThere } from "../page.js";

function start() {
  use(repair);
  const instance = new Quill("#editor", { theme: "snow", modules: { table: true, toolbar: [["bold", "italic"], ["clean"]] } });
  // Its tables know no merged cells.
  instance.clipboard.dangerouslyPasteHTML(article({ isPlain: true }));
  const form = document.querySelector("#report");
  followQuill(instance, { panel: document.querySelector("#panel"), form, year, report: { level, kind }, repairs: true, explain: true });
  form.addEventListener("submit", () => {
    form.elements.content.value = instance.getSemanticHTML();
  });
}

// A whole report takes Quill a moment, in which the page should already be seen.
if (isThere("Quill")) addEventListener("load", start);
