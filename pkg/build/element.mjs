// What gouji/element says and how it looks, written as people write it (pkg/element/words.json, report.css) and shipped
// as scripts in ASCII; the style also as a file, for browsers that cannot construct style sheets.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { project, stop } from "../../tests/setup/programs.mjs";
import { ship, shipped, version } from "./places.mjs";

const { default: esbuild } = await import(join(project, "tests/node_modules/esbuild/lib/main.js"));

/** Written by hand. */
export const wordsFile = join(shipped, "element/words.json");
export const styleFile = join(shipped, "element/report.css");
/** Made of them. */
export const madeOfElement = ["gouji-report.css", "dist/element.words.js", "dist/element.style.js"];

const ascii = (value) => JSON.stringify(value).replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

export async function writeElement() {
  const words = JSON.parse(readFileSync(wordsFile, "utf8"));
  const names = (text) => [...new Set(text.match(/\{\w+\}/g))].sort().join();
  for (const [key, [zh, en]] of Object.entries(words)) {
    if (names(zh) !== names(en)) stop(`pkg/element/words.json: "${key}" names other values in Chinese than in English.`);
  }
  ship("dist/element.words.js", `export default ${ascii(words)};\n`);
  const { code } = await esbuild.transform(readFileSync(styleFile, "utf8"), { loader: "css", minify: true, charset: "ascii", target: ["chrome61", "firefox63", "safari11"] });
  ship("dist/element.style.js", `export default ${ascii(code)};\n`);
  ship("gouji-report.css", `/*! gouji ${version} | MIT OR Apache-2.0 */\n${code}`);
}
