// The two example pages as people use them: type, take, break, explain, submit; and what then reaches a server.
import assert from "node:assert/strict";
import { check } from "../../pkg/index.js";
import { named } from "../node/reports.mjs";
import { eventually, inEachBrowser, inOneBrowser } from "../browser/harness.mjs";
import { fill, isHeld, marksBeside, modern, modernNames, old, oldNames, received } from "./portal.mjs";

const published = named("suqian-2024");
const at = (name) => `[name="${name}"]`;
const field = (cell) => at(modernNames[cell]);
const state = (page, css) => page.evaluate((css) => {
  const node = document.querySelector(css);
  return { mark: node.getAttribute("data-gouji-mark"), invalid: node.getAttribute("aria-invalid"), valid: node.validity.valid };
}, css);
const quiet = { mark: null, invalid: null, valid: true };
const red = { mark: "error", invalid: "true", valid: false };
const focus = (page, css) => page.evaluate((css) => document.querySelector(css).focus(), css);
const offered = (page) => page.evaluate(() => [...document.querySelectorAll(".gouji-offer .gouji-take")].map((one) => one.textContent));
/** Explains every warning in the summary; gives the fields. */
async function explain(page) {
  const names = await page.evaluate(() => [...document.querySelectorAll(".gouji-explanation")].map((one) => one.id));
  assert.ok(names.length > 0, "warnings ask");
  for (const [place, id] of names.entries()) await page.type(`#${id}`, `属实，第${place + 1}条`);
  return names;
}
const row = ["natural", "business", "research", "charity", "legal_service", "other", "total"].map((column) => `requests.received.${column}`);

inEachBrowser("a row as it is typed: no red before it is finished, the total offered, taken by key, and balanced", async (page) => {
  await page.visit(modern);
  await eventually(async () => assert.match(await page.text("#told"), /已认出 200 格/));
  for (const [place, cell] of row.slice(0, 6).entries()) await page.type(field(cell), String(place));
  for (const cell of row) assert.deepEqual(await state(page, field(cell)), quiet, cell);
  assert.deepEqual(await offered(page), [], "five figures and a blank one: the figure in focus is filled");
  await focus(page, field(row[6]));
  assert.deepEqual(await offered(page), ["填入 15"]);
  assert.equal(await page.value(field(row[6])), "", "nothing is written by itself");
  await page.evaluate(() => {
    window.heard = [];
    for (const name of ["input", "change"]) document.addEventListener(name, ({ target }) => window.heard.push([name, target.value]));
  });
  await page.press("Alt+ArrowDown");
  assert.equal(await page.value(field(row[6])), "15");
  assert.deepEqual(await page.evaluate(() => window.heard), [["input", "15"], ["change", "15"]], "the host's scripts notice");
  assert.deepEqual(await marksBeside(page, modernNames[row[6]]), ["已平衡"]);
  assert.deepEqual(await offered(page), []);
});

inEachBrowser("a wrong total: the difference at once, red when the figure is written, and the right one by a click", async (page) => {
  await page.visit(modern);
  await fill(page, modernNames, Object.fromEntries(row.map((cell, place) => [cell, place === 6 ? "" : "1"])));
  await page.type(field(row[6]), "7");
  assert.deepEqual(await marksBeside(page, modernNames[row[6]]), ["差 -1"]);
  assert.deepEqual(await state(page, field(row[6])), quiet, "while it is typed it is not yet wrong");
  await page.press("Tab");
  await eventually(async () => assert.deepEqual(await state(page, field(row[6])), red));
  const described = await page.evaluate((css) => document.getElementById(document.querySelector(css).getAttribute("aria-describedby")).textContent, field(row[6]));
  assert.match(described, /自然人\(1\).*总计\(7\)，差 -1/);
  await page.click(field(row[6]));
  await page.click(".gouji-offer .gouji-take");
  assert.equal(await page.value(field(row[6])), "6");
  assert.deepEqual(await state(page, field(row[6])), quiet);
  assert.deepEqual(await marksBeside(page, modernNames[row[6]]), ["已平衡"]);
});

