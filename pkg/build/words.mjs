// What gouji/bind says, in both languages, and the labels that forms print in place of the official ones. Written here
// as people read it; shipped in ASCII.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { project, stop } from "../../tests/setup/programs.mjs";
import { ship } from "./places.mjs";

const zh = {
  holds: "已平衡",
  broken: "不平",
  differs: "差 {difference}",
  along: "本行：{equation}",
  down: "本列：{equation}",
  group: "本组：{equation}",
  take: "填入 {value}",
  takeWhy: "按“{equation}”应为 {value}",
  takeKey: "，按 Alt 加向下键填入",
  repair: "修改建议",
  repairTake: "采纳",
  repairTakeMany: "采纳（共 {count} 格）",
  repairSeveral: "有 {count} 种可能的改法，请对照登记核实后选用",
  repairKey: "，按 Alt 加向下键采纳",
  title: "报送前请处理以下问题",
  errors: "必须修改（{count}）",
  warnings: "请核实并说明（{count}）",
  blanks: "还有 {count} 格空白",
  each: "逐格查看",
  explanation: "说明",
  explanationHint: "数字属实的，请写明原因，随报告一并提交。",
  error: "必须修改：",
  warning: "请核实并说明：",
  notice: "提示：",
  newErrors: "新发现 {count} 处必须修改：{message}",
  errorsGone: "已改正，必须修改还有 {count} 处。",
  noErrors: "必须修改之处已全部消除。",
  taken: "已填入 {value}。",
  repaired: "已按建议修改 {count} 格。",
};

const en = {
  holds: "Balanced",
  broken: "Unequal",
  differs: "Off by {difference}",
  along: "This row: {equation}",
  down: "This column: {equation}",
  group: "This group: {equation}",
  take: "Fill in {value}",
  takeWhy: "{value} by “{equation}”",
  takeKey: "; Alt and arrow down fills it in",
  repair: "Suggested correction",
  repairTake: "Apply",
  repairTakeMany: "Apply ({count} cells)",
  repairSeveral: "{count} corrections are possible; choose by your register",
  repairKey: "; Alt and arrow down applies it",
  title: "Before you submit",
  errors: "Errors ({count})",
  warnings: "To verify and explain ({count})",
  blanks: "{count} cells are blank",
  each: "Show each",
  explanation: "Explanation",
  explanationHint: "If the figures are right, say why; it is submitted with the report.",
  error: "Error: ",
  warning: "Verify and explain: ",
  notice: "Notice: ",
  newErrors: "{count} new errors: {message}",
  errorsGone: "Corrected; errors left: {count}.",
  noErrors: "No errors are left.",
  taken: "{value} filled in.",
  repaired: "{count} cells corrected as suggested.",
};

/** JSON in ASCII. */
const ascii = (value) => JSON.stringify(value).replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

export function writeWords() {
  const lacking = Object.keys(zh).filter((key) => !(key in en)).concat(Object.keys(en).filter((key) => !(key in zh)));
  if (lacking.length > 0) stop(`Words of gouji/bind in one language only: ${lacking.join(", ")}.`);
  ship("dist/bind.words.js", `export const words = ${ascii({ zh, en })};\n`);
}

export const labelsFile = join(project, "src/read/data/labels.toml");

/** Rows by "table.row" to other labels for them, from the data of the readers. */
export function writeLabels() {
  const labels = {};
  const blocks = readFileSync(labelsFile, "utf8").split(/^\[\[row\]\]$/m).slice(1).map((block) => block.split(/^\[/m)[0]);
  for (const block of blocks) {
    const [, table] = block.match(/^table = "(.+)"$/m) ?? [];
    const [, id] = block.match(/^id = "(.+)"$/m) ?? [];
    if (!table || !id) stop(`${labelsFile} holds a row without table or id.`);
    // What is all the text of a label ("whole") is a label like any other in a table of inputs.
    const listed = [...block.matchAll(/^(?:labels|whole) = \[(.*?)\]/gms)].flatMap(([, list]) => [...list.matchAll(/"(.+?)"/g)].map(([, label]) => label));
    if (listed.length === 0) stop(`${labelsFile} holds no label for ${table}.${id}.`);
    labels[`${table}.${id}`] = listed;
  }
  ship("dist/bind.labels.js", `export const labels = ${ascii(labels)};\n`);
}
