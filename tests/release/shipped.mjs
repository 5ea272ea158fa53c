// What `npm publish` would ship, and whether the records in it are those of these very bytes.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { output, project, stop } from "../setup/programs.mjs";

const folder = join(project, "pkg");
const { files: listed, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const [{ filename, files, size, unpackedSize, integrity }] = JSON.parse(output("npm", ["pack", "--dry-run", "--json"], { cwd: folder }));
const paths = files.map(({ path }) => path);
const faults = [];

for (const name of listed.filter((name) => !existsSync(join(folder, name)))) faults.push(`package.json lists ${name}, which is not there.`);
const RECORDS = ["integrity.json", "sbom.json", "CHANGELOG.md", "README.md", "LICENSE-MIT", "LICENSE-APACHE"];
for (const name of RECORDS.filter((name) => !paths.includes(name))) faults.push(`${name} would not be shipped.`);

if (paths.includes("integrity.json")) {
  for (const [name, hash] of Object.entries(JSON.parse(readFileSync(join(folder, "integrity.json"), "utf8")))) {
    const [method] = hash.split("-");
    const now = `${method}-${createHash(method).update(readFileSync(join(folder, name))).digest("base64")}`;
    if (now !== hash) faults.push(`integrity.json has another hash for ${name} than its bytes.`);
  }
}

console.log(`\n\`npm publish\` would ship ${filename}:\n`);
for (const { path, size } of files) console.log(`${String(size).padStart(10)}  ${path}`);
console.log(`${String(unpackedSize).padStart(10)}  in ${files.length} files; ${size} packed`);
console.log(`\n${integrity}`);
if (faults.length > 0) stop(`Not ready for release:\n\n${faults.join("\n")}`);
console.log(`\ngouji ${version} is ready: \`npm publish pkg\` is all that is left, and the tag v${version}.`);
