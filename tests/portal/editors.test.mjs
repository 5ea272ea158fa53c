// Each editor's example, driven as who writes the article would: a figure of its table is mistyped, the findings beside
// the editor say so and lead there, the cell is marked, nothing is saved; and what is saved is what was written, whatever
// is marked meanwhile.
import assert from "node:assert/strict";
import { eventually, inEachBrowser } from "../browser/harness.mjs";
import { filed } from "../setup/receiving.mjs";

const editors = {
  tinymce: () => document.querySelector("iframe")?.contentDocument?.body,
  wangeditor: () => document.querySelector("#editor [contenteditable]"),
  ueditor: () => document.querySelector("iframe")?.contentDocument?.body,
  quill: () => document.querySelector(".ql-editor"),
};

for (const [name, body] of Object.entries(editors)) {
  // In the page: the cell that holds a figure.
  const inCell = (page, figure, work) => page.evaluate(`(figure) => {
    const body = (${body})();
    const cell = body && [...body.querySelectorAll("td, th")].find((one) => one.textContent.replace(/[\\s\\ufeff\\u200b]/g, "") === figure);
    return cell ? (${work})(cell) : null;
  }`, figure);
  const outline = (page, figure) => inCell(page, figure, (cell) => cell.ownerDocument.defaultView.getComputedStyle(cell).outlineStyle);

  const open = async (page) => {
    filed.length = 0;
    await page.visit(`/www/examples/portal/${name}/`);
    await page.waitFor(() => document.querySelector("#panel").textContent.includes("没有发现问题"));
  };
  async function write(page, from, to) {
    await inCell(page, from, (cell) => {
      const { ownerDocument } = cell;
      cell.scrollIntoView({ block: "center" });
      if (ownerDocument !== document) ownerDocument.defaultView.frameElement.focus();
      cell.closest("[contenteditable=true]").focus();
      const walker = ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      let node = walker.nextNode();
      while (!/\d/.test(node.data)) node = walker.nextNode();
      ownerDocument.defaultView.getSelection().setBaseAndExtent(node, node.data.search(/\d/), node, node.data.search(/\d\D*$/) + 1);
      return true;
    });
    // An editor takes a selection over when the page has told of it.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    for (const digit of to) await page.press(digit);
  }
  const save = async (page) => {
    await page.click("#submit");
    await eventually(async () => assert.equal(filed.length, 1));
    return new URLSearchParams(filed[0].body).get("content");
  };

  inEachBrowser(`${name}: a transposed figure is told beside the text, marked in it, and not saved until it is mended`, async (page) => {
    await open(page);
    await write(page, "1408", "1048");
    await eventually(async () => assert.match(await page.text("#panel"), /必须修改 [1-9][^]*差 -?360/));
    assert.equal(await outline(page, "1048"), "solid");
    assert.equal(await outline(page, "1431"), "none");
    await page.click("#submit");
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.className), "gouji-panel-title"));
    assert.deepEqual(filed, []);
    await page.click(".gouji-finding-go");
    await write(page, "1048", "1408");
    await eventually(async () => assert.match(await page.text("#panel"), /没有发现问题/));
    assert.equal(await outline(page, "1408"), "none");
    assert.match(await save(page), /1408/);
  });

  inEachBrowser(`${name}: what is saved is what was written, also while a cell is marked`, async (page) => {
    await open(page);
    const before = await save(page);
    assert.match(before, /3440/);
    await open(page);
    await write(page, "50", "900");
    await eventually(async () => assert.match(await page.text("#panel"), /请核实并说明 1/));
    assert.equal(await page.count(".gouji-finding-warning"), 1);
    const after = await save(page);
    assert.notEqual(after, before);
    assert.equal(after.replace(/900/, "50"), before);
  });
}
