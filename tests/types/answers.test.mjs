// index.d.ts against what the package really gives: every key is declared, every declared key is there and holds what
// was declared, and nothing is declared that never comes. And against what it takes.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import vm from "node:vm";
import { published, random, spoilt } from "../node/reports.mjs";
import { slips } from "../node/slips.mjs";
import { project } from "../setup/programs.mjs";
import { entries } from "../../pkg/build/places.mjs";
import { readDeclarations } from "./declared.mjs";
import * as element from "../../pkg/element.js";
import * as gouji from "../../pkg/index.js";
import repair from "../../pkg/repair.js";
import * as slim from "../../pkg/slim.js";
import * as readers from "../../pkg/read.js";
import * as standard from "../../pkg/standard.js";

const { check, form, open, rules, use, years } = gouji;
use(repair);
const CELL = "requests.received.natural";
const require = createRequire(import.meta.url);
const file = (name) => join(project, "pkg", name);
const declarations = readDeclarations(entries.flatMap((name) => [file(`${name}.d.ts`), file(`${name}.d.cts`)]));
const declared = declarations.get(file("index.d.ts"));

/** Fails where a value is not what a function is declared to give. */
function holds(type, value, what) {
  assert.deepEqual(declared.problems(type, value, what).slice(0, 10), []);
}

// Declared, so that whoever compiles against it now is ready for it, and not given by any rule of today: no relation is
// about money, nothing is as uncertain as D, and no severity can be raised. Of repairs: no report is known that has more
// of the cheapest than the search keeps, and an edit tells null of a cell in which nothing stood.
const forLater = [
  "Finding.left: string",
  "Finding.right: string",
  "Finding.difference: string",
  "Finding.basis.certainty: \"D\"",
  "Answer.overrides[…]: \"error\"",
  "Edit.from: undefined",
  "Rule.basis.certainty: \"D\"",
];

const choices = ["missing", "zero"].flatMap((blank) => ["zh", "en"].map((language) => ({ blank, language })));
const next = random(2024);
const spoiltReports = Array.from({ length: 200 }, () => spoilt(next));
/** Every option in use at once. */
const everyOption = (report) => ({
  blank: "zero",
  previous: { ...next.of(published).report, year: report.year - 1 },
  severities: { "requests-balance": "warning", "blanks-read-as-zero": "off", "cell-blank": "notice" },
});
/** Answers each warning. */
function explained(report) {
  const explanations = {};
  for (const { rule, at, severity } of check(report).findings) if (severity === "warning") explanations[at ? `${rule}@${at}` : rule] = "核实无误";
  return { ...report, explanations };
}

