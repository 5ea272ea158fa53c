// Documents in a page. Compiled only, never run.
import { type Answer, check, type Finding, open } from "gouji";
import { type DocumentFinding, type DocumentRuleId, type JoinedAnswer, joined, read, type Reading, ready } from "gouji/read";

async function chosen(file: File): Promise<JoinedAnswer | string> {
  await ready();
  const reading: Reading = read(await file.arrayBuffer(), { name: file.name, language: "en" });
  if (reading.report === null) return reading.unreadable ?? "";
  const answer: Answer = check(reading.report, { blank: "zero" });
  return joined(answer, reading);
}

function pasted(event: ClipboardEvent, editor: HTMLElement, template: HTMLTemplateElement) {
  const clipboard = event.clipboardData?.getData("text/html") ?? "";
  const readings = [read(clipboard), read(editor), read(template.content, null), read(document, { year: 2024 }), read(new Uint8Array(4))];
  for (const { report, findings } of readings) {
    const rules: DocumentRuleId[] = findings.map((finding: DocumentFinding) => finding.rule);
    if (report === null) continue;
    const session = open({ ...report, year: report.year ?? 2024 });
    session.set("requests.received.natural", report.cells["requests.received.natural"]);
    const { table = 0, line = 0, match } = report.meta.found["requests.received.natural"] ?? {};
    console.log(rules, table + line, match === "guessed");
  }
}

function told(answer: JoinedAnswer): string[] {
  return answer.findings.map((finding: Finding | DocumentFinding) => finding.message);
}

// @ts-expect-error A file is read asynchronously; its bytes are given.
read(new File([], "report.docx"));
// @ts-expect-error There is no such option.
read("", { blank: "zero" });
// @ts-expect-error The core raises no rule of documents.
const rule: Finding["rule"] = "label-guessed";

export { chosen, pasted, rule, told };
