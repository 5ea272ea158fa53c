// The pages, and the examples with the libraries they are for, in Chromium: half of `make test-browser`.
import { together } from "./harness.mjs";

await together("chromium", ["./", "../portal/"].map((folder) => new URL(folder, import.meta.url)));
