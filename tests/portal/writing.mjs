// Writing in the editors of the examples as a person does: into a cell of the table in the text.

/** What is edited, asked in the page. */
export const editors = {
  tinymce: () => document.querySelector("iframe")?.contentDocument?.body,
  wangeditor: () => document.querySelector("#editor [contenteditable]"),
  ueditor: () => document.querySelector("iframe")?.contentDocument?.body,
  quill: () => document.querySelector(".ql-editor"),
};

/** Opens an editor's example and waits until its text has been checked. */
export async function openEditor(page, name) {
  await page.visit(`/www/examples/portal/${name}/`);
  await page.waitFor(() => document.querySelector("#panel").textContent.includes("没有发现问题"));
}

/** What `work` says of the cell that holds this text, asked in the page. */
export const inCell = (page, name, text, work) => page.evaluate(`(text) => {
  const body = (${editors[name]})();
  const plain = (one) => one.replace(/[\\s\\ufeff\\u200b]/g, "");
  const cell = body && [...body.querySelectorAll("td, th")].find((one) => plain(one.textContent) === plain(text));
  return cell ? (${work})(cell) : null;
}`, text);

/** Chooses what stands in the cell that holds `from`, and types over it. */
export async function write(page, name, from, to) {
  await inCell(page, name, from, (cell) => {
    const { ownerDocument } = cell;
    cell.scrollIntoView({ block: "center" });
    if (ownerDocument !== document) ownerDocument.defaultView.frameElement.focus();
    cell.closest("[contenteditable=true]").focus();
    // Editors keep the caret in characters of no width.
    const seen = /[^\s\ufeff\u200b]/;
    const walker = ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (!seen.test(node.data)) node = walker.nextNode();
    ownerDocument.defaultView.getSelection().setBaseAndExtent(node, node.data.search(seen), node, node.data.replace(/[\s\ufeff\u200b]+$/, "").length);
    return true;
  });
  await typed(page, to);
}

/** Types where the selection is. */
export async function typed(page, text) {
  // An editor takes a selection over when the page has told of it.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  for (const character of text) await page.press(character);
}

/** Copies a heading and a table from the page, as from a document, and pastes them over all that stands in the editor. */
export async function paste(page, name, heading, rows) {
  await page.evaluate((heading, rows) => {
    const copied = document.createElement("div");
    copied.id = "to-copy";
    copied.appendChild(document.createElement("p")).textContent = heading;
    const table = copied.appendChild(document.createElement("table"));
    for (const texts of rows) {
      const row = table.insertRow();
      for (const text of texts) row.insertCell().textContent = text;
    }
    document.body.append(copied);
    document.activeElement.blur();
    const range = document.createRange();
    range.selectNodeContents(copied);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }, heading, rows);
  await page.press("Control+c");
  await page.evaluate(`() => {
    document.getElementById("to-copy").remove();
    const body = (${editors[name]})();
    if (body.ownerDocument !== document) body.ownerDocument.defaultView.frameElement.focus();
    body.focus();
  }`);
  await page.press("Control+a");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  await page.press("Control+v");
}
