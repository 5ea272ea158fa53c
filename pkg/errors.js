/**
 * What can go wrong that is no fault of a report. `code` is one of
 * - "wasm-missing": this browser has no WebAssembly;
 * - "wasm-blocked": the page's Content-Security-Policy forbids it;
 * - "not-ready": this browser compiles only asynchronously: `await ready()` comes first;
 * - "engine-failure": a defect of ours; the next call works, nothing typed is lost.
 */
export class GoujiError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "GoujiError";
    this.code = code;
  }
}

/** Why the engine could not be started, by what the browser said. */
export function startFailure(error) {
  const said = String((error && error.message) || error);
  if (/Content Security Policy|unsafe-eval|blocked by CSP/i.test(said)) {
    return new GoujiError(
      "wasm-blocked",
      "The page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src. (" + said + ")"
    );
  }
  if (error instanceof RangeError) {
    return new GoujiError(
      "not-ready",
      "This browser starts WebAssembly only asynchronously: call `await ready()` once before the first check. (" + said + ")"
    );
  }
  return new GoujiError("engine-failure", "The engine could not be started: " + said);
}
