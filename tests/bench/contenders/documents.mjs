// The usual JavaScript way from a document to the cells of its tables. It ends where the tables are lists of texts:
// which row is which, what is misprinted or out of place, and whose report it is remain to be found.
import { load } from "cheerio";
import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";

/** Tables of rows of texts, each cell once. */
function tablesOf(html) {
  const page = load(html);
  return page("table").toArray().map((table) => page(table).find("tr").toArray()
    .map((row) => page(row).children("td, th").toArray().map((cell) => page(cell).text().replace(/\s+/g, ""))));
}

export const cheerio = (bytes) => tablesOf(Buffer.from(bytes).toString("utf8"));

export const mammothAndCheerio = async (bytes) => tablesOf((await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value);

const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => ["row", "c", "si", "r", "sheet"].includes(name), parseTagValue: false });

/** As sheets show a number: in fifteen digits. */
const shown = (value) => (value === "" || Number.isNaN(Number(value)) ? value : String(Number(Number(value).toPrecision(15))));

/** The sheets of a book as tables. */
export function fflateAndFastXmlParser(bytes) {
  const parts = unzipSync(new Uint8Array(bytes), { filter: ({ name }) => name.endsWith(".xml") });
  const xml = (name) => parser.parse(strFromU8(parts[name]));
  const textOf = (node) => (typeof node === "string" ? node : String(node?.["#text"] ?? ""));
  const shared = parts["xl/sharedStrings.xml"] ? (xml("xl/sharedStrings.xml").sst.si ?? []).map((one) => (one.r ? one.r.map(({ t }) => textOf(t)).join("") : textOf(one.t))) : [];
  const cell = (one) => (one["@_t"] === "s" ? shared[Number(one.v)] : one["@_t"] === "inlineStr" ? textOf(one.is?.t) : shown(textOf(one.v)));
  const sheets = Object.keys(parts).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).sort((one, other) => one.match(/\d+/)[0] - other.match(/\d+/)[0]);
  return sheets.map((name) => (xml(name).worksheet.sheetData.row ?? []).map((row) => (row.c ?? []).map((one) => cell(one).replace(/\s+/g, ""))));
}
