// What people write, as TypeScript sees it. Compiled only, never run.
import { GoujiError, check, form, open, ready, rules, use, version, years } from "gouji";
import repair from "gouji/repair";
import type {
  Answer, CellId, CellValue, Change, CheckOptions, Edit, Finding, Form, Repair, RepairChange, Report, Rule, RuleId, Session, Severity, SlipId,
} from "gouji";
import type * as everything from "./names.js";

// A report as it comes from a form (texts), from a program (numbers), nested, with blanks.
const report: Report = {
  body: "某市人民政府",
  year: 2024,
  level: "city",
  kind: "government",
  layouts: { requests: 2021 },
  cells: {
    "requests.received.natural": "1,204",
    "requests.received.total": 1204,
    "disputes.reconsideration.total": null,
    disclosure: { fees: { amount: "2万元" } },
  },
  sections: { overview: "一", problems: "五" },
  explanations: { "requests-carried-out-large": "积案" },
  meta: { anything: new Date() },
};
const options: CheckOptions = {
  language: "en",
  blank: "zero",
  previous: report,
  severities: { "cell-blank": "warning", "requests-carried-out-large": "off" },
};
const answer: Answer = check(report, options);
check({ year: 2024, cells: {} });

// Findings by severity, with their words and cells.
const grave: Finding[] = answer.findings.filter(({ severity }) => severity === "error");
const texts: string[] = grave.map(({ rule, at, message, why, help, basis }) => `${rule}@${at} ${message} ${why} ${help} ${basis.text}`);
const cells: CellId[] = grave.flatMap((finding) => finding.cells.map(({ cell }) => cell));
const difference: number | string | undefined = answer.findings[0].difference;
const explained: string | null = answer.findings[0].explained;
const year: number | null = answer.year;
const held: number = answer.relations.held;
const icons: Record<Severity, string> = { error: "×", warning: "!", notice: "i" };

// A live form.
const session: Session = open({ year: 2024 }, options);
const change: Change = session.set("requests.received.natural", "１２");
session.set("requests.received.natural", undefined);
for (const { rule, at } of change.resolved) console.log(rule, at);
for (const { state, difference: by } of change.relations) console.log(state === "broken" ? by : state);
session.explain("requests-carried-out-large", null);
const whole: Finding[] = session.findings({ whole: true });
const filed: Report = session.report();

// What would mend it: offered, taken, taken back.
use(repair);
import("gouji/repair").then(use);
// @ts-expect-error It is not named by a text.
use("gouji/repair");
const offered: Repair[] = session.repairs();
const shown: string[] = offered.map(({ reason, unique, mends }) => `${reason} ${unique ? "" : mends.join()}`);
const changes: RepairChange[] = offered.flatMap((repair) => repair.changes);
const bounds: (number | null)[] = changes.flatMap(({ to, range }) => (to === null && range ? [range[0], range[1]] : [to]));
const kinds: (SlipId | null)[] = offered.flatMap(({ parts }) => parts.map(({ slip }) => slip));
const edits: Edit[] = session.apply(offered[0]);
for (const { cell, from } of edits) session.set(cell, from);
const typed: CellValue = edits[0].from;
const asked: Answer = session.answer({ repairs: true });
const register: CellId[] = check(report, { repairs: true }).lookUp ?? [];
if (asked.repairs && !asked.repairsComplete) console.log(asked.moreRepairs, kinds[0] === "transposed");
session.close();

// The form and the rule book.
const official: Form = form(2024);
const texts2: string[] = official.tables.flatMap((table) => table.rows.flat().map((cell) => cell.text));
const ids: CellId[] = official.cells.map(({ id }) => id);
const hard: Rule[] = rules({ language: "en" }).rules.filter((rule) => rule.hard);
const last: number | undefined = years().pop();

// What goes wrong.
async function start(): Promise<string> {
  try {
    await ready();
  } catch (error) {
    if (error instanceof GoujiError) {
      switch (error.code) {
        case "wasm-missing":
        case "wasm-blocked":
        case "wasm-unusable":
        case "not-ready":
        case "out-of-memory":
        case "repair-missing":
        case "engine-failure":
          return error.message;
        default: {
          const nothing: never = error.code;
          return nothing;
        }
      }
    }
  }
  return version();
}

// What is wrong and is said so.
// @ts-expect-error A report has a year.
check({ cells: {} });
// @ts-expect-error A report has cells.
check({ year: 2024 });
// @ts-expect-error The year is a number.
check({ year: "2024", cells: {} });
// @ts-expect-error There is no such level.
check({ year: 2024, cells: {}, level: "village" });
// @ts-expect-error A key that is misspelt.
check({ year: 2024, cells: {}, expalnations: {} });
// @ts-expect-error There is no such reading of blanks.
check(report, { blank: "none" });
// @ts-expect-error There is no such language.
check(report, { language: "fr" });
// @ts-expect-error An option that is misspelt.
check(report, { severity: {} });
// @ts-expect-error There is no such rule.
check(report, { severities: { "no-such-rule": "off" } });
// @ts-expect-error There is no such severity.
check(report, { severities: { "cell-blank": "loud" } });
// @ts-expect-error An answer is no promise.
check(report).then(() => {});
// @ts-expect-error An open form has a year.
open({ cells: {} });
// @ts-expect-error There is no such cell.
session.set("requests.received.nobody", 1);
// @ts-expect-error Repairs are asked for or not.
check(report, { repairs: "yes" });
// @ts-expect-error One is applied, not all.
session.apply(offered);
// @ts-expect-error They may not have been asked for.
answer.repairs.length;
// @ts-expect-error A figure may be left open.
const figure: number = changes[0].to;
// @ts-expect-error There is no such slip.
kinds[0] === "typo";
// @ts-expect-error A cell holds no boolean.
session.set("requests.received.natural", true);
// @ts-expect-error A change is said in findings, not in a number.
const count: number = session.set("requests.received.natural", 1);
// @ts-expect-error A figure need not be a number.
const left: number = answer.findings[0].left;
// @ts-expect-error There is no such rule to compare with.
answer.findings[0].rule === "requests-blance";
// @ts-expect-error A year is a number.
form("2024");
// @ts-expect-error The core is the package's affair.
new GoujiError("not-ready", "");
// @ts-expect-error The default entry has nothing to be supplied with.
import { init } from "gouji";

export type { everything, RuleId };
export { bounds, cells, count, difference, explained, figure, filed, hard, held, icons, ids, last, left, register, shown, start, texts, texts2, typed, whole, year };
