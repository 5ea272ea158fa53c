// The rule book: every rule with its cells on the form, its basis and an example; searched, narrowed, cited.
import assert from "node:assert/strict";
import { check, form, rules } from "../../pkg/index.js";
import { read, rules as documentRules } from "../../pkg/read.js";
import { findingIn, pageOf } from "../../www/rules/document.js";
import { examples } from "../../www/rules/examples.js";
import { isAccessible } from "./axe.mjs";
import { inOneBrowser, eventually } from "./harness.mjs";
import { textOf } from "./desk.mjs";

const ofDocuments = documentRules().rules;
const book = [...rules().rules, ...ofDocuments];

async function open(page, address = "") {
  await page.visit(`/www/rules.html${address}`);
  await page.waitFor(() => document.getElementById("group-document") !== null);
}
const shown = (page) => page.evaluate(() => [...document.querySelectorAll(".rule:not([hidden])")].map(({ id }) => id));
const finds = (page, ids) => eventually(async () => assert.deepEqual((await shown(page)).sort(), [...ids].sort()));

inOneBrowser("every rule of the package has its article, with the same words", async (page) => {
  await open(page);
  assert.deepEqual((await shown(page)).sort(), book.map(({ id }) => id).sort());
  for (const rule of book) {
    const words = await textOf(page, `[id="${rule.id}"]`);
    for (const said of [rule.title, rule.equation ?? "", rule.why, rule.help, rule.basis.text]) assert.ok(words.includes(said), `${rule.id}: ${said}`);
    assert.match(words, new RegExp(`${rule.basis.certainty} \\S`), rule.id);
  }
  assert.equal(await page.count("#contents a"), book.length);
});

inOneBrowser("each example breaks its rule, or keeps it, as the package says", async (page) => {
  await open(page);
  for (const rule of rules().rules) {
    const { fails, holds } = examples[rule.id];
    const found = check(fails.report, { blank: fails.blank ?? "zero", previous: fails.previous }).findings.find((one) => one.rule === rule.id && one.at === (fails.at ?? ""));
    assert.ok(found, `${rule.id} is broken`);
    assert.equal(await textOf(page, `[id="${rule.id}"] .case.broken .message-given`), found.message);
    const kept = check(holds.report, { blank: holds.blank ?? "zero", previous: holds.previous }).findings;
    assert.ok(!kept.some((one) => one.rule === rule.id && (holds.at === undefined || one.at === holds.at)), `${rule.id} is kept`);
  }
});

inOneBrowser("each rule of the readers has a document that gives just its finding, and one that does not", async (page) => {
  await open(page);
  // What an excerpt lacks of a whole report is no part of the example.
  const lacking = ["rows-missing", "heading-missing"];
  for (const { id } of ofDocuments) {
    const { fails, holds } = examples[id];
    const found = read(pageOf(fails.document), { name: "example.html" }).findings.filter(({ rule }) => rule === id || !lacking.includes(rule));
    assert.deepEqual(found.map(({ rule, at }) => [rule, at]), [[id, fails.at ?? ""]]);
    assert.equal(await textOf(page, `[id="${id}"] .case.broken .message-given`), found[0].message);
    assert.deepEqual(read(pageOf(holds.document), { name: "example.html" }).findings.filter(({ rule }) => rule === id || !lacking.includes(rule)), [], `${id} is kept`);
    assert.equal(await page.count(`[id="${id}"] .case.holds .excerpt`), 1);
  }
  assert.equal(findingIn({ read }, examples["row-doubled"].holds, "row-doubled", "en"), null);
  await page.click("#language");
  await eventually(async () => assert.match(await textOf(page, '[id="label-guessed"] .case.broken .message-given'), /was read as/));
});

inOneBrowser("the address of a rule of the readers leads to it, too", async (page) => {
  await open(page, "#row-doubled");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "row-doubled"));
  await page.type("#search", "label-guessed");
  await finds(page, ["label-guessed"]);
});

