// Repairs in JavaScript: asked for and only then given, the same from check and from a live form, written all or none.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { confuseOnce, failOnce, takeStack } from "./instances.mjs";
const { check, form, open, rules, use } = await import("../../pkg/index.js");
const { default: repair } = await import("../../pkg/repair.js");
const { keyOf, named, published, random, spoilt } = await import("./reports.mjs");
const { slips, whole } = await import("./slips.mjs");

use(repair);

const CHINESE = /[\u4e00-\u9fff]/;
const ADDED = ["repairs", "repairsComplete", "moreRepairs", "lookUp"];
const both = ["zh", "en"];
/** Two figures exchanged: a repair with two changes. */
const exchanged = () => structuredClone(slips.find(({ slip }) => slip === "exchanged").report);
const errors = (answer) => answer.findings.filter(({ severity }) => severity === "error").map(keyOf);
/** A report after the changes of a repair, by hand. */
const after = (report, { changes }) => ({ ...report, cells: { ...report.cells, ...Object.fromEntries(changes.filter(({ to }) => to !== null).map(({ cell, to }) => [cell, to])) } });
const asNumbers = (cells) => Object.fromEntries(Object.entries(cells).map(([cell, figure]) => [cell, Number(figure)]));

describe("repairs are given when they are asked for", () => {
  test("and an answer without them is the same, but for them", () => {
    for (const { report } of published) {
      for (const language of both) {
        const plain = check(report, { language });
        const { repairs, repairsComplete, moreRepairs, lookUp, ...rest } = check(report, { language, repairs: true });
        assert.deepEqual(rest, plain);
        for (const key of ADDED) assert.ok(!(key in plain), key);
        assert.deepEqual([Array.isArray(repairs), typeof repairsComplete, typeof moreRepairs, Array.isArray(lookUp)], [true, "boolean", "boolean", true]);
      }
      for (const repairs of [false, undefined, null]) assert.deepEqual(check(report, { repairs }), check(report));
    }
  });

  test("by a live form, once or for good", () => {
    const once = open(exchanged());
    assert.ok(!("repairs" in once.answer()));
    assert.ok(!("repairs" in once.answer({ repairs: false })));
    assert.deepEqual(once.answer({ repairs: true }), check(exchanged(), { repairs: true }));
    assert.deepEqual(open(exchanged(), { repairs: true }).answer(), check(exchanged(), { repairs: true }));
  });

  for (const repairs of ["yes", 1, 0, "", {}, []]) {
    test(`and ${JSON.stringify(repairs)} is wrong usage`, () => {
      const error = { name: "TypeError", message: /repairs/ };
      assert.throws(() => check(whole, { repairs }), error);
      assert.throws(() => open(whole, { repairs }), error);
      const session = open(whole);
      assert.throws(() => session.answer({ repairs }), error);
      assert.deepEqual(session.answer(), check(whole));
    });
  }

  test("there are none where nothing is broken, and none for what is merely unfinished", () => {
    assert.deepEqual(check(whole, { repairs: true }).repairs, []);
    assert.deepEqual(open({ year: 2024 }).repairs(), []);
    const session = open({ year: 2024 });
    session.set("requests.received.natural", 5);
    session.set("requests.received.total", 9);
    assert.deepEqual([session.repairs(), session.answer({ repairs: true }).lookUp], [[], []]);
  });
});

describe("each slip is told by its name, and undoing it gives the figures as published", () => {
  for (const { slip, report, options } of slips) {
    test(slip, () => {
      for (const language of both) {
        const { repairs } = check(report, { ...options, language, repairs: true });
        const right = repairs.findIndex(({ parts }) => parts.length === 1 && parts[0].slip === slip);
        assert.ok(right >= 0, `told as ${JSON.stringify(repairs.map(({ parts }) => parts.map((part) => part.slip)))}`);
        // What has no equal stands first.
        if (repairs[0].unique) assert.equal(right, 0);
        const alike = repairs.filter(({ parts }) => parts.length === 1 && parts[0].slip === slip);
        assert.ok(alike.some((repair) => {
          const mended = asNumbers(after(report, repair).cells);
          return Object.entries(asNumbers(whole.cells)).every(([cell, figure]) => mended[cell] === figure);
        }), "none of them gives back what was published");
      }
    });
  }
});

