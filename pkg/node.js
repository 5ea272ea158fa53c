// The default entry in Node, where size does not count: repairs are in use from the start.
import { use } from "./index.js";
import repair from "./repair.js";

use(repair);

export * from "./index.js";
