// An app in modules with a dependency in CommonJS: two copies, which do not get in each other's way.
import "./question.js";
import { createRequire } from "node:module";
import * as imported from "gouji";

const required = createRequire(import.meta.url)("gouji");
const answers = [imported, required, imported].map((gouji) => JSON.stringify(ask(gouji)));
if (new Set(answers).size !== 1) throw new Error(`The two copies answer differently: ${answers}`);
console.log(answers[0]);
