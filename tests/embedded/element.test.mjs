// <gouji-report> as a form control: drawn, filled in, broken, mended, explained, submitted.
import assert from "node:assert/strict";
import { form } from "../../pkg/index.js";
import { named } from "../node/reports.mjs";
import { eventually, inEachBrowser, inOneBrowser } from "../browser/harness.mjs";
import { box, cellsOf, countOf, edge, errors, focus, focused, give, isThere, marks, open, press, push, received, says, shown, textOf, type, valueOf } from "./tag.mjs";

/** A city's figures, without any error; of a city, so that it may have made regulations. */
const suqian = named("suqian-2024");
const plain = { level: "city", kind: "government", body: null, previous: null, sections: null };
const about = { year: 2024 };
const row = (name) => ["natural", "business", "research", "charity", "legal_service", "other", "total"].map((column) => `requests.${name}.${column}`);

inEachBrowser("one tag draws the whole form, every figure with its name", async (page) => {
  await open(page);
  const { cells, sections } = form(2024);
  const drawn = await page.evaluate(() => {
    const root = document.querySelector("gouji-report").shadowRoot;
    return {
      cells: [...root.querySelectorAll("[data-cell]")].map((one) => [one.dataset.cell, one.getAttribute("aria-label")]),
      sections: [...root.querySelectorAll(".sheet h3")].map((one) => one.textContent),
      texts: [...root.querySelectorAll(".sheet textarea")].map((one) => one.dataset.section),
      unscoped: root.querySelectorAll("table th:not([scope])").length,
    };
  });
  assert.deepEqual(drawn.cells.map(([id]) => id).sort(), cells.map(({ id }) => id).sort());
  for (const [id, label] of drawn.cells) assert.ok(label.startsWith(cells.find((one) => one.id === id).label), id);
  assert.deepEqual(drawn.sections, sections.map(({ ordinal, title }) => `${ordinal}、${title}`));
  assert.deepEqual(drawn.texts, ["overview", "problems", "other"]);
  assert.equal(drawn.unscoped, 0);
});

inEachBrowser("what is typed is the value, and the row is judged when it is finished", async (page) => {
  await open(page, plain);
  const figures = ["3", "1", "0", "0", "0", "0", "5"];
  for (const [place, cell] of row("received").entries()) await type(page, cell, figures[place]);
  assert.deepEqual(await cellsOf(page), Object.fromEntries(row("received").map((cell, place) => [cell, figures[place]])));
  await eventually(async () => assert.equal(await edge(page, row("received")[0]), "broken"));
  await says(page, ".card .said", /自然人\(3\).*总计\(5\).*差 -1/);
  assert.equal((await marks(page))[row("received")[6]], "error");
  assert.equal(await page.evaluate((css) => document.querySelector("gouji-report").shadowRoot.querySelector(css).getAttribute("aria-invalid"), box(row("received")[6])), "true");
  await type(page, row("received")[6], "4");
  await eventually(async () => assert.equal(await edge(page, row("received")[0]), "holds"));
  await eventually(async () => assert.deepEqual(await marks(page), {}));
});

inOneBrowser("nothing is red in a row that someone is still at", async (page) => {
  await open(page, plain);
  const [natural, business, , , , , total] = row("received");
  await type(page, total, "2");
  await type(page, natural, "3");
  await focus(page, business);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(await edge(page, natural), "open");
  assert.deepEqual(await marks(page), {});
  // 3 is more than 2, whatever the others are; and the row is left now.
  await focus(page, "disclosure.regulations.made");
  await eventually(async () => assert.equal(await edge(page, natural), "broken"));
  assert.equal((await marks(page))[natural], "error");
});

inEachBrowser("the figure that a relation leaves is offered, and taken by the equals key", async (page) => {
  await open(page, plain);
  const cells = row("received");
  for (const cell of cells.slice(0, 6)) await type(page, cell, "2");
  assert.equal((await valueOf(page)).cells[cells[6]], undefined, "offered, not written");
  await focus(page, cells[6]);
  await says(page, ".chip", /填入 12.*自然人及法人或其他组织各列之和 = 总计/);
  await page.press("=");
  assert.equal(await shown(page, cells[6]), "12");
  assert.equal((await cellsOf(page))[cells[6]], "12");
  await isThere(page, ".chip", 0);
  await press(page, "Control+z");
  assert.equal(await shown(page, cells[6]), "");
});

