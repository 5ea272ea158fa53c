// SARIF from the batch view and SARIF from the command line: the same log of the same files. Only what a cell is called
// for people may differ, since the page has shorter names.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { check, rules } from "../../pkg/index.js";
import * as reader from "../../pkg/read.js";
import { output, project } from "../setup/programs.mjs";
import { sarif } from "../../www/review/sarif.js";
import { named, published } from "./reports.mjs";

const folder = mkdtempSync(join(tmpdir(), "gouji-sarif-"));
after(() => rmSync(folder, { recursive: true }));

const head = "某县2024年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n";
const files = {
  ...Object.fromEntries(published.map(({ name, file }) => [name, readFileSync(file, "utf8")])),
  "零 报告 (1).json": JSON.stringify({ year: 2024, body: "某街道", cells: Object.fromEntries(Object.keys(named("suqian-2024").cells).map((cell) => [cell, 0])), explanations: { "report-all-zero": "零报告", "label-guessed@requests.carried_out": "核对过", "no-such-rule": "x" } }),
  "错字.txt": `${head}一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n四、结转下年渡继续办理\t1\t0\t0\t0\t0\t0\t2`,
  "旧.pdf": "%PDF-1.7",
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

/** As www/review/worker.js makes them. */
function outcomes(language) {
  return Object.entries(files).map(([path, text]) => {
    const isReport = path.endsWith(".json");
    const { report, findings, unreadable } = isReport ? { report: JSON.parse(text), findings: [] } : reader.read(Buffer.from(text), { name: path, language });
    if (report === null) return { path, unreadable };
    const answer = check(report, { blank: "zero", language });
    return { path, body: (report.body ?? "").trim(), year: answer.year, answer: isReport ? answer : reader.joined(answer, { findings }) };
  });
}

/** Without names for people, and rules by their ids, in whatever order they are listed. */
function comparable({ runs: [run], ...log }) {
  const ids = run.tool.driver.rules.map(({ id }) => id);
  const results = run.results.map(({ ruleIndex, ...result }) => ({
    ...result,
    rule: ids[ruleIndex],
    locations: result.locations.map(({ logicalLocations, ...place }) => ({ ...place, cells: (logicalLocations ?? []).map(({ fullyQualifiedName }) => fullyQualifiedName) })),
  }));
  const sorted = [...run.tool.driver.rules].sort((one, other) => (one.id < other.id ? -1 : 1));
  return { ...log, run: { ...run, tool: { driver: { ...run.tool.driver, rules: sorted } }, results } };
}

for (const language of ["zh", "en"]) {
  test(`of the same files, in ${language}`, () => {
    output("cargo", ["build", "--quiet", "--bin", "gouji"], { cwd: project });
    const program = join(process.env.CARGO_TARGET_DIR || join(project, "target"), "debug/gouji");
    const { stdout } = spawnSync(program, ["check", "--format", "sarif", "--blank", "zero", "--language", language, ...Object.keys(files)], { cwd: folder, encoding: "utf8", maxBuffer: 256 << 20 });
    const ofReports = rules({ language });
    const book = { ...ofReports, rules: [...ofReports.rules, ...reader.rules({ language }).rules] };
    const ours = sarif({ outcomes: outcomes(language), book, language, dismissed: { reason: () => null }, cells: new Map() });
    const [page, command] = [ours, JSON.parse(stdout)].map(comparable);
    assert.ok(command.run.results.some(({ ruleId }) => ruleId === "label-guessed"));
    assert.equal(command.run.results.filter(({ ruleId }) => ruleId === "key-unknown").length, 1);
    assert.deepEqual(JSON.parse(JSON.stringify(page)), command);
  });
}
