// The types as compilers of several years read them, in each way that they look for a package: in what people write
// (use/) and in the README's examples.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { examples } from "./examples.mjs";
import { makeProject } from "./project.mjs";

const require = createRequire(import.meta.url);
const everything = ["package.ts", "slim.ts", "standard.ts", "read.ts", "bind.ts", "element.ts", "adapters.ts", "script.ts", "others.d.ts", ...examples.map(({ file }) => file)];
const modules = { type: "module", module: "node16", moduleResolution: "node16" };
const commonjs = { type: "commonjs", module: "node16", moduleResolution: "node16" };
const bundler = { type: "module", module: "esnext", moduleResolution: "bundler" };
// Knows nothing of `exports`: finds the files at the package's root. Old TypeScript calls it "node".
const oldest = { type: "commonjs", module: "esnext", moduleResolution: "node" };

const compilers = {
  typescript: { "node16, modules": modules, "node16, CommonJS": commonjs, bundler, node10: oldest },
  "typescript-4": { "node16, modules": modules, "node16, CommonJS": commonjs, node10: oldest },
  "typescript-7": { "node16, modules": modules, "node16, CommonJS": commonjs, bundler },
};

const folder = makeProject();
for (const { file, code } of examples) writeFileSync(join(folder, file), code);

function compile(compiler, { type, ...options }, files, lib = ["es2020", "dom", "dom.iterable"]) {
  const configuration = {
    compilerOptions: { target: "es2020", lib, types: [], strict: true, allowJs: true, checkJs: true, noEmit: true, skipLibCheck: false, skipDefaultLibCheck: true, ...options },
    files,
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type }));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(configuration));
  const described = require.resolve(`${compiler}/package.json`);
  const program = join(dirname(described), JSON.parse(readFileSync(described, "utf8")).bin.tsc);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "--project", folder, "--pretty", "false"], { cwd: folder, encoding: "utf8" });
  assert.equal(stdout + stderr, "");
  assert.equal(status, 0);
}

for (const [compiler, ways] of Object.entries(compilers)) {
  const { version } = require(`${compiler}/package.json`);
  describe(`TypeScript ${version}`, () => {
    for (const [name, way] of Object.entries(ways)) test(name, () => compile(compiler, way, everything));
  });
}

test("without the DOM", () => compile("typescript", modules, ["server.ts"], ["es2018"]));
