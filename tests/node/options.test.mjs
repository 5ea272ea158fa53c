// What a caller may choose: language, blanks, severities, last year's report.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { check, open, rules } from "../../pkg/index.js";
import { HARD, keyOf, named, published } from "./reports.mjs";

const CHINESE = /[\u4e00-\u9fff]/;
const city = { level: "city", kind: "government" };
const wrong = () => named("pingtan-agriculture-2021");
const severitiesIn = (answer) => Object.fromEntries(answer.findings.map((finding) => [keyOf(finding), finding.severity]));

describe("language", () => {
  test("is Chinese unless English is asked for, in all words", () => {
    for (const { report } of published) {
      const [chinese, english] = ["zh", "en"].map((language) => check(report, { language }));
      assert.deepEqual(check(report), chinese);
      for (const [place, finding] of english.findings.entries()) {
        const twin = chinese.findings[place];
        assert.equal(keyOf(finding), keyOf(twin));
        assert.deepEqual([finding.left, finding.right, finding.cells], [twin.left, twin.right, twin.cells]);
        for (const part of ["message", "why", "help"]) assert.match(twin[part], CHINESE);
        // A figure may be quoted in Chinese.
        for (const text of [finding.message.replaceAll(/[\u201c"].*?[\u201d"]/g, ""), finding.why]) assert.doesNotMatch(text, CHINESE);
      }
      assert.deepEqual(english.relations, chinese.relations);
    }
  });

  test("holds for a live form, too", () => {
    const session = open({ year: 2024 }, { language: "en" });
    assert.doesNotMatch(session.set("requests.received.natural", "x").appeared[0].message, CHINESE);
  });
});

describe("severities", () => {
  test("are lowered, and listed in overrides", () => {
    const before = check(wrong());
    assert.deepEqual(before.overrides, {});
    const answer = check(wrong(), { severities: { "cell-blank": "notice" } });
    assert.deepEqual(answer.overrides, { "cell-blank": "notice" });
    assert.ok(answer.findings.filter(({ rule }) => rule === "cell-blank").every(({ severity }) => severity === "notice"));
    assert.deepEqual(Object.keys(severitiesIn(answer)).sort(), Object.keys(severitiesIn(before)).sort());
  });

  test("are never raised", () => {
    for (const { id, severity } of rules().rules.filter(({ severity }) => severity !== "error")) {
      assert.deepEqual(check(wrong(), { severities: { [id]: "error" } }).overrides[id], undefined, `${id} (${severity})`);
    }
  });

  test("off switches a rule off", () => {
    const answer = check(wrong(), { severities: { "cell-blank": "off" } });
    assert.deepEqual(answer.overrides, { "cell-blank": "off" });
    assert.ok(answer.findings.every(({ rule }) => rule !== "cell-blank"));
  });

  for (const rule of HARD) {
    test(`of ${rule} go down to a warning and no further`, () => {
      const { report } = published.find((one) => one.report.meta.broken.some((key) => key.startsWith(rule)));
      for (const chosen of ["warning", "notice", "off"]) {
        const answer = check(report, { blank: "zero", severities: { [rule]: chosen } });
        assert.deepEqual(answer.overrides, { [rule]: "warning" });
        const found = answer.findings.filter((finding) => finding.rule === rule);
        assert.ok(found.length > 0 && found.every(({ severity }) => severity === "warning"));
      }
    });
  }

  test("decide what is ok", () => {
    const severities = Object.fromEntries([...HARD, "cell-blank"].map((rule) => [rule, "warning"]));
    assert.equal(check(wrong()).ok, false);
    assert.equal(check(wrong(), { severities }).ok, true);
  });

  test("hold for a live form, too", () => {
    const options = { severities: { "requests-balance": "warning", "cell-blank": "off" } };
    const session = open(wrong(), options);
    assert.deepEqual(session.answer(), check(wrong(), options));
    assert.deepEqual(session.answer().overrides, { "requests-balance": "warning", "cell-blank": "off" });
  });

  test("put the gravest findings first", () => {
    for (const { report } of published) {
      const order = check(report).findings.map(({ severity }) => ["error", "warning", "notice"].indexOf(severity));
      assert.deepEqual(order, [...order].sort());
    }
  });
});

describe("last year's report", () => {
  const [last, now] = [named("suqian-2023"), named("suqian-2024")];

  test("is asked for by relations that are not assessed without it", () => {
    const without = check({ ...now, ...city });
    const { relations } = check({ ...now, ...city }, { previous: { ...last, ...city } });
    assert.ok(without.relations.notAssessed > relations.notAssessed);
    assert.equal(relations.held + relations.broken + relations.open + relations.notAssessed, Object.values(without.relations).reduce((sum, count) => sum + count));
  });

  test("must be carried in as it was carried out", () => {
    const carried = Number(last.cells["requests.carried_out.natural"]) + 5;
    const { findings } = check({ ...now, cells: { ...now.cells, "requests.carried_in.natural": carried } }, { previous: last });
    const finding = findings.find(({ rule, at }) => rule === "requests-carried-in-roll-forward" && at === "natural");
    assert.equal(finding.difference, 5);
    assert.deepEqual(finding.cells, [
      { cell: "requests.carried_in.natural", role: "left" },
      { cell: "requests.carried_out.natural", role: "right", previous: true },
    ]);
  });

  test("of another year or body is said to be so", () => {
    const keys = (previous) => check(now, { previous }).findings.map(keyOf);
    assert.ok(keys(named("pingtan-2020")).includes("previous-unsuitable"));
    assert.ok(keys({}).includes("previous-unsuitable"));
    assert.ok(keys({ ...last, body: "乙市" }).includes("previous-of-other-body"));
    assert.ok(!keys(last).some((key) => key.startsWith("previous-")));
  });

  test("holds for a live form, which does not ask for it again", () => {
    const previous = structuredClone(last);
    const session = open(now, { previous });
    const expected = check(now, { previous: last });
    previous.cells = {};
    assert.deepEqual(session.answer(), expected);
  });
});
