// The scripts that are made: wasm-bindgen's, the inlined core, and the entries in other shapes than ES modules.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { project, stop } from "../../tests/setup/programs.mjs";
import { classics, entries, filesOf, ship, shipped, version } from "./places.mjs";

const { default: esbuild } = await import(join(project, "tests/node_modules/esbuild/lib/main.js"));
const old = { target: "es2018", charset: "ascii" };

/** wasm-bindgen's JavaScript of a module in the words of 2018, as a function. */
export async function writeGlue(module) {
  const source = withFreshViews(readFileSync(filesOf(module).binding, "utf8"));
  if (source.includes("import.meta")) stop("wasm-bindgen's JavaScript contains import.meta.");
  // wasm-bindgen keeps its instance in variables of the module, so that there could be only one, and none after a
  // trap. Inside a function each call has variables of its own.
  const { code: oneInstance } = await esbuild.transform(source, { format: "iife", globalName: "glue" });
  // What esbuild makes of the exports reads a getter at each access; copied, they are plain properties.
  const factory = `export default function createGlue() {\n${oneInstance}\nreturn Object.assign({}, glue);\n}\n`;
  const { code } = await esbuild.transform(factory, { ...old, minify: true });
  ship(`dist/${module.name}.glue.js`, code);
}

/**
 * wasm-bindgen keeps a view of the memory until its buffer is detached, which it tells by a length of 0. When the core
 * itself grows its memory, Chromium up to 62 (V8 6.2) leaves the old buffer as it was: texts would be read from, and
 * written to, what is no longer the memory. Every engine gives another buffer after growth.
 */
function withFreshViews(source) {
  const fresh = source.replace(/\b(cached\w+)\.byteLength === 0/g, "$1.buffer !== wasm.memory.buffer");
  if (fresh === source) stop("wasm-bindgen's JavaScript looks after its views of the memory in another way than it did.");
  return fresh;
}

/**
 * The module as ASCII text: each of the most frequent bytes is one character, each other byte two. After compression
 * on the wire that is a fifth smaller than base64, which cuts bytes where no compressor can follow; uncompressed, too.
 * pkg/inlined.js reads it back.
 */
export function writeInlined({ name }, wasm) {
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
  ship(`dist/${name}.bytes.js`, Object.entries(scripts).map(([part, value]) => `export const ${part} = ${JSON.stringify(value)};\n`).join(""));
}

/** `builds`: the name of each module's build, by the module's name. */
export function writeVersion(builds) {
  const crate = readFileSync(join(project, "Cargo.toml"), "utf8").match(/^version = "(.+)"$/m)[1];
  if (crate !== version) stop(`Cargo.toml says version ${crate}, pkg/package.json ${version}.`);
  ship("dist/version.js", `export const VERSION = "${version}";\nexport const BUILDS = ${JSON.stringify(builds)};\n`);
}

/** Each entry for `require`, in one file; those that build on others take them as they are, so that there is one core. */
export async function writeCommonJs() {
  for (const name of entries) {
    const code = await bundle(`${name}.js`, {
      format: "cjs",
      // Names the exports so that `import { check } from` such a file finds them; nothing of Node's is used.
      platform: "node",
      plugins: [name.includes("/") ? outside("..", /^\.\.?\/(index|repair|read)\.js$/) : outside(".", /^\.\.?\/(index|repair)\.js$/)],
    });
    ship(`${name}.cjs`, code);
  }
}

const outside = (root, filter) => ({
  name: "what has a WebAssembly module inside stays outside",
  setup(build) {
    build.onResolve({ filter }, ({ path }) => ({ path: `${root}/${filter.exec(path)[1]}.cjs`, external: true }));
  },
});

/** Entries for a page without modules. */
export async function writeClassics() {
  const licence = `/*! gouji ${version} | MIT OR Apache-2.0 */`;
  for (const { name, entry, global, taken } of classics) {
    ship(name, await bundle(`${entry}.js`, { format: "iife", globalName: global, minify: true, banner: { js: licence }, plugins: taken ? [fromPage(name, taken)] : [] }));
  }
}

/** Imports of `taken` are what other classic scripts have left on the page; asked for only when used, in whatever order they were loaded. */
const fromPage = (name, taken) => ({
  name: "what other scripts of the page give",
  setup(build) {
    const filter = new RegExp(`^\\.\\.?/(${Object.keys(taken).join("|")})\\.js$`);
    build.onResolve({ filter }, ({ path }) => ({ path: filter.exec(path)[1], namespace: "page" }));
    build.onLoad({ filter: /./, namespace: "page" }, async ({ path }) => {
      const script = taken[path];
      const { global } = classics.find((one) => one.name === script);
      const { metafile } = await esbuild.build({ entryPoints: [join(shipped, `${path}.js`)], bundle: true, write: false, format: "esm", metafile: true, outdir: "." });
      const [{ exports }] = Object.values(metafile.outputs);
      const given = exports.map((one) => `${one}: { get: function () { return given().${one}; } }`).join(", ");
      const missing = JSON.stringify(`${name} needs ${script} on the page, too.`);
      return { contents: `function given() { if (!window.${global}) throw new Error(${missing}); return window.${global}; }\nObject.defineProperties(exports, { ${given} });` };
    });
  },
});

async function bundle(entry, options) {
  const { outputFiles } = await esbuild.build({ entryPoints: [join(shipped, entry)], bundle: true, write: false, ...old, ...options });
  return outputFiles[0].text;
}
