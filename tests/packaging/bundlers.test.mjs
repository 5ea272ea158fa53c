// The package in every bundler: the same app without a setting, and the slim entry in the way that is theirs. Each
// output is shown in Chromium under a strict policy.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import nodeResolve from "@rollup/plugin-node-resolve";
import esbuild from "esbuild";
import { rollup } from "rollup";
import * as vite from "vite";
import webpack5 from "webpack";
import webpack4 from "webpack-4";
import { openChromium } from "../browser/chromium.mjs";
import { app, expected, expectedOfReader, mended, shipped } from "./installed.mjs";
import { show, visit } from "./portal.mjs";

let chromium;
before(async () => {
  chromium = await openChromium();
});
after(() => chromium.close());

const viteSettings = (name) => ({ root: app(name), configFile: false, logLevel: "error", plugins: [noIcon] });

// Browsers ask for it by themselves and would report its absence as an error of the page.
const noIcon = {
  name: "no-icon",
  configureServer: (server) => void server.middlewares.use("/favicon.ico", (request, response) => response.writeHead(204).end()),
};

async function viteBuild(name) {
  await vite.build({ ...viteSettings(name), build: { outDir: "vite", emptyOutDir: true } });
  return app(name, "vite");
}

function webpackBuild(webpack, name, folder, settings = {}) {
  const configuration = {
    mode: "production",
    context: app(name),
    entry: "./main.js",
    output: { path: app(name, folder), filename: "bundle.js" },
    // It would like every script to be small, which a script with the core inlined is not.
    performance: { hints: false },
    ...settings,
  };
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error) return reject(error);
      const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
      const said = [...errors, ...warnings].map((one) => one.message ?? one);
      if (said.length > 0) return reject(new Error(said.join("\n")));
      resolve(withPage(app(name, folder), "script"));
    });
  });
}

async function rollupBuild(name) {
  const warnings = [];
  // Rollup itself finds nothing in node_modules; this plugin is what everyone uses.
  const bundle = await rollup({ input: app(name, "main.js"), plugins: [nodeResolve()], onwarn: (warning) => warnings.push(warning.message) });
  await bundle.write({ file: app(name, "rollup/bundle.js"), format: "es" });
  await bundle.close();
  assert.deepEqual(warnings, []);
  return withPage(app(name, "rollup"), "module");
}

async function esbuildBuild(name, folder, settings = {}) {
  const { warnings } = await esbuild.build({
    absWorkingDir: app(name),
    entryPoints: ["main.js"],
    bundle: true,
    minify: true,
    outfile: `${folder}/bundle.js`,
    logLevel: "silent",
    ...settings,
  });
  assert.deepEqual(warnings, []);
  return withPage(app(name, folder), "script");
}

/** Puts a page beside a bundle. */
function withPage(folder, kind) {
  const type = kind === "module" ? ' type="module"' : "";
  writeFileSync(join(folder, "index.html"), `<!doctype html>\n<meta charset="utf-8">\n<script defer${type} src="bundle.js"></script>\n`);
  return folder;
}

/** Puts the .wasm where the fetching app looks for it. */
function withWasm(folder) {
  const file = join(folder, "static/gouji.wasm");
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(shipped("gouji.wasm"), file);
  return folder;
}

const files = (folder) => readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile());
const wasmIn = (folder) => files(folder).filter((name) => name.endsWith(".wasm"));
const scripts = (folder) => files(folder).filter((name) => name.endsWith(".js")).map((name) => readFileSync(join(folder, name), "utf8"));

async function answers(folder, due = expected) {
  const { answered, paths } = await show(chromium, folder);
  assert.deepEqual(answered, due);
  return paths;
}

/** The default entry, repair and the readers: no other file than scripts is made or asked for. */
async function isInlined(folder, due) {
  assert.deepEqual(wasmIn(folder), [], "no .wasm is put out");
  const paths = await answers(folder, due);
  assert.deepEqual(paths.filter((path) => path.includes(".wasm")), [], "no .wasm is asked for");
}

/** The slim entry: the scripts do not carry the core. */
function isSlim(folder) {
  const weight = scripts(folder).reduce((sum, text) => sum + text.length, 0);
  assert.ok(weight < 80_000, `${weight} characters of script`);
}

async function isOneFile(folder) {
  isSlim(folder);
  assert.equal(wasmIn(folder).length, 1, "exactly one .wasm is put out");
  const paths = await answers(folder);
  assert.equal(paths.filter((path) => path.includes(".wasm")).length, 1, "the .wasm is asked for once");
}

