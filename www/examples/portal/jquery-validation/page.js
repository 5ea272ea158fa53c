import { jqueryValidation } from "../../../../pkg/adapters/jquery-validation.js";
import { use } from "../../../../pkg/index.js";
import repair from "../../../../pkg/repair.js";
import { figures, kind, level, make, tables, year } from "../official.js";
import { isThere } from "../page.js";

const given = figures();
const field = (name, label) => make("input", { name, value: given[name], "aria-label": label, class: "plain" }, []);
document.querySelector("#tables").append(...tables(make, field));

if (isThere("jQuery")) {
  use(repair);
  jQuery("#report").validate({ errorClass: "gouji-error", errorElement: "div" });
  jqueryValidation(jQuery, "#report", { year, report: { level, kind }, summary: "#summary" });
}
