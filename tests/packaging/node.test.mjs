// The package in Node: as modules, in CommonJS, and on a server that renders pages.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { app, expected, expectedOfReader, mended } from "./installed.mjs";

const runs = {
  "in a module": ["node/default.mjs"],
  "in CommonJS": ["node/default.cjs"],
  "in both at once": ["node/both.mjs"],
  "with repairs, in a module": ["node/repair.mjs"],
  "with repairs, in CommonJS": ["node/repair.cjs"],
  "slim, in a module": ["node/slim.mjs"],
  "slim, in CommonJS": ["node/slim.cjs"],
  "documents, in a module": ["node/read.mjs"],
  "documents, in CommonJS": ["node/read.cjs"],
  "in a server component": ["--conditions=react-server", "server/serve.mjs", "page.mjs"],
  "slim, in a server component": ["--conditions=react-server", "server/serve.mjs", "slim-page.mjs"],
};

describe("Node", () => {
  for (const [how, args] of Object.entries(runs)) {
    test(how, () => {
      // Whatever Node would like to warn of is a fault here.
      const { stdout, stderr } = spawnSync(process.execPath, ["--throw-deprecation", ...args], { cwd: app(), encoding: "utf8" });
      assert.equal(stderr, "");
      const due = how.startsWith("documents") ? expectedOfReader : how.startsWith("with repairs") ? mended : expected;
      assert.deepEqual(JSON.parse(stdout), due);
    });
  }
});
