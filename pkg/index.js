// The default entry: the core is inlined and starts at the first call.
import bytes from "./dist/bytes.js";
import { createFace } from "./face.js";

function inlined() {
  const text = atob(bytes);
  const out = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) out[index] = text.charCodeAt(index);
  return out;
}

const face = /*@__PURE__*/ createFace(inlined);

export const check = face.check;
export const open = face.open;
export const form = face.form;
export const rules = face.rules;
export const years = face.years;
export const version = face.version;
export const ready = face.ready;
export { GoujiError } from "./errors.js";