describe("what is given is what is declared", () => {
  test("by check", () => {
    const answers = [];
    for (const { name, report } of published) {
      for (const options of choices) answers.push([name, check(report, options)]);
      answers.push([name, check(report, everyOption(report))], [name, check(explained(report))]);
    }
    spoiltReports.forEach((report, index) => answers.push([`spoilt ${index}`, check(report, next.of(choices))]));
    for (const year of [1999, 2025.5, "soon", undefined]) answers.push([`year ${year}`, check({ year, cells: {} })]);
    for (const [what, answer] of answers) holds(declared.result("check"), answer, what);
  });

  test("by check, where something would mend the report", () => {
    for (const { name, report } of published) holds(declared.result("check"), check(report, { blank: "zero", repairs: true }), name);
    for (const { slip, report, options } of slips) {
      for (const language of ["zh", "en"]) holds(declared.result("check"), check(report, { ...options, language, repairs: true }), slip);
    }
    // Nothing between two bounds, and nothing below one.
    const open = { "disputes.reconsideration.upheld": "?", "disputes.reconsideration.corrected": "many" };
    holds(declared.result("check"), check({ ...slips[0].report, cells: { ...slips[0].report.cells, ...open } }, { repairs: true }), "open");
    holds(declared.result("check"), check({ year: 2024, cells: { [CELL]: -1 } }, { repairs: true }), "no upper bound");
    assert.deepEqual(slips.map(({ slip }) => slip).sort(), declared.type("SlipId").types.map(({ value }) => value).sort());
  });

  test("by a live form", () => {
    const give = (session, method, ...args) => holds(declared.result("Session", method), session[method](...args), method);
    const entries = [1, 0, "3", "178项", "/", "2万元", null, undefined, "x", -1, 1.5];
    const isPublished = new Set(published.map((one) => one.report));
    for (const report of [...isPublished, ...spoiltReports.slice(0, 50)]) {
      const session = open(report, next.of([...choices, everyOption(report)]));
      for (const { id } of form(years().includes(report.year) ? report.year : 2024).cells) {
        if (next() > 0.1) continue;
        give(session, "set", id, next.of(entries));
        give(session, "get", id);
      }
      give(session, "explain", "requests-carried-out-large", "积案");
      give(session, "findings");
      give(session, "findings", { whole: true });
      give(session, "relations");
      give(session, "answer");
      give(session, "answer", { repairs: true });
      give(session, "repairs");
      // What stood in a spoilt report need not be the value of a cell, and an edit tells it as it was.
      if (isPublished.has(report)) for (const repair of session.repairs().slice(0, 1)) give(session, "apply", repair);
      give(session, "close");
    }
    const { report } = published[0];
    const session = open(report);
    holds(declared.result("Session", "report"), session.report(), "report");
    session.close();
  });

  test("by open", () => {
    const session = open(published[0].report);
    // A plain object: nothing of how it works inside can be reached.
    assert.equal(Object.getPrototypeOf(session), Object.prototype);
    assert.deepEqual(Object.keys(session).sort(), declared.members("Session").sort());
    session.close();
  });

  test("by form, rules, years, version, ready", async () => {
    const forms = years().map((year) => form(year));
    for (const one of forms) holds(declared.result("form"), one, `form ${one.year}`);
    for (const language of ["zh", "en"]) holds(declared.result("rules"), rules({ language }), `rules ${language}`);
    holds(declared.result("years"), years(), "years");
    holds(declared.result("version"), gouji.version(), "version");
    assert.equal(await gouji.ready(), undefined);
    const ids = (type) => declared.type(type).types.map(({ value }) => value).sort();
    assert.deepEqual([...new Set(forms.flatMap(({ cells }) => cells.map(({ id }) => id)))].sort(), ids("CellId"));
    assert.deepEqual(rules().rules.map(({ id }) => id).sort(), ids("RuleId"));
  });

  test("by the Standard Schema of a year", () => {
    const types = declarations.get(file("standard.d.ts"));
    for (const { name, report } of published) {
      for (const options of [{}, ...choices.map((choice) => ({ ...choice, level: "notice" }))]) {
        const result = standard.standard(report.year, options)["~standard"].validate(report.cells);
        assert.deepEqual(types.problems(types.result("Standard", "~standard", "validate"), result, name), []);
      }
    }
  });

  test("by the readers", () => {
    const types = declarations.get(file("read.d.ts"));
    const folder = join(project, "tests/documents/programs");
    const sources = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]);
    const odd = "三、收到和处理政府信息公开申请情况\n四、结转下年渡继续办理\t1\t0\t0\t0\t0\t0\t1";
    sources.push(["in lines", ["四、结转下年度继续办理", "1 0 0 0 0 0 1"].join("\n")], ["odd", odd], ["nothing", "今天天气很好。"]);
    for (const [what, source] of sources) {
      for (const language of ["zh", "en"]) {
        const reading = readers.read(source, { language });
        assert.deepEqual(types.problems(types.result("read"), reading, what), []);
        const answer = check(reading.report ?? { year: 2024, cells: {} }, { language });
        assert.deepEqual(types.problems(types.result("joined"), readers.joined(answer, reading), what), []);
      }
    }
  });

  test("the rules of the readers", () => {
    const types = declarations.get(file("read.d.ts"));
    for (const language of ["zh", "en"]) assert.deepEqual(types.problems(types.result("rules"), readers.rules({ language }), language), []);
  });

  test("and nothing is declared that never comes", () => {
    // A report is the caller's own.
    const unmet = declared.unmet().filter((promise) => !promise.startsWith("Report."));
    assert.deepEqual(unmet, forLater);
  });
});

test("what is not as declared is seen", () => {
  const answer = check(published[0].report, { blank: "zero" });
  const spoil = (work) => {
    const copy = structuredClone(answer);
    work(copy);
    return declared.problems(declared.result("check"), copy, "answer");
  };
  assert.deepEqual(spoil(() => {}), []);
  assert.deepEqual(spoil((copy) => delete copy.ok), ["answer.ok is missing"]);
  assert.deepEqual(spoil((copy) => (copy.more = 1)), ["answer.more is not declared"]);
  assert.deepEqual(spoil((copy) => (copy.year = "2024")), ['answer.year is "2024", not number | null']);
  assert.deepEqual(spoil((copy) => (copy.findings[0].severity = "loud")), ['answer.findings[0].severity is "loud", not Severity']);
  assert.deepEqual(spoil((copy) => (copy.findings[0].cells = null)), ["answer.findings[0].cells is null, not FindingCell[]"]);
  assert.deepEqual(spoil((copy) => (copy.relations.open = NaN)), ["answer.relations.open is null, not number"]);
  assert.deepEqual(spoil((copy) => (copy.findings[0].left = undefined)), ["answer.findings[0].left is undefined, not string | number"]);
});

