// The WebAssembly that a page supplies to gouji/slim, in whatever form it comes, and what to say where it is another.
import { GoujiError, missing, startFailure } from "./errors.js";
import { BUILDS } from "./dist/version.js";

const SUPPLIED = "What was supplied";
const FORMS = "bytes, a WebAssembly.Module, a Response, a URL, or a promise of one";

/** A module out of bytes, a module, a Response, a URL, a string that is one, or a promise of any of these. */
export async function moduleFrom(given) {
  if (typeof WebAssembly === "undefined") throw missing();
  const source = await given;
  if (source instanceof WebAssembly.Module) return ofThisBuild(source);
  const [bytes, origin] = isAddress(source) ? await fetched(source) : await received(source);
  assertWasm(bytes, origin);
  try {
    return ofThisBuild(await WebAssembly.compile(bytes));
  } catch (error) {
    throw compileFailure(error, origin);
  }
}

/** The same without waiting. */
export function moduleAtOnce(source) {
  if (typeof WebAssembly === "undefined") throw missing();
  if (source instanceof WebAssembly.Module) return ofThisBuild(source);
  if (!isBytes(source)) throw new TypeError("initSync: give bytes or a WebAssembly.Module");
  const bytes = bytesOf(source);
  assertWasm(bytes, SUPPLIED);
  try {
    return ofThisBuild(new WebAssembly.Module(bytes));
  } catch (error) {
    throw compileFailure(error, SUPPLIED);
  }
}

// By name rather than by class: a frame or a test environment has classes of its own.
const kind = (value) => Object.prototype.toString.call(value).slice(8, -1);
const isBytes = (value) => ArrayBuffer.isView(value) || kind(value) === "ArrayBuffer";
// A DataView is no source of bytes to every browser, a Uint8Array is.
const bytesOf = (value) => (ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new Uint8Array(value));
const isAddress = (value) => typeof value === "string" || kind(value) === "URL";

async function fetched(address) {
  let response;
  try {
    response = await fetch(String(address), { credentials: "same-origin" });
  } catch (error) {
    throw new GoujiError("wasm-unusable", address + " could not be fetched: " + ((error && error.message) || error));
  }
  return received(response, String(address));
}

/** Bytes, and how to speak of them. */
async function received(source, address) {
  if (isBytes(source)) return [bytesOf(source), SUPPLIED];
  if (!source || typeof source.arrayBuffer !== "function") throw new TypeError("init: give " + FORMS);
  const origin = address || source.url || "The response";
  let bytes;
  try {
    bytes = new Uint8Array(await source.arrayBuffer());
  } catch (error) {
    throw new GoujiError("wasm-unusable", origin + " could not be read: " + ((error && error.message) || error));
  }
  if (source.ok === false) {
    const status = "HTTP status " + source.status + (source.statusText ? " " + source.statusText : "");
    throw new GoujiError("wasm-unusable", origin + " is not there: " + status + ", " + beginning(bytes) + ".");
  }
  return [bytes, origin + (source.status ? " (HTTP status " + source.status + ")" : "")];
}

// Whatever the server says its type is. A page that answers every address with its index.html is found here.
function assertWasm(bytes, origin) {
  if (bytes.length >= 4 && bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d) return;
  throw new GoujiError("wasm-unusable", origin + " is no WebAssembly: " + beginning(bytes) + ". Is the address of gouji.wasm right?");
}

function beginning(bytes) {
  const first = Array.from(bytes.subarray(0, 16));
  if (first.length === 0) return "it is empty";
  const text = first.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
  return 'it begins with "' + text + '" (' + first.slice(0, 4).map((byte) => ("0" + byte.toString(16)).slice(-2)).join(" ") + ")";
}

/** Script and module speak to each other by agreements that change with every build. */
function ofThisBuild(module) {
  const sections = WebAssembly.Module.customSections(module, "gouji");
  const build = sections.length === 1 ? String.fromCharCode.apply(null, new Uint8Array(sections[0])) : "none";
  if (build === BUILDS.gouji) return module;
  throw new GoujiError(
    "wasm-unusable",
    "The WebAssembly is of another build of gouji (" + build + ") than the script (" + BUILDS.gouji + "): serve the gouji.wasm of the same release."
  );
}

function compileFailure(error, origin) {
  const failure = startFailure(error);
  if (failure.code !== "engine-failure") return failure;
  return new GoujiError("wasm-unusable", origin + " is damaged or cut off: " + ((error && error.message) || error));
}
