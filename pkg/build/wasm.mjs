// The crate as WebAssembly, one module for each of its faces, for browsers as old as WebAssembly itself.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { output, project, runBeside, stop } from "../../tests/setup/programs.mjs";
import { tool } from "../../tests/setup/tools.mjs";
import { filesOf, target, version } from "./places.mjs";

/** A module as the linker makes it, for old browsers. */
export async function compile(module) {
  const { feature, optimise } = module;
  // The target's ordinary settings follow the newest browsers (reference types, bulk memory, multi-value), and the
  // standard library that rustup ships was compiled with them. Both have to be turned off in all code, that of the
  // standard library too, which is therefore compiled with ours. That is an unstable option of cargo:
  // RUSTC_BOOTSTRAP allows it on a stable Rust, so that no second toolchain is needed.
  const flags = [
    "-Ctarget-cpu=mvp",
    "-Ctarget-feature=+mutable-globals",
    // A panic says what happened and where; the contents of values, as Debug would print them, cost 4 KB.
    "-Zfmt-debug=none",
    // The same bytes wherever they are built: no folder of this machine in panic messages.
    ...Object.entries(sourceFolders()).map(([folder, name]) => `--remap-path-prefix=${folder}=${name}`),
  ];
  await runBeside(
    "cargo",
    ["build", "--lib", "--no-default-features", "--features", feature, "--profile", "wasm", "--target", "wasm32-unknown-unknown", "-Zbuild-std=std,panic_abort",
      // Sorting and printing in their small variants.
      "-Zbuild-std-features=optimize_for_size",
      "--target-dir", target],
    // The encoded form of RUSTFLAGS survives spaces in folder names.
    {
      env: {
        ...process.env,
        RUSTC_BOOTSTRAP: "1",
        CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f"),
        ...(optimise && { CARGO_PROFILE_WASM_OPT_LEVEL: optimise }),
      },
    },
  );
  // The next module is linked into the same place.
  const { linked } = filesOf(module);
  mkdirSync(dirname(linked), { recursive: true });
  copyFileSync(join(target, "wasm32-unknown-unknown/wasm/gouji.wasm"), linked);
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
export async function compileProgram() {
  await runBeside("cargo", ["build", "--bin", "gouji", "--target-dir", target]);
  return join(target, "debug/gouji");
}

/** What the linker made, fit to ship. */
export async function finish(module) {
  const { linked, core, buildName } = filesOf(module);
  const folder = dirname(linked);
  await bindToJavaScript(linked, folder);
  const [bytes, name] = named(await lower(folder));
  await validate(bytes);
  writeFileSync(core, bytes);
  writeFileSync(buildName, name);
}

/** Makes the module and its JavaScript fit each other. */
async function bindToJavaScript(linked, folder) {
  await runBeside(tool("wasm-bindgen"), [
    linked,
    "--out-dir", folder,
    "--out-name", "binding",
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
async function lower(folder) {
  const lowered = join(folder, "lowered.wasm");
  await runBeside("wasm-opt", [
    join(folder, "binding_bg.wasm"),
    "--output", lowered,
    // Each feature by name: with all of them Binaryen emits what no browser reads yet. Sign extension is allowed
    // only because it is lowered here; the optimiser must not bring in anything else.
    "--mvp-features",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--signext-lowering",
    // Control flow is taken apart and put together anew first, which leaves 1 % less to pack.
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--strip-target-features",
  ]);
  return readFileSync(lowered);
}

/**
 * The module with a custom section that says which build it is. Where the .wasm is a file of its own, caches and
 * copied folders bring together what does not belong together; pkg/supplied.js compares.
 */
function named(module) {
  const name = `${version}+${createHash("sha256").update(module).digest("hex").slice(0, 12)}`;
  const text = (string) => [string.length, ...Buffer.from(string, "latin1")];
  const content = [...text("gouji"), ...Buffer.from(name, "latin1")];
  if (content.length > 127) stop("The name of the build is too long for a one-byte length.");
  return [Buffer.concat([module, Buffer.from([0, content.length, ...content])]), name];
}

/** Refuses a module that needs anything later than WebAssembly 1.0, the MVP. */
async function validate(wasm) {
  const { default: load } = await import(join(project, "tests/node_modules/wabt/index.js"));
  const wabt = await load();
  const features = Object.fromEntries(Object.keys(wabt.FEATURES).map((name) => [name, false]));
  try {
    wabt.readWasm(wasm, features).validate(features);
  } catch (error) {
    stop(`The module needs more than old browsers know:\n${error.message}`);
  }
}
