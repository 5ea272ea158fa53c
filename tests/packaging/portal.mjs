// A portal: serves one folder under a policy as strict as the package promises to bear, and shows a page of it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'";

// Scripts and pages without a charset, as many servers send them: a page says its own, and a classic script without
// one is read in that of its page.
const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

async function serve(folder) {
  const server = createServer(async (request, response) => {
    const [path] = decodeURIComponent(request.url).split("?");
    // Browsers ask for it by themselves and would report its absence as an error of the page.
    if (path === "/favicon.ico") return response.writeHead(204).end();
    try {
      const body = await readFile(join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path)));
      const type = types[extname(path)] ?? (path.endsWith("/") ? types[".html"] : "application/octet-stream");
      response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff" });
      response.end(body);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Shows a page of a folder and gives what the page was answered, what it asked for, and what else `look` sees in it. */
export async function show(browser, folder, path = "/", look = () => null) {
  const server = await serve(folder);
  try {
    return await visit(browser, server.address, path, look);
  } finally {
    server.close();
  }
}

/** The same on a server that runs already. */
export async function visit(browser, address, path = "/", look = () => null) {
  const page = await browser.openPage(address);
  try {
    await page.visit(path);
    const end = Date.now() + 20_000;
    // Nothing while the page loads itself anew, as Vite lets it after it has found a new dependency.
    const ask = () => page.evaluate(() => globalThis.answered ?? null).catch(() => null);
    let answered = null;
    while ((answered = await ask()) === null) {
      assert.deepEqual(await page.problems(), [], "the console tells of no error");
      if (Date.now() > end) assert.fail("the page gives no answer");
      await delay(50);
    }
    const seen = await page.evaluate(look);
    assert.deepEqual(await page.problems(), [], "the console tells of no error");
    const requests = await page.requests();
    assert.deepEqual(requests.filter((one) => !one.startsWith(`${address}/`)), [], "no other server is asked");
    return { answered, seen, paths: requests.map((one) => one.slice(address.length)) };
  } finally {
    await page.close();
  }
}
