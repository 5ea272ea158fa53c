// No bundler: the files as they were installed.
import "./question.js";
import { check, form, open } from "./gouji/index.js";

globalThis.answered = ask({ check, form, open });
