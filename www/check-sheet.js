// The check sheet: what was checked, by which rules, what was found, and ruled places for explanations and signatures.
// It is made for paper and shown nowhere else.

import { nameOf } from "./draft.js";
import { element } from "./element.js";
import { applicantsOf, flowOf } from "./flow.js";
import { pictureOf } from "./flow-picture.js";
import { oddOf } from "./odd.js";
import { cellName, placeOf } from "./place.js";
import { canWrite, fromWords, likeliest, mended, reasons, toWords } from "./repairs.js";
import { say, spoken } from "./words.js";

const order = ["error", "warning", "notice"];
/** More findings of one rule than this share an entry. */
const crowd = 5;
/** More cells to be looked up than this are counted, not named. */
const looked = 12;

/** Prints the sheet of a draft: checked whole, as for submission, with what would mend it. */
export function printCheckSheet(engine, draft) {
  document.getElementById("check-sheet")?.remove();
  if (draft.repairs === null) draft.seek();
  const sheet = sheetOf(engine, draft);
  document.body.append(sheet);
  document.body.classList.add("is-printing-sheet");
  addEventListener("afterprint", () => {
    document.body.classList.remove("is-printing-sheet");
    sheet.remove();
  }, { once: true });
  print();
}

function sheetOf(engine, draft) {
  const { report, form, previous } = draft;
  const answer = engine.check(draft.written(), { language: spoken(), ...(previous ? { previous } : {}) });
  const rules = new Map(engine.rules({ language: spoken() }).rules.map((rule) => [rule.id, rule]));
  const names = draft.repairs !== null && canWrite(likeliest(draft.repairs)) ? mended(draft.repairs, answer.findings) : [];
  const isOffered = ({ rule, at }) => names.includes(nameOf({ rule, at }));
  const count = (severity) => answer.findings.filter((one) => one.severity === severity).length;
  const fact = (word, text) => element("div", null, element("dt", { text: say(word) }), element("dd", { text }));
  return element("article", { id: "check-sheet", class: "check-sheet", "aria-labelledby": "check-sheet-title" },
    element("h1", { id: "check-sheet-title", text: say("sheetTitle") }),
    element("dl", { class: "sheet-facts" },
      fact("body", report.body || say("sheetUnnamed")), fact("year", say("yearOf", { year: report.year })),
      fact("sheetDate", new Date().toLocaleDateString(spoken() === "zh" ? "zh-CN" : "en", { year: "numeric", month: "long", day: "numeric" })),
      fact("sheetRules", say("sheetRulesAre", answer.ruleset)),
      fact("sheetPrevious", previous ? say("yearOf", { year: previous.year }) : say("sheetNoPrevious")),
      fact("sheetResult", say("sheetCounts", { error: count("error"), warning: count("warning"), notice: count("notice"), held: answer.relations.held, broken: answer.relations.broken }))),
    element("div", { class: "sheet-flows" }, ...pictures(draft)),
    ...offerPart(draft),
    element("section", null, element("h2", { text: say("findings") }),
      answer.findings.length === 0 ? element("p", { text: say("allWellWhole") }) : element("ol", { class: "sheet-findings" },
        ...groupsOf(answer.findings).map((group) => (group.length > 1 ? crowdOf(group, rules, form, isOffered) : entryOf(group[0], rules, form, isOffered))))),
    ...oddPart(oddOf(report)),
    element("div", { class: "sheet-signatures" }, ...["sheetFilledBy", "sheetReviewedBy", "sheetApprovedBy", "sheetSignedOn"].map((word) => element("p", null, element("span", { text: say(word) })))),
    element("p", { class: "sheet-foot", text: say("sheetFoot") }));
}

/** What would mend the report: the likeliest, or all that are as likely. Nothing of it is written yet. */
function offerPart({ repairs: found, form }) {
  const first = found ? likeliest(found) : [];
  if (first.length === 0 && !found?.lookUp.length) return [];
  const known = new Map(form.cells.map((cell) => [cell.id, cell]));
  const named = (cell) => (known.has(cell) ? cellName(known.get(cell)) : cell);
  const entry = (repair) => element("li", null,
    ...reasons(repair).said.map((text) => element("p", { class: "sheet-reason", text })),
    ...repair.changes.map((change) => element("p", { class: "sheet-change", text: say("sheetChange", { cell: named(change.cell), from: fromWords(change), to: toWords(change) }) })));
  return [element("section", { class: "sheet-offer" },
    element("h2", { text: say(canWrite(first) ? "offer" : "offerOpen") }),
    first.length > 1 ? element("p", { text: [say(found.more ? "severalAtLeast" : "several", { count: first.length }), say("severalNote")].join(say("partsJoin")) }) : null,
    first.length > 0 ? element("ol", { class: first.length > 1 ? "sheet-findings" : null }, ...first.map(entry)) : element("p", { text: say("nothingFound") }),
    found.lookUp.length > 0 ? element("p", { class: "sheet-places", text: say("lookUp") + found.lookUp.slice(0, looked).map(named).join(say("partsJoin")) + (found.lookUp.length > looked ? say("partsJoin") + say("andMore", { count: found.lookUp.length - looked }) : "") }) : null)];
}

