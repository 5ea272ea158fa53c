// The entries beside one another: the same names, the same answers, as modules and as CommonJS.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import * as whole from "../../pkg/index.js";
import * as element from "../../pkg/element.js";
import * as slim from "../../pkg/slim.js";
import * as kit from "../../pkg/bind.js";
import * as read from "../../pkg/read.js";
import * as repair from "../../pkg/repair.js";
import * as schema from "../../pkg/standard.js";
import { named } from "./reports.mjs";

const require = createRequire(import.meta.url);
const report = named("pingtan-2020");

for (const [name, module] of Object.entries({ index: whole, slim, standard: schema, bind: kit, element, read, repair })) {
  test(`${name}.cjs offers what ${name}.js offers, to require and to import`, async () => {
    const required = require(`../../pkg/${name}.cjs`);
    assert.deepEqual(Object.keys(required).sort(), Object.keys(module).sort());
    const imported = await import(`../../pkg/${name}.cjs`);
    // To Node the default of a file in CommonJS is all of it.
    const offered = (key) => (key === "default" ? imported.default.default : imported[key]);
    for (const key of Object.keys(module)) assert.equal(offered(key), required[key], key);
  });
}

describe("as CommonJS", () => {
  const { GoujiError, check, open, version } = require("../../pkg/index.cjs");

  test("the answers are the same", () => {
    assert.deepEqual(check(report), whole.check(report));
    assert.deepEqual(open(report).relations(), whole.open(report).relations());
    assert.equal(version(), whole.version());
  });

  test("an error is of the class that the entry offers", () => {
    assert.throws(() => require("../../pkg/slim.cjs").check(report), (error) => error instanceof require("../../pkg/slim.cjs").GoujiError);
    assert.ok(GoujiError.prototype instanceof Error);
  });

  test("the schema takes the engine of the default entry, so that there is one", () => {
    const { standard } = require("../../pkg/standard.cjs");
    const issues = (of) => of(2020, { blank: "zero" })["~standard"].validate(report.cells).issues;
    assert.deepEqual(issues(standard), issues(schema.standard));
    assert.ok(Object.keys(require.cache).some((file) => file.endsWith("index.cjs")));
  });
});
