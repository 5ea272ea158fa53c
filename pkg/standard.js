// A year's form as a Standard Schema (standardschema.dev), which form libraries accept as it is.
import { check, form } from "./index.js";
import { cellPath } from "./cell-path.js";
import { isObject } from "./report.js";
import { suspected } from "./suspected.js";

const LEVELS = ["error", "warning", "notice"];

export function standard(year, options) {
  if (options !== undefined && options !== null && !isObject(options)) throw new TypeError("standard: the options must be an object");
  const { level = "error", report = {}, ...others } = options || {};
  // A schema has no place for repairs.
  const chosen = { ...others, repairs: false };
  if (!LEVELS.includes(level)) throw new TypeError('standard: level cannot be "' + String(level) + '"');
  if (!isObject(report)) throw new TypeError("standard: options.report must be an object");
  const asked = LEVELS.slice(0, LEVELS.indexOf(level) + 1);

  function validate(value) {
    // A form may hold the cells alone, or the whole report.
    const isReport = isObject(value) && isObject(value.cells);
    const { findings } = check({ ...report, ...(isReport ? value : { cells: value }), year }, chosen);
    // An explanation answers a warning.
    const standing = findings.filter(({ severity, explained }) => asked.includes(severity) && explained === null);
    if (standing.length === 0) return { value };
    return { issues: standing.map((finding) => issue(finding, pathOf(finding, findings, value, isReport, year))) };
  }

  return { "~standard": { version: 1, vendor: "gouji", validate } };
}

function issue(finding, path) {
  return path === null ? { message: finding.message, finding } : { message: finding.message, path, finding };
}

function pathOf(finding, findings, value, isReport, year) {
  const cells = isReport ? value.cells : value;
  const below = (path) => (isReport ? ["cells"].concat(path) : path);
  const anchor = suspected(finding, findings);
  if (anchor !== null) return below(cellPath(cells, anchor));
  // About what is no cell: a key of the report, a section, a cell that is not known.
  const { at } = finding;
  if (at === "") return null;
  if (finding.rule === "table-missing") return below(cellPath(cells, form(year).cells.find(({ table }) => table === at).id));
  if (finding.rule === "section-missing") return isReport ? ["sections", at] : null;
  if (finding.rule === "cell-unknown") return below(cellPath(cells, at));
  return isReport && has(value, at) ? [at] : null;
}

const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
