// Which field holds which cell: by the labels of the tables, by attribute, by mapping; and what is said of the rest.
import assert from "node:assert/strict";
import { inOneBrowser } from "../browser/harness.mjs";
import { drawn } from "./portal.mjs";

/** The coverage of a binding with these options, in plain data: fields by their names. `wrong`: cells at a wrong field. */
const coverage = (page, options = {}) => page.evaluate((options) => {
  if (window.binding) window.binding.unbind();
  const { mapped, unmapped, twice, unknown, missing, unsure } = window.bound(options).coverage();
  const plain = (list) => list.map(({ cell, element, wanted }) => [cell, element ? element.name : wanted]);
  return {
    mapped: Object.keys(mapped).length,
    wrong: Object.keys(mapped).filter((cell) => window.inputs[cell] && mapped[cell] !== window.inputs[cell] && mapped[cell].title !== cell),
    unmapped, twice: plain(twice), unknown: plain(unknown), missing: plain(missing), unsure: unsure.map(({ name }) => name),
  };
}, options);

for (const [year, count] of [[2020, 198], [2024, 200]]) {
  for (const how of ["plain", "split", "wrapped"]) {
    inOneBrowser(`all ${count} cells of ${year} are known by their labels (${how})`, async (page) => {
      await drawn(page, year, how);
      assert.deepEqual(await coverage(page), { mapped: count, wrong: [], unmapped: [], twice: [], unknown: [], missing: [], unsure: [] });
    });
  }
}

inOneBrowser("without labels nothing is guessed", async (page) => {
  await drawn(page, 2024, "bare");
  const { mapped, unmapped, unsure } = await coverage(page);
  assert.deepEqual([mapped, unmapped.length, unsure.length], [0, 200, 200]);
  await drawn(page, 2024);
  assert.equal((await coverage(page, { recognise: false })).mapped, 0);
});

inOneBrowser("labels as people write them", async (page) => {
  await drawn(page, 2024);
  await page.evaluate(() => {
    const write = (from, to) => { [...document.querySelectorAll("td")].find((one) => one.textContent === from).textContent = to; };
    write("（一）予以公开", " (一) 予以 公开：");
    write("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开");
    write("3.危及“三安全一稳定”", "３．危及\"三安全一稳定\"");
    write("1.属于国家秘密", "属于国家秘密");
    write("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.逾期不补正");
    write("3.其他", "3、其它");
    write("四、结转下年度继续办理", "四、结转下一年度继续办理");
    write("本年收费金额（单位：万元）", "本年收费金额");
  });
  const { mapped, wrong, unmapped } = await coverage(page);
  assert.deepEqual({ mapped, wrong, unmapped }, { mapped: 200, wrong: [], unmapped: [] });
});

inOneBrowser("what is ambiguous stays unmapped and is told", async (page) => {
  await drawn(page, 2024);
  await page.evaluate(() => {
    const { inputs, make } = window;
    // Two fields in one cell of the table, a label of nothing, one row twice.
    make("input", inputs["requests.received.natural"].parentNode, { name: "second" });
    const label = (text) => [...document.querySelectorAll("td")].find((one) => one.textContent === text);
    label("2.重复申请").textContent = "重复的";
    label("3.要求提供公开出版物").textContent = "1.信访举报投诉类申请";
  });
  const { mapped, wrong, unmapped, twice, unsure } = await coverage(page);
  assert.deepEqual({ mapped, wrong }, { mapped: 200 - 1 - 3 * 7, wrong: [] });
  assert.deepEqual([...new Set(unmapped.map((cell) => cell.split(".").slice(0, -1).join(".")))],
    ["requests.received", "requests.not_processed.petition", "requests.not_processed.repeat", "requests.not_processed.publication"]);
  assert.equal(twice.length, 14, "both rows of the same name");
  assert.equal(unsure.length, 2 + 7);
});

