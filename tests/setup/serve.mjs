// Serves the page and the package on this machine only, as a strict portal would: every answer carries the
// narrowest content security policy under which the package promises to work.
//
//   node tests/setup/serve.mjs     on port 8000 (or PORT), or the next free one; prints the address
//
// With `portal: true` (PORTAL=1) also the examples with other people's libraries, see portal.mjs.
import { createReadStream, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { answerPortal, portalPolicy } from "./portal.mjs";
import { isMain, project } from "./programs.mjs";

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

// The page of ten years ago: no policy, its own encoding, and the library of its time, which is not ours to ship.
const portal = "/www/examples/portal/";
const old = `${portal}old/`;
const libraries = { [`${old}jquery.js`]: "tests/node_modules/jquery/dist/jquery.js" };

/** Starts a server; port 0 takes any free one. Gives its address and how to end it. */
export async function serve(port = 0, { portal = false } = {}) {
  const server = createServer((request, response) => answer(request, response, portal));
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

function answer(request, response, hasLibraries) {
  const [pathname] = request.url.split("?");
  if (pathname === "/") return end(response, 302, { Location: "/www/" });
  if (hasLibraries && answerPortal(request, response, pathname, sendFile)) return;
  if (request.method === "POST" && pathname.endsWith("/received")) return receive(request, response);
  if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, { Allow: "GET, HEAD" });
  // Browsers ask for it by themselves and would report its absence as an error of the page.
  if (pathname === "/favicon.ico") return end(response, 204);
  const file = libraries[pathname] ? join(project, libraries[pathname]) : fileFor(pathname);
  if (!file) return end(response, 404);
  const isOld = pathname.startsWith(old);
  const asked = (hasLibraries && portalPolicy(pathname)) || policy;
  sendFile(request, response, file, { isOld, policy: asked });
}

function sendFile(request, response, file, { isOld = false, policy }) {
  const type = types[extname(file)] ?? "application/octet-stream";
  response.writeHead(200, {
    "Content-Type": isOld ? type.replace("utf-8", "gbk") : type,
    "Content-Length": statSync(file).size,
    ...(isOld ? {} : { "Content-Security-Policy": policy }),
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(file).on("error", () => response.destroy()).pipe(response);
}

/** Most that is taken of a form; a report is a hundredth of it. */
const most = 1024 * 1024;

/** What a form of the example pages has sent, one field a line, in the encoding that it says. */
async function receive(request, response) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    parts.push(part);
    length += part.length;
    if (length > most) return end(response, 413);
  }
  const pairs = Buffer.concat(parts).toString("latin1").split("&").map((pair) => pair.split("=").map((text) => text.replaceAll("+", " ")));
  const encoding = pairs.find(([name]) => name === "_charset_")?.[1] ?? "utf-8";
  const bytes = (text) => Buffer.from(text.replace(/%(..)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))), "latin1");
  const read = (text) => new TextDecoder(encoding).decode(bytes(text));
  response.writeHead(200, { "Content-Type": "text/plain; charset=utf-8", "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff" });
  response.end(pairs.map(([name, value]) => `${read(name)}=${read(value ?? "")}\n`).join(""));
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
