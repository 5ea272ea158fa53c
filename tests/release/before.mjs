// What can be said of a release before anything is built: one version everywhere, a changelog that knows it, and
// nothing in the checkout that is not committed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { output, project, stop } from "../setup/programs.mjs";

const read = (name) => readFileSync(join(project, name), "utf8");
const { version } = JSON.parse(read("pkg/package.json"));
const faults = [];

const crate = read("Cargo.toml").match(/^version = "(.+)"$/m)?.[1];
if (crate !== version) faults.push(`Cargo.toml says version ${crate}, pkg/package.json ${version}.`);
const locked = read("Cargo.lock").match(/name = "gouji"\r?\nversion = "(.+)"/)?.[1];
if (locked !== version) faults.push(`Cargo.lock says version ${locked}, pkg/package.json ${version}.`);

// "## [1.2.3] - 2026-11-23", and below it "### 规则 Rules", even where it says that none has changed.
const [newest] = read("pkg/CHANGELOG.md").split(/^## /m).slice(1);
const [, listed, date] = newest?.match(/^\[(.+?)\] - (.+)/) ?? [];
if (listed !== version) faults.push(`The newest version in pkg/CHANGELOG.md is ${listed}, in pkg/package.json ${version}.`);
if (!newest?.includes("\n### 规则 Rules\n")) faults.push(`pkg/CHANGELOG.md has no "### 规则 Rules" under ${version}.`);

const changed = output("git", ["status", "--porcelain"]).trimEnd();
if (changed !== "") faults.push(`There are changes that are not committed:\n${changed}`);

if (faults.length > 0) stop(`Not ready for release:\n\n${faults.join("\n\n")}`);
console.log(`Version ${version} everywhere; nothing uncommitted.`);
if (!/^\d{4}-\d{2}-\d{2}/.test(date)) console.log(`To do before publishing: pkg/CHANGELOG.md dates ${version} as "${date}".`);
