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
      errors.push(new TypeError("gouji-report: the attribute " + name + " is no report in JSON"));
      return undefined;
    }
  };
  const about = {};
  if (text("body")) about.body = text("body");
  if (LEVELS.includes(text("level"))) about.level = text("level");
  if (KINDS.includes(text("kind"))) about.kind = text("kind");
  const before = known.filter((year) => year < new Date().getFullYear());
  return {
    errors,
    about,
    year: text("year") === null ? null : Number(text("year")),
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

/** A report as a page hands it over: an object, its JSON, or nothing. */
export function reportFrom(value) {
  if (value === null || value === undefined || value === "") return {};
  const report = typeof value === "string" ? JSON.parse(value) : value;
  if (typeof report !== "object" || report === null || Array.isArray(report)) throw new TypeError("gouji-report: the value must be a report");
  return report;
}
