// Has the pages kept for the time without a network (offline.js). Where that is impossible, they work as before.

/** Never fails: a page from disk, in one file or in an old browser has no such keeper, and a server may forbid it. */
export async function stay() {
  const isServed = /^https?:$/.test(location.protocol) && document.querySelector('script[type="module"][src]') !== null;
  if (!isServed || !navigator.serviceWorker) return;
  const address = new URL("offline.js", location.href).href;
  try {
    // Where Trusted Types are enforced, the keeper is started by a policy that knows this one address.
    const policy = globalThis.trustedTypes?.createPolicy("gouji-offline", { createScriptURL: () => address });
    await navigator.serviceWorker.register(policy ? policy.createScriptURL("") : address);
  } catch { /* The page needs the network for its next start, and nothing else. */ }
}
