// After a trap the next call works, and an open form goes on with everything that was typed.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { confuseOnce, failOnce, instances, panicOnce, takeStack } from "./instances.mjs";
const { GoujiError, check, form, open, rules, version } = await import("../../pkg/index.js");
const { named } = await import("./reports.mjs");

const CELL = "requests.received.natural";
const report = named("pingtan-2020");
const expected = check(report);
/** An error that says all there is to say: where it comes from, what was called, what was said. */
function failure(error, called) {
  assert.ok(error instanceof GoujiError && error instanceof Error, String(error));
  const { code, call, cause, message } = error;
  assert.equal(code, "engine-failure");
  assert.equal(error.version, version());
  assert.notEqual(cause, undefined);
  if (called !== undefined) assert.equal(call, called);
  assert.ok(message.startsWith(`gouji ${version()} failed in ${call}: `), message);
  return true;
}

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

const disturbances = { "an import that throws": failOnce, "an import that throws as wrong usage does": confuseOnce, "a trap": takeStack };
for (const [what, disturb] of Object.entries(disturbances)) {
  describe(`after ${what}`, () => {
    for (const [name, call] of Object.entries({ check: () => check(report), form: () => form(2024), rules: () => rules() })) {
      test(`${name} fails once and works again`, () => {
        const result = call();
        const made = instances.length;
        disturb();
        assert.throws(call, (error) => failure(error, name));
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
          failure(error, name);
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

describe("after a panic of the core", () => {
  for (const [name, call] of Object.entries({ check: () => check(report), open: () => open(report).close() })) {
    test(`${name} says what the panic said, and where`, () => {
      const session = typed();
      const answer = session.answer();
      panicOnce();
      assert.throws(call, (error) => {
        assert.match(error.message, /panicked at \S+\.rs:\d+:\d+:\s+capacity overflow/);
        assert.ok(error.cause instanceof WebAssembly.RuntimeError);
        return failure(error, name);
      });
      assert.deepEqual(check(report), expected);
      assert.deepEqual(session.report(), typed().report());
      assert.deepEqual(session.answer(), answer);
    });
  }

  test("the console is told, too", () => {
    panicOnce();
    assert.throws(() => check(report), (error) => failure(error, "check"));
    assert.match(String(told.mock.calls[0].arguments[0]), /panicked at/);
  });
});

/** Lets a disturbance that has not struck yet strike. */
function disturbed() {
  try {
    check(report);
  } catch (error) {
    failure(error);
  }
}