inOneBrowser("attributes come before labels, a mapping before attributes", async (page) => {
  await drawn(page, 2024);
  const answer = await page.evaluate(() => {
    const { inputs } = window;
    // The labels say otherwise.
    inputs["requests.received.business"].setAttribute("data-gouji-cell", "requests.received.natural");
    inputs["disputes.reconsideration.total"].setAttribute("data-gouji-cell", "requests.no_such_row.total");
    inputs["requests.granted.natural"].id = "yuyi";
    const binding = window.bound({
      fields: {
        "requests.received.total": inputs["requests.received.other"].name,
        "requests.granted.total": "#yuyi",
        "requests.granted.other": "#nowhere",
        "requests.results_total.natural": inputs["requests.results_total.natural"],
        "requests.results_total.business": "td > input",
        // Of the form of other years: one mapping may serve several.
        "disclosure.regulations.published": inputs["requests.carried_out.other"].name,
      },
    });
    const { mapped, unknown, missing, twice } = binding.coverage();
    return {
      mapped: ["requests.received.natural", "requests.received.total", "requests.granted.total", "requests.results_total.natural"].map((cell) => mapped[cell].title),
      unknown: unknown.map(({ cell }) => cell), missing: missing.map(({ cell }) => cell), several: twice.filter(({ cell }) => cell === "requests.results_total.business").length,
    };
  });
  assert.deepEqual(answer.mapped, ["requests.received.business", "requests.received.other", "requests.granted.natural", "requests.results_total.natural"]);
  assert.deepEqual(answer.unknown, ["disclosure.regulations.published", "requests.no_such_row.total"]);
  assert.deepEqual(answer.missing, ["requests.granted.other"]);
  assert.ok(answer.several > 100, "a selector that finds many is told, not guessed");
});

inOneBrowser("a function from names to cells", async (page) => {
  await drawn(page, 2024, "bare");
  const answer = await page.evaluate(() => {
    const cells = Object.fromEntries(Object.entries(window.inputs).map(([cell, { name }]) => [name, cell]));
    const { mapped, unmapped } = window.bound({ fields: (name) => cells[name] }).coverage();
    return [Object.keys(mapped).length, unmapped.length, Object.keys(mapped).every((cell) => mapped[cell] === window.inputs[cell])];
  });
  assert.deepEqual(answer, [200, 0, true]);
});

inOneBrowser("hidden, disabled, read-only, lists, text areas and figures that are only shown count with their values", async (page) => {
  await drawn(page, 2024);
  const report = await page.evaluate(() => {
    const { inputs, make } = window;
    const put = (cell, node) => inputs[cell].parentNode.replaceChild(node, inputs[cell]);
    inputs["requests.received.natural"].type = "hidden";
    inputs["requests.received.natural"].value = "1";
    Object.assign(inputs["requests.received.business"], { disabled: true, value: "2" });
    Object.assign(inputs["requests.received.research"], { readOnly: true, value: "3" });
    const list = document.createElement("select");
    for (const value of ["", "4"]) make("option", list, { value, textContent: value });
    list.value = "4";
    put("requests.received.charity", list);
    put("requests.received.legal_service", Object.assign(document.createElement("textarea"), { value: "5" }));
    put("requests.received.other", document.createTextNode("６"));
    const box = document.createElement("div");
    box.setAttribute("data-gouji-cell", "requests.received.total");
    make("input", box, { value: "21" });
    put("requests.received.total", box);
    return [window.bound().coverage().unmapped, window.binding.report().cells];
  });
  const row = ["natural", "business", "research", "charity", "legal_service", "other", "total"].map((column) => report[1][`requests.received.${column}`]);
  assert.deepEqual([report[0], row], [[], ["1", "2", "3", "4", "5", "６", "21"]]);
});

inOneBrowser("wrong usage is thrown, by name", async (page) => {
  await drawn(page, 2024);
  const said = await page.evaluate(() => {
    const { bind, host } = window;
    const tries = [[null, { year: 2024 }], [host], [host, { year: 1999 }], [host, { year: 2024, filds: {} }], [host, { year: 2024, language: "fr" }], [host, { year: 2024, onPass: 1 }],
      [host, { year: 2024, fields: { "requests.recieved.natural": "f1" } }]];
    return tries.map((given) => {
      try {
        bind(...given);
        return "nothing";
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    });
  });
  for (const [place, pattern] of [/TypeError.*element/, /TypeError.*options/, /RangeError.*1999/, /TypeError.*filds/, /TypeError.*fr/, /TypeError.*onPass/, /RangeError.*fields.*"requests\.recieved\.natural".*form\(2024\)/].entries()) assert.match(said[place], pattern);
  assert.equal(await page.count("[data-gouji-own]"), 0, "nothing is left of the tries");
});
