// What goes into the pages of others, in Chromium: `make test-browser-embedded`.
import { together } from "./harness.mjs";

await together("chromium", ["../embedded/"]);
