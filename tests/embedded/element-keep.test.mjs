// The draft of <gouji-report> on this machine, hostile texts, browsers without form-associated elements and constructed
// style sheets, and the rules for accessible pages that a machine can try.
import assert from "node:assert/strict";
import { named } from "../node/reports.mjs";
import { isAccessible } from "../browser/axe.mjs";
import { eventually, inEachBrowser, inOneBrowser } from "../browser/harness.mjs";
import { box, cellsOf, copyAndPaste, countOf, edge, errors, example, focus, focused, give, isThere, open, press, push, received, says, shown, table, text, textOf, type, valueOf } from "./tag.mjs";

// Before the first test: those that come after something waited for would not be run.
const suqian = named("suqian-2024");
const plain = { level: "city", kind: "government", body: null, previous: null, sections: null };
const figures = Object.fromEntries(Object.entries(suqian.cells).map(([id, value]) => [id, String(value)]));
const kept = (page) => page.evaluate(() => Object.keys(localStorage));

// --- the draft ---

inEachBrowser("the draft survives a reload, and is forgotten on request", async (page) => {
  await open(page);
  await type(page, "requests.received.natural", "12");
  await eventually(async () => assert.deepEqual(await kept(page), ["gouji.draft.example.2024"]));
  await open(page);
  await says(page, ".message:not([hidden])", /已恢复本机保存的草稿/);
  assert.equal(await shown(page, "requests.received.natural"), "12");
  await push(page, '[data-do="forget"]');
  assert.deepEqual(await kept(page), []);
  assert.equal(await shown(page, "requests.received.natural"), "");
  await open(page);
  assert.equal(await countOf(page, '[data-do="forget"]'), 0);
});

inEachBrowser("the draft ends with the submission, and with a reset", async (page) => {
  await open(page, plain);
  await give(page, { cells: suqian.cells });
  await type(page, "requests.received.natural", "3440");
  await eventually(async () => assert.equal((await kept(page)).length, 1));
  await page.click("#portal button");
  await received(page);
  assert.deepEqual(await kept(page), []);
  await open(page, plain);
  await type(page, "requests.received.natural", "1");
  await eventually(async () => assert.equal((await kept(page)).length, 1));
  await page.click("#portal button[type=reset]");
  assert.deepEqual(await kept(page), []);
});

inOneBrowser("what is no draft in the browser's store changes nothing", async (page) => {
  await open(page);
  for (const odd of ["{", "null", '{"report":7}', '{"report":{"cells":7}}', '{"report":{"cells":{"x":{"y":1}},"sections":"no","explanations":[1]},"at":7}']) {
    await page.evaluate((value) => localStorage.setItem("gouji.draft.example.2024", value), odd);
    await open(page);
    await type(page, "requests.received.natural", "7");
    assert.equal((await cellsOf(page))["requests.received.natural"], "7", odd);
    await eventually(async () => assert.match(await page.evaluate(() => localStorage.getItem("gouji.draft.example.2024")), /"requests.received.natural":"7"/));
  }
});

inOneBrowser("each year has a draft of its own, also where the year changes under the form", async (page) => {
  await open(page, { year: "2023" });
  await type(page, "requests.received.natural", "12");
  await eventually(async () => assert.deepEqual(await kept(page), ["gouji.draft.example.2023"]));
  const year = (value) => page.evaluate((value) => { document.querySelector("gouji-report").setAttribute("year", value); }, value);
  await year("2024");
  await eventually(async () => assert.equal((await valueOf(page)).year, 2024));
  await type(page, "requests.received.natural", "42");
  const report = (name) => page.evaluate((name) => JSON.parse(localStorage.getItem(name))?.report, name);
  await eventually(async () => assert.equal((await report("gouji.draft.example.2024"))?.cells["requests.received.natural"], "42"));
  assert.deepEqual([(await report("gouji.draft.example.2023")).year, (await report("gouji.draft.example.2023")).cells["requests.received.natural"]], [2023, "12"]);
  // Another form of the page, not touched yet, finds the draft of the year that it is given.
  await open(page);
  assert.equal(await shown(page, "requests.received.natural"), "42");
  await push(page, '[data-do="forget"]');
  await year("2023");
  await eventually(async () => assert.equal(await shown(page, "requests.received.natural"), "12"));
  await says(page, ".message:not([hidden])", /已恢复本机保存的草稿/);
  // The same where the report says the year.
  await page.evaluate(() => document.querySelector("gouji-report").removeAttribute("year"));
  await give(page, { year: 2022, cells: {} });
  await type(page, "requests.received.natural", "5");
  await eventually(async () => assert.equal((await report("gouji.draft.example.2022"))?.cells["requests.received.natural"], "5"));
  assert.equal((await report("gouji.draft.example.2023")).cells["requests.received.natural"], "12");
  // What lies under the name of one year and is of another is no draft of it.
  await page.evaluate(() => localStorage.setItem("gouji.draft.example.2024", localStorage.getItem("gouji.draft.example.2023")));
  await open(page);
  assert.equal(await shown(page, "requests.received.natural"), "");
});

