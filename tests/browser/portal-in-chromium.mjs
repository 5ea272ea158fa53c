// The examples with the libraries they are for, in Chromium: a part of `make test-browser`.
import { together } from "./harness.mjs";

await together("chromium", [new URL("../portal/", import.meta.url)]);
