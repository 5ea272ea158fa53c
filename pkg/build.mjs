// Builds what the package ships beside its hand-written files. At the package's root, where tools that ignore
// `exports` look:
//
//   *.wasm             modules that an entry is given, valid as WebAssembly 1.0 (the MVP)
//   *.cjs, *.d.cts     each entry and its types for CommonJS
//   *.global.js        classic scripts
//   integrity.json     SRI hashes; sbom.json: what the modules are made of
//   gouji-report.css   the style of gouji/element for browsers that cannot construct style sheets
//   LICENSE-*          copies
//
// and in dist/:
//
//   *.bytes.js         a module as text, for the entries that need no second file
//   *.glue.js          wasm-bindgen's JavaScript as a function that makes one instance's worth of it, lowered to ES2018
//   ids.d.ts           the ids of all cells and rules as TypeScript unions, from the data
//   bind.words.js      the words of gouji/bind in both languages; bind.labels.js: variants of labels, from the readers' data
//   element.*.js       what gouji/element says and how it looks
//   version.js         the version, which crate and package share, and the name of each module's build
//
// and beside the package www/rules/examples.js: the rule book's examples, for its page.
//
//   node pkg/build.mjs      does nothing when nothing has changed
//
// This file and build/ are not shipped. `make build` sets up first what they need.
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { output, project } from "../tests/setup/programs.mjs";
import { pathWithTools } from "../tests/setup/tools.mjs";
import { madeOfElement, styleFile, wordsFile, writeElement } from "./build/element.mjs";
import { classics, entries, filesIn, filesOf, modules, ship, shipped, stage, work, written } from "./build/places.mjs";
import { writeIntegrity, writeSbom } from "./build/records.mjs";
import { ruleExamplesFile, writeRuleExamples } from "./build/rule-examples.mjs";
import { labelsFile, writeLabels, writeWords } from "./build/words.mjs";
import { writeClassics, writeCommonJs, writeGlue, writeInlined, writeVersion } from "./build/scripts.mjs";
import { writeIds, writeTypesForCommonJs } from "./build/types.mjs";
import { compile, compileProgram, finish } from "./build/wasm.mjs";

process.env.PATH = pathWithTools();
mkdirSync(work, { recursive: true });

const licences = ["LICENSE-MIT", "LICENSE-APACHE"];
const made = [
  "integrity.json", "sbom.json",
  ...classics.map(({ name }) => name),
  ...entries.flatMap((entry) => [`${entry}.cjs`, `${entry}.d.cts`]),
  ...modules.filter(({ isFile }) => isFile).map(({ name }) => `${name}.wasm`),
  ...modules.flatMap(({ name }) => [`dist/${name}.bytes.js`, `dist/${name}.glue.js`]),
  ...["version.js", "bind.words.js", "bind.labels.js", "ids.d.ts", "ids.d.cts"].map((name) => `dist/${name}`),
  "following.d.cts",
  ...madeOfElement,
  ...licences,
];
const inProject = (names) => names.map((name) => join(project, name));
const settings = inProject(["Cargo.toml", "Cargo.lock", "tests/package-lock.json"]);

// The modules are compiled one after another, which cargo does anew each time it is asked for another of them: all three
// are called alike. What the linker made of one is optimised on one core while the next is being compiled.
const sources = filesIn("src", ["src/bin"]);
const compiler = output("rustc", ["--version", "--verbose"]);
const finishing = [];
for (const module of modules) {
  const { linked } = filesOf(module);
  await stage(
    `${module.name}-linked`,
    { from: [...sources, ...["wasm.mjs", "places.mjs"].map((name) => join(shipped, "build", name)), ...settings], text: compiler, to: [linked] },
    () => compile(module),
  );
  const { core, buildName, binding } = filesOf(module);
  finishing.push(stage(
    module.name,
    { from: [linked, join(shipped, "build/wasm.mjs"), join(shipped, "package.json"), ...settings], to: [core, buildName, binding] },
    () => finish(module),
  ));
}
const program = await compileProgram();
await Promise.all(finishing);
const finished = modules.flatMap((module) => Object.values(filesOf(module)));

const isNew = await stage(
  "package",
  {
    from: [...finished, program, labelsFile, wordsFile, styleFile, ...written, ...settings, ...inProject(licences)],
    to: [...made.map((name) => join(shipped, name)), ruleExamplesFile],
  },
  async () => {
    const builds = {};
    for (const module of modules) {
      const wasm = readFileSync(filesOf(module).core);
      if (module.isFile) ship(`${module.name}.wasm`, wasm);
      writeInlined(module, wasm);
      await writeGlue(module);
      builds[module.name] = readFileSync(filesOf(module).buildName, "utf8");
    }
    writeVersion(builds);
    writeWords();
    writeLabels();
    await writeElement();
    await writeCommonJs();
    await writeClassics();
    writeIds(program);
    writeRuleExamples(program);
    writeTypesForCommonJs();
    writeIntegrity();
    writeSbom();
    for (const name of licences) copyFileSync(join(project, name), join(shipped, name));
  },
);
if (isNew) console.log(`pkg is built (${modules.map((module) => `${module.name}.wasm: ${readFileSync(filesOf(module).core).length} bytes`).join(", ")}).`);
