// What a release says of itself: hashes for pages that load it, and what it is made of.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { classics, modules } from "../../pkg/build/places.mjs";
import { project } from "../setup/programs.mjs";

const read = (name) => readFileSync(join(project, "pkg", name));
const json = (name) => JSON.parse(read(name));

test("the hashes are those of the files, as `integrity` takes them", () => {
  const hashes = json("integrity.json");
  const loaded = [...classics.map(({ name }) => name), ...modules.filter(({ isFile }) => isFile).map(({ name }) => `${name}.wasm`)];
  assert.deepEqual(Object.keys(hashes), loaded);
  for (const [name, hash] of Object.entries(hashes)) assert.equal(hash, `sha384-${createHash("sha384").update(read(name)).digest("base64")}`);
});

describe("the list of what the WebAssembly is made of", () => {
  const { bomFormat, specVersion, metadata, components, dependencies, ...rest } = json("sbom.json");
  const references = components.map((component) => component["bom-ref"]);

  test("is CycloneDX, the same in every build", () => {
    assert.deepEqual([bomFormat, specVersion, metadata.component.version], ["CycloneDX", "1.6", json("package.json").version]);
    assert.deepEqual(Object.keys(rest).sort(), ["$schema", "version"]);
    assert.deepEqual(Object.keys(metadata), ["component"]);
    assert.deepEqual(references, [...new Set(references)].sort());
  });

  test("names each with version and licence, crates with the checksum of Cargo.lock", () => {
    const lock = readFileSync(join(project, "Cargo.lock"), "utf8");
    for (const { name, version, licenses, hashes, purl } of components) {
      assert.match(licenses[0].expression, /^[A-Za-z0-9.() -]+$/, name);
      if (name === "std") continue;
      assert.equal(purl, `pkg:cargo/${name}@${version}`);
      const { content } = hashes[0];
      assert.match(lock.replaceAll("\r", ""), new RegExp(`name = "${name}"\nversion = "${version.replaceAll(".", "\\.")}"\nsource = .*\nchecksum = "${content}"`));
    }
  });

  test("holds what the core uses, and nothing of the command line, the build or the tests", () => {
    const names = components.map(({ name }) => name);
    for (const name of ["serde", "js-sys", "wasm-bindgen", "std"]) assert.ok(names.includes(name), name);
    for (const name of ["clap", "serde_json", "serde_derive", "sha2", "toml", "proptest"]) assert.ok(!names.includes(name), name);
  });

  test("says what needs what, all of it listed", () => {
    const known = [metadata.component["bom-ref"], ...references];
    for (const { ref, dependsOn } of dependencies) assert.deepEqual([ref, ...dependsOn].filter((one) => !known.includes(one)), []);
    const needed = new Set(dependencies.flatMap(({ dependsOn }) => dependsOn));
    assert.deepEqual(references.filter((one) => !needed.has(one)), []);
  });
});
