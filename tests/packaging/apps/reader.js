// What apps that read documents ask, and the answer as plain data; as question.js, with a copy in each of them.
globalThis.askReader = function (gouji, readers) {
  const reading = readers.read(
    "\u67d0\u53bf2024\u5e74\u653f\u5e9c\u4fe1\u606f\u516c\u5f00\u5de5\u4f5c\u5e74\u5ea6\u62a5\u544a\n" +
      "\u4e09\u3001\u6536\u5230\u548c\u5904\u7406\u653f\u5e9c\u4fe1\u606f\u516c\u5f00\u7533\u8bf7\u60c5\u51b5\n" +
      "\u4e00\u3001\u672c\u5e74\u65b0\u6536\u653f\u5e9c\u4fe1\u606f\u516c\u5f00\u7533\u8bf7\u6570\u91cf\t0\t0\t0\t0\t0\t0\t0\n" +
      "\u56db\u3001\u7ed3\u8f6c\u4e0b\u5e74\u6e21\u7ee7\u7eed\u529e\u7406\t1\t0\t0\t0\t0\t0\t1"
  );
  const answer = readers.joined(gouji.check(reading.report, { blank: "zero" }), reading);
  const rules = answer.findings.map((finding) => finding.rule);
  return {
    year: reading.report.year,
    natural: reading.report.cells["requests.carried_out.natural"],
    ok: answer.ok,
    rules: ["requests-balance", "label-guessed"].filter((rule) => rules.includes(rule)),
    unreadable: typeof readers.read(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])).unreadable,
  };
};
