// What browsers do differently, in Firefox: `make test-browser-firefox`.
import { together } from "./harness.mjs";

await together("firefox", ["./", "../embedded/", "../portal/"]);