inOneBrowser("the cells of an instance are lit on the form by the side they stand on", async (page) => {
  await open(page);
  const lit = () => page.evaluate(() => ["left", "right"].map((side) => document.querySelectorAll(`#requests-results-total .miniature .${side}`).length));
  // The 21 rows of results of the 2021 layout against their total.
  assert.deepEqual(await lit(), [21, 1]);
  await page.select("#year", "2019");
  await eventually(async () => assert.deepEqual(await lit(), [19, 1]));
  await page.select("#instance-requests-balance", "total");
  await eventually(async () => assert.match(await textOf(page, "#requests-balance .sides"), /一 .*总计.*三（七） 总计 · 总计/));
  await page.select("#year", "");
  assert.match(await textOf(page, "#requests-carried-in-roll-forward .sides"), /（上年报告）/);
});

inOneBrowser("a search finds by words of both languages, ids and rows, and says when there is nothing", async (page) => {
  await open(page);
  const having = (cell) => book.filter((rule) => rule.instances.some(({ cells }) => cells.some((one) => one.cell === cell))).map(({ id }) => id);
  await page.type("#search", "requests-balance");
  await eventually(async () => assert.ok((await shown(page)).includes("requests-balance")));
  assert.ok((await shown(page)).length < 5);
  await page.type("#search", "normative documents roll");
  await eventually(async () => assert.ok((await shown(page)).every((id) => id.includes("disclosure"))));
  await page.type("#search", "二十个工作日");
  await finds(page, ["requests-carried-out-large"]);
  // The row of a cell that only the results have.
  const { ordinal } = form(2024).cells.find(({ id }) => id === "requests.refused.third_party.natural");
  await page.type("#search", `${ordinal} 保护第三方`);
  await finds(page, having("requests.refused.third_party.natural"));
  await page.type("#search", "没有这样的规则");
  await finds(page, []);
  assert.match(await page.text("#nothing"), /没有符合/);
  assert.match(await page.text("#found"), /^0 条/);
  await isAccessible(page);
});

inOneBrowser("narrowed by year and severity, as the data say", async (page) => {
  await open(page);
  await page.select("#year", "2020");
  await page.select("#severity", "warning");
  await finds(page, book.filter(({ since, until, severity }) => since <= 2020 && 2020 <= (until ?? 9999) && severity === "warning").map(({ id }) => id));
});

inOneBrowser("the address of a rule leads to it, whatever is narrowed; language and all", async (page) => {
  await open(page, "?language=en#disclosure-in-force-roll-forward");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "disclosure-in-force-roll-forward"));
  assert.match(await page.text("#disclosure-in-force-roll-forward h3"), /In force/);
  assert.ok(await page.evaluate(() => Math.abs(document.getElementById("disclosure-in-force-roll-forward").getBoundingClientRect().top) < 100));
  await page.type("#search", "third party");
  await page.evaluate(() => { location.hash = "#report-all-zero"; });
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "report-all-zero"));
  // Chinese words that are left are marked as such, or are the form's own row numbers and examples.
  await page.click("#language");
  await eventually(async () => assert.match(await page.text("#report-all-zero h3"), /全部为 0/));
});

inOneBrowser("an address that would like to be markup is no rule", async (page) => {
  await open(page, "#%3Cimg%20src=x%20onerror=window.hacked=1%3E");
  await open(page, "#%E0%A4%A");
  await page.type("#search", '"><img src=x onerror=window.hacked=1>');
  await finds(page, []);
  assert.deepEqual(await page.evaluate(() => [window.hacked ?? null, document.images.length]), [null, 1]);
});

inOneBrowser("accessible in both languages and lights, on a desk and on a phone", async (page) => {
  await open(page);
  await isAccessible(page);
  await page.click("#theme");
  await page.click("#language");
  await page.type("#search", "carried");
  await isAccessible(page);
  await page.resize(390, 844);
  await isAccessible(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.resize(320, 600);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});
