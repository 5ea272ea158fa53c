// Packs the package as `npm publish` would, installs it into a project outside this one, and runs the tests of this
// folder there.
//
//   node tests/packaging/run.mjs              all of them
//   node tests/packaging/run.mjs browsers     those of browsers.test.mjs
//   KEEP=1 node tests/packaging/run.mjs       leaves the project, and prints where it lies
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { output, project, run } from "../setup/programs.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
// What bundlers print of a path is the real one.
const folder = realpathSync(mkdtempSync(join(tmpdir(), "gouji-packaging-")));
process.on("exit", () => {
  if (process.env.KEEP) console.log(`The project is left in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
});

const [packed] = JSON.parse(output("npm", ["pack", join(project, "pkg"), "--json", "--pack-destination", folder]));
const installed = join(folder, "project");
mkdirSync(installed);
writeFileSync(join(installed, "package.json"), '{ "private": true }\n');
for (const app of readdirSync(join(here, "apps"), { withFileTypes: true })) {
  if (!app.isDirectory()) continue;
  cpSync(join(here, "apps", app.name), join(installed, app.name), { recursive: true });
  for (const asked of ["question.js", "mending.js", "reader.js"]) cpSync(join(here, "apps", asked), join(installed, app.name, asked));
}
// Offline: the package needs nothing else.
run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", join(folder, packed.filename)], { cwd: installed });
// A folder above the project, where the apps find what they import beside gouji; nothing called gouji is in it.
symlinkSync(join(here, "node_modules"), join(folder, "node_modules"), "dir");

const wanted = process.argv.slice(2).map((name) => `${name}.test.mjs`);
const tests = readdirSync(here).filter((name) => name.endsWith(".test.mjs") && (wanted.length === 0 || wanted.includes(name)));
const { status } = spawnSync(
  process.execPath,
  ["--test", "--test-reporter=spec", "--test-concurrency=1", ...tests.map((name) => join(here, name))],
  { stdio: "inherit", env: { ...process.env, GOUJI_INSTALLED: installed, GOUJI_TARBALL: join(folder, packed.filename) } },
);
process.exitCode = status ?? 1;
