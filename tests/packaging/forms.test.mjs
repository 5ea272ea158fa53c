// The Standard Schema of a year in form libraries that accept one, with a real report as the form's values.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { named, nested } from "../node/reports.mjs";
import { app } from "./installed.mjs";

const load = (file) => import(pathToFileURL(app("forms", file)));

for (const [library, file] of Object.entries({
  "React Hook Form": "react-hook-form.mjs",
  "TanStack Form": "tanstack-form.mjs",
})) {
  describe(library, async () => {
    const { makeForm } = await load(file);
    // In both layouts.
    for (const name of ["suqian-2024", "xigang-2020"]) {
      const { year, cells } = named(name);
      const CELL = "requests.received.natural";
      const right = String(cells[CELL]);
      const wrong = String(Number(cells[CELL]) + 1);

      test(`${name}: files a report that balances, as it was typed`, async () => {
        const form = makeForm(year, nested(cells));
        assert.deepEqual(await form.submit(), { filed: nested(cells), errors: {} });
      });

      test(`${name}: shows a wrong figure at its own cell, and files the report when it is corrected`, async () => {
        const form = makeForm(year, nested(cells));
        form.type(CELL, wrong);
        const { filed, errors } = await form.submit();
        assert.equal(filed, undefined);
        assert.deepEqual(Object.keys(errors), [CELL]);
        assert.match(errors[CELL], /差 1$/);
        form.type(CELL, right);
        assert.deepEqual(await form.submit(), { filed: nested({ ...cells, [CELL]: right }), errors: {} });
      });
    }

    test("tells an empty form at the first cell of each table", async () => {
      const { filed, errors } = await makeForm(2024, {}).submit();
      assert.equal(filed, undefined);
      assert.deepEqual(Object.keys(errors).map((cell) => cell.split(".")[0]).sort(), ["disclosure", "disputes", "requests"]);
      for (const message of Object.values(errors)) assert.match(message, /整张没有填写/);
    });
  });
}
