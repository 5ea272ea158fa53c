// What every app here asks the package for, and the answer as plain data. It neither imports nor exports, so that the
// same file serves modules, `require`, classic scripts and workers; run.mjs puts a copy into each app.
globalThis.ask = function (gouji) {
  const answer = gouji.check({
    year: 2024,
    cells: { "requests.received.natural": 1, "requests.results_total.natural": "1", "requests.carried_out.natural": 1 },
  }, { blank: "zero" });
  const name = (finding) => finding.rule + "@" + finding.at;
  const session = gouji.open({ year: 2024 }, { blank: "zero" });
  session.set("requests.received.natural", 1);
  const change = session.set("requests.received.total", "1");
  session.close();
  return {
    ok: answer.ok,
    message: answer.findings.find((finding) => name(finding) === "requests-balance@natural").message,
    appeared: change.appeared.map(name),
    resolved: change.resolved.map(name),
    cells: gouji.form(2024).cells.length,
  };
};
