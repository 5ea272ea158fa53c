import "./question.js";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { check, form, init, open } from "gouji/slim";

await init(readFile(createRequire(import.meta.url).resolve("gouji/gouji.wasm")));
console.log(JSON.stringify(ask({ check, form, open })));
