// What the host may choose, and what it gets where it does not say.
import { isObject } from "../report.js";

const KNOWN = [
  "year", "level", "kind", "report", "previous", "language", "blank", "severities", "fields", "recognise", "block", "explain", "drafts", "offers", "balances",
  "messages", "summary", "explanationName", "onChange", "onBlocked", "onPass", "onUnavailable",
];

export function checkedOptions(options) {
  if (!isObject(options)) throw new TypeError("bind: the options must be an object that says the year");
  for (const key of Object.keys(options)) if (!KNOWN.includes(key)) throw new TypeError('bind: there is no option "' + key + '"');
  const { year, level, kind, report, previous, language, blank, severities, fields, summary } = options;
  if (!Number.isInteger(Number(year)) || year === "" || year === null || typeof year === "boolean") throw new TypeError('bind: the year cannot be "' + String(year) + '"');
  if (report !== undefined && report !== null && !isObject(report)) throw new TypeError("bind: options.report must be an object");
  if (fields !== undefined && fields !== null && typeof fields !== "function" && !isObject(fields)) throw new TypeError("bind: options.fields must be an object or a function");
  if (language !== undefined && language !== "zh" && language !== "en") throw new TypeError('bind: language cannot be "' + String(language) + '"');
  const name = options.explanationName;
  const called = (key, otherwise) => {
    const given = options[key];
    if (given !== undefined && given !== null && typeof given !== "function") throw new TypeError("bind: options." + key + " must be a function");
    return given || otherwise;
  };
  const nothing = () => {};
  return {
    year: Number(year),
    report: defined({ ...report, level: level || (report && report.level), kind: kind || (report && report.kind) }),
    check: defined({ previous, language, blank, severities }),
    language: language || "zh",
    fields: fields === undefined ? null : fields,
    recognise: options.recognise !== false,
    isBlocking: options.block !== false,
    isExplaining: options.explain !== false,
    drafts: options.drafts || null,
    hasOffers: options.offers !== false,
    balances: options.balances === undefined ? true : options.balances,
    messages: options.messages === true,
    summary: summary === undefined ? null : summary,
    explanationName: typeof name === "function" ? name : (key) => (name || "gouji-explanation") + "[" + key + "]",
    onChange: called("onChange", nothing),
    onBlocked: called("onBlocked", nothing),
    onPass: called("onPass", nothing),
    onUnavailable: called("onUnavailable", (error) => console.warn(error)),
  };
}

function defined(object) {
  const copy = {};
  for (const key of Object.keys(object)) if (object[key] !== undefined && object[key] !== null) copy[key] = object[key];
  return copy;
}
