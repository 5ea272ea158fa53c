// How a batch comes to the page: a folder or files chosen, the published examples, or what is dropped anywhere on it.

import { ofDrop, ofInput } from "./folder.js";

const find = (id) => document.getElementById(id);

/** `take`: a list of files, or a promise of one. */
export function listen(take) {
  for (const id of ["folder", "files"]) {
    const input = find(id);
    find(`choose-${id}`).addEventListener("click", () => input.click());
    input.addEventListener("change", () => {
      const found = ofInput(input);
      input.value = "";
      if (found.length > 0) take(found);
    });
  }
  find("try-examples").addEventListener("click", async () => {
    const { examples } = await import("../examples/index.js");
    const reports = await Promise.all(examples.map(({ load }) => load()));
    take(reports.map((report) => ({ path: `${report.body}-${report.year}.json`, file: new File([JSON.stringify(report)], "report.json") })));
  });
  // The whole page takes what is dropped: elsewhere a browser would leave it for the file.
  addEventListener("dragover", (event) => {
    event.preventDefault();
    find("drop").classList.add("is-over");
  });
  addEventListener("dragleave", (event) => { if (event.relatedTarget === null) find("drop").classList.remove("is-over"); });
  addEventListener("drop", (event) => {
    event.preventDefault();
    find("drop").classList.remove("is-over");
    if (event.dataTransfer) take(ofDrop(event.dataTransfer));
  });
}