describe("the default entry", () => {
  const builds = {
    "Vite": () => viteBuild("default"),
    "webpack 5": () => webpackBuild(webpack5, "default", "webpack-5"),
    "webpack 4": () => webpackBuild(webpack4, "default", "webpack-4"),
    "Rollup": () => rollupBuild("default"),
    "esbuild": () => esbuildBuild("default", "esbuild"),
  };
  for (const [name, build] of Object.entries(builds)) test(name, async () => isInlined(await build()));

  test("Vite, a worker", async () => isInlined(await viteBuild("vite-worker")));

  for (const name of ["default", "vite-worker"]) {
    test(`Vite's development server, ${name}`, () => inDevelopment(name));
  }

  test("webpack 5, for a server's components", async () => {
    const folder = app("server", "webpack-5");
    await webpackBuild(webpack5, "server", "webpack-5", {
      target: "node20",
      entry: "./page.mjs",
      output: { path: folder, filename: "page.cjs", library: { type: "commonjs2" } },
      resolve: { conditionNames: ["react-server", "node", "import"] },
    });
    const call = "require('./page.cjs').Page().then((answer) => console.log(JSON.stringify(answer)))";
    assert.deepEqual(JSON.parse(execFileSync(process.execPath, ["-e", call], { cwd: folder, encoding: "utf8" })), expected);
  });
});

describe("the default entry with repairs", () => {
  const builds = {
    "Vite": () => viteBuild("repair"),
    "webpack 5": () => webpackBuild(webpack5, "repair", "webpack-5"),
    "webpack 4": () => webpackBuild(webpack4, "repair", "webpack-4"),
    "Rollup": () => rollupBuild("repair"),
    "esbuild": () => esbuildBuild("repair", "esbuild"),
  };
  for (const [name, build] of Object.entries(builds)) test(name, async () => isInlined(await build(), mended));
});

describe("the readers", () => {
  const builds = {
    "Vite": () => viteBuild("read"),
    "webpack 5": () => webpackBuild(webpack5, "read", "webpack-5"),
    "webpack 4": () => webpackBuild(webpack4, "read", "webpack-4"),
    "Rollup": () => rollupBuild("read"),
    "esbuild": () => esbuildBuild("read", "esbuild"),
  };
  for (const [name, build] of Object.entries(builds)) test(name, async () => isInlined(await build(), expectedOfReader));
});

describe("the slim entry", () => {
  const builds = {
    "Vite, ?url": () => viteBuild("vite-slim"),
    "webpack 5, new URL": () => webpackBuild(webpack5, "webpack-slim", "webpack-5"),
    "webpack 4, fetched": async () => withWasm(await webpackBuild(webpack4, "fetched-slim", "webpack-4")),
    "Rollup, fetched": async () => withWasm(await rollupBuild("fetched-slim")),
    "esbuild, loader file": () => esbuildBuild("esbuild-slim", "file", { loader: { ".wasm": "file" } }),
  };
  for (const [name, build] of Object.entries(builds)) test(name, async () => isOneFile(await build()));

  test("esbuild, loader binary", async () => {
    await isInlined(await esbuildBuild("esbuild-slim", "binary", { loader: { ".wasm": "binary" } }));
  });

  test("Vite's development server, ?url", () => inDevelopment("vite-slim"));
});

async function inDevelopment(name) {
  const server = await vite.createServer({ ...viteSettings(name), server: { host: "127.0.0.1", port: 0 } });
  try {
    await server.listen();
    const { port } = server.httpServer.address();
    const { answered } = await visit(chromium, `http://127.0.0.1:${port}`);
    assert.deepEqual(answered, expected);
  } finally {
    await server.close();
  }
}

// "sideEffects": false is a promise: whoever uses nothing of the package carries nothing of it.
describe("what is imported and not used leaves nothing behind", () => {
  const source = 'import { check } from "gouji"; import { init } from "gouji/slim"; import { standard } from "gouji/standard"; import repair from "gouji/repair"; import { read } from "gouji/read";';
  const entry = app("default", "unused.js");
  before(() => writeFileSync(entry, source));

  test("esbuild", async () => {
    const { outputFiles } = await esbuild.build({ entryPoints: [entry], bundle: true, minify: true, format: "esm", write: false });
    assert.equal(outputFiles[0].text.trim(), "");
  });
  test("Rollup", async () => {
    const bundle = await rollup({ input: entry, plugins: [nodeResolve()], onwarn: () => {} });
    const { output } = await bundle.generate({ format: "es" });
    assert.equal(output[0].code.trim(), "");
  });
  test("webpack 5", async () => {
    const folder = await webpackBuild(webpack5, "default", "unused", { entry: "./unused.js" });
    assert.equal(readFileSync(join(folder, "bundle.js"), "utf8").trim(), "");
  });
});
