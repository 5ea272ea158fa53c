// What two critics of packages say about the tarball.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { shipped, tarball } from "./installed.mjs";

test("publint has nothing to say", async () => {
  const { messages, pkg } = await publint({ pkgDir: shipped(), pack: false, strict: true });
  // Nothing is said of Node's version: the package is for browsers, and yarn 1 refuses what says too much.
  const heard = messages.filter(({ code }) => code !== "USE_ENGINES_NODE");
  assert.deepEqual(heard.map((message) => formatMessage(message, pkg, { color: false })), []);
});

test("are the types wrong? No", () => {
  const described = createRequire(import.meta.url).resolve("@arethetypeswrong/cli/package.json");
  const program = join(dirname(described), JSON.parse(readFileSync(described, "utf8")).bin.attw);
  // A .wasm or a style sheet is no module and has no types. The classic scripts declare a global, and nobody requires them.
  const { exports } = JSON.parse(readFileSync(join(shipped(), "package.json"), "utf8"));
  const noModules = Object.keys(exports).filter((name) => /\.(wasm|css|global\.js)$/.test(name)).map((name) => name.slice(2));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, tarball, "--exclude-entrypoints", ...noModules, "--format", "ascii", "--no-color", "--no-emoji"],
    { encoding: "utf8" },
  );
  assert.equal(status, 0, `${stdout}${stderr}`);
});
