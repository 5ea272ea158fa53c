// The examples with other people's libraries, in Chromium: `make test-browser-libraries`.
import { together } from "./harness.mjs";

await together("chromium", ["../portal/"]);
