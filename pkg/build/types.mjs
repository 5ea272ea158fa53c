// The types that are made: the ids out of the data, and every file once more for CommonJS.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { output } from "../../tests/setup/programs.mjs";
import { entries, ship, shipped } from "./places.mjs";

export function writeIds(gouji) {
  const entriesOf = (args, key) => JSON.parse(output(gouji, [...args, "--format", "json"]))[key];
  const list = (args, key) => entriesOf(args, key).map(({ id }) => id);
  const cells = new Set([...list(["form", "2020"], "cells"), ...list(["form", "2024"], "cells")]);
  // What a document raises is told by gouji/read alone.
  const rules = entriesOf(["rules"], "rules");
  const raised = (isByDocument) => rules.filter(({ kind }) => (kind === "document") === isByDocument).map(({ id }) => id);
  const union = (name, ids) => `export type ${name} =\n${[...ids].sort().map((id) => `  | "${id}"`).join("\n")};\n`;
  const text = [
    "// Written by pkg/build.mjs from the forms and the rule book; not to be edited.",
    union("CellId", cells),
    union("RuleId", new Set(raised(false))),
    union("DocumentRuleId", new Set(raised(true))),
    union("SlipId", new Set(list(["rules"], "slips"))),
  ];
  ship("dist/ids.d.ts", text.join("\n"));
}

/** TypeScript reads a .d.ts of this package as that of an ES module, and wants a .d.cts for what is none. */
export function writeTypesForCommonJs() {
  for (const name of [...entries, "following", "dist/ids"]) {
    const text = readFileSync(join(shipped, `${name}.d.ts`), "utf8");
    ship(`${name}.d.cts`, text.replace(/(from "\.\.?\/[^"]+)\.js"/g, '$1.cjs"'));
  }
}