inOneBrowser("what was carried out last year is offered as carried in, together or one by one", async (page) => {
  await open(page);
  await says(page, ".message:not([hidden])", /上年结转.*7 格/);
  await focus(page, "requests.carried_in.business");
  await says(page, ".chip", /填入 1.*上年报告/);
  await push(page, '[data-do="carry"]');
  assert.deepEqual(await cellsOf(page), Object.fromEntries(row("carried_in").map((cell, place) => [cell, String([3, 1, 0, 0, 0, 0, 4][place])])));
  await eventually(async () => assert.equal(await edge(page, "requests.carried_in.natural"), "holds"));
  // One step takes all of it back.
  await press(page, "Control+z");
  assert.deepEqual(await cellsOf(page), {});
  await press(page, "Control+y");
  assert.equal(Object.keys(await cellsOf(page)).length, 7);
});

inOneBrowser("what would mend the report is offered, taken, and taken back", async (page) => {
  await open(page, plain);
  await give(page, { ...about, cells: suqian.cells });
  await type(page, "requests.granted.natural", "1048");
  await says(page, ".mending", /1408/);
  await push(page, '.mending [data-do="apply"]');
  assert.equal(await shown(page, "requests.granted.natural"), "1408");
  await eventually(async () => assert.equal(await errors(page), 0));
  await press(page, "Control+z");
  assert.equal(await shown(page, "requests.granted.natural"), "1048");
  // The line takes back what it tells of, and nothing that was typed since.
  await says(page, ".mending", /1408/);
  await push(page, '.mending [data-do="apply"]');
  await type(page, "requests.granted.business", "99");
  await push(page, '[data-do="undo-apply"]');
  assert.equal(await shown(page, "requests.granted.natural"), "1048");
  assert.equal(await shown(page, "requests.granted.business"), "99");
});

inEachBrowser("with errors it is not submitted; the way leads from the summary to the cell", async (page) => {
  await open(page, plain);
  await give(page, { ...about, cells: { ...suqian.cells, "requests.received.total": "3524" } });
  await page.click("#portal button");
  await eventually(async () => assert.equal(await focused(page), "findings"));
  assert.match(await textOf(page, ".findings h3"), /报送前请处理以下问题/);
  assert.ok(await page.evaluate(() => location.pathname.endsWith("/element.html")));
  await push(page, '.finding[data-finding="requests-applicants-total@received"]');
  assert.equal(await focused(page), "requests.received.total");
});

inOneBrowser("blanks are asked for at submission only, and told as one", async (page) => {
  await open(page, plain);
  await type(page, "disclosure.regulations.made", "1");
  await eventually(async () => assert.equal(await errors(page), 0));
  assert.equal(await page.evaluate(() => document.querySelector("gouji-report").checkValidity()), false);
  assert.equal(await errors(page), 0, "asking shows nothing");
  assert.equal(await page.evaluate(() => document.querySelector("gouji-report").validity.valueMissing), true);
  await page.click("#portal button");
  await says(page, '[data-crowd="cell-blank"] .said', /199 格空白/);
});

inEachBrowser("a warning is answered, and what reaches the server is what was filled in", async (page) => {
  await open(page, { ...plain, body: "宿迁市" });
  const cells = { ...suqian.cells, "disclosure.normative_documents.made": "900", "disclosure.normative_documents.in_force": "1" };
  await give(page, { ...about, cells });
  await page.click("#portal button");
  await eventually(async () => assert.equal(await focused(page), "findings"));
  const name = "disclosure-in-force-below-net-made@normative_documents";
  await page.evaluate((finding) => document.querySelector("gouji-report").shadowRoot.querySelector(`[data-explains="${finding}"]`).focus(), name);
  await press(page, ..."ok <b>");
  await says(page, "[data-explained] .severity", /已说明/);
  await page.click("#portal button");
  const { report, ...others } = await received(page);
  assert.deepEqual(JSON.parse(report), {
    year: 2024, body: "宿迁市", level: "city", kind: "government", cells: Object.fromEntries(Object.entries(cells).map(([id, value]) => [id, String(value)])), explanations: { [name]: "ok <b>" },
  });
  assert.deepEqual(others, {});
});

