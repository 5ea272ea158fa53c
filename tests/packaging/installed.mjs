// The project into which run.mjs has installed the package, and what its apps have to answer.
import { join } from "node:path";

export const installed = process.env.GOUJI_INSTALLED;
export const tarball = process.env.GOUJI_TARBALL;
if (installed === undefined) throw new Error("These tests are started by tests/packaging/run.mjs.");

/** A folder of an app (see apps/), or below it. */
export const app = (...names) => join(installed, ...names);

/** A file of the package as installed. */
export const shipped = (...names) => join(installed, "node_modules/gouji", ...names);

/** What apps/question.js gets to hear. */
export const expected = {
  ok: false,
  message: "自然人列：一(1)+二(0)=1，三（七）(1)+四(1)=2，差 -1",
  appeared: ["requests-balance@total"],
  resolved: ["requests-applicants-total@received"],
  cells: 200,
};

/** And apps/mending.js: 345 upheld and 10 pending, 355 in all; two digits were transposed. */
export const mended = {
  ...expected,
  changes: [{ cell: "disputes.reconsideration.upheld", from: 354, to: 345 }],
  slip: "transposed",
};

/** What apps/reader.js gets to hear. */
export const expectedOfReader = {
  year: 2024,
  natural: "1",
  ok: false,
  rules: ["requests-balance", "label-guessed"],
  unreadable: "string",
};

/** And apps/script-adapters: whether layui would be told of the "x", and an editor of a row whose total is wrong. */
export const expectedOfAdapters = { said: true, found: true, beside: true };
