// The service worker: keeps all files of the pages, so that they open again where there is no network. It asks the server
// first, and gives what it kept where no answer comes. It listens to no message, so no page can hand it a figure; what it
// asks for are the files of this site, by addresses that stand in those files.

const name = "gouji";
const pages = ["./", "index.html", "review.html", "rules.html", "portal.html"];

self.addEventListener("install", (event) => event.waitUntil(keepAll().then(() => self.skipWaiting())));
// Also for the page that has just been loaded: what it brings later comes from what was kept.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === self.location.origin) event.respondWith(answer(event));
});

async function answer(event) {
  const kept = await (await caches.open(name)).match(event.request, { ignoreSearch: true });
  let fresh;
  try {
    fresh = await fetch(event.request);
  } catch (reason) {
    if (kept) return kept;
    throw reason;
  }
  if (kept && fresh.ok) event.waitUntil(renew(kept, fresh.clone()));
  return fresh;
}

/** One file that has changed is a new edition of all: kept in part, the pages would not fit together. */
let renewing = null;
async function renew(kept, fresh) {
  const [before, now] = await Promise.all([kept.text(), fresh.text()]);
  if (before === now) return;
  renewing ??= keepAll().catch(() => {}).finally(() => { renewing = null; });
  await renewing;
}

/** All files at once, or none: what was kept before stays until the last of the new ones has come. */
async function keepAll() {
  const found = new Map();
  const follow = async (address) => {
    if (found.has(address)) return;
    found.set(address, null);
    const response = await fetch(address, { cache: "no-cache" });
    // What only looks like an address, in an example, leads nowhere.
    if (!response.ok) return;
    const type = response.headers.get("Content-Type") ?? "";
    // Opening a page takes no answer that has been led elsewhere.
    found.set(address, response.redirected ? new Response(await response.clone().blob(), { headers: response.headers }) : response.clone());
    if (/html|javascript|css/.test(type)) await Promise.all(addressesIn(await response.text(), type, response.url).map(follow));
  };
  await Promise.all(pages.map((page) => follow(new URL(page, self.location.href).href)));
  const cache = await caches.open(name);
  for (const [address, response] of found) if (response) await cache.put(address, response);
  for (const request of await cache.keys()) if (!found.get(request.url)) await cache.delete(request);
}

/** What a file loads by a relative address: a page by src and href, a script by import, a style by url(). */
function addressesIn(text, type, from) {
  const pattern = /html/.test(type) ? /\b(?:src|href)="(?![\w+.-]+:|\/|#)([^"?#]+)/gi
    : /css/.test(type) ? /url\(["']?(?![\w+.-]+:|\/|#)([^"')?#]+)/g
    : /\b(?:from|import|import\(|new URL\()\s*"(\.{1,2}\/[^"?#]+)"/g;
  return [...text.matchAll(pattern)].map(([, address]) => new URL(address, from).href);
}
