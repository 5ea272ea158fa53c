// The same documents through the command line and through the package: the same report, the same places, the same
// findings, the same answer. Further folders of documents: GOUJI_DOCUMENTS=folder (`make corpus` gives one).
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { check, rules as ofReports } from "../../pkg/index.js";
import { joined, read, rules } from "../../pkg/read.js";
import { output, project } from "../setup/programs.mjs";

const work = mkdtempSync(join(tmpdir(), "gouji-documents-"));
after(() => rmSync(work, { recursive: true }));

let program;
before(() => {
  output("cargo", ["build", "--quiet", "--bin", "gouji"], { cwd: project });
  program = join(process.env.CARGO_TARGET_DIR || join(project, "target"), "debug/gouji");
});

function native(args) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 256 << 20 });
  return { status, output: stdout === "" ? null : JSON.parse(stdout), stderr };
}

/** Reads a file in both ways. */
function assertSame(file, language) {
  const name = basename(file);
  const { output: report, stderr } = native(["read", file, "--language", language]);
  const reading = read(readFileSync(file), { name, language });
  if (report === null) {
    assert.equal(reading.report, null, name);
    assert.ok(stderr.includes(reading.unreadable), `${name}: ${stderr}`);
    return;
  }
  const { meta: { findings, ...meta }, ...others } = report;
  assert.deepEqual(reading, { report: { ...others, meta }, findings, unreadable: null }, name);
  assert.deepEqual(Object.keys(reading.report.cells), Object.keys(report.cells), name);
  const { output: { reports: [{ file: of, ...answer }] } } = native(["check", file, "--format", "json", "--blank", "zero", "--language", language]);
  assert.deepEqual(joined(check(reading.report, { blank: "zero", language }), reading), answer, of);
}

const folders = [join(project, "tests/documents/programs"), process.env.GOUJI_DOCUMENTS].filter((folder) => folder && existsSync(folder));
for (const folder of folders) {
  describe(`the documents of ${basename(folder)}`, () => {
    const names = readdirSync(folder);
    assert.ok(names.length > 0);
    for (const name of names) test(name, () => ["zh", "en"].forEach((language) => assertSame(join(folder, name), language)));
  });
}

describe("documents with something odd", () => {
  const head = "某县2024年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n";
  const figures = "\t1\t0\t0\t0\t0\t0\t1";
  const documents = {
    "misprinted.txt": `${head}四、结转下年渡继续办理${figures}`,
    "twice.txt": `${head}四、结转下年度继续办理${figures}\n四、结转下年度继续办理${figures}`,
    "split.txt": `${head}四、结转下年度继续办理\t1\t2\t0\t0\t0\t0\t0\t12`,
    "lines.txt": `${head}四、结转下年度继续办理\n1 0 0 0 0 0 1`,
    "template.html": `<h1>${head}</h1><p>XX单位 此处填写</p><table><tr><td>规章<td>3<td>4<td>5</table>`,
    "utf16.txt": Buffer.from(`\ufeff${head}四、结转下年度继续办理${figures}`, "utf16le"),
    "money.md": `# ${head}\n| 行政事业性收费 | 20097080 元 |\n|---|---|\n| 规章 | １２ | 1,204 | / |\n`,
    "empty.txt": "",
    "portable.pdf": "%PDF-1.7",
    "old.doc": Buffer.from("d0cf11e0a1b11ae1", "hex"),
    "half.docx": readFileSync(join(folders[0], readdirSync(folders[0]).find((name) => name.endsWith(".docx")))).subarray(0, 9000),
  };
  for (const [name, content] of Object.entries(documents)) {
    test(name, () => {
      writeFileSync(join(work, name), content);
      for (const language of ["zh", "en"]) assertSame(join(work, name), language);
    });
  }
});

test("the rules of documents are those of the command line, and the two books are the whole", () => {
  for (const language of ["zh", "en"]) {
    const book = native(["rules", "--format", "json", "--language", language]).output;
    const whole = book.rules.map(({ examples, ...rule }) => rule);
    const [documents, reports] = [rules({ language }), ofReports({ language })];
    assert.deepEqual(documents.rules, whole.filter(({ kind }) => kind === "document"));
    assert.deepEqual(reports.rules, whole.filter(({ kind }) => kind !== "document"));
    for (const { version, hash } of [documents, reports]) assert.deepEqual([version, hash], [book.version, book.hash]);
  }
});

test("what a document raises can be explained, whoever has its words", () => {
  const explanations = { "label-guessed@requests.carried_out": "核对过", "rows-missing": "x", "no-such-rule": "x" };
  const unknown = check({ year: 2024, cells: {}, explanations }, { blank: "zero" }).findings.filter(({ rule }) => rule === "key-unknown");
  assert.deepEqual(unknown.map(({ at }) => at), ["explanations.no-such-rule"]);
});
