// Documents on their way in: pasted anywhere, chosen, dropped; seen before they are taken, taken back with one click; and
// last year's report beside this one. The figures are published ones.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { check, form } from "../../pkg/index.js";
import { project } from "../setup/programs.mjs";
import { isAccessible } from "./axe.mjs";
import { eventually, inEachBrowser, inOneBrowser } from "./harness.mjs";
import { cell, errorsAre, focus, holds, open, openExample, saved, says, textOf } from "./desk.mjs";

let folder;
before(async () => { folder = await mkdtemp(join(tmpdir(), "gouji-intake-")); });
after(() => rm(folder, { recursive: true }));

const published = async (name) => JSON.parse(await readFile(join(project, "tests/reports", name), "utf8"));
const escaped = (text) => String(text ?? "").replace(/[&<>]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[one]);

/** A published report as the page of an office prints it: the official form with its figures. */
function asPage({ body, year, cells }, { tables = ["disclosure", "requests", "disputes"], extra = "" } = {}) {
  const { sections, tables: all } = form(year);
  const parts = sections.filter(({ table }) => tables.includes(table)).map(({ ordinal, title, table }) => {
    const rows = all.find(({ id }) => id === table).rows.map((row) => `<tr>${row.map((one) => `<td colspan="${one.colSpan}" rowspan="${one.rowSpan}">${escaped(one.cell ? cells[one.cell] : one.text)}</td>`).join("")}</tr>`);
    return `<h2>${ordinal}、${title}</h2><table>${rows.join("")}</table>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>${body}</title><h1>${body}${year}年政府信息公开工作年度报告</h1>${extra}${parts.join("")}`;
}

async function put(name, text) {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}
const values = (page) => page.evaluate(() => Object.fromEntries([...document.querySelectorAll("[data-cell]")].map(({ dataset, value }) => [dataset.cell, value])));
const previewed = (page) => eventually(async () => assert.equal(await page.count("#preview[open] #preview-take"), 1, "a preview"));
const drop = (page, files) => page.evaluate((given) => {
  const dataTransfer = new DataTransfer();
  for (const { name, text } of given) dataTransfer.items.add(new File([text], name));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}, files);

inEachBrowser("宿迁 2024 copied as the official tables and pasted outside the cells comes back figure by figure", async (page) => {
  await openExample(page, "suqian");
  const figures = await values(page);
  await page.click("#out summary");
  await page.click("#copy");
  await says(page, "#message", /三张表已复制/);
  await page.click("#clear");
  await holds(page, cell("requests.received.natural"), "");
  await page.evaluate(() => document.activeElement.blur());
  await page.press("Control+v");
  await previewed(page);
  assert.match(await page.text(".preview-tables"), /10 \/ 10 格[\s\S]*175 \/ 175 格[\s\S]*15 \/ 15 格/);
  assert.match(await page.text("#preview"), /文中没有写明年度，请核对所选的年度/);
  await page.select("#preview-year", "2024");
  await isAccessible(page);
  await page.evaluate(() => { for (const one of document.querySelectorAll(".preview-tables details")) one.open = true; });
  for (const width of [1280, 390]) {
    await page.resize(width, 900);
    assert.deepEqual(await page.evaluate(() => {
      const figures = [...document.querySelectorAll(".preview-cells b")];
      const lines = (node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size;
      };
      return [figures.length, figures.filter((one) => lines(one) !== 1).map((one) => one.textContent)];
    }), [200, []], `no figure is broken over two lines at ${width}`);
  }
  await page.click("#preview-take");
  await says(page, "#message", /填入 200 格/);
  assert.deepEqual(await values(page), figures);
  await errorsAre(page, 0);
});

inEachBrowser("a page of an office, chosen as a file: seen first, then taken, and taken back with one click", async (page) => {
  const report = await published("suqian-2023.json");
  await open(page, 2024);
  await page.type(cell("requests.received.natural"), "12");
  await page.upload("#file", await put("2023.html", asPage(report)));
  await previewed(page);
  await says(page, "#preview", /现有的数字有 1 格与此不同/);
  await holds(page, cell("requests.received.natural"), "12");
  await page.click("#preview-whole");
  await page.click("#preview-take");
  await holds(page, cell("requests.received.natural"), String(report.cells["requests.received.natural"]));
  await holds(page, "#year", "2023");
  await page.click("#undo");
  await holds(page, cell("requests.received.natural"), "12");
  await holds(page, "#year", "2024");
});

inOneBrowser("leaving the preview changes nothing, and one table alone may be added to what is there", async (page) => {
  const report = await published("suqian-2024.json");
  const page2024 = asPage(report, { tables: ["disputes"] });
  await open(page, 2024);
  await page.type(cell("requests.received.natural"), "12");
  for (const leave of ["#preview-leave", "Escape"]) {
    await page.upload("#file", await put("disputes.html", page2024));
    await previewed(page);
    await (leave === "Escape" ? page.press("Escape") : page.click(leave));
    await eventually(async () => assert.equal(await page.count("#preview[open]"), 0));
    await holds(page, cell("disputes.reconsideration.total"), "");
  }
  await page.upload("#file", await put("disputes.html", page2024));
  await previewed(page);
  await page.click("#preview-take"); // adding is chosen beforehand where not all tables were read
  await holds(page, cell("disputes.reconsideration.total"), String(report.cells["disputes.reconsideration.total"]));
  await holds(page, cell("requests.received.natural"), "12");
});

inOneBrowser("a whole table pasted while the cursor stands in the wrong cell finds its own place", async (page) => {
  await open(page, 2024);
  await focus(page, "requests.carried_out.natural");
  await page.paste("三、收到和处理政府信息公开申请情况\n\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n一、本年新收政府信息公开申请数量\t7\t0\t0\t0\t0\t0\t7\n二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n");
  await previewed(page);
  await page.click("#preview-take");
  await holds(page, cell("requests.received.natural"), "7");
  await holds(page, cell("requests.carried_in.total"), "1");
  await holds(page, cell("requests.carried_out.natural"), "");
});

inEachBrowser("two files dropped together: the later year is written, the earlier one stands beside it and offers what was carried over", async (page) => {
  const [early, late] = [await published("suqian-2023.json"), await published("suqian-2024.json")];
  const cells = { ...late.cells };
  for (const key of Object.keys(cells)) if (key.startsWith("requests.carried_in.")) delete cells[key];
  await open(page);
  await drop(page, [{ name: "2024.html", text: asPage({ ...late, cells }) }, { name: "2023.html", text: asPage(early) }]);
  await previewed(page);
  await says(page, ".preview-early", /2023/);
  await isAccessible(page);
  await page.click("#preview-take");
  await says(page, "#previous", /上年报告/);
  await isAccessible(page);
  await page.click("#carry-over");
  await holds(page, cell("requests.carried_in.natural"), String(early.cells["requests.carried_out.natural"]));
  await holds(page, cell("requests.carried_in.total"), String(early.cells["requests.carried_out.total"]));
  await eventually(async () => assert.equal(await page.count("#carry-over"), 0));
  // A figure that is not what last year carried out is told, because the two are compared.
  await page.type(cell("requests.carried_in.natural"), "9");
  await says(page, "#findings", /上年/);
  // It outlives a reload of the tab, and goes when asked to.
  await open(page);
  await says(page, "#previous", /2023/);
  await page.click("#previous-away");
  await eventually(async () => assert.equal(await textOf(page, "#previous"), ""));
  await page.press("Control+z");
  await says(page, "#previous", /2023/);
  await page.press("Control+y");
  await eventually(async () => assert.equal(await textOf(page, "#previous"), ""));
});

inOneBrowser("what cannot be read is refused with the reason; nothing typed is lost", async (page) => {
  await open(page, 2024);
  await page.type(cell("requests.received.natural"), "12");
  for (const [name, text, reason] of [["report.pdf", "%PDF-1.7\n1 0 obj", /PDF/], ["empty.txt", "", /读不出/], ["letter.txt", "你好", /读不出/]]) {
    await page.upload("#file", await put(name, text));
    await says(page, "#message", reason);
    await holds(page, cell("requests.received.natural"), "12");
    await page.click("#message .dismiss");
  }
  await drop(page, [1, 2, 3].map((name) => ({ name: `${name}.json`, text: "{}" })));
  await says(page, "#message", /一次最多两份/);
});

inOneBrowser("markup in a document is text in the preview and in the form, and nothing of it runs", async (page) => {
  const report = await published("suqian-2024.json");
  const hostile = '<img src=x onerror="window.hacked=1">';
  const cells = { ...report.cells, "requests.received.natural": hostile };
  await open(page, 2024);
  await page.upload("#file", await put(`<b>名.html`.replace(/[<>]/g, "_"), asPage({ ...report, body: `${escaped(hostile)}局`, cells }, { extra: `<script>window.hacked=1</script><img src=x onerror="window.hacked=1">` })));
  await previewed(page);
  await page.click(".preview-tables li:nth-child(2) summary");
  assert.equal(await page.count("#preview img, #preview script"), 0);
  await page.click("#preview-take");
  await says(page, "#message", /填入/);
  assert.equal(await page.count("#form img, #form script"), 0);
  assert.equal(await page.evaluate(() => window.hacked ?? null), null);
});

inOneBrowser("forgotten on request: nothing that was filled in is left in the browser", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.click("#forget");
  await holds(page, cell("requests.received.natural"), "2");
  await says(page, "#message", /不能撤销/);
  await page.click("#undo");
  await holds(page, cell("requests.received.natural"), "");
  await holds(page, "#body", "");
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), []);
  await page.press("Control+z");
  await holds(page, "#body", "");
});

