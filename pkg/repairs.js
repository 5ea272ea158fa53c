// Repairs: the core says what is broken, gouji/repair finds what would mend it, the core says what that would be like
// and how the cells are called, gouji/repair puts it into words.
import { repairMissing } from "./errors.js";

export function assertRepair(engine) {
  if (engine.repair === null) throw repairMissing("There are no repairs here yet.");
}

/** What would mend the form with this handle. */
export function repairsOf(engine, glue, handle, english) {
  const problems = glue.problems(handle);
  // Their number comes first. Where nothing is broken, nothing is searched for, and the search need not start.
  if (problems[0] === 0) return { repairs: [], repairsComplete: true, moreRepairs: false, lookUp: [] };
  const solved = engine.repair.call("repairs", (search) => search.solve(problems));
  const found = glue.lookedUp(handle, solved);
  return engine.repair.call("repairs", (search) => search.putIntoWords(problems, solved, found, english));
}