for (const [width, height] of [[1280, 900], [390, 844]]) {
  inEachBrowser(`what is offered covers neither its field nor those that come next, and is no wall for the mouse (${width})`, async (page) => {
    const next = "requests.carried_in.natural";
    await page.resize(width, height);
    await page.visit(modern);
    await fill(page, modernNames, Object.fromEntries(row.slice(0, 6).map((cell) => [cell, "1"])));
    await page.click(field(row[6]));
    await eventually(async () => assert.deepEqual(await offered(page), ["填入 6"]));
    const covered = () => page.evaluate((names) => {
      const box = document.querySelector(".gouji-offer").getBoundingClientRect();
      return {
        fields: names.filter((name) => {
          const { left, right, top, bottom } = document.getElementsByName(name)[0].getBoundingClientRect();
          return left < box.right && right > box.left && top < box.bottom && bottom > box.top;
        }),
        isInside: box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= document.documentElement.clientWidth,
        isWall: document.elementFromPoint(box.right - 4, box.bottom - 4) === document.querySelector(".gouji-offer"),
      };
    }, Object.values(modernNames));
    assert.deepEqual(await covered(), { fields: [], isInside: true, isWall: false });
    // Where the balance below the field comes and goes, it stays at its place.
    await page.type(field(row[6]), "9");
    await eventually(async () => assert.deepEqual(await covered(), { fields: [], isInside: true, isWall: false }));
    // In the middle of the table: what stands above has been typed, what stands below has not.
    await fill(page, modernNames, Object.fromEntries(row.slice(0, 6).map((cell) => [cell.replace("received", "carried_in"), "2"])));
    const total = row[6].replace("received", "carried_in");
    await page.click(field(total));
    await eventually(async () => assert.deepEqual(await offered(page), ["填入 12"]));
    const { fields } = await covered();
    assert.ok(fields.every((name) => Number(name.split("_")[1]) <= 7), String(fields));
    // At the upper edge of the window there is room below alone.
    await page.evaluate((css) => {
      document.querySelector(css).blur();
      window.scrollTo(0, window.scrollY + document.querySelector(css).getBoundingClientRect().top - 5);
      document.querySelector(css).focus({ preventScroll: true });
    }, field(total));
    await eventually(async () => assert.equal((await covered()).isInside, true));
    assert.equal(await page.value(field(next)), "2");
  });
}

inEachBrowser("an error holds the form, the summary leads to the cell, an explanation goes with the report", async (page) => {
  await page.visit(modern);
  await page.type(at("unit"), "某县");
  const broken = { ...published.cells, "requests.received.natural": Number(published.cells["requests.received.natural"]) + 10 };
  await fill(page, modernNames, broken);
  await page.click('[value="submit"]');
  await isHeld(page);
  assert.match(await page.text(".gouji-summary"), /必须修改（\d+）/);
  assert.match(await page.text(".gouji-summary"), /请核实并说明/, "whoever has no power to make regulations is asked about them");
  await page.click(".gouji-summary li a");
  const suspect = await page.evaluate(() => document.activeElement.name);
  assert.equal(suspect, modernNames["requests.received.natural"], "the figure that two broken relations share");
  await page.type(at(suspect), String(published.cells["requests.received.natural"]));
  await page.press("Tab");
  await eventually(async () => assert.doesNotMatch(await page.text(".gouji-summary"), /必须修改/));

  await page.click('[value="submit"]');
  await isHeld(page);
  const names = await explain(page);
  await page.click('[value="submit"]');
  const sent = await received(page);

  const warnings = check({ year: 2024, cells: published.cells }).findings.filter(({ severity }) => severity === "warning").map(({ rule, at: where }) => (where ? `${rule}@${where}` : rule));
  const expected = { unit: "某县", act: "submit" };
  for (const [cell, name] of Object.entries(modernNames)) expected[name] = String(published.cells[cell] ?? "");
  const explained = Object.fromEntries(Object.entries(sent).filter(([name]) => name.startsWith("gouji-explanation")));
  assert.deepEqual(Object.keys(explained).sort(), warnings.map((key) => `gouji-explanation[${key}]`).sort());
  assert.deepEqual(Object.values(explained).sort(), names.map((_, place) => `属实，第${place + 1}条`));
  for (const name of Object.keys(explained)) delete sent[name];
  assert.deepEqual(sent, expected);
});

inOneBrowser("a draft is saved with whatever it holds", async (page) => {
  await page.visit(modern);
  await page.type(field(row[0]), "x");
  await page.click('[value="draft"]');
  const sent = await received(page);
  assert.equal(sent[modernNames[row[0]]], "x");
  assert.equal(sent.act, "draft");
});

