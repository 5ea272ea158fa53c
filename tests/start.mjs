// What the page loads when it is opened: every file by itself, as a server sends them. What comes later (the search for
// repairs behind the first paint, the readers of documents when the first one comes) is not among them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { project } from "./setup/programs.mjs";

// The second is what www/engine.js imports as soon as the page runs.
const scripts = ["www/main.js", "pkg/index.js"];

/** The files, as paths within the project. */
export function loadedAtStart() {
  const { metafile: { inputs } } = buildSync({
    absWorkingDir: project, entryPoints: scripts, bundle: true, write: false, metafile: true, format: "esm", outdir: "unwritten", logLevel: "silent",
  });
  const found = new Set();
  const follow = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const { path, kind } of inputs[name].imports) if (kind === "import-statement") follow(path);
  };
  scripts.forEach(follow);
  const page = readFileSync(join(project, "www/index.html"), "utf8");
  const linked = [...page.matchAll(/(?:href|src)="([^"#]+\.(?:css|svg))"/g)].map(([, name]) => `www/${name}`);
  return ["www/index.html", ...new Set(linked), ...found];
}

export const bytesAtStart = () => loadedAtStart().map((name) => readFileSync(join(project, name)));
