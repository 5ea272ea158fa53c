// What each entry weighs on the wire, and whether it is within its budget.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import { project } from "./setup/programs.mjs";

const wasm = readFileSync(join(project, "pkg/dist/gouji.wasm"));

// An entry is what a page loads for it: its JavaScript in one file, and the .wasm where that is a file of its own.
const entries = [
  { name: "gouji.wasm", parts: [wasm] },
  { name: "slim entry", parts: [bundled({ external: ["*/bytes.js"] }), wasm], budget: 40 },
  { name: "default entry", parts: [bundled()], budget: 56 },
];

function bundled(options = {}) {
  const { outputFiles } = buildSync({
    entryPoints: [join(project, "pkg/index.js")],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2018",
    charset: "ascii",
    write: false,
    ...options,
  });
  return Buffer.from(outputFiles[0].contents);
}

const weight = (parts, packed) => parts.reduce((sum, part) => sum + packed(part).length, 0) / 1024;
const brotli = (part) => brotliCompressSync(part, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
const kilobytes = (number) => `${number.toFixed(1)} KB`.padStart(10);

console.log(`${"".padEnd(14)}${"raw".padStart(10)}${"gzip".padStart(10)}${"brotli".padStart(10)}${"budget".padStart(10)}`);
for (const { name, parts, budget } of entries) {
  const packed = weight(parts, brotli);
  const line = [weight(parts, (part) => part), weight(parts, (part) => gzipSync(part, { level: 9 })), packed];
  const isOver = packed > budget;
  console.log(`${name.padEnd(14)}${line.map(kilobytes).join("")}${budget ? kilobytes(budget) : ""}${isOver ? "  over" : ""}`);
  if (isOver) process.exitCode = 1;
}