inOneBrowser("the sections are written here where the page asks for it", async (page) => {
  await open(page, { ...plain, sections: "" });
  await give(page, { ...about, cells: suqian.cells });
  await page.click("#portal button");
  await eventually(async () => assert.equal(await countOf(page, '.sheet textarea[aria-invalid="true"]'), 3));
  for (const key of ["overview", "problems", "other"]) {
    await page.evaluate((section) => document.querySelector("gouji-report").shadowRoot.querySelector(`[data-section="${section}"]`).focus(), key);
    await press(page, ..."none");
  }
  await eventually(async () => assert.equal(await countOf(page, '.sheet textarea[aria-invalid="true"]'), 0));
  await page.click("#portal button");
  assert.deepEqual(JSON.parse((await received(page)).report).sections, { overview: "none", problems: "none", other: "none" });
});

inEachBrowser("the form resets it, disables it, and is told of what happens in it", async (page) => {
  await open(page, { ...plain, value: JSON.stringify({ cells: { "disclosure.regulations.made": "7" } }) });
  await eventually(async () => assert.equal(await shown(page, "disclosure.regulations.made"), "7"));
  await page.evaluate(() => {
    window.heard = [];
    for (const name of ["input", "change", "gouji-change"]) document.addEventListener(name, ({ target }) => window.heard.push([name, target.localName]));
  });
  await type(page, "disclosure.regulations.made", "12");
  await focus(page, "disclosure.regulations.repealed");
  await eventually(async () => assert.ok((await page.evaluate(() => window.heard)).some(([name]) => name === "gouji-change")));
  const heard = await page.evaluate(() => window.heard);
  assert.ok(heard.every(([, target]) => target === "gouji-report"));
  assert.deepEqual(heard.map(([name]) => name).filter((name) => name !== "gouji-change"), ["input", "input", "change"]);
  await page.click("#portal button[type=reset]");
  assert.equal(await shown(page, "disclosure.regulations.made"), "7");
  await page.evaluate(() => {
    const group = document.createElement("fieldset");
    group.disabled = true;
    document.querySelector("gouji-report").before(group);
    group.append(document.querySelector("gouji-report"));
  });
  await eventually(async () => assert.equal(await countOf(page, "[data-cell]:disabled"), 200));
});

inOneBrowser("read-only shows and takes nothing", async (page) => {
  await open(page, { ...plain, readonly: "" });
  await eventually(async () => assert.equal(await countOf(page, "[data-cell][readonly]"), 200));
  await type(page, "disclosure.regulations.made", "1");
  assert.deepEqual(await cellsOf(page), {});
  assert.equal(await page.evaluate(() => document.querySelector("gouji-report").willValidate), false);
});

inOneBrowser("another year, another language, a year without a form", async (page) => {
  await open(page, plain);
  await type(page, "requests.received.natural", "12");
  await page.evaluate(() => {
    document.querySelector("gouji-report").removeAttribute("level");
    document.querySelector("gouji-report").setAttribute("language", "en");
    document.querySelector("gouji-report").setAttribute("year", "2020");
  });
  await says(page, ".title h2", /Annual report on government information disclosure, 2020/);
  assert.equal(await countOf(page, "[data-cell]"), 198);
  assert.equal(await shown(page, "requests.received.natural"), "12", "what was typed stays");
  assert.deepEqual(await valueOf(page), { kind: "government", year: 2020, cells: { "requests.received.natural": "12" } });
  await page.evaluate(() => document.querySelector("gouji-report").setAttribute("year", "1999"));
  await says(page, ".waiting:not([hidden])", /no form for 1999/);
  assert.equal((await cellsOf(page))["requests.received.natural"], "12");
  await page.evaluate(() => document.querySelector("gouji-report").setAttribute("year", "2024"));
  await eventually(async () => assert.equal(await shown(page, "requests.received.natural"), "12"));
});