inOneBrowser("a draft of texts alone is a draft", async (page) => {
  await open(page, { sections: "" });
  await page.evaluate(() => {
    const field = document.querySelector("gouji-report").shadowRoot.querySelector("textarea");
    field.value = "一年来……";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await eventually(async () => assert.deepEqual(await kept(page), ["gouji.draft.example.2024"]));
  await open(page, { sections: "" });
  assert.equal((await valueOf(page)).sections.overview, "一年来……");
});

// --- hostile texts; the page requires Trusted Types ---

const hostile = [
  "<img src=x onerror=window.hacked=1>", '"><script>window.hacked=1</script>', "'\"--></style></textarea><svg onload=window.hacked=1>",
  "javascript:window.hacked=1", "{year}${window.hacked=1}$&", "=1+1|' /C calc'!A0",
];
const isClean = async (page) => assert.deepEqual(await page.evaluate(() => {
  const root = document.querySelector("gouji-report").shadowRoot;
  return {
    hacked: window.hacked ?? null,
    others: root.querySelectorAll("img, script, iframe, object, embed, form, style, a").length,
    handlers: [...root.querySelectorAll("*")].filter((node) => node.getAttributeNames().some((name) => name.startsWith("on"))).length,
  };
}), { hacked: null, others: 0, handlers: 0 });

inOneBrowser("a hostile text is a text, wherever it stands in a report", async (page) => {
  await open(page, { ...plain, sections: "" });
  for (const words of hostile) {
    await give(page, {
      body: words, level: words, [words]: words, cells: { "requests.received.natural": words, [words]: words }, sections: { overview: words, [words]: words },
      explanations: { "report-all-zero": words, [words]: words }, meta: { words },
    });
    assert.equal(await shown(page, "requests.received.natural"), words);
    assert.equal((await valueOf(page)).sections.overview, words);
    await eventually(async () => assert.ok((await errors(page)) > 0));
    await page.evaluate(() => document.querySelector("gouji-report").reportValidity());
    await isClean(page);
  }
});

inOneBrowser("a hostile text is a text when it is pasted, as lines or as a table", async (page) => {
  await open(page, plain);
  await focus(page, "requests.received.natural");
  await copyAndPaste(page, text, `${hostile.slice(0, 3).join("\t")}\n${hostile.slice(3).join("\t")}\n`);
  await isThere(page, ".preview:not([hidden])");
  await isClean(page);
  await press(page, "Escape");
  await copyAndPaste(page, table, [[hostile[0], "1", hostile[1]], ["规章", hostile[4], "2"]]);
  await isThere(page, ".preview:not([hidden])");
  await isClean(page);
  // As no browser would make it, but a clipboard can hold anything.
  for (const markup of ["<table><tr><td>1<td>2<table><tr><td colspan=999999 rowspan=999999>3", "<!--".repeat(2000) + "<td><td>", "<table><tr><td>&#x110000;&#0;&lt;img src=x onerror=window.hacked=1&gt;<td>&constructor;", "<td".repeat(5000)]) {
    await press(page, "Escape");
    await focus(page, "requests.received.natural");
    await page.evaluate((html, css) => {
      const data = new DataTransfer();
      data.setData("text/html", html);
      data.setData("text/plain", "1\t2");
      const paste = new Event("paste", { bubbles: true, cancelable: true });
      Object.defineProperty(paste, "clipboardData", { value: data });
      document.querySelector("gouji-report").shadowRoot.querySelector(css).dispatchEvent(paste);
    }, markup, box("requests.received.natural"));
    await isThere(page, ".preview:not([hidden])");
    await isClean(page);
  }
});

// --- older browsers ---

/** The element in a page whose policy allows even less, in a browser of before 2023 (or today's). */
async function old(page, attributes) {
  await page.visit("/www/");
  // The page's own scripts are done with what is taken away.
  await page.waitFor(() => document.querySelector(".flow") !== null);
  await page.evaluate(async (given) => {
    delete HTMLElement.prototype.attachInternals;
    delete window.ElementInternals;
    delete Document.prototype.adoptedStyleSheets;
    delete ShadowRoot.prototype.adoptedStyleSheets;
    delete window.ResizeObserver;
    await import("/pkg/element.js");
    const form = document.createElement("form");
    const tag = document.createElement("gouji-report");
    for (const [name, value] of Object.entries({ name: "report", year: "2024", level: "city", kind: "government", stylesheet: "/pkg/gouji-report.css", ...given })) tag.setAttribute(name, value);
    form.append(tag, Object.assign(document.createElement("button"), { textContent: "submit" }));
    document.body.replaceChildren(form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      window.submitted = Object.fromEntries(new FormData(form));
    });
  }, attributes ?? {});
  await page.waitFor(() => document.querySelector("gouji-report").shadowRoot.querySelector("[data-cell]") !== null);
}

// The driver of Firefox takes things away from its own view of the page only.
inEachBrowser("before 2023 a hidden field is submitted, and the style comes from the file", async (page) => {
  await old(page);
  assert.equal(await page.count("gouji-report > input[type=hidden]"), 1);
  await eventually(async () => assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("gouji-report").shadowRoot.querySelector("table")).borderCollapse), "separate"));
  await type(page, "requests.received.natural", "12");
  const submit = () => page.evaluate(() => document.querySelector("form > button").click());
  await submit();
  assert.equal(await page.evaluate(() => window.submitted ?? null), null);
  assert.equal(await focused(page), "findings");
  assert.equal(await page.evaluate(() => document.querySelector("gouji-report").validity.valid), false);
  await give(page, { year: 2024, cells: suqian.cells });
  await submit();
  assert.deepEqual(JSON.parse((await page.evaluate(() => window.submitted)).report), { year: 2024, level: "city", kind: "government", cells: figures });
  await page.evaluate(() => document.querySelector("form").reset());
  await eventually(async () => assert.deepEqual(await cellsOf(page), {}));
  await page.evaluate(() => document.querySelector("gouji-report").setAttribute("disabled", ""));
  await submit();
  assert.deepEqual(await page.evaluate(() => window.submitted), {}, "what is disabled is not submitted");
}, { only: ["chromium"] });

