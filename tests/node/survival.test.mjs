// After a trap the next call works, and an open form goes on with everything that was typed.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { failOnce, instances, takeStack } from "./instances.mjs";
const { GoujiError, check, form, open, rules } = await import("../../pkg/index.js");
const { named } = await import("./reports.mjs");

const CELL = "requests.received.natural";
const report = named("pingtan-2020");
const expected = check(report);
const failure = (error) => error instanceof GoujiError && error.code === "engine-failure" && error.cause !== undefined;

/** A form with something typed and something explained. */
function typed() {
  const session = open({ year: 2024, body: "甲县", level: "city", kind: "government" }, { language: "en", blank: "zero" });
  session.set(CELL, "１２");
  session.set("requests.received.total", 13);
  session.set("disputes.reconsideration.total", "nonsense");
  session.explain("requests-carried-in-roll-forward@natural", "并入");
  return session;
}

// The panic hook tells the console; a test that provokes it need not.
let told;
beforeEach(() => {
  told = mock.method(console, "error", () => {});
});
afterEach(() => told.mock.restore());

for (const [what, disturb] of Object.entries({ "an import that throws": failOnce, "a trap": takeStack })) {
  describe(`after ${what}`, () => {
    for (const [name, call] of Object.entries({ check: () => check(report), form: () => form(2024), rules: () => rules() })) {
      test(`${name} fails once and works again`, () => {
        const result = call();
        const made = instances.length;
        disturb();
        assert.throws(call, failure);
        assert.deepEqual(call(), result);
        assert.equal(instances.length, made + 1);
        assert.deepEqual(check(report), expected);
      });
    }

    for (const [name, call] of Object.entries({
      set: (session) => session.set("requests.received.total", 20),
      findings: (session) => session.findings(),
      relations: (session) => session.relations(),
      answer: (session) => session.answer(),
      close: (session) => session.close(),
    })) {
      test(`a form goes on when ${name} fails, and so does every other form`, () => {
        const [session, other] = [typed(), typed()];
        const before = other.answer();
        disturb();
        try {
          call(session); // an edit or a close may need nothing that is broken
        } catch (error) {
          assert.ok(failure(error), error);
        }
        disturbed();
        assert.deepEqual(other.answer(), before);
        if (name !== "close") {
          const edited = typed();
          if (name === "set") edited.set("requests.received.total", 20);
          assert.deepEqual(session.report(), edited.report());
          assert.deepEqual(session.answer(), edited.answer());
        }
        assert.deepEqual(check(report), expected);
      });
    }

    test("an edit tells what it changed, as if nothing had been", () => {
      const [session, calm] = [typed(), typed()];
      const change = calm.set("requests.received.total", "14");
      disturb();
      assert.throws(() => check(report), failure);
      assert.deepEqual(session.set("requests.received.total", "14"), change);
      assert.deepEqual(session.get("requests.received.total"), "14");
      assert.deepEqual(session.answer(), calm.answer());
    });

    test("a form that was closed stays closed", () => {
      const session = typed();
      session.close();
      disturb();
      assert.throws(() => check(report), failure);
      assert.throws(() => session.answer(), { name: "Error", message: /closed/ });
    });

    test("it can happen again and again", () => {
      const session = typed();
      const answer = session.answer();
      for (let time = 0; time < 5; time += 1) {
        disturb();
        assert.throws(() => check(report), failure);
        assert.deepEqual(session.answer(), answer);
      }
    });
  });
}

/** Lets a disturbance that has not struck yet strike. */
function disturbed() {
  try {
    check(report);
  } catch (error) {
    assert.ok(failure(error), error);
  }
}
