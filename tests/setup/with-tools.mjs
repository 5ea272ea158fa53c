// Runs a program with the cached tools on PATH, because wasm-pack downloads what it does not find there:
//
//   node tests/setup/with-tools.mjs wasm-pack test --headless --chrome
import { run } from "./programs.mjs";
import { pathWithTools } from "./tools.mjs";

const [program, ...args] = process.argv.slice(2);
process.env.PATH = pathWithTools();
run(program, args);
