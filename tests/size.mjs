// What each entry weighs on the wire, whether it is within its budget (tests/budgets.json), and how far the aim is.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import { project, stop } from "./setup/programs.mjs";
import { bytesAtStart, bytesInAll } from "./start.mjs";

const inPackage = (name) => join(project, "pkg", name);
const file = (name) => {
  if (!existsSync(inPackage(name))) stop(`pkg/${name} is not there; \`make build\` makes it.`);
  return readFileSync(inPackage(name));
};
const wasm = file("gouji.wasm");

const modules = ["*/index.js", "*/read.js"];

// An entry is what a page loads for it: its JavaScript in one file, and the .wasm where that is a file of its own.
const entries = {
  "gouji.wasm": [wasm],
  "gouji/slim": [bundled("slim.js"), wasm],
  "gouji/slim, script": [bundled("slim.js")],
  gouji: [bundled("index.js")],
  "gouji.global.js": [file("gouji.global.js")],
  "gouji/standard": [bundled("standard.js")],
  "gouji/bind, script": [bundled("bind.js", ["*/index.js"])],
  "gouji.css": [file("gouji.css")],
  "gouji.kit.global.js": [file("gouji.kit.global.js")],
  "gouji/element": [bundled("element.js")],
  "gouji/element, script": [bundled("element.js", ["*/index.js"])],
  "the page at start": bytesAtStart(),
  "the page in all": bytesInAll(),
  // On demand, beside one of the entries above.
  "gouji/repair": [bundled("repair.js")],
  "gouji.repair.global.js": [file("gouji.repair.global.js")],
  // Beside the core, or the core and the readers, which a page has once.
  "adapters/layui": [bundled("adapters/layui.js", modules)],
  "adapters/element-ui": [bundled("adapters/element-ui.js", modules)],
  "adapters/tinymce": [bundled("adapters/tinymce.js", modules)],
  "gouji.adapters.global.js": [file("gouji.adapters.global.js")],
  "gouji/read": [bundled("read.js")],
  "gouji.read.global.js": [file("gouji.read.global.js")],
};

/** `external`: what the page has already, as the core beside the binding. */
function bundled(entry, external = []) {
  const { outputFiles } = buildSync({
    entryPoints: [inPackage(entry)],
    bundle: true,
    external,
    minify: true,
    format: "esm",
    target: "es2018",
    charset: "ascii",
    write: false,
  });
  return Buffer.from(outputFiles[0].contents);
}

const KILOBYTE = 1024;
const brotli = (part) => brotliCompressSync(part, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
const gzip = (part) => gzipSync(part, { level: 9 });
const weight = (parts, packed) => parts.reduce((sum, part) => sum + packed(part).length, 0) / KILOBYTE;
const kilobytes = (number) => (number === undefined ? "" : `${number.toFixed(1)} KB`).padStart(10);
const row = (name, cells) => `${name.padEnd(24)}${cells.map((cell) => cell.padStart(10)).join("")}`;

const budgets = JSON.parse(readFileSync(join(project, "tests/budgets.json"), "utf8"));
const said = [];
console.log(row("", ["raw", "gzip", "brotli", "budget", "aim"]));
for (const [name, parts] of Object.entries(entries)) {
  const { budget, aim, why } = budgets[name] ?? {};
  const reached = weight(parts, brotli);
  const line = [weight(parts, (part) => part), weight(parts, gzip), reached, budget, aim];
  console.log(row(name, line.map(kilobytes)));
  if (reached > aim) said.push(`${name}: aim missed by ${(reached - aim).toFixed(1)} KB (${Math.round((reached / aim - 1) * 100)} %)`);
  if (reached > budget) {
    said.push(`${name}: OVER ITS BUDGET by ${(reached - budget).toFixed(1)} KB. The budget: ${why}`);
    process.exitCode = 1;
  }
}
for (const name of Object.keys(budgets).filter((name) => !entries[name])) {
  said.push(`budgets.json names "${name}", which is no entry.`);
  process.exitCode = 1;
}
if (said.length > 0) console.log(`\n${said.join("\n")}`);
