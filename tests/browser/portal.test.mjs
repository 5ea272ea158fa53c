// The page for portals: the playground tells which cells a pasted form has, runs nothing of it, and writes the mapping.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { form } from "../../pkg/index.js";
import { examples } from "../../www/portal/examples.js";
import { snippets } from "../../www/portal/snippets.js";
import { isAccessible } from "./axe.mjs";
import { inOneBrowser, eventually } from "./harness.mjs";
import { says, textOf } from "./desk.mjs";
import { project } from "../setup/programs.mjs";

async function open(page, address = "") {
  await page.visit(`/www/portal.html${address}`);
  await page.waitFor(() => document.getElementById("year").options.length > 0);
}
/** Pasted at one stroke: a page is long. */
async function look(page, html, year = "2024") {
  await page.evaluate((text) => { document.getElementById("html").value = text; }, html);
  await page.select("#year", year);
  await page.click("#look");
}
const mapping = async (page) => Object.fromEntries([...(await textOf(page, "#mapping code")).matchAll(/^ {4}("[^"]+"): ("(?:[^"\\]|\\.)*"),$/gm)].map(([, cell, place]) => [JSON.parse(cell), JSON.parse(place)]));

/** The official form of a year as a portal would print it, each field with a name of its own. */
function officialHtml(year, nameOf) {
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const tables = form(year).tables.map((table) => `<h3>${escaped(table.title)}</h3><table>${table.rows.map((row) => `<tr>${row.map((cell) =>
    `<td rowspan="${cell.rowSpan}" colspan="${cell.colSpan}">${cell.cell ? `<input ${nameOf(cell.cell)}>` : escaped(cell.text)}</td>`).join("")}</tr>`).join("")}</table>`);
  return `<form method="post" action="/save">${tables.join("")}<button>保存</button></form>`;
}

for (const year of [2020, 2024]) {
  inOneBrowser(`the official form of ${year}: every cell is covered, and the mapping names every field`, async (page) => {
    await open(page);
    const { cells } = form(year);
    const names = new Map(cells.map(({ id }, place) => [id, `f[${place}]`]));
    await look(page, officialHtml(year, (cell) => `name="${names.get(cell)}"`), String(year));
    await says(page, "#told", new RegExp(`^${cells.length} 格中认出 ${cells.length} 格`));
    assert.deepEqual(await mapping(page), Object.fromEntries(names));
    assert.equal(await page.count(".miniature .covered"), cells.length);
  });
}

inOneBrowser("a sample: what is known, what is not sure, what is missing; and the copy is checked as one types", async (page) => {
  await open(page);
  await page.click("#sample");
  // Five rows of seven applicants; the seven fields of the row of remarks are no cells.
  await says(page, "#told", /认出 35 格/);
  assert.match(await textOf(page, "#coverage"), /认不准的控件（7）/);
  assert.match(await textOf(page, "#coverage"), /没有对应控件的格（\d+）/);
  assert.equal(Object.keys(await mapping(page)).length, 35);
  assert.equal((await mapping(page))["requests.results_total.legal_service"], "sq_fl_hj");
  const type = (name, text) => page.evaluate((which, value) => {
    const input = document.querySelector(".live").shadowRoot.querySelector(`[name="${which}"]`);
    input.focus();
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, name, text);
  for (const [place, column] of ["zrr", "qy", "ky", "gy", "fl", "qt", "zj"].entries()) await type(`sq_${column}_xs`, place === 6 ? "9" : "1");
  await page.evaluate(() => document.getElementById("html").focus());
  await eventually(async () => assert.match(await page.evaluate(() => document.querySelector(".live").shadowRoot.textContent), /差 -3|1\+1\+1/));
});

inOneBrowser("accessible with a pasted form, in the other language and light, on a phone", async (page) => {
  await open(page);
  await page.click("#sample");
  await says(page, "#told", /认出 35 格/);
  await isAccessible(page);
  await page.click("#language");
  await says(page, "#told", /35 of 200/);
  await page.click("#theme");
  await page.resize(390, 844);
  await isAccessible(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

inOneBrowser("a field without a name of its own is mapped by its id, or said to have neither; a doubled one is told", async (page) => {
  await open(page);
  const places = new Map([["requests.received.natural", 'id="a.b"'], ["requests.received.business", ""], ["requests.carried_in.natural", 'name="x"'], ["requests.carried_in.business", 'name="x" id="y"']]);
  await look(page, `${officialHtml(2024, (cell) => places.get(cell) ?? `name="${cell}"`)}<input data-gouji-cell="requests.received.natural" name="second"><input data-gouji-cell="no.such.cell">`);
  await says(page, "#told", /格中认出/);
  const found = await mapping(page);
  assert.equal(found["requests.carried_in.business"], "#y");
  assert.equal(found["requests.carried_in.natural"], undefined);
  assert.match(await textOf(page, "#mapping code"), /\/\/ "requests\.received\.business": 没有 name 和 id 的控件/);
  assert.match(await textOf(page, "#coverage"), /不存在的格（1）/);
});

inOneBrowser("nothing that is pasted runs, loads, or stands in the page as markup", async (page) => {
  await open(page);
  const before = (await page.requests()).length;
  const hostile = `<script>window.hacked=1</script><img src="/www/x.png" onerror="window.hacked=1"><svg onload="window.hacked=1"><script>window.hacked=1</script></svg>
    <iframe src="javascript:parent.hacked=1" srcdoc="<script>parent.hacked=1</script>"></iframe><link rel="stylesheet" href="/www/x.css"><style>@import "/www/y.css"; * { display: none }</style>
    <base href="http://example.invalid/"><meta http-equiv="refresh" content="0;url=/www/"><object data="/www/x"></object><math><mtext><table><mglyph><style><img src=x onerror=window.hacked=1></style></mglyph></table></mtext></math>
    <form action="javascript:window.hacked=1" onsubmit="window.hacked=1"><input name="getElementById" id="body" autofocus onfocus="window.hacked=1" formaction="javascript:window.hacked=1" style="position:fixed"><input type="image" src="/www/z.png"><input type="file">
    <table onmouseover="window.hacked=1"><tr><td><label for="a">一、本年新收政府信息公开申请数量</label></td><td><input id="a" name="__proto__"></td></tr></table>
    <a href="javascript:window.hacked=1">x</a><button onclick="window.hacked=1">保存</button><template><img src=x onerror=window.hacked=1></template><textarea></textarea><script>window.hacked=1</script>`;
  await look(page, hostile);
  await says(page, "#told", /格中认出/);
  const state = await page.evaluate(() => {
    const inside = document.querySelector(".live").shadowRoot;
    const all = [...document.querySelectorAll("*"), ...inside.querySelectorAll("*")];
    return {
      hacked: window.hacked ?? null,
      scripts: all.filter(({ localName }) => localName === "script").length,
      dangerous: [...inside.querySelectorAll("script, img, svg, iframe, object, embed, style, base, meta, a, template, math, [type=image], [type=file], form form")].map(({ localName }) => localName),
      sheets: [...inside.querySelectorAll("link")].map((link) => link.getAttribute("href")),
      handlers: [...inside.querySelectorAll("*")].filter((node) => !node.closest("[data-gouji-own]") && node.getAttributeNames().some((name) => name.startsWith("on") || ["style", "formaction", "src", "action", "autofocus"].includes(name))).length,
    };
  });
  assert.deepEqual(state, { hacked: null, scripts: 1, dangerous: [], sheets: ["style/live.css", "../pkg/gouji.css"], handlers: 0 });
  const asked = (await page.requests()).slice(before).map((address) => new URL(address).pathname);
  assert.deepEqual(asked.filter((path) => !["/www/style/live.css", "/pkg/gouji.css"].includes(path)), []);
});

inOneBrowser("without fields, and too long: it says so, and the next one works", async (page) => {
  await open(page);
  await look(page, "<p>没有</p>");
  await says(page, "#told", /没有填写用的控件/);
  await page.evaluate(() => { document.getElementById("html").value = "<input>".repeat(400_000); });
  await page.click("#look");
  await says(page, "#told", /太长/);
  await look(page, `${"<div>".repeat(3000)}<input name="a">`);
  await says(page, "#told", /认出 0 格/);
  await page.click("#sample");
  await says(page, "#told", /认出 35 格/);
});

inOneBrowser("the mapping is copied, or selected where the browser forbids that", async (page) => {
  await open(page);
  await page.click("#sample");
  await says(page, "#told", /认出 35 格/);
  await page.click("#mapping .quiet");
  await eventually(async () => assert.match(await textOf(page, "#mapping .copied"), /已复制|已选中/));
});

inOneBrowser("every snippet stands there with words in both languages, every example exists", async (page) => {
  await open(page);
  for (const { key, code } of snippets) assert.equal(await textOf(page, `#embed-${key} code`), code);
  const folder = join(project, "www/examples/portal");
  const there = readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? (existsSync(join(folder, one.name, "index.html")) ? [`${one.name}/`] : []) : /^(?!index).*\.html$/.test(one.name) ? [one.name] : []));
  assert.deepEqual(examples.map(({ address }) => address).sort(), there.map((name) => `examples/portal/${name}`).sort());
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("#samples a")].map((link) => link.getAttribute("href"))), examples.map(({ address }) => address));
  await isAccessible(page);
  await page.click("#language");
  const left = await page.evaluate(() => [...document.querySelectorAll("#snippets h3, #snippets p, #samples li")].map((node) => node.textContent).filter((text) => /\p{Script=Han}/u.test(text)));
  assert.deepEqual(left, []);
  // The lines for npm run as they stand, the names they import being the package's.
  const { code } = snippets.find(({ key }) => key === "npm");
  const printed = execFileSync(process.execPath, ["--input-type=module", "-e", code.replace('"gouji"', JSON.stringify(new URL("../../pkg/index.js", import.meta.url).href))], { encoding: "utf8" });
  assert.match(printed, /^false .+\n\d+\n$/);
  // And those of `bind` and of old browsers in a page.
  await page.click("#sample");
  await says(page, "#told", /35 of 200/);
  const ran = await page.evaluate(() => import("/pkg/bind.js").then(({ bind }) => {
    const host = document.createElement("form");
    const field = document.createElement("input");
    field.name = "sq_zrr_xs";
    host.append(field);
    document.querySelector(".samples").append(host);
    const binding = bind(host, { year: 2024, fields: { "requests.received.natural": "sq_zrr_xs" } });
    const { length } = binding.coverage().unmapped;
    binding.unbind();
    host.remove();
    return length;
  }));
  assert.equal(ran, 199);
});
