// Each editor's example, driven as who writes the article would: a figure of its table is mistyped, the findings beside
// the editor say so and lead there, the cell is marked, nothing is saved; and what is saved is what was written, whatever
// is marked meanwhile.
import assert from "node:assert/strict";
import { eventually, inEachBrowser } from "../browser/harness.mjs";
import { filed } from "../setup/receiving.mjs";
import { editors, inCell, openEditor, write } from "./writing.mjs";

for (const name of Object.keys(editors)) {
  const outline = (page, figure) => inCell(page, name, figure, (cell) => cell.ownerDocument.defaultView.getComputedStyle(cell).outlineStyle);
  const open = async (page) => {
    filed.length = 0;
    await openEditor(page, name);
  };
  const save = async (page) => {
    await page.click("#submit");
    await eventually(async () => assert.equal(filed.length, 1));
    return new URLSearchParams(filed[0].body).get("content");
  };

  inEachBrowser(`${name}: a transposed figure is told beside the text, marked in it, and not saved until it is mended`, async (page) => {
    await open(page);
    await write(page, name, "1408", "1048");
    await eventually(async () => assert.match(await page.text("#panel"), /必须修改 [1-9][^]*差 -?360/));
    assert.equal(await outline(page, "1048"), "solid");
    assert.equal(await outline(page, "1431"), "none");
    await page.click("#submit");
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.className), "gouji-panel-title"));
    assert.deepEqual(filed, []);
    await page.click(".gouji-finding-go");
    await write(page, name, "1048", "1408");
    await eventually(async () => assert.match(await page.text("#panel"), /没有发现问题/));
    assert.equal(await outline(page, "1408"), "none");
    assert.match(await save(page), /1408/);
  });

  inEachBrowser(`${name}: what is saved is what was written, also while a cell is marked`, async (page) => {
    await open(page);
    const before = await save(page);
    assert.match(before, /3440/);
    await open(page);
    await write(page, name, "50", "900");
    await eventually(async () => assert.match(await page.text("#panel"), /请核实并说明 1/));
    assert.equal(await page.count(".gouji-finding-warning"), 1);
    const after = await save(page);
    assert.notEqual(after, before);
    assert.equal(after.replace(/900/, "50"), before);
  });
}
