// The command-line tools that cargo builds from source, each some minutes of work. They are kept in a cache
// of the user's, one folder per tool and version, so that a second clone finds them.
//
//   node tests/setup/tools.mjs wasm-bindgen geckodriver    installs what is missing of these
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { isMain, project, run, stop } from "./programs.mjs";

const tools = {
  "wasm-bindgen": { crate: "wasm-bindgen-cli", version: lockedVersion("wasm-bindgen") },
  "wasm-pack": { crate: "wasm-pack", version: "0.15.1" },
  geckodriver: { crate: "geckodriver", version: "0.37.1" },
  // Of `make audit` alone.
  "cargo-fuzz": { crate: "cargo-fuzz", version: "0.13.2" },
  "cargo-mutants": { crate: "cargo-mutants", version: "27.1.0" },
  "cargo-deny": { crate: "cargo-deny", version: "0.20.2" },
};

export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "gouji");

/** The file of a tool, installed or not. */
export function tool(name) {
  return join(folder(name), "bin", name);
}

/** PATH with the tools and the npm programs before everything else. */
export function pathWithTools() {
  const folders = Object.keys(tools).map((name) => join(folder(name), "bin"));
  return [...folders, join(project, "tests/node_modules/.bin"), process.env.PATH].join(delimiter);
}

function folder(name) {
  return join(cache, `${name}-${tools[name].version}`);
}

function install(names) {
  const missing = names.filter((name) => !existsSync(tool(name)));
  if (missing.length === 0) return;
  // One build folder for all of them, because they share many dependencies; it goes when they are there.
  mkdirSync(cache, { recursive: true });
  const building = mkdtempSync(join(cache, "building-"));
  process.on("exit", () => rmSync(building, { recursive: true, force: true }));
  for (const name of missing) build(name, building);
}

function build(name, building) {
  const { crate, version } = tools[name];
  console.log(`Building ${crate} ${version} (some minutes, once for this user) ...`);
  // Not --locked: a crate's own lock file can name versions newer than the registry in use offers.
  run("cargo", ["install", crate, "--version", `=${version}`, "--root", folder(name)], {
    env: {
      ...process.env,
      CARGO_TARGET_DIR: building,
      // Not optimised, which takes half the time: these tools run for a second.
      CARGO_PROFILE_RELEASE_OPT_LEVEL: "0",
      CARGO_PROFILE_RELEASE_LTO: "off",
      CARGO_PROFILE_RELEASE_CODEGEN_UNITS: "16",
      CARGO_PROFILE_RELEASE_DEBUG: "0",
    },
  });
}

// wasm-bindgen's program and crate must be of exactly one version; Cargo.lock says which.
function lockedVersion(crate) {
  const lock = readFileSync(join(project, "Cargo.lock"), "utf8");
  const version = lock.match(new RegExp(`name = "${crate}"\\r?\\nversion = "([^"]+)"`))?.[1];
  return version ?? stop(`Cargo.lock does not name ${crate}.`);
}

if (isMain(import.meta.url)) install(process.argv.slice(2));
