import "./question.js";
import { check, form, open } from "./gouji/index.js";

postMessage(ask({ check, form, open }));