inEachBrowser("the page of ten years ago: its own scripts go on, what breaks is held, and what is sent arrives as it was typed", async (page) => {
  await page.visit(old);
  assert.equal(await page.evaluate(() => document.characterSet), "GBK");
  assert.equal(await page.evaluate(() => window.jQuery.fn.jquery), "1.12.4");
  assert.equal(await page.evaluate(() => document.forms[0].contains(document.getElementsByName("sz1")[0])), false, "the form holds nothing: it stands between table and row");
  await fill(page, oldNames, published.cells);
  assert.match(await page.text("#ts"), /已修改 200 处/, "the page's own script has counted");
  const total = oldNames["requests.received.total"];
  await page.type(at(total), "1");
  await page.press("Tab");
  await eventually(async () => assert.ok((await marksBeside(page, total)).some((words) => /^差 \d+$/.test(words))));
  await page.click(at("bs"));
  await isHeld(page);
  assert.equal(await page.text("#ts"), "已修改 201 处，请及时报送。", "what is held is not asked of the page's own check");
  await page.type(at(total), String(published.cells["requests.received.total"]));
  await page.click(at("bs"));
  await isHeld(page);
  await explain(page);
  await page.click(at("bs"));
  await eventually(async () => assert.equal(await page.text("#ts"), "请填写单位名称！", "what passes is"));
  await page.type(at("dw"), "某县政府办");
  await page.click(at("bs"));
  const sent = await received(page);
  assert.equal(sent._charset_.toLowerCase(), "gbk");
  assert.equal(sent.dw, "某县政府办");
  assert.equal(sent.bs, "报 送");
  assert.equal(Object.entries(sent).filter(([name, value]) => /^gouji-explanation\[.+\]$/.test(name) && value.startsWith("属实")).length, 3);
  for (const [cell, name] of Object.entries(oldNames)) assert.equal(sent[name], String(published.cells[cell] ?? ""), cell);
});

inOneBrowser("the page of ten years ago: the repair that is offered is taken, and its own scripts hear of it", async (page) => {
  await page.visit(old);
  await fill(page, oldNames, published.cells);
  const granted = oldNames["requests.granted.natural"];
  await page.type(at(granted), "1048");
  await page.click(at("bs"));
  await isHeld(page);
  assert.match(await page.text(".gouji-summary"), /1048 应为 1408/);
  const before = await page.text("#ts");
  await page.click(".gouji-summary .gouji-take");
  assert.equal(await page.value(at(granted)), "1408");
  await eventually(async () => assert.doesNotMatch(await page.text(".gouji-summary"), /必须修改/));
  assert.notEqual(await page.text("#ts"), before, "the page's own script counts it");
});

for (const [title, address, names, unit, submit] of [["the modern page", modern, modernNames, "unit", '[value="submit"]'], ["the page of ten years ago", old, oldNames, "dw", at("bs")]]) {
  inEachBrowser(`${title}, in one go: typed, pasted, broken, held, mended by what is offered, explained, sent`, async (page) => {
    const [typed, pasted, broken] = ["requests.received.natural", "requests.received.business", "requests.granted.natural"];
    await page.visit(address);
    await page.type(at(unit), "某县");
    await fill(page, names, { ...published.cells, [typed]: "", [pasted]: "", [broken]: "" });
    await page.type(at(names[typed]), String(published.cells[typed]));
    await page.click(at(names[pasted]));
    await page.paste(String(published.cells[pasted]));
    await page.type(at(names[broken]), "1480");
    await page.click(submit);
    await isHeld(page);
    assert.match(await page.text(".gouji-summary"), /1480 应为 1408/);
    await page.click(".gouji-summary .gouji-take");
    await eventually(async () => assert.doesNotMatch(await page.text(".gouji-summary"), /必须修改/));
    await page.click(submit);
    await isHeld(page);
    const { length } = await explain(page);
    await page.click(submit);
    const sent = await received(page);
    for (const [cell, name] of Object.entries(names)) assert.equal(sent[name], String(published.cells[cell] ?? ""), cell);
    assert.equal(Object.keys(sent).filter((name) => /^gouji-explanation\[.+\]$/.test(name)).length, length);
    assert.equal(sent[unit], "某县");
  });
}

inOneBrowser("the page of ten years ago saves a draft", async (page) => {
  await page.visit(old);
  await page.type(at("dw"), "某局");
  await page.type(at("sz1"), "3");
  await page.click(at("zc"));
  assert.equal((await received(page)).sz1, "3");
});

inOneBrowser("each example shows how it is done", async (page) => {
  await page.visit(old);
  assert.match(await page.evaluate(() => document.querySelector("#yuanma pre").textContent), /gouji\.bind\(document\.forms\[0\]/);
  await page.visit(modern);
  assert.match(await page.evaluate(() => document.querySelector("#source pre").textContent), /from "gouji\/bind";[^]*bind\(document\.querySelector\("form"\)/);
});
