// Builds what the package ships beside its hand-written files, into pkg/dist:
//
//   gouji.wasm   the core, valid as WebAssembly 1.0 (MVP) with mutable globals
//   bytes.js     the same bytes as text, for the entry that needs no second file
//   glue.js      wasm-bindgen's JavaScript as a function that makes one instance's worth of it, lowered to ES2018
//   ids.d.ts     the ids of all cells and rules as TypeScript unions, from the data
//   version.js   the version, which crate and package share
//
// and copies the licences beside package.json.
//
//   node pkg/build.mjs      does nothing when nothing has changed
//
// This file is not shipped. `make build` sets up first what it needs.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { find, output, project, run, stop } from "../tests/setup/programs.mjs";
import { pathWithTools, tool } from "../tests/setup/tools.mjs";

const target = process.env.CARGO_TARGET_DIR || join(project, "target");
const work = join(target, "package");
const dist = join(project, "pkg/dist");
process.env.PATH = pathWithTools();
mkdirSync(work, { recursive: true });
mkdirSync(dist, { recursive: true });

const linked = compile();
const program = compileProgram();
// cargo knows best what its sources are; all that follows depends on what it has made, and on this file.
const made = createHash("sha256");
const licences = ["LICENSE-MIT", "LICENSE-APACHE"];
const sources = ["pkg/build.mjs", "pkg/package.json", "Cargo.toml", "tests/package-lock.json", ...licences];
for (const file of [linked, program, ...sources.map((name) => join(project, name))]) made.update(readFileSync(file));
const stamp = join(work, "stamp");
const state = made.digest("hex");
const shipped = ["gouji.wasm", "bytes.js", "glue.js", "ids.d.ts", "version.js"].map((name) => join(dist, name));
if (shipped.every(existsSync) && existsSync(stamp) && readFileSync(stamp, "utf8") === state) process.exit(0);

bindToJavaScript(linked);
const wasm = lower();
await validate(wasm);
writeFileSync(join(dist, "gouji.wasm"), wasm);
writeInlined(wasm);
await writeGlue();
writeIds(program);
writeVersion();
for (const name of licences) copyFileSync(join(project, name), join(project, "pkg", name));
writeFileSync(stamp, state);
console.log(`pkg/dist is built (gouji.wasm: ${wasm.length} bytes).`);

