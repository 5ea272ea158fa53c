import "./reader.js";
import { check } from "gouji";
import { joined, read } from "gouji/read";

console.log(JSON.stringify(askReader({ check }, { joined, read })));
