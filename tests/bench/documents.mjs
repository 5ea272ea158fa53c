// The readers beside the usual JavaScript way of getting at the same tables, in one run: `make bench`. Ours goes on to a
// report with every cell named and every oddity told; theirs ends with lists of texts. On one core: nothing here starts
// a thread.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { form } from "../../pkg/node.js";
import { read } from "../../pkg/read.js";
import { named } from "../node/reports.mjs";
import { project } from "../setup/programs.mjs";
import { cheerio, fflateAndFastXmlParser, mammothAndCheerio } from "./contenders/documents.mjs";
import { SIZES, page } from "./pages.mjs";

const ROUNDS = 15;
const WARM_UP = 12;

const published = named("suqian-2024");
const program = (name) => readFileSync(join(project, "tests/documents/programs", name));
const cases = [
  ...SIZES.map((size) => ({ what: `HTML, a page of ${size} KB`, name: "page.html", bytes: Buffer.from(page(published, size)), other: ["cheerio", cheerio] })),
  { what: "HTML, saved by LibreOffice", name: "suqian-2024.writer-grouped.html", other: ["cheerio", cheerio] },
  { what: "DOCX", name: "suqian-2024.word-grouped.docx", other: ["mammoth + cheerio", mammothAndCheerio] },
  { what: "XLSX", name: "suqian-2024.excel-sheets.xlsx", other: ["fflate + fast-xml-parser", fflateAndFastXmlParser] },
].map((one) => ({ ...one, bytes: one.bytes ?? program(one.name) }));

/** Milliseconds of a processor that this program has used: what others do on the machine does not count. */
function used() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** In turns; medians count, in milliseconds of one core. */
async function timed(runs) {
  const samples = runs.map(() => []);
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [place, run] of runs.entries()) {
      const start = used();
      await run();
      if (round >= 0) samples[place].push(used() - start);
    }
  }
  return samples.map((list) => list.sort((one, other) => one - other)[Math.floor(list.length / 2)]);
}

const figures = form(published.year).cells.map(({ id }) => String(published.cells[id]));
const plain = (texts) => texts.map((text) => text.replace(/,/g, ""));

/** Whoever is faster must have found the same. */
async function assertSame({ what, name, bytes, other: [whose, run] }) {
  const { report } = read(bytes, { name });
  const ours = plain(form(published.year).cells.map(({ id }) => report.cells[id]));
  // Theirs has the figures in the order of the form, among the labels.
  const theirs = plain((await run(bytes)).flat(2)).filter((text) => /^\d+(\.\d+)?$/.test(text));
  for (const [who, found] of [["gouji", ours], [whose, theirs]]) {
    if (JSON.stringify(found) !== JSON.stringify(figures)) throw new Error(`${what}: ${who} has not found the published figures`);
  }
}

console.log(`\nReading documents on one core, Node ${process.versions.node} (medians of processor time; of ours a report, of theirs the texts of the tables)`);
console.log(`${"".padEnd(56)}${"ms".padStart(9)}${"a second".padStart(10)}${"MB/s".padStart(8)}${"to gouji".padStart(10)}`);
for (const one of cases) {
  await assertSame(one);
  const { what, name, bytes, other: [whose, run] } = one;
  const [ours, theirs] = await timed([() => read(bytes, { name }), () => run(bytes)]);
  console.log(`${what} (${Math.round(bytes.length / 1024)} KB)`);
  for (const [who, time] of [["gouji/read", ours], [whose, theirs]]) {
    console.log(`  ${who.padEnd(54)}${time.toFixed(2).padStart(9)}${Math.round(1000 / time).toString().padStart(10)}${(bytes.length / 1e3 / time).toFixed(1).padStart(8)}${`${(time / ours).toFixed(1)} x`.padStart(10)}`);
  }
}
