// A folder in which the package is found as if it were installed, for compilers and for Node.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { project } from "../setup/programs.mjs";

export const here = fileURLToPath(new URL(".", import.meta.url));

export function makeProject() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "gouji-types-")));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(project, "pkg"), join(folder, "node_modules/gouji"), "dir");
  symlinkSync(join(here, "node_modules/@standard-schema"), join(folder, "node_modules/@standard-schema"), "dir");
  cpSync(join(here, "use"), folder, { recursive: true });
  return folder;
}
