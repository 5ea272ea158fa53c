// Two clean builds in two folders give the same package, byte for byte.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { project, run } from "../setup/programs.mjs";
import { copyProject } from "./copy.mjs";

/** Of different lengths, because a path that finds its way into the bytes moves what stands behind it. */
const FOLDERS = ["one", "another-with-a-longer-name"];

export function builds() {
  run("node", ["tests/setup/tools.mjs", "wasm-bindgen"]);
  const above = mkdtempSync(join(tmpdir(), "gouji-builds-"));
  try {
    const [first, second] = FOLDERS.map((name) => packed(join(above, name)));
    const names = [...new Set([...Object.keys(first), ...Object.keys(second)])].sort();
    const different = names.filter((name) => first[name] !== second[name]);
    const isFine = different.length === 0;
    const lines = [
      "| two clean builds | result |",
      "|---|---|",
      `| what \`npm publish\` would ship, the tarball counted | ${names.length} files |`,
      `| different | ${isFine ? "none" : different.map((name) => `\`${name}\``).join(", ")} |`,
      `| SHA-256 of gouji.wasm | \`${wasmOf(first)}\` |`,
    ];
    return { isFine, lines };
  } finally {
    rmSync(above, { recursive: true, force: true });
  }
}

const wasmOf = (files) => files[Object.keys(files).find((name) => name.endsWith("gouji.wasm"))];

/** Builds in a folder of its own; the hash of every file that would be shipped, and of the tarball. */
function packed(folder) {
  copyProject(folder);
  symlinkSync(join(project, "tests/node_modules"), join(folder, "tests/node_modules"));
  const env = { ...process.env };
  delete env.CARGO_TARGET_DIR;
  console.log(`A clean build in ${folder} ...`);
  run("node", ["pkg/build.mjs"], { cwd: folder, env });
  run("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: join(folder, "pkg"), env, stdio: ["ignore", "ignore", "inherit"] });
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  run("tar", ["-xzf", tarball], { cwd: folder });
  const files = readdirSync(join(folder, "package"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const hash = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");
  const hashes = files.map((entry) => {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    return [file.slice(join(folder, "package").length + 1), hash(file)];
  });
  return Object.fromEntries([...hashes, [tarball, hash(join(folder, tarball))]]);
}
