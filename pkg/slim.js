// The entry without the core inside: the page supplies gouji.wasm. Otherwise the same as the default entry.
import { GoujiError } from "./errors.js";
import { createFace } from "./face.js";
import { moduleAtOnce, moduleFrom } from "./supplied.js";

let supplied = null;
let coming = null;

const face = /*@__PURE__*/ createFace(() => {
  if (supplied !== null) return supplied;
  throw new GoujiError(
    "not-ready",
    "gouji/slim has no WebAssembly yet: `await init(address or bytes of gouji.wasm)` or `initSync(bytes)` comes once before the first call."
  );
});

export function init(source) {
  if (coming === null) {
    coming = start(source);
    // What failed may be tried again.
    coming.catch(() => {
      coming = null;
    });
  }
  return coming;
}

async function start(source) {
  if (supplied === null) {
    const module = await moduleFrom(source);
    if (supplied === null) supplied = module;
  }
  await face.ready();
}

export function initSync(source) {
  if (supplied === null) supplied = moduleAtOnce(source);
}

export const check = face.check;
export const open = face.open;
export const form = face.form;
export const rules = face.rules;
export const years = face.years;
export const version = face.version;
export const ready = face.ready;
export const use = face.use;
export { GoujiError } from "./errors.js";
