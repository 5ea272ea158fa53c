// The readers: a document of any kind to a report. A module of its own, inlined, started at the first call.
import createGlue from "./dist/gouji-read.glue.js";
import * as bytes from "./dist/gouji-read.bytes.js";
import { Engine } from "./engine.js";
import { inlined } from "./inlined.js";
import { isObject } from "./report.js";
import { keyOf } from "./suspected.js";

const engine = /*@__PURE__*/ new Engine(() => inlined(bytes), createGlue);

export function read(source, options) {
  const { name, year, isEnglish } = chosen(options);
  const isNode = isObject(source) && typeof source.nodeType === "number";
  const content = isNode ? markupOf(source) : contentOf(source);
  const called = isNode ? ".html" : name;
  const [report, findings, unreadable] = engine.call("read", (glue) => {
    // Of what is too large only its size is told.
    const most = glue.mostBytes();
    if (content.length > most) return glue.readBytes(new Uint8Array(most + 1), called, year, isEnglish);
    return typeof content === "string"
      ? glue.readText(content, called, year, isEnglish)
      : glue.readBytes(content, called, year, isEnglish);
  });
  return { report, findings, unreadable };
}

export function joined(answer, reading) {
  const explanations = (reading.report && reading.report.explanations) || {};
  const all = answer.findings.concat(reading.findings.map((finding) => explained(finding, explanations)));
  // As on the command line: the gravest first, what the document raises behind what its figures raise.
  const of = (severity) => all.filter((finding) => finding.severity === severity);
  const errors = of("error");
  return { ...answer, ok: errors.length === 0, findings: errors.concat(of("warning"), of("notice")) };
}

// As the core does it: a warning is explained by what the report says under its rule and place, and by nothing blank.
function explained(finding, explanations) {
  const given = finding.severity === "warning" ? explanations[keyOf(finding)] : undefined;
  return typeof given === "string" && given.trim() !== "" ? { ...finding, explained: given } : finding;
}

export function rules(options) {
  if (options !== undefined && options !== null && !isObject(options)) throw new TypeError("rules: the options must be an object");
  const language = (options && options.language) || "zh";
  if (language !== "zh" && language !== "en") throw new TypeError('rules: language cannot be "' + String(language) + '"');
  return engine.call("rules", (glue) => glue.rules(language === "en"));
}

export function ready() {
  return engine.ready();
}

export { GoujiError } from "./errors.js";

function chosen(options) {
  if (options !== undefined && options !== null && !isObject(options)) throw new TypeError("read: the options must be an object");
  const { name, year, language, ...others } = options || {};
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) throw new TypeError('read: the option "' + unknown + '" is not known');
  const isAbsent = (value) => value === undefined || value === null;
  if (!isAbsent(name) && typeof name !== "string") throw new TypeError("read: name must be a text");
  if (!isAbsent(year) && !Number.isSafeInteger(year)) throw new TypeError("read: year must be a whole number");
  if (!isAbsent(language) && language !== "zh" && language !== "en") {
    throw new TypeError('read: language cannot be "' + String(language) + '"');
  }
  return { name: name || "", year: isAbsent(year) ? undefined : year, isEnglish: language === "en" };
}

// By name rather than by class: an editor's frame has classes of its own.
const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

/** Text or bytes. */
function contentOf(source) {
  if (typeof source === "string") return source;
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  const kind = kindOf(source);
  if (kind === "ArrayBuffer" || kind === "SharedArrayBuffer") return new Uint8Array(source);
  if (kind === "File" || kind === "Blob") {
    throw new TypeError("read: give the bytes of a " + kind + ", `await file.arrayBuffer()`, and its name as options.name");
  }
  throw new TypeError("read: give the bytes of a file, a text, an element or a fragment");
}

const ELEMENT = 1;
const TEXT = 3;
const DOCUMENT = 9;
const FRAGMENT = 11;

/** What stands in a page, as markup. It is only read: nothing of it is loaded or run. */
function markupOf(node) {
  switch (node.nodeType) {
    case ELEMENT:
      return node.outerHTML;
    case DOCUMENT:
      return node.documentElement.outerHTML;
    case FRAGMENT: {
      const parts = [];
      for (let child = node.firstChild; child !== null; child = child.nextSibling) {
        if (child.nodeType === ELEMENT) parts.push(child.outerHTML);
        else if (child.nodeType === TEXT) parts.push(child.data.replace(/&/g, "&amp;").replace(/</g, "&lt;"));
      }
      return "<div>" + parts.join("") + "</div>";
    }
    default:
      throw new TypeError("read: this node is neither an element nor a fragment");
  }
}
