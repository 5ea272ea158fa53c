// What the package ships, file by file, as `npm pack` would take it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { parse } from "acorn";
import loadWabt from "wabt";
import { output, project } from "../setup/programs.mjs";

const folder = join(project, "pkg");
const read = (name) => readFileSync(join(folder, name));
const described = JSON.parse(read("package.json"));

let shipped;
before(() => {
  const [tarball] = JSON.parse(output("npm", ["pack", "--dry-run", "--json"], { cwd: folder }));
  shipped = tarball.files.map(({ path }) => path);
});
const scripts = () => shipped.filter((name) => name.endsWith(".js"));

describe("the package", () => {
  test("ships exactly the files that package.json lists", () => {
    assert.deepEqual([...shipped].sort(), [...described.files, "package.json"].sort());
  });

  test("installs nothing and runs nothing when it is installed", () => {
    const forbidden = ["dependencies", "peerDependencies", "optionalDependencies", "bin", "scripts"];
    assert.deepEqual(forbidden.filter((key) => key in described), []);
  });

  test("points only to files that it ships", () => {
    const targets = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(targets));
    const pointers = [described.main, described.module, described.types, ...targets(described.exports)];
    assert.deepEqual(pointers.filter((path) => !shipped.includes(path.replace("./", ""))), []);
  });

  test("holds only ASCII in its scripts, which a page in GBK reads rightly", () => {
    assert.deepEqual(scripts().filter((name) => read(name).some((byte) => byte > 0x7e)), []);
  });

  for (const [what, pattern] of Object.entries({
    "import.meta, which old bundlers cannot parse": /import\.meta/,
    "code made from text, which a strict policy forbids": /\beval\s*\(|\bnew Function\b/,
    "anything of Node's own": /\bfrom\s*["']node:|\brequire\s*\(|\bprocess\./,
  })) {
    test(`has no ${what}`, () => {
      assert.deepEqual(scripts().filter((name) => pattern.test(read(name).toString())), []);
    });
  }

  test("is JavaScript of 2018", () => {
    for (const name of scripts()) {
      try {
        parse(read(name).toString(), { ecmaVersion: 2018, sourceType: "module" });
      } catch (error) {
        assert.fail(`${name}: ${error.message}`);
      }
    }
  });

  test("is WebAssembly 1.0 with mutable globals and nothing later", async () => {
    const wabt = await loadWabt();
    const features = Object.fromEntries(Object.keys(wabt.FEATURES).map((name) => [name, false]));
    features.mutable_globals = true;
    wabt.readWasm(read("dist/gouji.wasm"), features).validate(features);
  });

  test("carries the same module as a file and inlined", async () => {
    const { default: inlined } = await import("../../pkg/dist/bytes.js");
    assert.ok(read("dist/gouji.wasm").equals(Buffer.from(inlined, "base64")));
  });

  test("names no folder of the machine that built it", () => {
    const text = read("dist/gouji.wasm").toString("latin1");
    assert.doesNotMatch(text, /\/(home|root|Users|tmp)\/|\.cargo|\.rustup/);
    assert.ok(!text.includes(project));
  });
});
