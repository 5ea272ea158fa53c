// Each editor's example, driven as who writes the article would: a figure of its table is mistyped, the findings beside
// the editor say so, what would mend it, and lead there, the cell is marked, nothing is saved; what is right all the same is
// explained; and what is saved is what was written, whatever is marked meanwhile.
import assert from "node:assert/strict";
import { eventually, inEachBrowser, inOneBrowser } from "../browser/harness.mjs";
import { filed } from "../setup/receiving.mjs";
import { editors, inCell, openEditor, paste, typed, write } from "./writing.mjs";

for (const name of Object.keys(editors)) {
  const outline = (page, figure) => inCell(page, name, figure, (cell) => cell.ownerDocument.defaultView.getComputedStyle(cell).outlineStyle);
  const open = async (page) => {
    filed.length = 0;
    await openEditor(page, name);
  };
  const save = async (page) => {
    await page.click("#submit");
    await eventually(async () => assert.equal(filed.length, 1));
    return new URLSearchParams(filed[0].body);
  };

  // A frame's text and a page's are chosen differently; the others are of one of these kinds.
  const where = name === "tinymce" || name === "quill" ? inEachBrowser : inOneBrowser;
  where(`${name}: a transposed figure is told beside the text, marked in it, and not saved until it is mended`, async (page) => {
    await open(page);
    await write(page, name, "1408", "1048");
    await eventually(async () => assert.match(await page.text("#panel"), /必须修改 [1-9][^]*差 -?360/));
    assert.equal(await outline(page, "1048"), "solid");
    assert.equal(await outline(page, "1431"), "none");
    await page.click("#submit");
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.className), "gouji-panel-title"));
    assert.deepEqual(filed, []);
    // The repair says what would mend it; whoever goes there has the figure chosen, and types over it.
    assert.match(await page.text(".gouji-repair"), /1048 应为 1408/);
    await page.click(".gouji-repair .gouji-finding-go");
    await typed(page, "1408");
    await eventually(async () => assert.match(await page.text("#panel"), /没有发现问题/));
    assert.equal(await outline(page, "1408"), "none");
    assert.match((await save(page)).get("content"), /1408/);
  });

  inEachBrowser(`${name}: a table that is pasted is read, and its wrong figure found, marked, and not saved until it is mended`, async (page) => {
    await open(page);
    await paste(page, name, "三、收到和处理政府信息公开申请情况", [
      ["一、本年新收政府信息公开申请数量", "31", "12", "0", "0", "0", "0", "44"],
      ["二、上年结转政府信息公开申请数量", "0", "0", "0", "0", "0", "0", "0"],
    ]);
    await eventually(async () => assert.match(await page.text("#panel"), /总计\(44\)，差 -1/));
    assert.equal(await outline(page, "44"), "solid");
    await page.click("#submit");
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.className), "gouji-panel-title"));
    assert.deepEqual(filed, []);
    await write(page, name, "44", "43");
    await eventually(async () => assert.doesNotMatch(await page.text("#panel"), /差 -?1/));
    // Quill reads what is pasted with the styles that browsers copy, which the policy forbids.
  }, { known: name === "quill" ? /Applying inline style/ : null });

  inOneBrowser(`${name}: what is odd is explained; what is saved is what was written, also while a cell is marked`, async (page) => {
    await open(page);
    const before = (await save(page)).get("content");
    assert.match(before, /3440/);
    await open(page);
    await write(page, name, "50", "900");
    await eventually(async () => assert.match(await page.text("#panel"), /请核实并说明 1/));
    assert.equal(await page.count(".gouji-finding-warning"), 1);
    await page.click("#submit");
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.className), "gouji-panel-title"));
    assert.deepEqual(filed, [], "a warning asks first");
    await page.type(".gouji-explanation", "本年集中清理");
    const sent = await save(page);
    assert.notEqual(sent.get("content"), before);
    assert.equal(sent.get("content").replace(/900/, "50"), before);
    assert.equal(sent.get("gouji-explanation[disclosure-in-force-below-net-made@normative_documents]"), "本年集中清理");
  });
}

