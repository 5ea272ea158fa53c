// What the host may choose, and what it gets where it does not say.
import { isObject } from "../report.js";

const KNOWN = [
  "year", "level", "kind", "report", "previous", "language", "blank", "severities", "fields", "recognise", "block", "explain", "drafts", "offers", "balances",
  "messages", "summary", "explanationName", "onChange", "onBlocked", "onPass", "onUnavailable",
];

export function checkedOptions(options) {
  if (!isObject(options)) throw new TypeError("bind: the options must be an object that says the year");
  for (const key of Object.keys(options)) if (!KNOWN.includes(key)) throw new TypeError('bind: there is no option "' + key + '"');
  const { year, level, kind, report, previous, language, blank, severities, fields, summary, drafts } = options;
  if (!Number.isInteger(Number(year)) || year === "" || year === null || typeof year === "boolean") throw new TypeError('bind: the year cannot be "' + String(year) + '"');
  if (report !== undefined && report !== null && !isObject(report)) throw new TypeError("bind: options.report must be an object");
  if (fields !== undefined && fields !== null && typeof fields !== "function" && !isObject(fields)) throw new TypeError("bind: options.fields must be an object or a function");
  if (isObject(fields)) for (const cell of Object.keys(fields)) {
    const place = fields[cell];
    if (place !== null && place !== undefined && typeof place !== "string" && place.nodeType !== 1) throw new TypeError('bind: options.fields["' + cell + '"] must be the name of a field, a selector, or the element itself');
  }
  if (isGiven(summary) && !isSelector(summary) && summary.nodeType !== 1) throw new TypeError("bind: options.summary must be a selector or the element itself");
  if (isGiven(drafts) && !isSelector(drafts)) throw new TypeError("bind: options.drafts must be a selector");
  if (language !== undefined && language !== "zh" && language !== "en") throw new TypeError('bind: language cannot be "' + String(language) + '"');
  const name = options.explanationName;
  const called = (key, otherwise) => {
    const given = options[key];
    if (given !== undefined && given !== null && typeof given !== "function") throw new TypeError("bind: options." + key + " must be a function");
    return given ? heard(given) : otherwise;
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
    drafts: drafts || null,
    hasOffers: options.offers !== false,
    balances: typeof options.balances === "function" ? heard(options.balances) : options.balances !== false,
    messages: options.messages === true,
    summary: summary === undefined ? null : summary,
    explanationName: typeof name === "function" ? name : (key) => (name || "gouji-explanation") + "[" + key + "]",
    onChange: called("onChange", nothing),
    onBlocked: called("onBlocked", nothing),
    onPass: called("onPass", nothing),
    onUnavailable: called("onUnavailable", (error) => console.warn(error)),
  };
}

const isGiven = (value) => value !== undefined && value !== null && value !== "";

function isSelector(value) {
  if (typeof value !== "string") return false;
  try {
    document.createDocumentFragment().querySelector(value);
    return true;
  } catch (noSelector) {
    return false;
  }
}

/** A fault in a function of the host's is told as if nobody had called it: a form must not be sent because of it. */
const heard = (given) => (told) => {
  try {
    given(told);
  } catch (error) {
    setTimeout(() => { throw error; }, 0);
  }
};

function defined(object) {
  const copy = {};
  for (const key of Object.keys(object)) if (object[key] !== undefined && object[key] !== null) copy[key] = object[key];
  return copy;
}
