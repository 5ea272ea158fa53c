// The examples of the rule book for its page. The module that checks does without their weight, so they come from the
// program, which has them from the same data that the tests run.
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { output, project } from "../../tests/setup/programs.mjs";

export const ruleExamplesFile = join(project, "www/rules/examples.js");

/** Of each rule the first example that fails and the first that holds: a report, or for a rule of the readers a document. */
export function writeRuleExamples(gouji) {
  const { rules } = JSON.parse(output(gouji, ["rules", "--format", "json"]));
  const lines = rules.map(({ id, examples: { fails: [fails], holds: [holds] } }) => `  ${JSON.stringify(id)}: ${JSON.stringify({ fails, holds })},\n`);
  const ascii = lines.join("").replace(/[^\n -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  writeFileSync(`${ruleExamplesFile}.new`, `// Written by pkg/build.mjs from the rule book; not to be edited.\nexport const examples = {\n${ascii}};\n`);
  renameSync(`${ruleExamplesFile}.new`, ruleExamplesFile);
}
