// The results of the last audit, in README.md: a block for each part, with date and version.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { output, project } from "../setup/programs.mjs";

const file = join(project, "tests/audit/README.md");

export function record(part, lines) {
  const { version } = JSON.parse(readFileSync(join(project, "pkg/package.json"), "utf8"));
  const rust = output("rustc", ["--version"]).split(" ")[1];
  const now = new Date();
  const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
  const [start, end] = [`<!-- ${part} -->`, `<!-- end of ${part} -->`];
  const text = readFileSync(file, "utf8");
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`tests/audit/README.md has no place for ${part}.`);
  const block = [start, `${date}, version ${version}, Rust ${rust}`, "", ...lines, end].join("\n");
  writeFileSync(file, `${before}${block}${after}`);
}
