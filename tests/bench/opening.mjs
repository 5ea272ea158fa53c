// The page of one report opened cold, with a draft in it that does not balance: when something is painted, when the
// verdict stands (counts, marks, balances), when the findings are there in words, when every part of the page is.
import { brotliCompressSync } from "node:zlib";
import { bytesAtStart, bytesInAll, loadedAtStart, loadedInAll } from "../start.mjs";

const RUNS = 10;
/** Round trips, in milliseconds: from a disk nearby, and from a server of the office network. */
const LATENCIES = [0, 40];
const MARKS = { verdict: "#summary .count.error:not(.is-none)", words: "#findings .card", parts: "#page:not([aria-busy])" };

/** Medians in milliseconds from the start of the navigation, by latency. */
export async function timeOpening(browser, address, draft) {
  const found = [];
  for (const latency of LATENCIES) {
    const samples = [];
    for (let run = 0; run < RUNS; run += 1) samples.push(await open(browser, address, draft, latency));
    found.push({ latency, ...Object.fromEntries(Object.keys(samples[0]).map((name) => [name, median(samples.map((sample) => sample[name]))])) });
  }
  return found;
}

async function open(browser, address, draft, latency) {
  const context = await browser.newContext({ baseURL: address });
  try {
    const page = await context.newPage();
    if (latency > 0) {
      const session = await context.newCDPSession(page);
      await session.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 });
    }
    await page.addInitScript(([draft, marks]) => {
      sessionStorage.setItem("gouji.draft", JSON.stringify(draft));
      window.seen = {};
      new MutationObserver(() => {
        for (const [name, css] of Object.entries(marks)) if (window.seen[name] === undefined && document.querySelector(css)) window.seen[name] = performance.now();
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    }, [draft, MARKS]);
    await page.goto("/www/");
    await page.waitForFunction((count) => Object.keys(window.seen).length === count, Object.keys(MARKS).length);
    return await page.evaluate(() => ({ paint: performance.getEntriesByName("first-contentful-paint")[0].startTime, ...window.seen }));
  } finally {
    await context.close();
  }
}

export function printOpening(found) {
  const cells = (texts) => texts.map((text) => text.padStart(11)).join("");
  console.log("\nthe page of one report, opened cold with a draft (medians of new pages, ms from the start of the navigation)");
  console.log(`${"".padEnd(32)}${cells(["paint", "verdict", "in words", "all parts"])}`);
  for (const { latency, paint, verdict, words, parts } of found) {
    console.log(`  ${(latency ? `${latency} ms to each answer` : "no latency").padEnd(30)}${cells([paint, verdict, words, parts].map((time) => time.toFixed(0)))}`);
  }
  const weight = (bytes) => `${(bytes.reduce((sum, part) => sum + brotliCompressSync(part).length, 0) / 1024).toFixed(1)} KB brotli`;
  console.log(`  until the verdict ${weight(bytesAtStart())} in ${loadedAtStart().length} files; in all ${weight(bytesInAll())} in ${loadedInAll().length} files`);
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
