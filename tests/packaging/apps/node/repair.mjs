// Repairs are built into Node's entry.
import "./question.js";
import "./mending.js";
import { check, form, open } from "gouji";

console.log(JSON.stringify({ ...ask({ check, form, open }), ...mend({ check, open }) }));
