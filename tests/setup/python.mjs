// Runs a Python script with the packages that tests/repair/requirements.txt pins. They are installed into a folder of
// the user's cache, one for each list of packages and Python version, so that a second clone finds them.
//
//   node tests/setup/python.mjs tests/repair/optimal.py --cases 100
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { find, output, project, run, stop } from "./programs.mjs";
import { cache } from "./tools.mjs";

const requirements = join(project, "tests/repair/requirements.txt");

function environment() {
  const python = find("python3", "python") ?? stop("Python 3.11 or newer is needed for the tests of repairs.");
  const version = output(python, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"]).trim();
  const [major, minor] = version.split(".").map(Number);
  if (major !== 3 || minor < 11) stop(`Python 3.11 or newer is needed for the tests of repairs; this is ${version}.`);
  const digest = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 8);
  const folder = join(cache, `python-${version}-${digest}`);
  // Written last: an installation that was interrupted is none.
  const finished = join(folder, "installed");
  if (!existsSync(finished)) {
    console.log("Installing the solver that repairs are tested against (once for this user) ...");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    run(python, ["-m", "venv", folder]);
    run(join(folder, "bin/python"), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
    writeFileSync(finished, "");
  }
  return folder;
}

const folder = environment();
const [script, ...rest] = process.argv.slice(2);
if (!script) stop("Which script?");
// Nothing is written beside the scripts: no folder of compiled ones in the clone.
const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
run(join(folder, "bin/python"), [script, ...rest], { env });
