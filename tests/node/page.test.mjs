// What the page says of its own parts is so: what it asks for beforehand, its words in both languages, its examples.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { project } from "../setup/programs.mjs";
import { loadedAtStart } from "../start.mjs";
import { examples } from "../../www/examples/index.js";
import en from "../../www/words/en.js";
import zh from "../../www/words/zh.js";
import more from "../../www/words/zh-later.js";

const page = readFileSync(join(project, "www/index.html"), "utf8");
/** The keys of the words that the markup says itself. */
const printed = [...page.matchAll(/data-(?:words|label|hint)="([^"]+)"/g)].map(([, key]) => key);

test("every module of the first verdict is asked for beforehand, and no other", () => {
  const asked = [...page.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, name]) => `www/${name}`);
  const needed = loadedAtStart().filter((name) => /^www\/.*\.js$/.test(name) && name !== "www/main.js");
  assert.deepEqual(asked, needed.sort());
});

test("what is said in one language is said in the other", () => {
  assert.deepEqual(Object.keys(zh).filter((key) => key in more), [], "no word is there twice");
  assert.deepEqual(new Set([...printed, ...Object.keys(zh), ...Object.keys(more)]), new Set(Object.keys(en)));
});

test("what takes a value in one language takes it in the other", () => {
  const values = (text) => new Set(text.match(/\{\w+\}/g));
  for (const [key, text] of Object.entries({ ...zh, ...more })) assert.deepEqual(values(text), values(en[key]), key);
});

test("the choice of an example says whose report comes", async () => {
  for (const { body, year, load } of examples) {
    const report = await load();
    assert.deepEqual([report.body, report.year], [body, year]);
  }
});
