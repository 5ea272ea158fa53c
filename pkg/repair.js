// What searches for repairs, a module of its own, for `use` of gouji or gouji/slim, which start it and see to it.
import createGlue from "./dist/gouji-repair.glue.js";
import * as bytes from "./dist/gouji-repair.bytes.js";
import { BUILDS } from "./dist/version.js";
import { inlined } from "./inlined.js";

export default { build: BUILDS["gouji-repair"], createGlue, load: () => inlined(bytes) };