// The driver of Firefox takes things away from its own view of the page only.
inEachBrowser("where WebAssembly is not to be had, the rest of the page is submitted, and the reason is told", async (page) => {
  await open(page, plain);
  await give(page, { cells: suqian.cells });
  await page.click("#portal button");
  // The answer of the server: a page in which nothing of ours runs yet.
  await received(page);
  await page.evaluate(async () => {
    delete window.WebAssembly;
    await import("/pkg/element.js");
    const tag = document.createElement("gouji-report");
    tag.addEventListener("gouji-error", ({ detail }) => { window.told = detail.error.code; });
    tag.setAttribute("name", "report");
    tag.setAttribute("value", '{"year": 2024, "cells": {"requests.received.natural": 7}}');
    const form = document.createElement("form");
    form.append(tag, Object.assign(document.createElement("input"), { name: "other", value: "x" }));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      window.submitted = Object.fromEntries(new FormData(form));
    });
    document.body.replaceChildren(form);
  });
  await eventually(async () => assert.equal(await page.evaluate(() => window.told), "wasm-missing"));
  assert.match(await textOf(page, ".waiting"), /没有启动.*仍可提交.*no WebAssembly/);
  await page.evaluate(() => document.querySelector("form").requestSubmit());
  assert.deepEqual(await page.evaluate(() => window.submitted), { report: '{"year":2024,"cells":{"requests.received.natural":7}}', other: "x" });
}, { only: ["chromium"] });

// --- accessible ---

inOneBrowser("accessible when empty, being filled, and with a preview of what is pasted", async (page) => {
  await open(page, { level: "city" });
  await isAccessible(page);
  await focus(page, "requests.carried_in.natural");
  await isAccessible(page);
  await copyAndPaste(page, table, [["规章", "1", "2", "3"], ["不明", "4"]]);
  await isThere(page, ".preview:not([hidden])");
  await isAccessible(page);
});

inOneBrowser("accessible with errors, warnings and repairs, in both languages", async (page) => {
  await open(page, { level: "city" });
  await give(page, { cells: { ...suqian.cells, "requests.granted.natural": "1048", "disclosure.normative_documents.made": "900", "disclosure.normative_documents.in_force": "1" } });
  await says(page, ".mending", /1408/);
  await page.evaluate(() => document.querySelector("gouji-report").reportValidity());
  await isAccessible(page);
  await push(page, ".finding");
  await page.evaluate(() => document.querySelector("gouji-report").setAttribute("language", "en"));
  await says(page, ".mending", /Apply/);
  await isAccessible(page);
});

inOneBrowser("accessible on a phone, and as wide as a window of 1280 zoomed to 400 %", async (page) => {
  await page.resize(390, 844);
  await open(page, plain);
  await give(page, { cells: { ...suqian.cells, "requests.received.total": "1" } });
  await eventually(async () => assert.equal(await edge(page, "requests.received.total"), "broken"));
  await isAccessible(page);
  await page.resize(320, 256);
  await eventually(async () => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), "only the tables scroll sideways"));
  await focus(page, "disclosure.regulations.in_force");
  const seen = await page.evaluate((css) => {
    const root = document.querySelector("gouji-report").shadowRoot;
    const cell = root.querySelector(css).getBoundingClientRect();
    return cell.top >= 0 && cell.bottom <= root.querySelector(".bar").getBoundingClientRect().top;
  }, box("disclosure.regulations.in_force"));
  assert.ok(seen, "the bar does not cover the cell one is in");
  await isAccessible(page);
});