inOneBrowser("a section that was given and is emptied stays empty, wherever the element goes", async (page) => {
  await open(page, { sections: "", name: "report" });
  await give(page, { year: 2024, cells: {}, sections: { overview: "旧文字", problems: "一是……" } });
  const sections = await page.evaluate(() => {
    const tag = document.querySelector("gouji-report");
    const field = tag.shadowRoot.querySelector("textarea");
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const box = document.createElement("div");
    tag.before(box);
    box.append(tag);
    tag.setAttribute("readonly", "");
    return { text: tag.shadowRoot.querySelector("textarea").value, ...tag.value.sections };
  });
  assert.deepEqual([sections.text, sections.overview, sections.problems], ["", "", "一是……"]);
});

inOneBrowser("an attribute that cannot be what it says is told, at the start and later; the form goes on", async (page) => {
  await open(page);
  const told = await page.evaluate(async () => {
    const messages = [];
    const tag = document.createElement("gouji-report");
    tag.addEventListener("gouji-error", ({ detail }) => messages.push(`${detail.error.name}: ${detail.error.message}`));
    for (const [name, value] of [["year", "abcd"], ["level", "xian"], ["kind", "x"], ["previous", "{bad"]]) tag.setAttribute(name, value);
    document.querySelector("main").append(tag);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    const atStart = messages.splice(0);
    tag.setAttribute("value", "{bad");
    tag.setAttribute("previous", "{worse");
    tag.setAttribute("year", "2023");
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    return { atStart, later: messages, year: tag.value.year };
  });
  assert.deepEqual(told.atStart.map((text) => /attribute (\w+)/.exec(text)?.[1]).sort(), ["kind", "level", "previous", "year"]);
  assert.ok([...told.atStart, ...told.later].every((text) => text.startsWith("TypeError: gouji-report: ")), told.later.join());
  assert.deepEqual(told.later.map((text) => /attribute (\w+)/.exec(text)?.[1]), ["value", "previous"]);
  assert.equal(told.year, 2023);
});

inEachBrowser("what was set before the element was known counts; what cannot be is told, and the form starts", async (page) => {
  await open(page);
  const started = await page.evaluate(async () => {
    const told = [];
    addEventListener("error", (event) => {
      told.push(event.message);
      event.preventDefault();
    });
    const tag = document.createElement("gouji-later");
    Object.assign(tag, { value: "{bad", name: "later", readOnly: true });
    document.querySelector("main").append(tag);
    customElements.define("gouji-later", class extends customElements.get("gouji-report") {});
    for (let turn = 0; turn < 40 && tag.shadowRoot.querySelector("[data-cell]") === null; turn += 1) await new Promise((resolve) => { setTimeout(resolve, 50); });
    return { told: told.length, cells: tag.shadowRoot.querySelectorAll("[data-cell]").length > 100, name: tag.getAttribute("name"), readOnly: tag.hasAttribute("readonly") };
  });
  assert.deepEqual(started, { told: 1, cells: true, name: "later", readOnly: true });
}, { only: ["chromium"] });

inOneBrowser("what it is given while it is out of the page holds when it comes back", async (page) => {
  await open(page, { previous: null, value: null });
  const { previous, value, disabled } = await page.evaluate(() => {
    const tag = document.querySelector("gouji-report");
    const { parentNode } = tag;
    tag.remove();
    tag.setAttribute("previous", '{"year":2023,"cells":{}}');
    tag.setAttribute("value", '{"year":2024,"cells":{"requests.received.natural":"7"}}');
    parentNode.append(tag);
    tag.disabled = true;
    tag.readOnly = true;
    const both = [tag.disabled, tag.readOnly, tag.getAttribute("disabled"), tag.getAttribute("readonly"), tag.shadowRoot.querySelector("[data-cell]").disabled];
    tag.disabled = false;
    tag.readOnly = false;
    return { previous: tag.previous?.year, value: tag.value.cells, disabled: [...both, tag.hasAttribute("disabled"), tag.hasAttribute("readonly")] };
  });
  assert.equal(previous, 2023);
  assert.deepEqual(value, { "requests.received.natural": "7" });
  assert.deepEqual(disabled, [true, true, "", "", true, false, false]);
});
