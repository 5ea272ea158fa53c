// The same for every bundler, without a setting in any of them.
import "./question.js";
import { check, form, open } from "gouji";

globalThis.answered = ask({ check, form, open });
