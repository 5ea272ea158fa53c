// Types of the default entry in Node: those of `gouji`, with repairs in use from the start.
export * from "./index.js";
