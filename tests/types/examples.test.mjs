// The examples of the README files print what they say they print.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { examples } from "./examples.mjs";
import { makeProject } from "./project.mjs";

// Those that need a page, a bundler or a form library are only compiled.
const runnable = examples.filter(({ file, code }) => file.endsWith("js") && !/\bfetch\(|\b(window|document)\b/.test(code)
  && [...code.matchAll(/(?:from |import |require\()"(.+?)"/g)].every(([, name]) => /^(gouji(\/(standard|read|repair))?|node:.+)$/.test(name)));

const folder = makeProject();
const lines = [];
before(() => {
  globalThis.print = (line, ...values) => lines.push([line, values.map((value) => (typeof value === "object" ? JSON.stringify(value) : String(value))).join(" ")]);
});

test("there are examples in every document", () => {
  assert.deepEqual([...new Set(runnable.map(({ document }) => document))], ["README.md", "README.zh-CN.md", "pkg/README.md"]);
});

for (const { document, file, code } of runnable) {
  test(`${document}: ${file}`, async () => {
    lines.length = 0;
    const said = [];
    const numbered = code.split("\n").map((line, number) => {
      const comment = line.match(/console\.log\(.*\);\s*\/\/ (.+)$/);
      if (comment) said.push([number, comment[1]]);
      return line.replace("console.log(", `print(${number}, `);
    });
    writeFileSync(join(folder, file), numbered.join("\n"));
    await import(pathToFileURL(join(folder, file)));
    assert.deepEqual(lines.filter(([number]) => said.some(([other]) => other === number)), said);
  });
}
