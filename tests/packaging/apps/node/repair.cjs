require("./question.js");
require("./mending.js");
const { check, form, open } = require("gouji");

console.log(JSON.stringify({ ...ask({ check, form, open }), ...mend({ check, open }) }));
