// What the page loads until the first paint and the first verdict: every file by itself, as a server sends them. What
// comes behind them by itself (www/later.js and what it brings) is not among it; `loadedInAll` has that, too.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { project } from "./setup/programs.mjs";

const page = () => readFileSync(join(project, "www/index.html"), "utf8");
const inPage = (name) => join("www", name);

/** The page's modules: those that imports of these kinds lead to, but for `others`. */
function modulesOf(kinds, others = []) {
  const { metafile: { inputs } } = buildSync({
    absWorkingDir: project, entryPoints: ["www/main.js"], bundle: true, write: false, metafile: true, format: "esm", outdir: "unwritten", logLevel: "silent",
  });
  const found = new Set();
  const follow = (name) => {
    if (found.has(name) || others.includes(name)) return;
    found.add(name);
    for (const { path, kind } of inputs[name].imports) if (kinds.includes(kind)) follow(path);
  };
  follow("www/main.js");
  return [...found];
}

const linked = (isWanted) => [...page().matchAll(/<(?:link|img|script)[^>]*(?:href|src)="([^"#]+\.(?:css|svg|js))"[^>]*>/g)].filter(([tag]) => isWanted(tag)).map(([, name]) => inPage(name));

/** The files, as paths within the project. Styles that the markup disables come later. */
export const loadedAtStart = () => [...new Set(["www/index.html", ...linked((tag) => !/ disabled/.test(tag)), ...modulesOf(["import-statement"])])];

/** The same, and all that comes by itself afterwards. What other pages load is left out: the core as modules, the binding. */
export const loadedInAll = () => [...new Set(["www/index.html", ...linked(() => true), ...modulesOf(["import-statement", "dynamic-import"], ["pkg/index.js", "pkg/bind.js"])])];

const bytesOf = (names) => names.map((name) => readFileSync(join(project, name)));
export const bytesAtStart = () => bytesOf(loadedAtStart());
export const bytesInAll = () => bytesOf(loadedInAll());
