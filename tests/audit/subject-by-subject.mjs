// Runs a test program of Rust one subject after the other and stops at the first that fails: what cargo does with several
// programs and the harness of one does not. Cargo calls it as a runner: `node subject-by-subject.mjs <program> …`.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { project, stop } from "../setup/programs.mjs";

const [program, ...rest] = process.argv.slice(2);
/** The subjects of `tests/native.rs` that speak of what the core finds; the quickest to notice stand first. */
const SUBJECTS = ["examples", "forms", "options", "layouts", "messages", "slips", "repair", "real_reports", "detection", "fuzz", "properties", "values", "hostile"];
// A name that is no subject would match no test, and every mutant would live through it.
const native = readFileSync(join(project, "tests/native.rs"), "utf8");
for (const subject of SUBJECTS) if (!native.includes(`mod ${subject};`)) stop(`tests/native.rs has no subject "${subject}".`);

const turns = basename(program).startsWith("native-") ? SUBJECTS.map((subject) => [`${subject}::`]) : [[]];
for (const turn of turns) {
  const { status } = spawnSync(program, [...turn, ...rest], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
