// Each form library's example, driven as a clerk would: a figure is mistyped, the library says so at the cell that is
// wrong and files nothing; the repair that is offered, another edit or a paste that settles it takes the message away; a
// warning asks for an explanation; what is filed is what stands there and what was explained.
import assert from "node:assert/strict";
import { eventually, inOneBrowser } from "../browser/harness.mjs";
import { filed } from "../setup/receiving.mjs";
import { form } from "../../pkg/index.js";
import suqian from "../../www/examples/suqian-2024.js";

/** What was filed: the figures, and what was explained. A report says what else is known of it, too. */
const json = ({ body }) => {
  const { year, level, kind, cells, explanations = {} } = JSON.parse(body);
  assert.deepEqual({ year, level, kind }, { year: suqian.year, level: suqian.level, kind: suqian.kind });
  return { cells, explanations };
};
const posted = ({ body }) => {
  const cells = Object.fromEntries(new URLSearchParams(body));
  const explanations = {};
  for (const name of Object.keys(cells)) {
    const [, finding] = name.match(/^gouji-explanation\[(.+)\]$/) ?? [];
    if (!finding) continue;
    explanations[finding] = cells[name];
    delete cells[name];
  }
  return { cells, explanations };
};
const libraries = {
  // Tries to make a function of each field's lay-options and goes on where the policy forbids it, which Firefox reports.
  layui: { submit: "[lay-submit]", read: posted, known: /blocked a JavaScript eval/ },
  "jquery-validation": { submit: "button[type=submit]", read: posted },
  "element-ui": { submit: "#submit", read: json },
  "element-plus": { submit: "#submit", read: json },
  "ant-design": { submit: "#submit", read: json },
  // Asks the whole at once: a field that was touched and is blank is told before submission.
  "vee-validate": { submit: "#submit", read: json, name: (cell) => `[${cell}]`, isHasty: true },
};

const published = Object.fromEntries(form(suqian.year).cells.map(({ id }) => [id, suqian.cells[id] ?? ""]));
for (const [library, { submit, read, isHasty, known = null, name = (cell) => cell }] of Object.entries(libraries)) {
  const field = (cell) => `[name="${name(cell)}"]`;
  const said = (page, cell) => page.evaluate((css) => document.querySelector(css).closest("td").innerText.trim(), field(cell));
  const saidOf = async (page, row) => (await Promise.all(["made", "repealed", "in_force"].map((part) => said(page, `disclosure.${row}.${part}`)))).join("");
  const isMarked = (page, cell) => page.evaluate((css) => document.querySelector(css).getAttribute("aria-invalid") === "true", field(cell));
  const open = async (page) => {
    filed.length = 0;
    await page.visit(`/www/examples/portal/${library}/`);
    await page.text(field("requests.granted.natural"));
  };
  // layui says it over the page as well, for three seconds.
  const uncovered = (page) => page.waitFor(() => document.querySelector(".layui-layer") === null);
  const focused = (page) => page.evaluate(() => document.activeElement.name);

  inOneBrowser(`${library}: typed wrong, held, mended by the repair that is offered, pasted, explained, and filed`, async (page) => {
    const cell = "requests.granted.natural";
    const warned = "disclosure.normative_documents.made";
    await open(page);
    assert.equal(await said(page, cell), "");
    await page.type(field(cell), "1048");
    await page.press("Tab");
    await eventually(async () => assert.match(await said(page, cell), /差 -?360/));
    assert.equal(await isMarked(page, cell), true);
    assert.equal(await page.count(".gouji-summary"), 0, "nobody has asked to submit");
    await page.click(submit);
    await eventually(async () => assert.equal(await focused(page), name(cell)));
    assert.match(await page.text(".gouji-summary"), /必须修改（\d+）/);
    assert.deepEqual(filed, []);
    await uncovered(page);

    await page.click(".gouji-summary .gouji-take");
    assert.equal(await page.value(field(cell)), "1408");
    await eventually(async () => assert.equal(await said(page, cell), ""));
    assert.equal(await isMarked(page, cell), false);
    assert.equal(await page.count(".gouji-summary"), 0);
    assert.equal(await focused(page), name(cell), "the focus goes where the figure is");

    await page.click(field(warned));
    await page.press("Control+a");
    await page.paste("900");
    await page.press("Tab");
    await eventually(async () => assert.match(await saidOf(page, "normative_documents"), /900/));
    assert.equal(await page.count("[aria-invalid=true]"), 0, "a warning is no error");
    await page.click(submit);
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.className), "gouji-summary"));
    assert.match(await page.text(".gouji-summary"), /请核实并说明（1）/);
    assert.deepEqual(filed, []);
    await uncovered(page);
    await page.click(".gouji-summary li a");
    assert.match(await focused(page), /disclosure\.normative_documents\./, "the link leads to the field");
    await page.type(".gouji-explanation", "本年集中清理");
    await page.click(submit);
    await eventually(async () => assert.equal(filed.length, 1));
    const { cells, explanations } = read(filed[0]);
    assert.deepEqual(cells, { ...published, [cell]: "1408", [warned]: "900" });
    assert.deepEqual(Object.entries(explanations), [["disclosure-in-force-below-net-made@normative_documents", "本年集中清理"]]);
  }, { known });

  inOneBrowser(`${library}: what was said at one cell goes when another is typed`, async (page) => {
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
    assert.deepEqual(read(filed[0]).cells, { ...published, [total]: "171", "disputes.reconsideration.upheld": "89" });
  }, { known });

  inOneBrowser(`${library}: a blank is asked for at submission, not before`, async (page) => {
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

  inOneBrowser(`${library}: the page shows its own source`, async (page) => {
    await open(page);
    await page.click("#source summary");
    await eventually(async () => assert.match(await page.text("#source"), new RegExp(`adapters/${library}\\.js`)));
  }, { known });
}
