// Makes the page as one file (target/gouji.html) that holds everything: it is opened from disk, sent by mail, put on any
// server. What it may do is said in the file itself, by the hashes of its own script and styles.
//
//   node www/one-file.mjs      after `make build`; `make page` does both
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMain, project } from "../tests/setup/programs.mjs";

const { default: esbuild } = await import(join(project, "tests/node_modules/esbuild/lib/main.js"));
const inPage = (name) => join(project, "www", name);
const read = (name) => readFileSync(inPage(name), "utf8");
const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Writes the file and gives its path. */
export async function writeOneFile(file = join(process.env.CARGO_TARGET_DIR || join(project, "target"), "gouji.html")) {
  const hashes = { script: [], style: [] };
  let page = read("index.html");
  // Each replacement by a function: `$` in a script means nothing.
  const put = (pattern, made) => {
    if (!(typeof pattern === "string" ? page.includes(pattern) : pattern.test(page))) throw new Error(`index.html has no ${pattern}`);
    page = page.replace(pattern, made);
  };
  const seal = `data:image/svg+xml;base64,${Buffer.from(read("seal.svg")).toString("base64")}`;
  // The other pages stay where they are.
  put(/\n *<nav class="pages".*<\/nav>/, () => "");
  put(/(href|src)="seal\.svg"/g, (_, attribute) => `${attribute}="${seal}"`);
  for (const [link, attributes, name] of [...page.matchAll(/<link rel="stylesheet"([^>]*?) ?href="([^"]+)"[^>]*>/g)].map(([whole, , href]) => [whole, whole.match(/ (id|media)="[^"]*"/g) ?? [], href])) {
    const style = (await esbuild.transform(read(name), { loader: "css", minify: true, charset: "utf8" })).code.trim();
    hashes.style.push(hashOf(style));
    put(link, () => `<style${attributes.join("")}>${style}</style>`);
  }
  // What the served page loads in parts, when it is needed, is here from the beginning.
  put(/\n *<script defer src="[^"]*"><\/script>/, () => "");
  put(/\n *<link rel="modulepreload"[^>]*>/g, () => "");
  const { outputFiles: [bundle] } = await esbuild.build({
    entryPoints: [inPage("main.js")], bundle: true, write: false, format: "iife", minify: true, target: "es2020", charset: "utf8",
  });
  const script = bundle.text.trim();
  if (/<\/script/i.test(script)) throw new Error("the script would end its own element");
  hashes.script.push(hashOf(script));
  put(/\n *<script type="module"[^>]*><\/script>/, () => "");
  // A classic script runs where it stands: behind what it works on.
  put(/\n<\/body>/, () => `\n  <script>${script}</script>\n</body>`);
  put(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)/, (_, start, end) => start + [
    "default-src 'none'", `script-src ${hashes.script.join(" ")} 'wasm-unsafe-eval'`, `style-src ${hashes.style.join(" ")}`, "img-src data:",
    "connect-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].join("; ") + end);
  const outside = page.replace(script, "").match(/(?:src|href)="(?!data:|#)[^"]*"/g);
  if (outside) throw new Error(`still outside the file: ${outside.join(", ")}`);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, page);
  return file;
}

if (isMain(import.meta.url)) {
  const file = await writeOneFile();
  console.log(`\n  The page as one file: ${file}   (${Math.round(readFileSync(file).length / 1024)} KB)\n`);
}
