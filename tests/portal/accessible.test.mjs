// The examples with other people's libraries, as everybody may have to use them: the rules that a machine can try, with
// an error and a warning told, on a desk, on a phone, and in a window of 1280 pixels zoomed to 400 %. What a library
// draws by itself, an editor's tools and frame, is left out; what is ours beside it is not.
import assert from "node:assert/strict";
import { eventually, inOneBrowser } from "../browser/harness.mjs";
import { isAccessible } from "../browser/axe.mjs";
import { openEditor, write } from "./writing.mjs";

const typed = (submit = "#submit") => async (page) => {
  const field = (cell) => `[name="${cell}"]`;
  for (const [cell, figure] of [["requests.granted.natural", "1048"], ["disclosure.normative_documents.made", "900"]]) {
    await page.type(field(cell), figure);
    await page.press("Tab");
  }
  await eventually(async () => assert.match(await page.evaluate((css) => document.querySelector(css).closest("td").innerText, field("requests.granted.natural")), /差 -?360/));
  await page.click(submit);
  await page.waitFor(() => document.querySelector(".gouji-summary .gouji-take") && document.querySelector(".gouji-explanation") && !document.querySelector(".layui-layer"));
};
const written = (name) => async (page) => {
  await openEditor(page, name);
  await write(page, name, "1408", "1048");
  await eventually(async () => assert.match(await page.text("#panel"), /必须修改 [1-9]/));
  await write(page, name, "50", "900");
  await page.waitFor(() => document.querySelector(".gouji-repair") && document.querySelector(".gouji-explanation"));
};

const examples = {
  "vue-2": { break: async (page) => {
    await page.type('[name="requests.granted.natural"]', "1048");
    await page.click("#submit");
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.className), "gouji-summary"));
  } },
  // Where the library's own button has too little contrast, it is the library's.
  layui: { break: typed("[lay-submit]"), left: [".layui-btn"] },
  "jquery-validation": { break: typed("button[type=submit]") },
  "element-ui": { break: typed(), left: [".el-button"] },
  "element-plus": { break: typed(), left: [".el-button"] },
  "ant-design": { break: typed(), left: [".ant-btn"] },
  "vee-validate": { break: async (page) => {
    await page.type('[name="[requests.granted.natural]"]', "1048");
    await page.press("Tab");
    await eventually(async () => assert.match(await page.evaluate(() => document.querySelector('[name="[requests.granted.natural]"]').closest("td").innerText), /差 -?360/));
  } },
  tinymce: { break: written("tinymce"), left: [".tox"] },
  wangeditor: { break: written("wangeditor"), left: ["#editor"] },
  ueditor: { break: written("ueditor"), left: [".edui-editor"] },
  quill: { break: written("quill"), left: ["#editor", ".ql-toolbar"] },
};

for (const [name, { break: spoil, left = [] }] of Object.entries(examples)) {
  inOneBrowser(`${name}: accessible with an error, also on a phone and zoomed to 400 %`, async (page) => {
    await page.visit(`/www/examples/portal/${name}/`);
    await spoil(page);
    await isAccessible(page, left);
    await page.resize(390, 844);
    await isAccessible(page, left);
    await page.resize(320, 256);
    await eventually(async () => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), "only tables scroll sideways"));
  }, { known: /blocked a JavaScript eval/ });
}
