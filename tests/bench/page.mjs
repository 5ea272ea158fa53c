// A new page for measuring in: nothing cached, a fine clock, and scripts from memory beside what is served.

/** A page of its own context at the server's address; `scripts` are texts by path. */
export async function openPage(browser, address, scripts) {
  // ajv and zod make functions from text, which the policy that our server sends forbids; they are measured at their
  // best. gouji needs no exception.
  const context = await browser.newContext({ baseURL: address, bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  await page.route("**/bench/**", (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/bench/") return route.fulfill({ contentType: "text/html", headers: ISOLATED, body: "<!doctype html>" });
    return route.fulfill({ contentType: "text/javascript", body: scripts[pathname] });
  });
  await page.goto("/bench/");
  return page;
}

/** Isolated from other origins, a page has a clock of 5 microseconds instead of 100. */
const ISOLATED = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
