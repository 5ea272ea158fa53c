// The pages, and the examples with the libraries they are for, in Firefox: a part of `make test-browser`.
import { together } from "./harness.mjs";

await together("firefox", ["./", "../portal/"].map((folder) => new URL(folder, import.meta.url)));
