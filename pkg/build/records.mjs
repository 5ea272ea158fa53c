// What a release says of itself: hashes of what pages load, and what the WebAssembly is made of.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { output, project } from "../../tests/setup/programs.mjs";
import { classics, modules, ship, shipped, version } from "./places.mjs";

/** For `<script integrity="…">` and `fetch(…, {integrity: "…"})`. */
export function writeIntegrity() {
  const hash = (name) => `sha384-${createHash("sha384").update(readFileSync(join(shipped, name))).digest("base64")}`;
  const loaded = [...classics.map(({ name }) => name), ...modules.filter(({ isFile }) => isFile).map(({ name }) => `${name}.wasm`)];
  const hashes = Object.fromEntries(loaded.map((name) => [name, hash(name)]));
  ship("integrity.json", `${JSON.stringify(hashes, null, 2)}\n`);
}

/** A CycloneDX list of the crates whose code is in the WebAssembly. The same for the same Cargo.lock: no time, no serial number. */
export function writeSbom() {
  const links = linkedCrates();
  const [root] = links.keys();
  const rust = standardLibrary();
  const described = new Map(metadata().map((crate) => [`${crate.name} ${crate.version}`, crate]));
  const checksums = lockedChecksums();
  const reference = (crate) => (crate === root ? `pkg:npm/gouji@${version}` : `pkg:cargo/${crate.replace(" ", "@")}`);
  const component = (crate) => {
    const { name, version: release, license } = described.get(crate);
    const checksum = checksums.get(crate);
    return {
      type: "library",
      "bom-ref": reference(crate),
      name,
      version: release,
      // "MIT/Apache-2.0" is how it was written before SPDX expressions.
      licenses: [{ expression: license.replaceAll("/", " OR ") }],
      purl: reference(crate),
      ...(checksum ? { hashes: [{ alg: "SHA-256", content: checksum }] } : {}),
    };
  };
  const [own, ...crates] = [...links.keys()].map(component);
  const by = (key) => (one, other) => (one[key] < other[key] ? -1 : 1);
  const sbom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: own },
    components: [...crates, rust].sort(by("bom-ref")),
    dependencies: [...links].map(([crate, needs]) => ({
      ref: reference(crate),
      dependsOn: [...[...needs].map(reference), rust["bom-ref"]].sort(),
    })).sort(by("ref")),
  };
  ship("sbom.json", `${JSON.stringify(sbom, null, 2)}\n`);
}

/** "name version" of each crate that is linked into the WebAssembly (no macros, nothing of the build) to those it needs; ours first. */
function linkedCrates() {
  const tree = output("cargo", [
    "tree", "--locked", "--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro", "--prefix", "depth", "--format", " {p}",
  ]);
  const links = new Map();
  const above = [];
  for (const [, depth, name, release] of tree.matchAll(/^(\d+) (\S+) v(\S+)/gm)) {
    const crate = `${name} ${release}`;
    if (!links.has(crate)) links.set(crate, new Set());
    if (depth > 0) links.get(above[depth - 1]).add(crate);
    above[depth] = crate;
  }
  return links;
}

function metadata() {
  return JSON.parse(output("cargo", ["metadata", "--format-version", "1", "--locked"])).packages;
}

function lockedChecksums() {
  const lock = readFileSync(join(project, "Cargo.lock"), "utf8");
  const blocks = lock.matchAll(/name = "(.+)"\r?\nversion = "(.+)"\r?\n(?:source = .+\r?\n)?checksum = "(.+)"/g);
  return new Map([...blocks].map(([, name, release, checksum]) => [`${name} ${release}`, checksum]));
}

/** It is compiled with the core (see wasm.mjs). */
function standardLibrary() {
  const release = output("rustc", ["--version"]).split(" ")[1];
  const purl = `pkg:github/rust-lang/rust@${release}#library/std`;
  return { type: "library", "bom-ref": purl, name: "std", version: release, licenses: [{ expression: "MIT OR Apache-2.0" }], purl };
}
