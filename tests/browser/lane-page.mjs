// The page with the form, and the pages beside it, in Chromium: `make test-browser-page`.
import { together } from "./harness.mjs";

await together("chromium", ["./"]);
