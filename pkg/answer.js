// Answers on their way out of the core: it sends what differs from report to report, the rest stands on cards.

export function isEnglish(chosen) {
  return chosen !== null && chosen.language === "en";
}

export function toldAnswer([year, ok, findings, [held, broken, open, notAssessed], overrides], engine, english, repairs) {
  const changed = {};
  for (const [rule, severity] of overrides) changed[rule] = severity;
  const answer = {
    year,
    ok,
    findings: toldFindings(findings, engine, english),
    relations: { held, broken, open, notAssessed },
    overrides: changed,
    ruleset: { version: engine.ruleset.version, hash: engine.ruleset.hash },
  };
  return repairs === null ? answer : Object.assign(answer, repairs);
}

/** Findings of relations come as lists, all others whole. */
export function toldFindings(findings, engine, english) {
  for (let index = 0; index < findings.length; index += 1) {
    if (Array.isArray(findings[index])) findings[index] = told(findings[index], engine, english);
  }
  return findings;
}

// Everything is copied: what a caller does to an answer must not change the next one.
function told([relation, severity, [left, right, difference], message, related, explained], engine, english) {
  const { rule, at, cells, why, help, basis } = engine.card(relation, english);
  return {
    rule,
    at,
    severity,
    cells: cells.map((cell) => ({ ...cell })),
    left,
    right,
    difference,
    message,
    why,
    help,
    basis: { text: basis.text, certainty: basis.certainty },
    related,
    explained,
  };
}
