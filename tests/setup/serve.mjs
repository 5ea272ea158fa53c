// Serves the page and the package on this machine only, as a strict portal would: every answer carries the
// narrowest content security policy under which the package promises to work.
//
//   node tests/setup/serve.mjs     on port 8000 (or PORT), or the next free one; prints the address
//
// With `portal: true` (PORTAL=1) also the examples with other people's libraries, see portal.mjs. With `lasting: true`
// browsers need not ask again for what they have: nothing changes while tests run.
import { createReadStream, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { answerPortal, portalPolicy } from "./portal.mjs";
import { isMain, project } from "./programs.mjs";
import { receive } from "./receiving.mjs";

// What may be asked for; everything else of the project stays unseen.
const served = ["www", "pkg"];

const types = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  // Nothing leaves the browser.
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
].join("; ");

// The service worker asks for the files it keeps, and is given nothing by the page, which itself connects to nobody.
const policyOf = (pathname) => (pathname === "/www/offline.js" ? policy.replace("connect-src 'none'", "connect-src 'self'") : policy);

// The page of ten years ago: no policy, its own encoding, and the library of its time, which is not ours to ship.
const portal = "/www/examples/portal/";
const old = `${portal}old/`;
const libraries = { [`${old}jquery.js`]: "tests/node_modules/jquery/dist/jquery.js" };

/** Starts a server; port 0 takes any free one. Gives its address and how to end it. */
export async function serve(port = 0, { portal = false, lasting = false } = {}) {
  const server = createServer((request, response) => answer(request, response, portal, lasting));
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

function answer(request, response, hasLibraries, isLasting) {
  const [pathname] = request.url.split("?");
  response.setHeader("Cache-Control", isLasting ? "max-age=3600" : "no-cache");
  if (pathname === "/") return end(response, 302, { Location: "/www/" });
  if (hasLibraries && answerPortal(request, response, pathname, sendFile)) return;
  if (request.method === "POST" && /\/(received|readme\/save)$/.test(pathname)) return receive(request, response, { "Content-Security-Policy": policy });
  if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, { Allow: "GET, HEAD" });
  // Browsers ask for it by themselves and would report its absence as an error of the page.
  if (pathname === "/favicon.ico") return end(response, 204);
  const file = libraries[pathname] ? join(project, libraries[pathname]) : fileFor(pathname);
  if (!file) return end(response, 404);
  const isOld = pathname.startsWith(old);
  const asked = (hasLibraries && portalPolicy(pathname)) || policyOf(pathname);
  sendFile(request, response, file, { isOld, policy: asked });
}

function sendFile(request, response, file, { isOld = false, policy }) {
  const type = types[extname(file)] ?? "application/octet-stream";
  const { size, mtimeMs } = statSync(file);
  // Asked for again each time, sent only when it has changed.
  const tag = `"${size.toString(36)}-${mtimeMs.toString(36)}"`;
  const isKnown = request.headers["if-none-match"] === tag;
  response.writeHead(isKnown ? 304 : 200, {
    ...(isKnown ? {} : { "Content-Type": isOld ? type.replace("utf-8", "gbk") : type, "Content-Length": size }),
    ETag: tag,
    ...(isOld ? {} : { "Content-Security-Policy": policy }),
    "X-Content-Type-Options": "nosniff",
  });
  if (isKnown || request.method === "HEAD") return response.end();
  createReadStream(file).on("error", () => response.destroy()).pipe(response);
}

// The real path decides, after `..`, encoded slashes and symbolic links have been followed.
function fileFor(pathname) {
  try {
    const asked = decodeURIComponent(pathname);
    const file = realpathSync(join(project, asked.endsWith("/") ? `${asked}index.html` : asked));
    const isServed = served.some((folder) => file.startsWith(realpathSync(join(project, folder)) + sep));
    return isServed && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

function end(response, status, headers = {}) {
  response.writeHead(status, { "Content-Type": "text/plain", ...headers });
  response.end(status === 204 ? undefined : `${status}\n`);
}

if (isMain(import.meta.url)) {
  const preferred = Number(process.env.PORT || 8000);
  const hasLibraries = process.env.PORTAL === "1";
  const { address } = await serve(preferred, { portal: hasLibraries }).catch((error) => {
    if (error.code !== "EADDRINUSE") throw error;
    return serve(0, { portal: hasLibraries });
  });
  console.log(`\n  The page is at ${address}/   (Ctrl-C ends it)\n`);
  if (hasLibraries) console.log(`  With other libraries: ${address}/www/examples/portal/\n`);
}