describe("what is declared is taken", () => {
  const optional = (name) => declared.type(name).getProperties().filter((property) => property.name !== "previous" && property.name !== "meta");
  const samples = (property) => declared.samples(
    declared.checker.getNonNullableType(declared.checker.getTypeOfSymbolAtLocation(property, declared.source)),
    property.name === "explanations" ? "requests-carried-out-large" : CELL,
  );

  test("in a report", () => {
    for (const property of optional("Report")) {
      for (const value of samples(property)) {
        const { findings } = check({ year: 2024, cells: {}, [property.name]: value });
        const refused = findings.filter(({ rule }) => rule === "key-unknown" || rule === "value-invalid");
        assert.deepEqual(refused.map(({ message }) => message), [], `${property.name}: ${JSON.stringify(value)}`);
      }
    }
  });

  test("in the options", () => {
    const hard = new Set(rules().rules.filter((rule) => rule.hard).map(({ id }) => id));
    for (const property of optional("CheckOptions")) {
      for (const value of samples(property)) {
        if (property.name === "severities") {
          const [[rule, severity]] = Object.entries(value);
          // Said in words beside the declaration.
          if (hard.has(rule) && severity !== "error" && severity !== "warning") continue;
        }
        assert.doesNotThrow(() => check({ year: 2024, cells: {} }, { [property.name]: value }), `${property.name}: ${JSON.stringify(value)}`);
      }
    }
  });
});

describe("each entry has the names that are declared for it", () => {
  const entries = {
    "index.js": [gouji, "index.d.ts"],
    "index.cjs": [require(file("index.cjs")), "index.d.cts"],
    "slim.js": [slim, "slim.d.ts"],
    "slim.cjs": [require(file("slim.cjs")), "slim.d.cts"],
    "element.js": [element, "element.d.ts"],
    "element.cjs": [require(file("element.cjs")), "element.d.cts"],
    "standard.js": [standard, "standard.d.ts"],
    "standard.cjs": [require(file("standard.cjs")), "standard.d.cts"],
    "read.js": [readers, "read.d.ts"],
    "read.cjs": [require(file("read.cjs")), "read.d.cts"],
  };
  for (const [name, [entry, types]] of Object.entries(entries)) {
    test(name, () => assert.deepEqual(Object.keys(entry).sort(), declarations.get(file(types)).values().sort()));
  }

  for (const [script, name, types] of [["gouji.global.js", "gouji", "index.d.ts"], ["gouji.read.global.js", "goujiRead", "read.d.ts"]]) {
    test(`${script}, and leaves one name behind`, () => {
      const page = vm.createContext({ WebAssembly });
      const before = Object.keys(page);
      vm.runInContext(readFileSync(file(script), "utf8"), page);
      assert.deepEqual(Object.keys(page).filter((key) => !before.includes(key)), [name]);
      assert.deepEqual(Object.keys(page[name]).sort(), declarations.get(file(types)).values().sort());
    });
  }

  test("gouji.adapters.global.js, which leaves one name behind and asks for the others when it is called", () => {
    const page = vm.createContext({ WebAssembly });
    page.window = page;
    const before = Object.keys(page);
    vm.runInContext(readFileSync(file("gouji.adapters.global.js"), "utf8"), page);
    assert.deepEqual(Object.keys(page).filter((key) => !before.includes(key)), ["goujiAdapters"]);
    const functions = readdirSync(file("adapters")).filter((name) => name.endsWith(".d.ts")).flatMap((name) => declarations.get(file(`adapters/${name}`)).values());
    assert.deepEqual(Object.keys(page.goujiAdapters).sort(), functions.sort());
    assert.throws(() => vm.runInContext('goujiAdapters.layui({ form: { verify() {} } }, { elements: [] }, { year: 2024 })', page), /needs gouji\.global\.js on the page/);
  });

  test("and functions take no more than they say", () => {
    for (const name of declared.values()) {
      if (name === "GoujiError") continue;
      assert.equal(gouji[name].length, declared.signature(name).parameters.length, name);
    }
    const session = open({ year: 2024 });
    for (const method of declared.members("Session")) {
      assert.equal(session[method].length, declared.signature("Session", method).parameters.length, method);
    }
    session.close();
  });
});
