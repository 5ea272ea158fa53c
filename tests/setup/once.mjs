// Runs stages of the tests, each unless it has passed here on these very files with these very programs: then it says so.
//
//   node tests/setup/once.mjs test-rust              AGAIN=1 runs it all the same
//   node tests/setup/once.mjs test-node test-types   several side by side, once `make test` has set up what they need;
//                                                    what one prints stands together when it has ended
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bareChromium, chromium, firefox } from "./browsers.mjs";
import { output, outputBeside, project, run, stop } from "./programs.mjs";

/** One more than the cores that the project reckons with: most stages wait now and then, for a browser or for a disk. */
const SIDE_BY_SIDE = 3;
const javascript = ["www", "pkg", ...["browser", "embedded", "node", "oldest", "packaging", "portal", "types"].map((folder) => `tests/${folder}`)];
const never = ["tests/audit", "tests/bench", "tests/release"];
/** The folders that a stage does not read, beside those that none does. Whatever else there is counts. */
const unread = { "test-rust": javascript, "test-repair": javascript, "test-wasm": javascript };
/** What `make test` has seen to before several run: asking again would build beside them. */
const ready = ["rust", "browsers", "tools", "build"].flatMap((target) => ["-o", target]);

const versions = new Map();
const stages = process.argv.slice(2);
const states = new Map(stages.map((stage) => [stage, stateNow(stage)]));
const waiting = stages.filter((stage) => !hasPassed(stage));
if (stages.length === 1) {
  for (const stage of waiting) {
    run("make", [stage]);
    keep(stage);
  }
} else {
  const failed = [];
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, async () => {
    for (let stage; (stage = waiting.shift()) !== undefined;) {
      const started = Date.now();
      const { status, text } = await outputBeside("make", ["--no-print-directory", ...ready, stage]);
      console.log(`${text}\n=== ${stage} ${status === 0 ? "passed" : "FAILED"} after ${Math.round((Date.now() - started) / 1000)} s ===`);
      if (status === 0) keep(stage);
      else failed.push(stage);
    }
  }));
  if (failed.length > 0) stop(`Failed, see above: ${failed.join(", ")}`);
}

function recordOf(stage) {
  return join(project, "target", "passed", stage);
}

function hasPassed(stage) {
  if (process.env.AGAIN || !existsSync(recordOf(stage))) return false;
  const passed = JSON.parse(readFileSync(recordOf(stage), "utf8"));
  if (passed.state !== states.get(stage)) return false;
  console.log(`=== ${stage} passed on ${passed.on}, and nothing that it depends on has changed (AGAIN=1 runs it) ===`);
  return true;
}

function keep(stage) {
  // What was changed while it ran has not been tested.
  if (stateNow(stage) !== states.get(stage)) return;
  mkdirSync(join(project, "target", "passed"), { recursive: true });
  writeFileSync(recordOf(stage), JSON.stringify({ state: states.get(stage), on: new Date().toISOString() }));
}

/** A name for all files of the project that the stage may read, committed or not, and for the programs that run them. */
function stateNow(stage) {
  const hash = createHash("sha256");
  const isOfPages = stage.startsWith("test-browser");
  if (isOfPages) hash.update(process.env.BROWSERS ?? "");
  const names = output("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).split("\0").filter(Boolean);
  const without = [...never, ...(unread[stage] ?? [])];
  for (const name of [...new Set(names)].sort()) {
    if (without.some((folder) => name.startsWith(`${folder}/`))) continue;
    const path = join(project, name);
    const isThere = existsSync(path);
    const content = isThere ? (lstatSync(path).isSymbolicLink() ? readlinkSync(path) : readFileSync(path)) : "";
    hash.update(`${name}\0${isThere}\0${content.length}\0`).update(content);
  }
  const programs = ["rustc", process.execPath, chromium(), firefox(), ...(isOfPages || stage === "test-packaging" ? [bareChromium()] : [])];
  for (const program of programs) hash.update(versionOf(program));
  return hash.digest("hex");
}

function versionOf(program) {
  if (!versions.has(program)) {
    const asked = program === "rustc" ? "-vV" : "--version";
    versions.set(program, output(program, [asked], { stdio: ["ignore", "pipe", "ignore"] }));
  }
  return versions.get(program);
}