describe("a repair keeps its word", () => {
  const reports = [...published.map((one) => one.report), ...slips.map(({ report }) => report)];

  test("after its changes no error stands, and what it said it mends is gone", () => {
    // The wrong form for the year is no matter of figures.
    const ofFigures = new Set(rules().rules.filter(({ kind }) => kind === "relation" || kind === "cell").map(({ id }) => id));
    let tried = 0;
    for (const report of reports) {
      const options = { blank: "zero", repairs: true };
      const answer = check(report, options);
      for (const repair of answer.repairs.filter(({ changes }) => changes.every(({ to }) => to !== null))) {
        const mended = check(after(report, repair), { blank: "zero" });
        assert.deepEqual(mended.findings.filter(({ severity, rule }) => severity === "error" && ofFigures.has(rule)).map(keyOf), []);
        const standing = new Set(mended.findings.map(keyOf));
        for (const name of repair.mends) assert.ok(!standing.has(name), name);
        tried += 1;
      }
    }
    assert.ok(tried > 20, String(tried));
  });

  test("its parts account for its changes, in words of the language asked for", () => {
    for (const report of reports) {
      const [chinese, english] = both.map((language) => check(report, { language, repairs: true }).repairs);
      assert.equal(chinese.length, english.length);
      chinese.forEach((repair, place) => {
        const twin = english[place];
        assert.deepEqual([repair.changes, repair.cost, repair.unique, repair.mends], [twin.changes, twin.cost, twin.unique, twin.mends]);
        const changed = repair.changes.map(({ cell }) => cell).sort();
        assert.deepEqual([...new Set(repair.parts.flatMap(({ cells }) => cells))].sort(), changed);
        assert.equal(new Set(changed).size, changed.length);
        for (const part of repair.parts) assert.ok(repair.reason.includes(part.reason));
        assert.match(repair.reason, CHINESE);
        assert.doesNotMatch(twin.reason.replaceAll(/".*?"/g, ""), CHINESE);
        for (const { to, range } of repair.changes) assert.equal(range !== undefined, to === null);
      });
    }
  });

  test("with two figures illegible in one sum, it says between which numbers they lie, and to look them up", () => {
    // 维持 and 纠正 are 88 and 18 as published: 106 together, and no other figure tells which is which.
    const cells = ["disputes.reconsideration.upheld", "disputes.reconsideration.corrected"];
    const answer = check({ ...whole, cells: { ...whole.cells, [cells[0]]: "?", [cells[1]]: "many" } }, { repairs: true });
    assert.deepEqual(answer.repairs.map(({ changes }) => changes), [[
      { cell: cells[0], from: "?", to: null, range: [0, 106] },
      { cell: cells[1], from: "many", to: null, range: [0, 106] },
    ]]);
    assert.deepEqual([...answer.lookUp].sort(), [...cells].sort());
  });
});

