// The one place that loads the package. Everything else is handed what it exports.

/**
 * The package, ready for synchronous calls; rejects where the browser cannot run it. A page that has its classic script
 * takes that: it comes in one piece, before the page's own modules.
 */
export async function load() {
  const engine = globalThis.gouji ?? await import("../pkg/index.js");
  await engine.ready();
  return engine;
}

/** The readers of documents: an entry of their own, loaded when the first document comes. */
export async function loadReader() {
  const reader = await bringReader();
  await reader.ready();
  return reader;
}

/** Brings the readers, but starts nothing. */
export const bringReader = () => import("../pkg/read.js");

/** The kit that binds a form which a page has already. */
export const loadBinding = () => import("../pkg/bind.js");

/** What searches for repairs, behind the first paint: until it is there, the page offers none. */
export async function loadRepair(engine) {
  engine.use(await import("../pkg/repair.js"));
  await engine.ready();
}
