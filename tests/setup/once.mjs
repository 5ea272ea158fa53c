// Runs a stage of the tests, unless it has passed here on these very files with these very programs: then it says so.
//
//   node tests/setup/once.mjs test-rust          AGAIN=1 runs it all the same
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bareChromium, chromium, firefox } from "./browsers.mjs";
import { output, project, run } from "./programs.mjs";

const javascript = ["www", "pkg", ...["browser", "node", "oldest", "packaging", "portal", "types"].map((folder) => `tests/${folder}`)];
const never = ["tests/audit", "tests/bench", "tests/release"];
/** The folders that a stage does not read, beside those that none does. Whatever else there is counts. */
const unread = { "test-rust": javascript, "test-repair": javascript, "test-wasm": javascript };

const [stage] = process.argv.slice(2);
const place = join(project, "target", "passed", stage);
const without = [...never, ...(unread[stage] ?? [])];
const state = stateNow();
const passed = !process.env.AGAIN && existsSync(place) ? JSON.parse(readFileSync(place, "utf8")) : null;
if (passed?.state === state) {
  console.log(`\n=== ${stage} passed on ${passed.on}, and nothing that it depends on has changed (AGAIN=1 runs it) ===`);
} else {
  run("make", [stage]);
  // What was changed while it ran has not been tested.
  if (stateNow() === state) {
    mkdirSync(join(project, "target", "passed"), { recursive: true });
    writeFileSync(place, JSON.stringify({ state, on: new Date().toISOString() }));
  }
}

/** A name for all files of the project that the stage may read, committed or not, and for the programs that run them. */
function stateNow() {
  const hash = createHash("sha256");
  if (stage === "test-browser") hash.update(process.env.BROWSERS ?? "");
  const names = output("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).split("\0").filter(Boolean);
  for (const name of [...new Set(names)].sort()) {
    if (without.some((folder) => name.startsWith(`${folder}/`))) continue;
    const path = join(project, name);
    const isThere = existsSync(path);
    const content = isThere ? (lstatSync(path).isSymbolicLink() ? readlinkSync(path) : readFileSync(path)) : "";
    hash.update(`${name}\0${isThere}\0${content.length}\0`).update(content);
  }
  const pages = ["test-browser", "test-packaging"].includes(stage) ? [[bareChromium(), "--version"]] : [];
  for (const [program, ...args] of [["rustc", "-vV"], [process.execPath, "--version"], [chromium(), "--version"], [firefox(), "--version"], ...pages]) hash.update(output(program, args, { stdio: ["ignore", "pipe", "ignore"] }));
  return hash.digest("hex");
}
