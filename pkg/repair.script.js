// gouji/repair for pages without modules: it gives itself to the script before it.
/* global gouji */
import repair from "./repair.js";

if (typeof gouji === "undefined") throw new Error("gouji.repair.global.js comes after gouji.global.js.");
gouji.use(repair);
