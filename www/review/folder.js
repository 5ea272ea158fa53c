// The files of what was dropped or chosen: folders are walked, in the order of names.

import { reportKey } from "./findings.js";

/** The endings of reports and of documents that may hold one, as on the command line; and of those that may, but are of a kind that is not read. */
const endings = new Set(["json", "html", "htm", "shtml", "docx", "xlsx", "md", "txt", "tsv", "pdf", "doc", "docm", "xls", "xlsm", "wps", "et", "ofd", "rtf", "odt", "ods", "mht", "mhtml"]);

const ending = (path) => /\.([^./\\]+)$/.exec(path)?.[1].toLowerCase() ?? "";
/** Hidden files, and what Office keeps beside a document that is open. */
const isHidden = (path) => path.split("/").some((part) => part.startsWith(".") || part.startsWith("~$"));

/** Whether somebody who gives this file means a report: one that cannot be read stands among the reports, other files apart from them. */
export const isMeant = (path) => endings.has(ending(path));

/** In the order of names. */
export function sorted(found) {
  const order = new Intl.Collator("zh-CN", { numeric: true });
  return found.filter(({ path }) => !isHidden(path)).sort((one, other) => order.compare(one.path, other.path));
}

const nameOf = (path) => path.split("/").pop();

/** What tells the documents of one body and year apart, and calls those that name no body: their names, or their paths where the names are the same. Others need none. */
export function namesFor(outcomes) {
  const groups = new Map();
  for (const outcome of outcomes.filter(({ answer }) => answer)) groups.set(reportKey(outcome), [...(groups.get(reportKey(outcome)) ?? []), outcome]);
  const names = new Map(outcomes.filter(({ answer, body }) => answer && !body).map((outcome) => [outcome, nameOf(outcome.path)]));
  for (const group of [...groups.values()].filter(({ length }) => length > 1)) {
    for (const outcome of group) names.set(outcome, group.filter(({ path }) => nameOf(path) === nameOf(outcome.path)).length > 1 ? outcome.path : nameOf(outcome.path));
  }
  return names;
}

export const ofInput = (input) => [...input.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** What was dropped. The entries are asked for at once: after the event they are gone. */
export async function ofDrop({ items, files }) {
  const entries = [...(items ?? [])].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.length === 0 || entries.some((entry) => entry === null)) return [...files].map((file) => ({ path: file.name, file }));
  const found = [];
  for (const entry of entries) await walk(entry, found);
  return found;
}

async function walk(entry, found) {
  const path = entry.fullPath.replace(/^\/+/, "");
  if (isHidden(path)) return;
  if (entry.isFile) {
    try {
      found.push({ path, file: await new Promise((resolve, reject) => entry.file(resolve, reject)) });
    } catch (reason) {
      // It stands in the list as one that cannot be read.
      found.push({ path, failed: reason.message });
    }
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    // A browser gives at most a hundred at a time, and none at the end.
    const some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return;
    for (const one of some) await walk(one, found);
  }
}
