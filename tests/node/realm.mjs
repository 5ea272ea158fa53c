// A world of its own to run a shipped script in: with the globals of 2018 only, or under a policy without WebAssembly.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TextDecoder, TextEncoder } from "node:util";
import { createContext, runInContext } from "node:vm";
import { project } from "../setup/programs.mjs";

/** What JavaScript itself had in 2018, and what the package asks of a browser besides. */
const GLOBALS_OF_2018 = [
  "Array", "ArrayBuffer", "Boolean", "DataView", "Date", "Error", "EvalError", "Float32Array", "Float64Array", "Function", "Infinity",
  "Int16Array", "Int32Array", "Int8Array", "JSON", "Map", "Math", "NaN", "Number", "Object", "Promise", "Proxy", "RangeError",
  "ReferenceError", "Reflect", "RegExp", "Set", "String", "Symbol", "SyntaxError", "TypeError", "URIError", "Uint16Array", "Uint32Array",
  "Uint8Array", "Uint8ClampedArray", "WeakMap", "WeakSet", "decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent",
  "escape", "eval", "isFinite", "isNaN", "parseFloat", "parseInt", "undefined", "unescape", "WebAssembly",
  "TextDecoder", "TextEncoder", "console", "window",
];

/** Of each, what came later. What is not there yet in this Node need not be named. */
const LATER = {
  Object: ["fromEntries", "hasOwn", "groupBy"],
  Array: ["fromAsync"],
  "Array.prototype": ["flat", "flatMap", "at", "findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with", "group"],
  "String.prototype": ["matchAll", "replaceAll", "at", "trimStart", "trimEnd", "isWellFormed", "toWellFormed"],
  "RegExp.prototype": ["hasIndices", "unicodeSets"],
  "Symbol.prototype": ["description"],
  Symbol: ["matchAll", "dispose", "asyncDispose"],
  Promise: ["allSettled", "any", "withResolvers", "try"],
  "ArrayBuffer.prototype": ["detached", "resize", "resizable", "transfer", "transferToFixedLength", "maxByteLength"],
  "DataView.prototype": ["getBigInt64", "getBigUint64", "setBigInt64", "setBigUint64", "getFloat16", "setFloat16"],
  "Uint8Array.prototype.__proto__": ["at", "findLast", "findLastIndex", "toReversed", "toSorted", "with"],
  Uint8Array: ["fromBase64", "fromHex"],
  Map: ["groupBy"],
  "Set.prototype": ["union", "intersection", "difference", "isSubsetOf"],
  Error: ["captureStackTrace"],
  WebAssembly: ["Global", "Tag", "Exception", "JSTag", "compileStreaming", "instantiateStreaming"],
};

/** A text encoder as it first was. */
class Encoder {
  encode(text) {
    return new TextEncoder().encode(text);
  }
}

/** `run(file)` runs a shipped script in a new realm and gives what it offers; `evaluate(code)` runs any code there. */
export function realm({ old = false, wasm = true } = {}) {
  const global = { TextDecoder, TextEncoder: old ? Encoder : TextEncoder, console: { error() {}, warn() {} } };
  const context = createContext(global, { codeGeneration: { strings: false, wasm } });
  const evaluate = (code, filename) => runInContext(code, context, { filename });
  evaluate("var window = this;");
  if (old) evaluate(`(${makeOld})`)(evaluate("this"), LATER, GLOBALS_OF_2018);
  function run(file) {
    const code = readFileSync(join(project, "pkg", file), "utf8");
    if (!file.endsWith(".cjs")) {
      evaluate(code, file);
      return evaluate("window.gouji");
    }
    const module = evaluate("({ exports: {} })");
    evaluate(`(function (module, exports, require) {${code}\n})`, file)(module, module.exports, (name) => run(name.replace("./", "")));
    return module.exports;
  }
  return { evaluate, run, global };
}

/** Runs in the realm, which it makes old. */
function makeOld(global, later, kept) {
  for (const path of Object.keys(later)) {
    const owner = path.split(".").reduce((value, key) => value[key], global);
    for (const key of later[path]) delete owner[key];
  }
  for (const key of Object.getOwnPropertyNames(global)) if (!kept.includes(key)) delete global[key];
}