describe("a live form", () => {
  test("has the repairs that a check of its report has, after any edits", () => {
    const next = random(11);
    const ids = form(2024).cells.map(({ id }) => id);
    for (let round = 0; round < 12; round += 1) {
      const options = { blank: next.of(["missing", "zero"]), language: next.of(both) };
      const session = open(round % 2 === 0 ? spoilt(next) : structuredClone(whole), options);
      for (let edit = 0; edit < 6; edit += 1) {
        session.set(next.of(ids), next.of([0, 1, 12, "７", "", null, "x", -2]));
        assert.deepEqual(session.repairs(), check(session.report(), { ...options, repairs: true }).repairs);
      }
      session.close();
    }
  });

  test("is not changed by being asked", () => {
    const session = open(exchanged());
    const [answer, report] = [session.answer(), session.report()];
    const repairs = session.repairs();
    repairs[0].changes[0].to = 5;
    repairs.pop();
    assert.deepEqual([session.answer(), session.report()], [answer, report]);
    assert.notDeepEqual(session.repairs(), repairs);
  });

  for (const language of both) {
    test(`writes a repair, tells what it wrote, and is as before once that is undone (${language})`, () => {
      const report = exchanged();
      report.cells["requests.unable.not_held.business"] = "３件";
      const session = open(report, { language });
      const before = session.answer();
      const [repair] = session.repairs();
      const edits = session.apply(repair);
      assert.deepEqual(edits, [
        { cell: "requests.unable.not_held.business", from: "３件", to: 33 },
        { cell: "requests.unable.not_held.legal_service", from: 33, to: 3 },
      ]);
      for (const { cell, to } of edits) assert.equal(session.get(cell), to);
      assert.deepEqual(errors(session.answer()), []);
      assert.deepEqual(session.answer(), check(session.report(), { language }));
      for (const { cell, from } of edits) session.set(cell, from);
      assert.deepEqual(session.answer(), before);
      assert.deepEqual(session.report(), report);
    });
  }

  test("leaves alone what a repair leaves open", () => {
    const cells = { ...whole.cells, "disputes.reconsideration.upheld": "?", "disputes.reconsideration.corrected": "many" };
    const session = open({ ...whole, cells });
    assert.deepEqual(session.apply(session.repairs()[0]), []);
    assert.deepEqual(session.report().cells, cells);
  });

  test("tells null where nothing stood", () => {
    const session = open({ year: 2024 });
    assert.deepEqual(session.apply({ changes: [{ cell: "requests.received.natural", from: null, to: 4 }] }), [{ cell: "requests.received.natural", from: null, to: 4 }]);
    assert.equal(session.get("requests.received.natural"), 4);
  });

  test("writes nothing of a repair with a cell that it does not know: RangeError", () => {
    const session = open(exchanged());
    const report = session.report();
    const { changes } = session.repairs()[0];
    for (const cell of ["requests.received.nobody", "__proto__", "", undefined]) {
      assert.throws(() => session.apply({ changes: [...changes, { cell, from: 0, to: 1 }] }), RangeError);
      assert.deepEqual(session.report(), report);
    }
  });

  test("takes nothing for a repair that is none: TypeError", () => {
    const session = open(exchanged());
    const report = session.report();
    for (const repair of [undefined, null, 5, "first", {}, [], { changes: "all" }]) assert.throws(() => session.apply(repair), { name: "TypeError", message: /apply/ });
    assert.deepEqual(session.report(), report);
  });

  test("once closed, says so", () => {
    const session = open(exchanged());
    const [repair] = session.repairs();
    session.close();
    const closed = { name: "Error", message: /closed/ };
    assert.throws(() => session.repairs(), closed);
    assert.throws(() => session.apply(repair), closed);
    assert.throws(() => session.answer({ repairs: true }), closed);
  });
});

describe("after the engine has failed", () => {
  // The panic hook tells the console; a test that provokes it need not.
  let told;
  beforeEach(() => {
    told = mock.method(console, "error", () => {});
  });
  afterEach(() => told.mock.restore());
  const failed = (error) => error.code === "engine-failure";

  for (const [what, disturb] of Object.entries({ "an import threw": failOnce, "an import threw as wrong usage does": confuseOnce, "of a trap": takeStack })) {
    test(`because ${what}, repairs are as before`, () => {
      const session = open(exchanged());
      const repairs = session.repairs();
      disturb();
      assert.throws(() => check(whole), failed);
      assert.deepEqual(session.repairs(), repairs);
      assert.deepEqual(check(exchanged(), { repairs: true }).repairs, repairs);
      disturb();
      try {
        session.repairs();
      } catch (error) {
        assert.ok(failed(error));
      }
      assert.deepEqual(session.answer({ repairs: true }).repairs, repairs);
    });

    test(`because ${what}, a repair is written, or nothing of it`, () => {
      const session = open(exchanged());
      const report = session.report();
      const [repair] = session.repairs();
      disturb();
      try {
        session.apply(repair);
      } catch (error) {
        assert.ok(failed(error));
        assert.deepEqual(session.report(), report);
        assert.deepEqual(session.answer(), check(report));
        session.apply(repair);
      }
      // What the disturbance did not strike then it strikes now.
      try {
        check(whole);
      } catch (error) {
        assert.ok(failed(error));
      }
      assert.deepEqual(session.report(), after(report, repair));
      assert.deepEqual(session.answer(), check(after(report, repair)));
    });
  }

  test("a panic in a closed form's call stays an Error about closing", () => {
    const session = open(exchanged());
    session.close();
    takeStack();
    assert.throws(() => check(whole), failed);
    assert.throws(() => session.repairs(), { name: "Error", message: /closed/ });
  });
});

test("a broken report of each kind that was published is answered in bounded time", () => {
  for (const name of ["pingtan-2021", "pingtan-agriculture-2021", "xigang-2020"]) {
    const start = performance.now();
    check(named(name), { blank: "zero", repairs: true });
    assert.ok(performance.now() - start < 5000, name);
  }
});
