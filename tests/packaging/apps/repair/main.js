// The same for every bundler, without a setting in any of them: repairs beside the default entry.
import "./question.js";
import "./mending.js";
import { check, form, open, use } from "gouji";
import repair from "gouji/repair";

use(repair);
globalThis.answered = { ...ask({ check, form, open }), ...mend({ check, open }) };
