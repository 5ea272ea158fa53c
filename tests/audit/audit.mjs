// What takes too long for every change: `make audit`. The checkout is read, never written, but for the results in
// README.md; what is made on the way stays in target/audit.
//
//   AUDIT=fuzz,mutants   only these parts (of: fuzz, mutants, dependencies, builds)
//   FUZZ_SECONDS=60      for each fuzz target
//   MUTANTS_SECONDS=1800 in all; mutants that were not reached are counted as such
//   MUTANTS_FILES=…      the files to change, as glob patterns with commas between
import { builds } from "./builds.mjs";
import { dependencies } from "./dependencies.mjs";
import { fuzz } from "./fuzz.mjs";
import { mutants } from "./mutants.mjs";
import { record } from "./results.mjs";

const parts = { fuzz, mutants, dependencies, builds };
const asked = process.env.AUDIT ? process.env.AUDIT.split(",") : Object.keys(parts);

for (const name of asked) {
  if (!parts[name]) {
    console.error(`AUDIT: there is no part "${name}"; there are ${Object.keys(parts).join(", ")}.`);
    process.exit(2);
  }
}
for (const name of asked) {
  console.log(`\n=== Audit: ${name} ===\n`);
  const { isFine, lines } = await parts[name]();
  console.log(`\n${lines.join("\n")}`);
  record(name, lines);
  if (!isFine) process.exitCode = 1;
}
