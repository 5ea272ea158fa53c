// Builds what the package ships beside its hand-written files. At the package's root, where tools that ignore
// `exports` look:
//
//   gouji.wasm         the core, valid as WebAssembly 1.0 (the MVP)
//   *.cjs, *.d.cts     each entry and its types for CommonJS
//   gouji.global.js    the default entry as a classic script
//   integrity.json     SRI hashes; sbom.json: what the core is made of
//   LICENSE-*          copies
//
// and in dist/:
//
//   bytes.js           the core as text, for the entries that need no second file
//   glue.js            wasm-bindgen's JavaScript as a function that makes one instance's worth of it, lowered to ES2018
//   ids.d.ts           the ids of all cells and rules as TypeScript unions, from the data
//   version.js         the version, which crate and package share, and the name of this build
//
//   node pkg/build.mjs      does nothing when nothing has changed
//
// This file and build/ are not shipped. `make build` sets up first what they need.
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "../tests/setup/programs.mjs";
import { pathWithTools } from "../tests/setup/tools.mjs";
import { ship, shipped, stage, work, written } from "./build/places.mjs";
import { writeIntegrity, writeSbom } from "./build/records.mjs";
import { writeClassic, writeCommonJs, writeGlue, writeInlined, writeVersion } from "./build/scripts.mjs";
import { writeIds, writeTypesForCommonJs } from "./build/types.mjs";
import { binding, buildName, compile, compileProgram, core, finish } from "./build/wasm.mjs";

process.env.PATH = pathWithTools();
mkdirSync(work, { recursive: true });

const licences = ["LICENSE-MIT", "LICENSE-APACHE"];
const made = [
  "gouji.wasm", "gouji.global.js", "integrity.json", "sbom.json",
  ...["index", "slim", "standard"].flatMap((entry) => [`${entry}.cjs`, `${entry}.d.cts`]),
  ...["bytes.js", "glue.js", "version.js", "ids.d.ts", "ids.d.cts"].map((name) => `dist/${name}`),
  ...licences,
];
const inProject = (names) => names.map((name) => join(project, name));

// cargo knows best what its sources are; all that follows depends on what it has made.
const linked = compile();
const program = compileProgram();
const settings = inProject(["Cargo.toml", "Cargo.lock", "tests/package-lock.json"]);

await stage("wasm", { from: [linked, join(shipped, "build/wasm.mjs"), join(shipped, "package.json"), ...settings], to: [core, buildName, binding] }, () =>
  finish(linked));

const isNew = await stage(
  "package",
  { from: [core, binding, program, ...written, ...settings, ...inProject(licences)], to: made.map((name) => join(shipped, name)) },
  async () => {
    const wasm = readFileSync(core);
    ship("gouji.wasm", wasm);
    writeInlined(wasm);
    writeVersion(readFileSync(buildName, "utf8"));
    await writeGlue();
    await writeCommonJs();
    await writeClassic();
    writeIds(program);
    writeTypesForCommonJs();
    writeIntegrity();
    writeSbom();
    for (const name of licences) copyFileSync(join(project, name), join(shipped, name));
  },
);
if (isNew) console.log(`pkg is built (gouji.wasm: ${readFileSync(core).length} bytes).`);
