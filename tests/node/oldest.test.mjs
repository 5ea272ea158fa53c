// The shipped scripts in the engine of Chromium 60, the oldest one promised: that of Node 8.4, where it can be installed.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { check, form, open, rules, years } from "../../pkg/index.js";
import { read } from "../../pkg/read.js";
import { project } from "../setup/programs.mjs";
import { ENTRIES, published, random, spoilt } from "./reports.mjs";

const program = join(project, "tests/oldest/node_modules/node-of-chromium-60/bin/node");
const isThere = existsSync(program);

test("V8 6.0 gives the same answers", { skip: isThere ? false : "there is no such program for this machine" }, () => {
  const next = random(8);
  const reports = [...published.map(({ report }) => report), ...Array.from({ length: 50 }, () => spoilt(next))];
  const options = [{}, { blank: "zero", language: "en" }];
  const edits = form(2024).cells.map(({ id }, place) => [id, ENTRIES[place % ENTRIES.length]]);
  const folder = join(project, "tests/documents/programs");
  const documents = readdirSync(folder).map((name) => join(folder, name));
  const input = JSON.parse(JSON.stringify({ form: { year: 2024 }, reports, options, edits, documents }));

  const { status, stdout, stderr } = spawnSync(program, [join(project, "tests/oldest/answers.cjs")], {
    input: JSON.stringify(input),
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  assert.equal(status, 0, stderr);
  const { engine, answers, readings } = JSON.parse(stdout);
  assert.match(engine, /^6\.0\./);

  const session = open(input.form);
  const expected = JSON.parse(JSON.stringify({
    checks: input.reports.map((report) => options.map((chosen) => check(report, chosen))),
    rules: rules(),
    forms: years().map(form),
    changes: input.edits.map(([cell, value]) => session.set(cell, value)),
    answer: session.answer(),
  }));
  for (const [file, given] of Object.entries(answers)) {
    for (const [part, value] of Object.entries(expected)) assert.deepEqual(given[part], value, `${file}: ${part}`);
  }
  for (const [file, given] of Object.entries(readings)) {
    for (const [place, name] of documents.entries()) {
      assert.deepEqual(given[place], JSON.parse(JSON.stringify(read(readFileSync(name), { name: basename(name) }))), `${file}: ${name}`);
    }
  }
});
