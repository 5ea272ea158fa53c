// Speed beside other validators in Node, side by side in one run: `make bench`. Nothing here fails on time; what is
// asserted is that the contenders find the same.
import { check, open } from "../../pkg/node.js";
import { consistent, named } from "../node/reports.mjs";
import { timed } from "./cases.mjs";
import { printCases, printRepairs, printVerdicts } from "./print.mjs";
import { timedRepairs } from "./repairs.mjs";

const cases = timed({ check, open }, named("suqian-2024"));
console.log(`\nNode ${process.versions.node}`);
printCases(cases);
printVerdicts(cases);
printRepairs(timedRepairs({ open }, consistent({ check })));