/** What was odd about the document and is not dealt with. */
function oddPart(entries) {
  if (entries.length === 0) return [];
  return [element("section", null, element("h2", { text: say("oddTitle", { count: entries.length }) }), element("ol", { class: "sheet-findings" }, ...entries.map((one) =>
    element("li", { "data-severity": one.severity }, element("h3", null, element("span", { class: "sheet-severity", text: say(one.severity) }), element("span", { text: one.message })),
      typeof one.help === "string" ? element("p", null, element("b", { text: say("help") }), element("span", { text: one.help })) : null, explanationOf(one.explained)))))];
}

/** Where the requests went: all of them, and each applicant in whose column something is broken. */
function pictures({ form, values, relations }) {
  const all = applicantsOf(form).map((applicant) => ({ applicant, flow: flowOf(form, values, relations, applicant.key) }));
  return all.filter(({ applicant, flow }) => applicant.key === "total" || flow.state === "broken").slice(-4).map(({ applicant, flow }) => {
    const words = say(`flowSaid-${flow.state}`, { name: applicant.label, ...flow });
    return element("figure", { class: "sheet-flow" }, element("figcaption", { text: words }), pictureOf(flow, 400, words));
  });
}

function groupsOf(findings) {
  const sorted = order.flatMap((severity) => findings.filter((one) => one.severity === severity));
  const groups = new Map();
  for (const finding of sorted) {
    const many = sorted.filter(({ rule }) => rule === finding.rule).length > crowd;
    const key = many ? finding.rule : nameOf(finding);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}

function entryOf(finding, rules, form, isOffered) {
  const { severity, rule, message, help, basis, explained, left, right, difference } = finding;
  const { title, equation } = rules.get(rule) ?? { title: rule, equation: null };
  const line = (word, text) => (text ? element("p", null, element("b", { text: say(word) }), element("span", { text })) : null);
  return element("li", { "data-severity": severity },
    element("h3", null, element("span", { class: "sheet-severity", text: say(severity) }), element("span", { text: [title, placeOf(finding, form)].filter(Boolean).join(" · ") }), element("code", { text: nameOf(finding) })),
    equation ? line("equation", equation) : null, line("sheetFound", message),
    left !== undefined ? line("sheetFigures", say("figuresAre", { left, right, difference })) : null,
    ...(isOffered(finding) ? [line("offer", say("sheetOffers")), line("helpOtherwise", help)] : [line("help", help)]), line("basis", `${basis.text} ${say(`certainty${basis.certainty}`)}`),
    explanationOf(explained));
}

function crowdOf(group, rules, form, isOffered) {
  const [{ severity, rule, help, basis }] = group;
  return element("li", { "data-severity": severity },
    element("h3", null, element("span", { class: "sheet-severity", text: say(severity) }), element("span", { text: `${rules.get(rule)?.title ?? rule} · ${say("groupCount", { count: group.length })}` }), element("code", { text: rule })),
    element("p", { class: "sheet-places", text: group.map((finding) => placeOf(finding, form) || finding.at).join(say("partsJoin")) }),
    ...(group.some(isOffered) ? [element("p", null, element("b", { text: say("offer") }), element("span", { text: say("sheetOffers") }))] : []),
    element("p", null, element("b", { text: say(group.some(isOffered) ? "helpOtherwise" : "help") }), element("span", { text: help })),
    element("p", null, element("b", { text: say("basis") }), element("span", { text: `${basis.text} ${say(`certainty${basis.certainty}`)}` })),
    explanationOf(null));
}

/** What was explained, or two ruled lines to do so by hand. */
function explanationOf(explained) {
  return element("div", { class: "sheet-explanation" }, element("b", { text: say("explanation") }), explained ? element("span", { text: explained }) : element("span", { class: "ruled" }, element("i"), element("i")));
}
