// The pages in Chromium: a part of `make test-browser`.
import { together } from "./harness.mjs";

await together("chromium", [new URL("./", import.meta.url)]);
