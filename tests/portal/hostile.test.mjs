// Texts that mean harm, typed into the examples with other people's libraries: what our notes and panels say of them is
// text. (The strict pages, where Trusted Types are enforced, are tried in tests/browser; these libraries write markup
// by themselves, so that here what counts is what came of it.)
import assert from "node:assert/strict";
import { eventually, inOneBrowser } from "../browser/harness.mjs";
import { editors, openEditor, write } from "./writing.mjs";

const texts = [
  // No longer than what a message quotes.
  "<img src=x onerror=document.title=1>",
  '"><svg onload=document.title=1>',
  "</p><script>document.title=1</script>",
  "{{2*3}}${document.title=1}",
];

/** What only such a text could have brought into the page, and what is written in our own part of it. */
const seen = (page, ours) => page.evaluate((css) => ({
  title: document.title === "1",
  harm: [...document.querySelectorAll("main *, .layui-layer *")].filter((node) => node.hasAttribute("onerror") || node.hasAttribute("onload") || node.matches("script, img[src=x]")).length,
  told: [...document.querySelectorAll(css)].map((node) => node.textContent).join(" "),
}), ours);

/** At one stroke, as a paste does: some of these pages take their time over each key. */
const put = (page, css, text) => page.evaluate((css, text) => {
  const field = document.querySelector(css);
  field.focus();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  field.blur();
}, css, text);

async function isText(page, ours, text) {
  await eventually(async () => {
    const { told, ...others } = await seen(page, ours);
    assert.deepEqual(others, { title: false, harm: 0 });
    assert.ok(told.includes(text), `${told} should say ${text}`);
  });
}

// Where it is told, while typing and at submission, and what submits.
const forms = {
  layui: ["td", ".layui-layer", "[lay-submit]"],
  "jquery-validation": ["td", "td", "button[type=submit]"],
  "element-ui": ["td", "td", "#submit"],
  "element-plus": ["td", "td", "#submit"],
  "ant-design": ["td", "td", "#submit"],
  "vee-validate": ["td", "td", "#submit"],
  "vue-2": ["[data-gouji-own]", ".gouji-summary", "#submit"],
};
for (const [name, [beside, submitted, button]] of Object.entries(forms)) {
  inOneBrowser(`${name}: what is typed into a cell stays text`, async (page) => {
    await page.visit(`/www/examples/portal/${name}/`);
    const cell = name === "vee-validate" ? "[requests.granted.natural]" : "requests.granted.natural";
    for (const text of texts) {
      await put(page, `[name="${cell}"]`, text);
      await isText(page, beside, text);
      await page.click(button);
      await isText(page, submitted, text);
      await page.evaluate(() => globalThis.layui?.layer.closeAll());
      await page.waitFor(() => document.querySelector(".layui-layer") === null);
    }
  }, { known: /blocked a JavaScript eval/ });
}

for (const name of Object.keys(editors)) {
  inOneBrowser(`${name}: what is written into a cell of the text stays text beside it`, async (page) => {
    await openEditor(page, name);
    let before = "1408";
    for (const text of texts) {
      await write(page, name, before, text);
      await isText(page, "#panel", text);
      before = text;
    }
  });
}
