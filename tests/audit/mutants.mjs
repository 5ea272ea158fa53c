// cargo-mutants: the code changed in small ways, each of which some test has to notice. (The rule data are mutated in
// `cargo test`: tests/mutation.) Mutants that survive are held against judged.json, where it stands why each of them
// makes no difference; any other is a test that is missing.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { output, project, run } from "../setup/programs.mjs";
import { attempt } from "./attempt.mjs";
import { copyProject } from "./copy.mjs";

const seconds = Number(process.env.MUTANTS_SECONDS || 1800);
const patterns = (process.env.MUTANTS_FILES || "src/check/*.rs,src/rules/*.rs,src/report/**/*.rs,src/repair/**/*.rs").split(",");
const work = join(project, "target/audit");
const host = output("rustc", ["-vV"]).match(/^host: (.+)$/m)[1].toUpperCase().replaceAll("-", "_");

export function mutants() {
  run("node", ["tests/setup/tools.mjs", "cargo-mutants"]);
  const copy = join(work, "copy");
  copyProject(copy);
  mkdirSync(join(work, "mutants"), { recursive: true });
  console.log(`At most ${seconds} seconds ...`);
  const { text } = attempt(
    "cargo",
    [
      "mutants", "--in-place", "--no-times", "--colors", "never", "--shuffle", "--baseline", "run", "--minimum-test-timeout", "120",
      "--output", join(work, "mutants"), ...patterns.flatMap((pattern) => ["--file", pattern]),
      // For building and for testing; what is given after "--" would be for testing alone.
      "--cargo-arg=--lib", "--cargo-arg=--test=native",
    ],
    {
      cwd: copy,
      timeout: seconds * 1000,
      killSignal: "SIGINT",
      env: {
        CARGO_TARGET_DIR: join(work, "mutants-target"),
        CARGO_PROFILE_TEST_DEBUG: "0",
        CARGO_PROFILE_DEV_DEBUG: "0",
        [`CARGO_TARGET_${host}_RUNNER`]: `node ${join(project, "tests/audit/subject-by-subject.mjs")}`,
      },
    },
  );
  console.log(text.split("\n").slice(-15).join("\n"));
  return told(copy);
}

function told(copy) {
  const read = (name) => JSON.parse(readFileSync(join(work, "mutants/mutants.out", name), "utf8"));
  const { outcomes } = read("outcomes.json");
  const total = read("mutants.json").length;
  const baseline = outcomes.find(({ scenario }) => scenario === "Baseline");
  if (baseline?.summary !== "Success") return { isFine: false, lines: ["The tests fail without any change; nothing was tried."] };
  const tried = outcomes.filter(({ scenario }) => scenario.Mutant);
  const of = (summary) => tried.filter((outcome) => outcome.summary === summary);
  const missed = of("MissedMutant").map(({ scenario }) => nameOf(copy, scenario.Mutant));
  const judged = JSON.parse(readFileSync(join(project, "tests/audit/judged.json"), "utf8"));
  const isJudged = (mutant) => judged.some((one) => one.mutant === mutant.mutant && one.line === mutant.line);
  const open = missed.filter((mutant) => !isJudged(mutant));
  const noticed = of("CaughtMutant").length + of("Timeout").length;
  const lines = [
    "| mutants of the code | count |",
    "|---|---|",
    `| in ${patterns.map((name) => `\`${name}\``).join(", ")} | ${total} |`,
    `| tried${tried.length < total ? " before the run was stopped" : ""} | ${tried.length} |`,
    `| noticed by a test | ${noticed} |`,
    `| that do not compile | ${of("Unviable").length} |`,
    `| that survive and make no difference (judged.json says why) | ${missed.length - open.length} |`,
    `| that survive and are not judged | ${open.length} |`,
    ...open.map(({ mutant, line }) => `| | ${mutant}: \`${line.replaceAll("|", "\\|")}\` |`),
  ];
  return { isFine: open.length === 0, lines };
}

/** A mutant by what it changes, not by the number of its line, which moves with every edit above it. */
function nameOf(copy, { name, file, span }) {
  const line = readFileSync(join(copy, file), "utf8").split("\n")[span.start.line - 1].trim();
  return { mutant: name.replace(/:\d+:\d+:/, ":"), line };
}
