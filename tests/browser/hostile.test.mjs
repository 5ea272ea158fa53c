// Text that would like to be markup or code stays text, wherever it comes from; odd files break nothing.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { inOneBrowser, eventually } from "./harness.mjs";
import { cell, counts, errorsAre, findings, focus, holds, open, openExample, says, textOf, saved } from "./desk.mjs";

const hostile = [
  "<img src=x onerror=window.hacked=1>",
  '"><script>window.hacked=1</script>',
  "'\"--></style></textarea><svg onload=window.hacked=1>",
  "javascript:window.hacked=1",
  "{year}${window.hacked=1}$&",
  "‮۱۲\u0000\u200b",
];
const start = "requests.received.natural";

let file;
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "gouji-hostile-"));
  file = join(folder, "report.json");
});
after(() => rm(folder, { recursive: true }));

async function importText(page, text) {
  await writeFile(file, text);
  await page.upload("#file", file);
}

/** What only hostile text could have brought into the page. */
async function isClean(page) {
  assert.deepEqual(await page.evaluate(() => ({
    hacked: window.hacked ?? null,
    scripts: document.querySelectorAll("script").length,
    images: document.images.length,
    elsewhere: document.querySelectorAll("iframe, object, embed, form, link:not(head link), style, [href^=javascript i]").length,
    handlers: [...document.querySelectorAll("*")].filter((node) => node.getAttributeNames().some((name) => name.startsWith("on") || name === "style")).length,
  })), { hacked: null, scripts: 2, images: 1, elsewhere: 0, handlers: 0 }, "two scripts (the core, the page), one image (the seal), no more");
}

inOneBrowser("typed into a cell, it is a text that cannot be read as a number", async (page) => {
  await open(page, 2024);
  for (const text of hostile.slice(0, 5)) {
    await page.type(cell(start), text);
    await holds(page, cell(start), text);
    await eventually(async () => assert.match((await findings(page))[0]?.text ?? "", /读不出|不是|无法/));
    await isClean(page);
  }
  await page.click("#language");
  await page.click("#whole");
  await isClean(page);
});

inOneBrowser("pasted as a block, it is so many texts", async (page) => {
  await open(page, 2024);
  await focus(page, start);
  await page.paste(`${hostile.slice(0, 3).join("\t")}\n${hostile.slice(3, 5).join("\t")}\n`);
  await errorsAre(page, 5);
  assert.equal(await page.value(cell(start)), hostile[0]);
  await isClean(page);
});

inOneBrowser("as the name of the body and as an explanation, it is words", async (page) => {
  await openExample(page, "suqian");
  await page.type("#body", hostile[0]);
  await page.type(cell("disclosure.normative_documents.in_force"), "1");
  await page.type(cell("disclosure.normative_documents.made"), "900");
  await eventually(async () => assert.equal((await counts(page)).warning, 1));
  await page.type("#findings textarea", hostile[2]);
  await page.click("#language");
  await says(page, "#findings .answered", /Explained/);
  await holds(page, "#findings textarea", hostile[2]);
  await holds(page, "#body", hostile[0]);
  await isClean(page);
  const { name } = await saved(page);
  assert.doesNotMatch(name, /[\\/:*?"<>|]/, "nor is it a path");
});

inOneBrowser("in a file, in every place that a report has, it is text", async (page) => {
  await open(page, 2024);
  for (const text of hostile) {
    await importText(page, JSON.stringify({
      body: text, year: 2024, level: text, kind: text, [text]: text, layouts: { requests: text, [text]: 2019 },
      cells: { [start]: text, [text]: text, "requests.carried_in.natural": { [text]: text } },
      explanations: { [`cell-unreadable@${start}`]: text, [text]: text }, meta: { source: text, aside: { [text]: text } }, sections: { other: text, [text]: text },
    }));
    await says(page, "#message", /已导入/);
    await page.click("#whole");
    await eventually(async () => assert.ok((await counts(page)).error > 190));
    assert.equal(await page.value(cell(start)), text);
    await isClean(page);
  }
});

inOneBrowser("a file with the wrong kind of thing in a place is read as far as it goes", async (page) => {
  await open(page, 2024);
  for (const odd of [null, true, 7, "x", [], [1], {}, { a: { b: [] } }]) {
    await importText(page, JSON.stringify({
      year: 2024, cells: { [start]: "7" }, body: odd, level: odd, kind: odd, layouts: odd, explanations: odd, meta: odd, sections: odd,
    }));
    await holds(page, cell(start), "7");
    await page.click("#whole");
    await eventually(async () => assert.ok((await counts(page)).error > 190, JSON.stringify(odd)));
    assert.doesNotMatch(await textOf(page, "#message"), /核对程序出错/, JSON.stringify(odd));
    await page.click("#clear");
    await holds(page, cell(start), "");
  }
});

inOneBrowser("names that mean something to the language mean nothing in a file", async (page) => {
  await open(page, 2024);
  await importText(page, `{"year": 2024, "__proto__": {"hacked": 1}, "constructor": {"prototype": {"hacked": 1}}, "meta": {"__proto__": {"hacked": 1}},
    "cells": {"${start}": "7", "__proto__": {"hacked": "1"}, "constructor": "1", "toString": "1"}, "explanations": {"__proto__": "x", "constructor": "x"}}`);
  await holds(page, cell(start), "7");
  await page.type(cell(start), "8");
  await eventually(async () => assert.equal((await counts(page)).error, 0));
  assert.equal(await page.evaluate(() => ({}).hacked ?? null), null);
  await isClean(page);
});
