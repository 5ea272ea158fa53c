// Licences, sources and known faults of everything in Cargo.lock, by cargo-deny.
import { run } from "../setup/programs.mjs";
import { attempt } from "./attempt.mjs";

const CHECKS = { licenses: "licences", bans: "versions and wildcards", sources: "sources", advisories: "known faults (RustSec)" };

export function dependencies() {
  run("node", ["tests/setup/tools.mjs", "cargo-deny"]);
  const lines = ["| dependencies | result |", "|---|---|"];
  let isFine = true;
  for (const [check, title] of Object.entries(CHECKS)) {
    const { isFine: passes, text } = attempt("cargo", ["deny", "--all-features", "--config", "tests/audit/deny.toml", "check", check]);
    // The list of known faults comes over the network. Without it nothing is known, which is no failure and no success.
    const isUnknown = check === "advisories" && /failed to (fetch|clone|acquire)|unable to (fetch|load|open)|db.*fetch|network/i.test(text);
    if (!passes) console.log(text.slice(-4000));
    if (!passes && !isUnknown) isFine = false;
    const unknown = "**not run**: the list of known faults could not be fetched";
    lines.push(`| ${title} | ${passes ? "fine" : isUnknown ? unknown : "**refused**"} |`);
  }
  return { isFine, lines };
}
