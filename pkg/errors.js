/**
 * What can go wrong that is no fault of a report. `code` is one of
 * - "wasm-missing": this browser has no WebAssembly;
 * - "wasm-blocked": the page's Content-Security-Policy forbids it;
 * - "wasm-unusable": what gouji/slim was given is not the gouji.wasm of this release;
 * - "not-ready": this browser starts it only asynchronously, or gouji/slim has not been given it yet;
 * - "out-of-memory": the browser has no memory left to start it;
 * - "repair-missing": repairs were asked for, and gouji/repair is not in use;
 * - "engine-failure": a defect of ours; the next call works, nothing typed is lost. `call` says what was called,
 *   `version` which release it is, `cause` what was thrown.
 */
export class GoujiError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "GoujiError";
    this.code = code;
  }
}

export function missing() {
  return new GoujiError("wasm-missing", "This browser has no WebAssembly (or is in a compatibility mode without it).");
}

export function repairMissing(said) {
  return new GoujiError(
    "repair-missing",
    said + ' Repairs are an entry of their own: `import repair from "gouji/repair"`, then `use(repair)` once; on a page ' +
      "without modules load gouji.repair.global.js after gouji.global.js."
  );
}

// As the browsers say it, old and new:
// Chromium: "Wasm code generation disallowed by embedder", "... violates the following Content Security policy ..."
// Firefox: "... blocked by CSP"; Safari: "Refused to create a WebAssembly object because 'unsafe-eval' is not ..."
const BLOCKED = /Content Security Policy|unsafe-eval|blocked by CSP|disallowed by embedder/i;
const EXHAUSTED = /out of memory|allocat/i;

/** Why the engine could not be started, by what the browser said. */
export function startFailure(error) {
  if (error instanceof GoujiError) return error;
  const said = String((error && error.message) || error);
  if (BLOCKED.test(said)) {
    return new GoujiError(
      "wasm-blocked",
      "The page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src " +
        "(before Chrome 97, Firefox 102 and Safari 16 it was 'unsafe-eval'). (" + said + ")"
    );
  }
  // "disallowed on the main thread, if the buffer size is larger than 4KB" is a RangeError, and so is no memory left.
  if (error instanceof RangeError && !EXHAUSTED.test(said)) {
    return new GoujiError(
      "not-ready",
      "This browser starts WebAssembly only asynchronously: `await ready()` (of gouji/slim: `await init(...)`) " +
        "comes once before the first call. (" + said + ")"
    );
  }
  if (EXHAUSTED.test(said)) {
    return new GoujiError("out-of-memory", "The browser has no memory left to start gouji: " + said);
  }
  return new GoujiError("engine-failure", "The engine could not be started: " + said);
}
