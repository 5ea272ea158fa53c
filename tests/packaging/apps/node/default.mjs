import "./question.js";
import { check, form, open } from "gouji";

console.log(JSON.stringify(ask({ check, form, open })));
