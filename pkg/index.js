// The default entry: the core is inlined and starts at the first call.
import { createFace } from "./face.js";
import * as bytes from "./dist/gouji.bytes.js";
import { inlined } from "./inlined.js";

const face = /*@__PURE__*/ createFace(() => inlined(bytes));

export const check = face.check;
export const open = face.open;
export const form = face.form;
export const rules = face.rules;
export const years = face.years;
export const version = face.version;
export const ready = face.ready;
export const use = face.use;
export { GoujiError } from "./errors.js";
