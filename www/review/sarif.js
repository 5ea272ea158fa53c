// The findings as SARIF 2.1.0, in the same shape as the command line writes it.

import { nameOf } from "../draft.js";
import { cellName } from "../place.js";
import { findingsOf } from "./findings.js";

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const levels = { error: "error", warning: "warning", notice: "note" };
const tongues = { zh: "zh-CN", en: "en" };

/** `batch`: outcomes, book (the rule book, with the rules of the readers), language, dismissed, cells (cell id → cell of a form). */
export function sarif({ outcomes, book, language, dismissed, cells }) {
  const places = new Map(book.rules.map(({ id }, place) => [id, place]));
  const unreadable = outcomes.filter(({ answer }) => !answer);
  return {
    $schema: schema,
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "gouji", version: book.version, language: tongues[language], rules: book.rules.map(rule), properties: { rulesetHash: book.hash } } },
      language: tongues[language],
      invocations: [{ executionSuccessful: unreadable.length === 0, toolExecutionNotifications: unreadable.map((one) => ({ level: "error", message: { text: one.unreadable }, locations: [location(one.path)] })) }],
      results: outcomes.flatMap((outcome) => findingsOf(outcome).map((finding) => result(outcome, finding, { places, dismissed, cells }))),
    }],
  };
}

function rule({ id, title, why, help, severity, basis, since, equation }) {
  return {
    id, shortDescription: { text: title }, fullDescription: { text: why }, help: { text: help }, defaultConfiguration: { level: levels[severity] },
    properties: { basis: basis.text, certainty: basis.certainty, since, ...(equation === null ? {} : { equation }) },
  };
}

function result(outcome, finding, { places, dismissed, cells }) {
  const { rule: id, at, severity, message, help, left, right, difference, explained } = finding;
  // Last year's figures stand in another file.
  const touched = [...new Set(finding.cells.filter(({ previous }) => !previous).map(({ cell }) => cell))];
  const logicalLocations = touched.map((cell) => ({ fullyQualifiedName: cell, ...(cells.has(cell) ? { name: cellName(cells.get(cell)) } : {}) }));
  const reason = dismissed.reason(outcome, finding);
  const suppressions = [
    ...(explained === null ? [] : [{ kind: "inSource", status: "accepted", justification: explained }]),
    ...(reason === null ? [] : [{ kind: "external", status: "accepted", justification: reason }]),
  ];
  return {
    ruleId: id, level: levels[severity], message: { text: message },
    locations: [{ ...location(outcome.path), ...(logicalLocations.length > 0 ? { logicalLocations } : {}) }],
    // The same finding in a later run, whatever its figures have become.
    partialFingerprints: { "finding/v1": `${outcome.path}:${nameOf(finding)}` },
    properties: { at, help, ...(left === undefined ? {} : { left }), ...(right === undefined ? {} : { right }), ...(difference === undefined ? {} : { difference }), ...(outcome.body ? { body: outcome.body } : {}) },
    ...(places.has(id) ? { ruleIndex: places.get(id) } : {}),
    ...(suppressions.length > 0 ? { suppressions } : {}),
  };
}

const location = (path) => ({ physicalLocation: { artifactLocation: { uri: path.split("/").filter((part) => part !== "" && part !== ".").map(encoded).join("/") } } });

/** Everything but unreserved characters as percent signs and hexadecimal digits; half a character as the sign for one that is lost. */
const encoded = (part) => encodeURIComponent(part.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD")).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