inOneBrowser("what was odd about a document stays beside the findings until it is dealt with, and is no business of the check's", async (page) => {
  const report = await published("xigang-2020.json");
  const misprinted = asPage(report).replace("三、", "四、");
  await open(page);
  await page.upload("#file", await put("西岗.html", misprinted));
  await previewed(page);
  await page.click("#preview-take");
  await says(page, "#odd", /文件中的疑点（1）西岗\.html/);
  await says(page, "#odd .said", /“四、收到和处理政府信息公开申请情况”的序号应为三/);
  await errorsAre(page, 0);
  await isAccessible(page);
  await page.type("#odd textarea", "原文如此，已请办公室更正");
  const { text } = await saved(page);
  const kept = JSON.parse(text);
  assert.deepEqual(kept.meta.odd.map(({ rule, from, explained }) => [rule, from, explained]), [["section-misnumbered", "西岗.html", "原文如此，已请办公室更正"]]);
  assert.deepEqual(check(kept).findings.filter(({ rule }) => rule === "key-unknown" || rule === "section-misnumbered"), []);
  assert.deepEqual(kept.explanations ?? {}, {}, "the check is told of no finding that it does not know");
  await open(page);
  await says(page, "#odd .said", /序号应为三/);
  assert.equal(await page.value("#odd textarea"), "原文如此，已请办公室更正");
  await page.click("#odd .odd-done");
  await eventually(async () => assert.equal(await page.count("#odd .card"), 0));
  await page.click("#undo");
  await says(page, "#odd .said", /序号应为三/);
});

inOneBrowser("a file may say anything of its document: only what can be told is shown, and as text", async (page) => {
  const report = await published("xigang-2020.json");
  await open(page);
  for (const odd of [5, "x", [null, 7, { severity: "fatal", message: "x" }, { severity: "error" }, { severity: "warning", message: "<b>一</b>", cells: "requests", help: {}, from: [] }]]) {
    await page.upload("#file", await put("odd.json", JSON.stringify({ ...report, meta: { ...report.meta, odd } })));
    await says(page, "#message", /已导入/);
    await eventually(async () => assert.equal(await page.count("#odd .card"), Array.isArray(odd) ? 1 : 0));
  }
  assert.match(await page.text("#odd .said"), /<b>一<\/b>/);
  await page.upload("#file", await put("part.html", asPage(report, { tables: ["requests"] })));
  await previewed(page);
  await page.click("#preview-merge");
  await page.click("#preview-take");
  await errorsAre(page, 0);
});
