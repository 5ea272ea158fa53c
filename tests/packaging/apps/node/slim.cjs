require("./question.js");
const { readFileSync } = require("node:fs");
const { check, form, initSync, open } = require("gouji/slim");

initSync(readFileSync(require.resolve("gouji/gouji.wasm")));
console.log(JSON.stringify(ask({ check, form, open })));
