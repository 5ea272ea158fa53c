// Runs a Python script with the packages that the requirements.txt beside it pins. They are installed into a folder of
// the user's cache, one for each list of packages and Python version, so that a second clone finds them.
//
//   node tests/setup/python.mjs tests/repair/optimal.py --cases 100
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { find, output, project, run, stop } from "./programs.mjs";
import { cache } from "./tools.mjs";

function environment(requirements) {
  const python = find("python3", "python") ?? stop("Python 3.11 or newer is needed for this.");
  const version = output(python, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"]).trim();
  const [major, minor] = version.split(".").map(Number);
  if (major !== 3 || minor < 11) stop(`Python 3.11 or newer is needed for this; this is ${version}.`);
  const digest = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 8);
  const folder = join(cache, `python-${version}-${digest}`);
  // Written last: an installation that was interrupted is none.
  const finished = join(folder, "installed");
  if (!existsSync(finished)) {
    console.log(`Installing what ${relative(project, requirements)} names (once for this user) ...`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    run(python, ["-m", "venv", folder]);
    run(join(folder, "bin/python"), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
    writeFileSync(finished, "");
  }
  return folder;
}

const [script, ...rest] = process.argv.slice(2);
if (!script) stop("Which script?");
const folder = environment(join(project, dirname(script), "requirements.txt"));
// Nothing is written beside the scripts: no folder of compiled ones in the clone.
const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
run(join(folder, "bin/python"), [script, ...rest], { env });
