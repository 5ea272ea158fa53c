// Each fuzz target for FUZZ_SECONDS, beginning from the committed corpus.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { output, project, run } from "../setup/programs.mjs";
import { pathWithTools } from "../setup/tools.mjs";
import { attempt } from "./attempt.mjs";
import { copyProject } from "./copy.mjs";

const TARGETS = { value: 64, check: 600, session: 600, file: 4000, page: 2000, markup: 1000, plain: 1000, word: 2000, sheet: 2000 }; // bytes of an input at most
const seconds = Number(process.env.FUZZ_SECONDS || 60);
const work = join(project, "target/audit/fuzz");

export function fuzz() {
  run("node", ["tests/setup/tools.mjs", "cargo-fuzz"]);
  const programs = build();
  const lines = ["| target | inputs tried | code reached | kept inputs | found |", "|---|---|---|---|---|"];
  let isFine = true;
  for (const [target, size] of Object.entries(TARGETS)) {
    const kept = join(work, "corpus", target);
    const found = join(work, "found", target);
    rmSync(found, { recursive: true, force: true });
    for (const folder of [kept, found]) mkdirSync(folder, { recursive: true });
    console.log(`${target}: ${seconds} seconds ...`);
    const { isFine: isQuiet, text } = attempt(join(programs, target), [
      `-max_total_time=${seconds}`, `-max_len=${size}`, "-timeout=10", "-print_final_stats=1", `-artifact_prefix=${found}/`,
      kept, join(project, "tests/fuzz/corpus", target),
    ]);
    const inputs = readdirSync(found);
    if (!isQuiet || inputs.length > 0) {
      isFine = false;
      console.log(text.slice(-4000));
    }
    const tried = text.match(/number_of_executed_units: (\d+)/)?.[1] ?? "?";
    const reached = [...text.matchAll(/ cov: (\d+)/g)].at(-1)?.[1] ?? "?";
    const outcome = inputs.length > 0 ? inputs.map((name) => `\`${name}\``).join(", ") : isQuiet ? "nothing" : "it did not run";
    lines.push(`| ${target} (${seconds} s) | ${tried} | ${reached} edges | ${readdirSync(kept).length} | ${outcome} |`);
  }
  return { isFine, lines };
}

/** cargo-fuzz builds on the stable toolchain when it may use unstable options, as the package itself does. */
function build() {
  // There is no unsafe code that an address sanitizer could watch; without one twice as much is tried.
  const args = ["fuzz", "build", "--fuzz-dir", "tests/fuzz", "--target-dir", work, "--sanitizer", "none"];
  const copy = join(work, "copy");
  copyProject(copy);
  run("cargo", args, { cwd: copy, env: { ...process.env, PATH: pathWithTools(), RUSTC_BOOTSTRAP: "1" } });
  const platform = output("rustc", ["-vV"]).match(/host: (.+)/)[1];
  return join(work, platform, "release");
}
