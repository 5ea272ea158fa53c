// What the package ships, file by file, as `npm pack` would take it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, describe, test } from "node:test";
import { parse } from "acorn";
import { build } from "esbuild";
import loadWabt from "wabt";
import { classics, entries, modules } from "../../pkg/build/places.mjs";
import { output, project } from "../setup/programs.mjs";

const folder = join(project, "pkg");
const read = (name) => readFileSync(join(folder, name));
const described = JSON.parse(read("package.json"));

let shipped;
before(() => {
  const [tarball] = JSON.parse(output("npm", ["pack", "--dry-run", "--json"], { cwd: folder }));
  shipped = tarball.files.map(({ path }) => path);
});
const scripts = () => shipped.filter((name) => /\.c?js$/.test(name));
const adapters = entries.filter((name) => name.startsWith("adapters/")).map((name) => name.slice("adapters/".length));
const targets = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(targets));
const isModule = (name) => name.endsWith(".js") && !classics.some((classic) => classic.name === name);

describe("the package", () => {
  test("ships exactly the files that package.json lists", () => {
    assert.deepEqual([...shipped].sort(), [...described.files, "package.json"].sort());
  });

  test("installs nothing and runs nothing when it is installed", () => {
    const forbidden = ["dependencies", "peerDependencies", "optionalDependencies", "bin", "scripts"];
    assert.deepEqual(forbidden.filter((key) => key in described), []);
  });

  test("points only to files that it ships", () => {
    const { main, module, types, unpkg, jsdelivr, exports } = described;
    const pointers = [main, module, types, unpkg, jsdelivr, ...targets(exports)];
    // "./adapters/*.js" stands for each of them.
    const each = (path) => (path.includes("*") ? adapters.map((name) => path.replace("*", name)) : [path]);
    assert.ok(adapters.length > 0);
    assert.deepEqual(pointers.flatMap(each).filter((path) => !shipped.includes(path.replace("./", ""))), []);
  });

  test("ships whatever its files import, types included", () => {
    const missing = shipped.filter((name) => /\.(c?js|d\.c?ts)$/.test(name)).flatMap((name) => [...read(name).toString().matchAll(/(?:from|import|require)\s*\(?\s*"(\.[^"]+)"/g)]
      .map(([, path]) => join(dirname(name), path))
      // A type is imported from the script that it is about.
      .filter((path) => !shipped.includes(path) && !shipped.includes(path.replace(/\.js$/, ".d.ts")) && !shipped.includes(path.replace(/\.cjs$/, ".d.cts")))
      .map((path) => `${name}: ${path}`));
    assert.deepEqual(missing, []);
  });

  test("has every entry as a file at its root, where tools that ignore `exports` look", () => {
    for (const [entry, target] of Object.entries(described.exports)) {
      const name = entry === "." ? "(index|node)" : entry.slice(2);
      if (typeof target === "string") assert.equal(target, entry);
      else for (const path of targets(target)) assert.match(path, new RegExp(`^\\./${name.replace(/\.js$/, "").replace("*", "\\*")}(\\.d)?\\.c?[jt]s$`));
    }
  });

  test("gives types first in every condition", () => {
    const conditions = (value) => (typeof value === "string" ? [] : [Object.keys(value), ...Object.values(value).flatMap(conditions)]);
    for (const keys of Object.values(described.exports).flatMap(conditions)) {
      assert.ok(!keys.includes("default") || keys[0] === "types", keys.join());
    }
  });

  test("has no side effects but where it says so: a bundler drops what is not used", async () => {
    // Node's entry takes repair into use, the element is defined by its import; classic scripts are there for nothing else.
    assert.deepEqual(described.sideEffects, ["*.css", "*.global.js", "./element.js", "./element.cjs", "./node.js", "./node.cjs"]);
    for (const entry of entries.filter((name) => !["element", "node"].includes(name))) {
      const stdin = { contents: `import ${JSON.stringify(`./${entry}.js`)};`, resolveDir: folder };
      const { outputFiles } = await build({ stdin, bundle: true, write: false, format: "esm", minify: true, logLevel: "silent" });
      assert.equal(outputFiles[0].text.trim(), "");
    }
  });

  test("holds only ASCII in its scripts, which a page in GBK reads rightly", () => {
    assert.deepEqual(scripts().filter((name) => read(name).some((byte) => byte > 0x7e)), []);
  });

  for (const { name } of classics) {
    test(`says in ${name} whose it is and under which licence`, () => {
      const [line] = read(name).toString().split("\n");
      assert.equal(line, `/*! gouji ${described.version} | ${described.license} */`);
    });
  }

  for (const [what, pattern] of Object.entries({
    "import.meta, which old bundlers cannot parse": /import\.meta/,
    "code made from text, which a strict policy forbids": /\beval\s*\(|\bnew Function\b/,
    "anything of Node's own": /\bfrom\s*["']node:|\brequire\s*\((?!"\.\.?\/)|\bprocess\./,
  })) {
    test(`has no ${what}`, () => {
      assert.deepEqual(scripts().filter((name) => pattern.test(read(name).toString())), []);
    });
  }

  test("is JavaScript of 2018", () => {
    for (const name of scripts()) {
      try {
        parse(read(name).toString(), { ecmaVersion: 2018, sourceType: isModule(name) ? "module" : "script" });
      } catch (error) {
        assert.fail(`${name}: ${error.message}`);
      }
    }
  });

  for (const { name, isFile } of modules) {
    const bytes = async () => {
      const { inlined } = await import("../../pkg/inlined.js");
      return Buffer.from(inlined(await import(`../../pkg/dist/${name}.bytes.js`)));
    };

    test(`${name} is WebAssembly 1.0 and nothing later`, async () => {
      const wabt = await loadWabt();
      const features = Object.fromEntries(Object.keys(wabt.FEATURES).map((feature) => [feature, false]));
      wabt.readWasm(await bytes(), features).validate(features);
    });

    test(`${name} is there as a file, too, only where an entry takes it as one, and then the same`, async () => {
      assert.equal(shipped.includes(`${name}.wasm`), isFile === true);
      if (isFile) assert.ok(read(`${name}.wasm`).equals(await bytes()));
    });
  }

  test("names no folder of the machine that built it", () => {
    for (const name of shipped) {
      const text = read(name).toString("latin1");
      assert.doesNotMatch(text, /\/(home|root|Users|tmp)\/|\.cargo|\.rustup/, name);
      assert.ok(!text.includes(project), name);
    }
  });
});
