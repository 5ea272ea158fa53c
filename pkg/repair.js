// What searches for repairs, a module of its own, for `use` of gouji or gouji/slim, which start it and see to it.
import createGlue from "./dist/gouji-repair.glue.js";
import * as bytes from "./dist/gouji-repair.bytes.js";
import { BUILDS } from "./dist/version.js";
import { inlined } from "./inlined.js";

const repair = { build: BUILDS["gouji-repair"], createGlue, load: () => inlined(bytes) };

// By name, too, for whoever requires it and has no default.
export { repair, repair as default };
