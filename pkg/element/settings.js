// What the attributes of the element say.

const LEVELS = ["nation", "province", "city", "county", "township"];
const KINDS = ["government", "department"];

export function settingsOf(host, known) {
  const errors = [];
  const text = (name) => host.getAttribute(name);
  const json = (name) => {
    if (!host.hasAttribute(name)) return undefined;
    try {
      return reportFrom(text(name));
    } catch (error) {
      errors.push(noReport(name));
      return undefined;
    }
  };
  const refuse = (name) => errors.push(new TypeError("gouji-report: the attribute " + name + ' cannot be "' + text(name) + '"'));
  const about = {};
  if (text("body")) about.body = text("body");
  for (const [name, known] of [["level", LEVELS], ["kind", KINDS]]) {
    if (known.includes(text(name))) about[name] = text(name);
    else if (text(name)) refuse(name);
  }
  const year = text("year") ? Number(text("year")) : null;
  if (year !== null && !Number.isInteger(year)) refuse("year");
  const before = known.filter((year) => year < new Date().getFullYear());
  return {
    errors,
    about,
    year: Number.isInteger(year) ? year : null,
    // A report is filed at the beginning of a year for the year before.
    due: before.length > 0 ? before[before.length - 1] : known[0],
    language: text("language") === "en" ? "en" : "zh",
    blank: text("blank") === "zero" ? "zero" : "missing",
    sections: host.hasAttribute("sections"),
    mustExplain: text("explain") !== "optional",
    draft: host.hasAttribute("draft") ? text("draft") : null,
    value: json("value") || {},
    previous: json("previous") || null,
  };
}

export const noReport = (name) => new TypeError("gouji-report: the attribute " + name + " is no report in JSON");

/** A report as a page hands it over: an object, its JSON, or nothing. */
export function reportFrom(value) {
  if (value === null || value === undefined || value === "") return {};
  const report = typeof value === "string" ? JSON.parse(value) : value;
  if (typeof report !== "object" || report === null || Array.isArray(report)) throw new TypeError("gouji-report: the value must be a report");
  return report;
}
