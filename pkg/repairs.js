// Repairs: the core says what is broken, gouji/repair finds what would mend it, the core puts that into words.
import { repairMissing } from "./errors.js";

export function assertRepair(engine) {
  if (engine.repair === null) throw repairMissing("There are no repairs here yet.");
}

/** What would mend the form with this handle. */
export function repairsOf(engine, glue, handle) {
  const problems = glue.problems(handle);
  // Their number comes first: none are solved by none, whoever searches.
  const solved = problems[0] === 0 ? problems : engine.repair.call("repairs", (solver) => solver.solve(problems));
  return glue.repairs(handle, solved);
}