/** The core for old browsers. */
function compile() {
  // The target's ordinary settings follow the newest browsers (reference types, bulk memory, multi-value), and the
  // standard library that rustup ships was compiled with them. Both have to be turned off in all code, that of the
  // standard library too, which is therefore compiled with the core. That is an unstable option of cargo:
  // RUSTC_BOOTSTRAP allows it on a stable Rust, so that no second toolchain is needed.
  const flags = [
    "-Ctarget-cpu=mvp",
    "-Ctarget-feature=+mutable-globals",
    // A panic says what happened and where; the contents of values, as Debug would print them, cost 4 KB.
    "-Zfmt-debug=none",
    // The same bytes wherever they are built: no folder of this machine in panic messages.
    ...Object.entries(sourceFolders()).map(([folder, name]) => `--remap-path-prefix=${folder}=${name}`),
  ];
  run(
    "cargo",
    ["build", "--lib", "--profile", "wasm", "--target", "wasm32-unknown-unknown", "-Zbuild-std=std,panic_abort",
      // Sorting and printing in their small variants.
      "-Zbuild-std-features=optimize_for_size",
      "--target-dir", target],
    // The encoded form of RUSTFLAGS survives spaces in folder names.
    { env: { ...process.env, RUSTC_BOOTSTRAP: "1", CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f") } },
  );
  return join(target, "wasm32-unknown-unknown/wasm/gouji.wasm");
}

// The later of two that match wins: the folder of the project may lie in the home folder.
function sourceFolders() {
  const cargoHome = process.env.CARGO_HOME || join(homedir(), ".cargo");
  const sysroot = output("rustc", ["--print", "sysroot"]).trim();
  // Below the folder of sources cargo keeps one for each registry, named after its host.
  const sources = join(cargoHome, "registry/src");
  const registries = existsSync(sources) ? readdirSync(sources).map((name) => [join(sources, name), "crates"]) : [];
  return {
    [cargoHome]: "cargo",
    ...Object.fromEntries(registries),
    [sysroot]: "rust",
    [project]: "gouji",
  };
}

/** The command-line program, which knows the forms and the rule book; unoptimised, as `cargo test` needs it too. */
function compileProgram() {
  run("cargo", ["build", "--bin", "gouji", "--target-dir", target]);
  return join(target, "debug/gouji");
}

/** Makes the module and its JavaScript fit each other. */
function bindToJavaScript(module) {
  run(tool("wasm-bindgen"), [
    module,
    "--out-dir", work,
    "--out-name", "gouji",
    // Plain functions that take the bytes ...
    "--target", "web",
    // ... and never look for a file by `import.meta.url`, which old bundlers cannot parse.
    "--omit-default-module-path",
    // pkg/index.d.ts is written by hand.
    "--no-typescript",
    "--remove-name-section",
    "--remove-producers-section",
    // TextEncoder.encodeInto is younger than the browsers we serve: use it only where it exists.
    "--encode-into", "test",
  ]);
}

/** Optimises for size and takes out the last instructions younger than WebAssembly 1.0. */
function lower() {
  const lowered = join(work, "gouji_lowered.wasm");
  run("wasm-opt", [
    join(work, "gouji_bg.wasm"),
    "--output", lowered,
    // Each feature by name: with all of them Binaryen emits what no browser reads yet. Sign extension is allowed
    // only because it is lowered here; the optimiser must not bring in anything else.
    "--mvp-features",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--signext-lowering",
    "-Oz",
    "--strip-target-features",
  ]);
  return readFileSync(lowered);
}

/** Refuses a module that needs anything later than WebAssembly 1.0 with mutable globals. */
async function validate(wasm) {
  const { default: load } = await import(join(project, "tests/node_modules/wabt/index.js"));
  const wabt = await load();
  const features = Object.fromEntries(Object.keys(wabt.FEATURES).map((name) => [name, false]));
  features.mutable_globals = true;
  try {
    wabt.readWasm(wasm, features).validate(features);
  } catch (error) {
    stop(`The module needs more than old browsers know:\n${error.message}`);
  }
}

/** wasm-bindgen's JavaScript in the words of 2018, as a function. */
async function writeGlue() {
  const { default: esbuild } = await import(join(project, "tests/node_modules/esbuild/lib/main.js"));
  const source = readFileSync(join(work, "gouji.js"), "utf8");
  if (source.includes("import.meta")) stop("wasm-bindgen's JavaScript contains import.meta.");
  // wasm-bindgen keeps its instance in variables of the module, so that there could be only one, and none after a
  // trap. Inside a function each call has variables of its own.
  const { code: oneInstance } = await esbuild.transform(source, { format: "iife", globalName: "glue" });
  // What esbuild makes of the exports reads a getter at each access; copied, they are plain properties.
  const factory = `export default function createGlue() {\n${oneInstance}\nreturn Object.assign({}, glue);\n}\n`;
  const { code } = await esbuild.transform(factory, { target: "es2018", charset: "ascii", minify: true });
  writeScript("glue.js", code);
}

/**
 * The module as ASCII text: each of the most frequent bytes is one character, each other byte two. After compression
 * on the wire that is a fifth smaller than base64, which cuts bytes where no compressor can follow; uncompressed, too.
 * pkg/inlined.js reads it back.
 */
function writeInlined(wasm) {
  const characters = [];
  for (let code = 0x20; code < 0x7f; code += 1) {
    const character = String.fromCharCode(code);
    if (!"\"\\<".includes(character)) characters.push(character);
  }
  const count = new Array(256).fill(0);
  for (const byte of wasm) count[byte] += 1;
  const order = [...count.keys()].sort((one, other) => count[other] - count[one] || one - other);
  // The last two characters announce a second one.
  const single = characters.length - 2;
  const written = new Array(256);
  order.forEach((byte, rank) => {
    const rest = rank - single;
    written[byte] = rest < 0 ? characters[rank] : characters[single + Math.floor(rest / characters.length)] + characters[rest % characters.length];
  });
  let text = "";
  for (const byte of wasm) text += written[byte];
  const scripts = {
    // Without "<" the text cannot end a script element, wherever it is pasted.
    characters: characters.join(""),
    order: order.map((byte) => byte.toString(16).padStart(2, "0")).join(""),
    length: wasm.length,
    text,
  };
  writeScript("bytes.js", Object.entries(scripts).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`).join(""));
}

function writeIds(gouji) {
  const list = (args, key) => JSON.parse(output(gouji, [...args, "--format", "json"]))[key].map(({ id }) => id);
  const cells = new Set([...list(["form", "2020"], "cells"), ...list(["form", "2024"], "cells")]);
  const union = (name, ids) => `export type ${name} =\n${[...ids].sort().map((id) => `  | "${id}"`).join("\n")};\n`;
  const text = [
    "// Written by pkg/build.mjs from the forms and the rule book; not to be edited.",
    union("CellId", cells),
    union("RuleId", new Set(list(["rules"], "rules"))),
  ];
  writeFileSync(join(dist, "ids.d.ts"), text.join("\n"));
}

function writeVersion() {
  const { version } = JSON.parse(readFileSync(join(project, "pkg/package.json"), "utf8"));
  const crate = readFileSync(join(project, "Cargo.toml"), "utf8").match(/^version = "(.+)"$/m)[1];
  if (crate !== version) stop(`Cargo.toml says version ${crate}, pkg/package.json ${version}.`);
  writeScript("version.js", `export const VERSION = "${version}";\n`);
}

// A page in GBK reads a script as GBK: every character beyond ASCII would be another one there.
function writeScript(name, code) {
  if (/[^\n\r\t -~]/.test(code)) stop(`${name} holds characters beyond ASCII.`);
  writeFileSync(join(dist, name), code);
}
