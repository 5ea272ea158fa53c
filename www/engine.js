// The one place that loads the package. Everything else is handed what it exports.

/** The package, ready for synchronous calls; rejects where the browser cannot run it. */
export async function load() {
  const engine = await import("../pkg/index.js");
  await engine.ready();
  return engine;
}

/** The readers of documents: an entry of their own, loaded when the first document comes. */
export async function loadReader() {
  const reader = await import("../pkg/read.js");
  await reader.ready();
  return reader;
}
