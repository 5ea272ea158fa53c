// Each form library's example, driven as a clerk would: a figure is mistyped, the library says so at the cell that is
// wrong and files nothing; another edit or a paste that settles it takes the message away; what is filed is what stands there.
import assert from "node:assert/strict";
import { eventually, inEachBrowser } from "../browser/harness.mjs";
import { filed } from "../setup/receiving.mjs";
import { form } from "../../pkg/index.js";
import suqian from "../../www/examples/suqian-2024.js";

const json = ({ body }) => JSON.parse(body).cells;
const posted = ({ body }) => Object.fromEntries(new URLSearchParams(body));
const libraries = {
  // Tries to make a function of each field's lay-options and goes on where the policy forbids it, which Firefox reports.
  layui: { submit: "[lay-submit]", read: posted, warns: true, known: /blocked a JavaScript eval/ },
  "jquery-validation": { submit: "button[type=submit]", read: posted, warns: true },
  "element-ui": { submit: "#submit", read: (one) => flat(json(one)), warns: true },
  "element-plus": { submit: "#submit", read: json, warns: true },
  "ant-design": { submit: "#submit", read: json, warns: true },
  // Knows no warnings, and asks the whole at once: a field that was touched and is blank is told before submission.
  "vee-validate": { submit: "#submit", read: json, name: (cell) => `[${cell}]`, isHasty: true },
};

const published = Object.fromEntries(form(suqian.year).cells.map(({ id }) => [id, suqian.cells[id] ?? ""]));
const flat = (value, above = "") =>
  Object.assign({}, ...Object.entries(value).map(([key, one]) => (typeof one === "object" ? flat(one, `${above}${key}.`) : { [above + key]: one })));

for (const [library, { submit, read, warns, isHasty, known = null, name = (cell) => cell }] of Object.entries(libraries)) {
  const field = (cell) => `[name="${name(cell)}"]`;
  const said = (page, cell) => page.evaluate((css) => document.querySelector(css).closest("td").innerText.trim(), field(cell));
  const isMarked = (page, cell) => page.evaluate((css) => document.querySelector(css).getAttribute("aria-invalid") === "true", field(cell));
  const open = async (page) => {
    filed.length = 0;
    await page.visit(`/www/examples/portal/${library}/`);
    await page.text(field("requests.granted.natural"));
  };
  // layui says it over the page as well, for three seconds.
  const uncovered = (page) => page.waitFor(() => document.querySelector(".layui-layer") === null);
  const focused = (page) => page.evaluate(() => document.activeElement.name);

  inEachBrowser(`${library}: a transposed figure is told at its own cell, and nothing is filed until it is mended`, async (page) => {
    await open(page);
    assert.equal(await said(page, "requests.granted.natural"), "");
    await page.type(field("requests.granted.natural"), "1048");
    await page.press("Tab");
    await eventually(async () => assert.match(await said(page, "requests.granted.natural"), /差 -?360/));
    assert.equal(await isMarked(page, "requests.granted.natural"), true);
    await page.click(submit);
    await eventually(async () => assert.equal(await focused(page), name("requests.granted.natural")));
    assert.deepEqual(filed, []);
    await uncovered(page);
    await page.click(field("requests.granted.natural"));
    await page.press("Control+a");
    await page.paste("1408");
    await page.press("Tab");
    await eventually(async () => assert.equal(await said(page, "requests.granted.natural"), ""));
    assert.equal(await isMarked(page, "requests.granted.natural"), false);
    await page.click(submit);
    await eventually(async () => assert.equal(filed.length, 1));
    assert.deepEqual(read(filed[0]), published);
  }, { known });

  inEachBrowser(`${library}: what was said at one cell goes when another is typed`, async (page) => {
    const total = "disputes.reconsideration.total";
    await open(page);
    await page.type(field(total), "171");
    await page.press("Tab");
    await eventually(async () => assert.match(await said(page, total), /170.*171|171.*170/));
    await page.type(field("disputes.reconsideration.upheld"), "89");
    await page.press("Tab");
    await eventually(async () => assert.equal(await said(page, total), ""));
    await page.click(submit);
    await eventually(async () => assert.equal(filed.length, 1));
    assert.deepEqual(read(filed[0]), { ...published, [total]: "171", "disputes.reconsideration.upheld": "89" });
  }, { known });

  inEachBrowser(`${library}: a blank is asked for at submission, not before`, async (page) => {
    const cell = "requests.refused.state_secret.charity";
    await open(page);
    await page.type(field(cell), " ");
    await page.press("Tab");
    await page.type(field("requests.carried_in.natural"), "118");
    if (!isHasty) assert.equal(await said(page, cell), "");
    await page.click(submit);
    await eventually(async () => assert.match(await said(page, cell), /没有填写/));
    assert.deepEqual(filed, []);
    await uncovered(page);
    await page.type(field(cell), "0");
    await page.press("Tab");
    await eventually(async () => assert.equal(await said(page, cell), ""));
  }, { known });

  if (warns) {
    inEachBrowser(`${library}: a warning is shown as one and does not block`, async (page) => {
      const cell = "disclosure.normative_documents.made";
      await open(page);
      await page.type(field(cell), "900");
      await page.press("Tab");
      const warned = async () => (await Promise.all(["made", "repealed", "in_force"].map((part) => said(page, `disclosure.normative_documents.${part}`)))).join("");
      await eventually(async () => assert.match(await warned(), /900/));
      assert.equal(await page.count("[aria-invalid=true]"), 0);
      await page.click(submit);
      await eventually(async () => assert.equal(filed.length, 1));
      assert.deepEqual(read(filed[0]), { ...published, [cell]: "900" });
    }, { known });
  }

  inEachBrowser(`${library}: the page shows its own source`, async (page) => {
    await open(page);
    await page.click("#source summary");
    await eventually(async () => assert.match(await page.text("#source"), new RegExp(`adapters/${library}\\.js`)));
  }, { known });
}
