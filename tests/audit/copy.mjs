// The project as it would be on a fresh clone, in another folder: what .gitignore names stays behind.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { project } from "../setup/programs.mjs";

export function copyProject(folder) {
  const isIgnored = ignored();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Piece by piece, because Node copies no folder into one below it, and target/ may hold the copy.
  for (const name of readdirSync(project).filter((name) => !isIgnored(join(project, name)))) {
    cpSync(join(project, name), join(folder, name), { recursive: true, preserveTimestamps: true, filter: (file) => !isIgnored(file) });
  }
}

/** The few forms that .gitignore here uses: a name anywhere ("target/", "*.tgz"), or a path from the top ("pkg/dist/"). */
function ignored() {
  const lines = readFileSync(join(project, ".gitignore"), "utf8").split(/\r?\n/).filter((line) => line && !line.startsWith("#"));
  const patterns = [".git", ...lines].map((line) => {
    const path = line.replace(/\/$/, "");
    const escaped = path.replace(/^\//, "").replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*");
    return { isPath: path.includes("/"), pattern: new RegExp(`^${escaped}$`) };
  });
  return (file) => {
    const path = relative(project, file).split(sep).join("/");
    return patterns.some(({ isPath, pattern }) => pattern.test(isPath ? path : basename(path)));
  };
}
