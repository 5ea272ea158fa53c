// The files of what was dropped or chosen: folders are walked, in the order of names.

/** The endings of reports and of documents that may hold one, as on the command line. */
const endings = ["json", "html", "htm", "shtml", "docx", "xlsx", "md", "txt", "tsv"];

const ending = (path) => /\.([^./\\]+)$/.exec(path)?.[1].toLowerCase() ?? "";
/** Hidden files, and what Office keeps beside a document that is open. */
const isHidden = (path) => path.split("/").some((part) => part.startsWith(".") || part.startsWith("~$"));

/** Those that may be reports, and of the others how many there are by ending. */
export function sorted(found) {
  const files = [];
  const others = new Map();
  for (const one of found) {
    if (isHidden(one.path)) continue;
    if (endings.includes(ending(one.path))) files.push(one);
    else others.set(ending(one.path), (others.get(ending(one.path)) ?? 0) + 1);
  }
  const order = new Intl.Collator("zh-CN", { numeric: true });
  return { files: files.sort((one, other) => order.compare(one.path, other.path)), others };
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
