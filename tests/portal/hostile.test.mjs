// Texts that mean harm, typed into the examples with other people's libraries: what our notes and panels say of them is
// text. (The strict pages, where Trusted Types are enforced, are tried in tests/browser; these libraries write markup
// by themselves, so that here what counts is what came of it.)
import assert from "node:assert/strict";
import { eventually, inEachBrowser } from "../browser/harness.mjs";

const texts = [
  "<img src=x onerror=document.title=1>",
  '"><svg onload=document.title=1>',
  "--></textarea><script>document.title=1</script>",
  "{{constructor.constructor('document.title=1')()}}",
];

/** What only such a text could have brought into the page, and what is written in our own part of it. */
const seen = (page, ours) => page.evaluate((css) => ({
  title: document.title === "1",
  harm: [...document.querySelectorAll("main *")].filter((node) => node.hasAttribute("onerror") || node.hasAttribute("onload") || node.matches("script, img[src=x]")).length,
  told: [...document.querySelectorAll(css)].map((node) => node.textContent).join(" "),
}), ours);

async function isText(page, ours, text) {
  await eventually(async () => {
    const { told, ...others } = await seen(page, ours);
    assert.deepEqual(others, { title: false, harm: 0 });
    assert.ok(told.includes(text), `${told} should say ${text}`);
  });
}

const forms = { layui: "td", "jquery-validation": "td", "element-ui": "td", "element-plus": "td", "ant-design": "td", "vee-validate": "td", "vue-2": ".gouji-summary, [data-gouji-own]" };
for (const [name, ours] of Object.entries(forms)) {
  inEachBrowser(`${name}: what is typed into a cell stays text`, async (page) => {
    await page.visit(`/www/examples/portal/${name}/`);
    const cell = name === "vee-validate" ? "[requests.granted.natural]" : "requests.granted.natural";
    for (const text of texts) {
      await page.type(`[name="${cell}"]`, text);
      await page.press("Tab");
      await isText(page, ours, text);
    }
  }, { known: /blocked a JavaScript eval/ });
}

for (const name of ["tinymce", "wangeditor", "ueditor", "quill"]) {
  inEachBrowser(`${name}: what is written into a cell of the text stays text beside it`, async (page) => {
    await page.visit(`/www/examples/portal/${name}/`);
    await page.waitFor(() => document.querySelector("#panel").textContent.includes("没有发现问题"));
    for (const text of texts) {
      await page.evaluate((written) => {
        const frame = document.querySelector("iframe");
        const body = frame ? frame.contentDocument.body : document.querySelector("#editor [contenteditable]");
        window.place ??= [...body.querySelectorAll("td")].findIndex((one) => one.textContent.replace(/[\s\ufeff\u200b]/g, "") === "1408");
        const cell = body.querySelectorAll("td")[window.place];
        const walker = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        let node = walker.nextNode();
        while (/^[\s\ufeff\u200b]*$/.test(node.data)) node = walker.nextNode();
        node.data = written;
      }, text);
      await isText(page, "#panel", text);
    }
  });
}
