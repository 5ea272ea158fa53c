require("./question.js");
const { check, form, open } = require("gouji");

console.log(JSON.stringify(ask({ check, form, open })));
