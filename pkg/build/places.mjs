// Where things lie while the package is built, and how they are written.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { project, stop } from "../../tests/setup/programs.mjs";

/** cargo's folder. */
export const target = process.env.CARGO_TARGET_DIR || join(project, "target");
/** What is made on the way. */
export const work = join(target, "package");
/** What is shipped. */
export const shipped = join(project, "pkg");

export const { version } = JSON.parse(readFileSync(join(shipped, "package.json"), "utf8"));

/**
 * The WebAssembly modules: the crate with one face each, chosen by a feature of Cargo.toml. `isFile`: also shipped as
 * a file, for an entry that does not have it inside. `optimise`: for size, where the profile's speed is not needed.
 */
export const modules = [
  { name: "gouji", feature: "face-core", isFile: true },
  { name: "gouji-repair", feature: "face-repair", isFile: true },
  { name: "gouji-read", feature: "face-read", optimise: "z" },
];

/** One file for each form library or editor. */
const adapters = readdirSync(join(shipped, "adapters")).filter((name) => name.endsWith(".js")).map((name) => `adapters/${name.slice(0, -3)}`);

/** The entries: hand-written files at the package's root, made once more for CommonJS. */
export const entries = ["index", "slim", "standard", "node", "repair", "read", "bind", "element", ...adapters];

/** Entries for pages without modules: one file, whose exports stand in one name of `window`. */
export const classics = [
  { name: "gouji.global.js", entry: "index", global: "gouji" },
  // It gives itself to the one before.
  { name: "gouji.repair.global.js", entry: "repair.script" },
  { name: "gouji.read.global.js", entry: "read", global: "goujiRead" },
  { name: "gouji.kit.global.js", entry: "kit", global: "gouji" },
  // Beside two of those above, of which it takes what an import would give.
  { name: "gouji.adapters.global.js", entry: "adapters.script", global: "goujiAdapters", taken: { index: "gouji.global.js", read: "gouji.read.global.js" } },
];

/** What is made of each module. */
export const filesOf = ({ name }) => ({
  // As the linker makes it.
  linked: join(work, name, "linked.wasm"),
  // Ready to ship, the text that says which build it is, and the JavaScript that wasm-bindgen made for it.
  core: join(work, name, "shipped.wasm"),
  buildName: join(work, name, "build.txt"),
  binding: join(work, name, "binding.js"),
});

/** The scripts, types and build files that are written by hand. */
export const written = [".", "build", "bind", "element", "adapters"].flatMap((folder) => readdirSync(join(shipped, folder)).map((name) => join(folder, name)))
  .filter((name) => /(\.mjs|\.js|\.d\.ts|package\.json)$/.test(name))
  .filter((name) => !classics.some((classic) => classic.name === name))
  .map((name) => join(shipped, name));

/** Writes a file of the package; whoever reads it meanwhile finds the old one or the new one, never half of it. */
export function ship(name, content) {
  // A page in GBK reads a script as GBK: every character beyond ASCII would be another one there.
  if (/\.c?js$/.test(name) && /[^\n\r\t -~]/.test(content)) stop(`${name} holds characters beyond ASCII.`);
  const file = join(shipped, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

/** Every file of a folder of the project and of the folders in it, but for what lies in one of `others`. */
export const filesIn = (folder, others = []) =>
  readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .filter((file) => !others.some((other) => file.startsWith(join(project, other) + sep)))
    .sort();

/**
 * Runs a part of the build where what it depends on has changed (files, and a text if there is one) or something that it
 * makes is not there.
 */
export async function stage(name, { from, text = "", to }, make) {
  const stamp = join(work, `${name}.stamp`);
  const state = createHash("sha256").update(text).update("\0");
  for (const file of from) state.update(relative(project, file)).update("\0").update(readFileSync(file));
  const now = state.digest("hex");
  if (to.every(existsSync) && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return false;
  await make();
  const missing = to.filter((file) => !existsSync(file));
  if (missing.length > 0) stop(`${name} did not make ${missing.join(", ")}.`);
  writeFileSync(stamp, now);
  return true;
}
