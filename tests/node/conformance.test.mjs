// One engine everywhere: the native program and the package give the same answers, word for word.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { check, form, rules, years } from "../../pkg/index.js";
import { project } from "../setup/programs.mjs";
import { published, random, spoilt } from "./reports.mjs";

const work = mkdtempSync(join(tmpdir(), "gouji-conformance-"));
after(() => rmSync(work, { recursive: true }));

/** Runs the program as cargo has built it last (`make build` builds it). */
function native(...args) {
  const { status, stdout, stderr, error } = spawnSync("cargo", ["run", "--quiet", "--bin", "gouji", "--", ...args], {
    cwd: project,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  assert.ok(error === undefined && stdout !== "", `${error ?? stderr}`);
  return { status, output: JSON.parse(stdout) };
}

/** The answers of the program to files, in their order. */
function nativeAnswers(files, { blank, language }, ...more) {
  const args = ["--format", "json", "--blank", blank, "--language", language, ...more];
  const { status, output } = native("check", ...files, ...args);
  assert.deepEqual(output.reports.map(({ file }) => file), files);
  const answers = output.reports.map(({ file, ...answer }) => answer);
  assert.equal(status, answers.every(({ ok }) => ok) ? 0 : 1);
  return answers;
}

function assertSame(files, options) {
  const answers = nativeAnswers(files, options);
  for (const [place, file] of files.entries()) {
    assert.deepEqual(check(JSON.parse(readFileSync(file, "utf8")), options), answers[place], file);
  }
}

const ways = ["missing", "zero"].flatMap((blank) => ["zh", "en"].map((language) => ({ blank, language })));

for (const options of ways) {
  describe(`with blank: ${options.blank}, in ${options.language}`, () => {
    test("published reports", () => assertSame(published.map(({ file }) => file), options));

    test("200 spoilt reports", () => {
      const next = random(5);
      const files = Array.from({ length: 200 }, (_, index) => {
        const file = join(work, `${index}.json`);
        writeFileSync(file, JSON.stringify(spoilt(next)));
        return file;
      });
      assertSame(files, options);
    });
  });
}

test("with last year's report", () => {
  const find = (name) => published.find((one) => one.name === name);
  const pairs = [
    ["suqian-2023.json", "suqian-2024.json"],
    ["pingtan-transport-2019.json", "pingtan-transport-2020.json"],
    ["pingtan-transport-2020.json", "pingtan-transport-2021.json"],
    ["pingtan-2020.json", "hangzhou-2025.json"],
  ];
  for (const [last, now] of pairs.map((names) => names.map(find))) {
    const options = { blank: "zero", language: "zh" };
    const [expected] = nativeAnswers([now.file], options, "--previous", last.file);
    assert.deepEqual(check(now.report, { ...options, previous: last.report }), expected);
  }
});

test("arrays where a value should be", () => {
  const file = join(work, "array.json");
  writeFileSync(file, JSON.stringify({ year: 2024, body: [], cells: { "requests.received.natural": [1] } }));
  assertSame([file], { blank: "zero", language: "zh" });
});

test("the forms", () => {
  for (const year of years()) assert.deepEqual(form(year), native("form", String(year), "--format", "json").output);
});

// What documents raise is told by the readers, which are no part of the core.
test("the rule book, to which the program adds examples, the slips and the rules of the readers", () => {
  for (const language of ["zh", "en"]) {
    const { slips, ...output } = native("rules", "--format", "json", "--language", language).output;
    assert.ok(slips.length > 0);
    const withoutExamples = output.rules.filter(({ kind }) => kind !== "document").map(({ examples, ...rule }) => rule);
    const book = rules({ language });
    assert.deepEqual({ ...book, rules: book.rules.map(({ examples, ...rule }) => rule) }, { ...output, rules: withoutExamples });
  }
});
