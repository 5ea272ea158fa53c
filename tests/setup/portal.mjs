// What the examples under www/examples/portal need beside the page and the package: other people's libraries, which
// tests/portal installs and nobody ships, and the policies that these need.
//
//   /vendor/<library>/…              a file of a library that tests/portal/package.json names
//   /readme/<number>.html            a page of the package's README, with the files it asks for
import { readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { project } from "./programs.mjs";

const folder = join(project, "tests/portal");
const examples = "/www/examples/portal/";
const libraries = Object.keys(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).devDependencies);

const strict = {
  "default-src": "'self'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self' data:",
  // A page shows its own source, and files to where it came from.
  "connect-src": "'self'",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'self'",
  "frame-ancestors": "'self'",
};

// What a library needs beyond that, each because of what it does by itself. None of them is gouji's need.
const needs = JSON.parse(readFileSync(join(folder, "policies.json"), "utf8"));

export function portalPolicy(pathname) {
  const library = pathname.startsWith(examples) ? pathname.slice(examples.length).split("/")[0] : "";
  if (!Object.hasOwn(needs, library)) return undefined;
  const { directives } = needs[library];
  return policyOf(directives);
}

const policyOf = (directives) => Object.entries({ ...strict, ...directives }).map((directive) => directive.join(" ")).join("; ");

const readme = () => [...readFileSync(join(project, "pkg/README.md"), "utf8").matchAll(/^```html\n(<!doctype html>.*?)^```$/gms)].map(([, page]) => page);

/** As whoever copies it has it on a server: without a policy, the package in a folder of its own. */
function answerReadme(request, response, name, sendFile) {
  const [, number] = name.match(/^(\d+)\.html$/) ?? [];
  if (number !== undefined) response.writeHead(200, { "Content-Type": "text/html" }).end(readme()[number - 1]);
  else if (name === "vue.js") sendFile(request, response, vendorFile("vue-2/dist/vue.js"), { policy: "" });
  else sendFile(request, response, join(project, "pkg", name.slice("gouji/".length)), { policy: "" });
  return true;
}

/** True where it has answered. */
export function answerPortal(request, response, pathname, sendFile) {
  if (/^\/readme\/(\d+\.html|vue\.js|gouji\/gouji[.\w]+)$/.test(pathname)) return answerReadme(request, response, pathname.slice("/readme/".length), sendFile);
  if (!pathname.startsWith("/vendor/") || !["GET", "HEAD"].includes(request.method)) return false;
  const file = vendorFile(decodeURIComponent(pathname.slice("/vendor/".length)));
  if (file === undefined) {
    response.writeHead(404, { "Content-Type": "text/plain" }).end("404\n");
  } else {
    // An editor's frame is a page of its own.
    sendFile(request, response, file, { policy: policyOf({}) });
  }
  return true;
}

function vendorFile(asked) {
  const library = libraries.find((name) => asked.startsWith(`${name}/`));
  if (library === undefined) return undefined;
  try {
    const root = realpathSync(join(folder, "node_modules", library));
    const file = realpathSync(join(root, asked.slice(library.length)));
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}
