// The examples with other people's libraries, as everybody may have to use them: the rules that a machine can try, with
// an error and a warning told, on a desk, on a phone, and in a window of 1280 pixels zoomed to 400 %. What a library
// draws by itself, an editor's tools and frame, is left out; what is ours beside it is not.
import assert from "node:assert/strict";
import { eventually, inEachBrowser } from "../browser/harness.mjs";
import { isAccessible } from "../browser/axe.mjs";

const typed = (name = (cell) => cell) => async (page) => {
  const field = (cell) => `[name="${name(cell)}"]`;
  for (const [cell, figure] of [["requests.granted.natural", "1048"], ["disclosure.normative_documents.made", "900"]]) {
    await page.type(field(cell), figure);
    await page.press("Tab");
  }
  await eventually(async () => assert.match(await page.evaluate((css) => document.querySelector(css).closest("td").innerText, field("requests.granted.natural")), /差 -?360/));
};
// As an editor's script would: what is tried here is what stands beside it.
const written = async (page) => {
  await page.waitFor(() => document.querySelector("#panel").textContent.includes("没有发现问题"));
  await page.evaluate(() => {
    const frame = document.querySelector("iframe");
    const body = frame ? frame.contentDocument.body : document.querySelector("#editor [contenteditable]");
    const cell = [...body.querySelectorAll("td")].find((one) => one.textContent.replace(/[\s\ufeff\u200b]/g, "") === "1408");
    const walker = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (!/\d/.test(node.data)) node = walker.nextNode();
    cell.closest("[contenteditable=true]").focus();
    cell.ownerDocument.getSelection().setBaseAndExtent(node, node.data.search(/\d/), node, node.data.search(/\d\D*$/) + 1);
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  for (const digit of "1048") await page.press(digit);
  await eventually(async () => assert.match(await page.text("#panel"), /必须修改 [1-9]/));
};

const examples = {
  "vue-2": { break: async (page) => {
    await page.type('[name="requests.granted.natural"]', "1048");
    await page.click("#submit");
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.className), "gouji-summary"));
  } },
  // Where the library's own button has too little contrast, it is the library's.
  layui: { break: typed(), left: [".layui-btn"] },
  "jquery-validation": { break: typed() },
  "element-ui": { break: typed(), left: [".el-button"] },
  "element-plus": { break: typed(), left: [".el-button"] },
  "ant-design": { break: typed(), left: [".ant-btn"] },
  "vee-validate": { break: async (page) => {
    await page.type('[name="[requests.granted.natural]"]', "1048");
    await page.press("Tab");
    await eventually(async () => assert.match(await page.evaluate(() => document.querySelector('[name="[requests.granted.natural]"]').closest("td").innerText), /差 -?360/));
  } },
  tinymce: { break: written, left: [".tox"] },
  wangeditor: { break: written, left: ["#editor"] },
  ueditor: { break: written, left: [".edui-editor"] },
  quill: { break: written, left: ["#editor", ".ql-toolbar"] },
};

for (const [name, { break: spoil, left = [] }] of Object.entries(examples)) {
  inEachBrowser(`${name}: accessible with an error, also on a phone and zoomed to 400 %`, async (page) => {
    await page.visit(`/www/examples/portal/${name}/`);
    await spoil(page);
    await isAccessible(page, left);
    await page.resize(390, 844);
    await isAccessible(page, left);
    await page.resize(320, 256);
    await eventually(async () => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), "only tables scroll sideways"));
  }, { known: /blocked a JavaScript eval/ });
}