/** An element that is edited in a page without any library, with these rows of the requests, followed by `editor`. */
const plainEditor = (page, rows, options) => page.evaluate(async (rows, options) => {
  const [{ editor }, gouji] = await Promise.all([import("/pkg/adapters/editor.js"), import("/pkg/index.js")]);
  const main = document.querySelector("main");
  const content = main.appendChild(document.createElement("div"));
  content.appendChild(document.createElement("p")).textContent = "三、收到和处理政府信息公开申请情况";
  const table = content.appendChild(document.createElement("table"));
  for (const texts of rows) {
    const row = table.insertRow();
    for (const text of texts) row.insertCell().textContent = text;
  }
  const panel = main.appendChild(document.createElement("div"));
  const form = main.appendChild(document.createElement("form"));
  Object.assign(window, { gouji, panel, form, before: main.innerHTML });
  const chosen = { content: () => content, listen: () => () => {}, panel, form, year: 2024, blank: "zero", ...options };
  window.follow = () => { window.followed = editor(chosen); };
  window.follow();
}, rows, options);
const received = (...figures) => ["一、本年新收政府信息公开申请数量", ...figures.map(String)];

inEachBrowser("an editor: what is as likely as the first repair stands beside it, and is said to be only possible", async (page) => {
  await page.visit("/www/examples/portal/");
  // One row with a wrong sum: nothing tells which of its figures it is.
  for (const [language, several] of [["zh", /有 (\d+) 种可能的改法，请对照登记核实后选用/], ["en", /(\d+) corrections are possible; choose by your register/]]) {
    await plainEditor(page, [received(3, 1, 0, 0, 0, 0, 5)], { repairs: true, language, blank: "missing" });
    await page.evaluate(async () => {
      window.followed.close();
      window.gouji.use(await import("/pkg/repair.js"));
      window.follow();
    });
    const [, count] = (await page.text(".gouji-repair-several")).match(several);
    assert.ok(Number(count) > 1);
    assert.equal(await page.count(".gouji-repair"), Math.min(Number(count), 6));
    await page.evaluate(() => window.followed.close());
  }
}, { only: ["chromium"] });

inOneBrowser("an editor that is followed no more leaves the page as it was: its panel, and a form without an id", async (page) => {
  await page.visit("/www/examples/portal/");
  // A figure that is only a stroke is a warning, which asks for an explanation.
  await plainEditor(page, [received("/", 0, 0, 0, 0, 0, 0)], { explain: true });
  const during = await page.evaluate(() => [window.form.id, document.querySelector(".gouji-explanation").getAttribute("form"), [...new FormData(window.form).keys()].length]);
  assert.match(during[0], /^gouji-form-\d+$/);
  assert.equal(during[1], during[0]);
  assert.ok(during[2] > 0, "the explanations are fields of the form");
  await page.evaluate(() => window.followed.close());
  assert.equal(await page.evaluate(() => document.querySelector("main").innerHTML === window.before), true);
});

inOneBrowser("the explanations are the form's also where a field of it is named id, with and without an id of its own", async (page) => {
  await page.visit("/www/examples/portal/");
  await plainEditor(page, [received("/", 0, 0, 0, 0, 0, 0)], { explain: true });
  for (const own of [null, "host"]) {
    const { id, keys, after } = await page.evaluate((own) => {
      const { form } = window;
      window.followed.close();
      if (own === null) form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "id", value: "7" }));
      else form.setAttribute("id", own);
      window.follow();
      const told = { id: form.getAttribute("id"), keys: [...new FormData(form).keys()] };
      window.followed.close();
      return { ...told, after: form.getAttribute("id") };
    }, own);
    assert.match(id, own === null ? /^gouji-form-\d+$/ : /^host$/);
    assert.ok(keys.includes("gouji-explanation[cell-placeholder@requests.received.natural]"), keys.join());
    assert.equal(after, own);
  }
});

inOneBrowser("an editor with repairs that nobody has loaded is checked all the same", async (page) => {
  await page.visit("/www/examples/portal/");
  const { unavailable, rules } = await page.evaluate(async () => {
    const { editor } = await import("/pkg/adapters/editor.js");
    const content = document.createElement("div");
    const heading = content.appendChild(document.createElement("p"));
    heading.textContent = "三、收到和处理政府信息公开申请情况";
    const row = content.appendChild(document.createElement("table")).insertRow();
    for (const text of ["一、本年新收政府信息公开申请数量", "3", "1", "0", "0", "0", "0", "5"]) row.insertCell().textContent = text;
    const followed = editor({ content: () => content, listen: () => () => {}, panel: document.createElement("div"), year: 2024, repairs: true });
    const verdict = followed.look();
    followed.close();
    return { unavailable: verdict.unavailable, rules: verdict.findings.map(({ rule }) => rule) };
  });
  assert.equal(unavailable, null);
  assert.ok(rules.includes("requests-applicants-total"), String(rules));
});
