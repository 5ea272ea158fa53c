require("./reader.js");
const { check } = require("gouji");
const { joined, read } = require("gouji/read");

console.log(JSON.stringify(askReader({ check }, { joined, read })));
