// The page as one file, opened from disk: all of it works, and it asks nobody for anything.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { writeOneFile } from "../../www/one-file.mjs";
import { isAccessible } from "./axe.mjs";
import { eventually, inEachBrowser, inOneBrowser } from "./harness.mjs";
import { cell, errorsAre, holds, isOffered, load, saved, says } from "./desk.mjs";

let folder;
let file;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "gouji-one-file-"));
  file = await writeOneFile(join(folder, "gouji.html"));
});
after(() => rm(folder, { recursive: true }));

async function openFile(page) {
  await page.visit(pathToFileURL(file).href);
  await page.waitFor(() => document.querySelector("[data-cell]") !== null);
}

inEachBrowser("opened from disk it checks, mends, reads a pasted document and saves", async (page) => {
  await openFile(page);
  await load(page, "suqian");
  await page.type(cell("requests.granted.natural"), "1480");
  await errorsAre(page, 2);
  await isOffered(page);
  await page.click(".offer .apply");
  await errorsAre(page, 0);
  await page.click("#out summary");
  await page.click("#copy");
  await page.click("#clear");
  await page.evaluate(() => document.activeElement.blur());
  await page.press("Control+v");
  await eventually(async () => assert.equal(await page.count("#preview[open] #preview-take"), 1));
  await page.click("#preview-take");
  await holds(page, cell("requests.granted.natural"), "1408");
  const { text } = await saved(page);
  assert.equal(JSON.parse(text).cells["requests.granted.natural"], "1408");
  await says(page, "#message", /已导出/);
  await isAccessible(page);
  // Where requests are heard: harness.mjs, which sees to it that no other server is asked; from the own one comes the empty
  // page in between, of which some browsers tell late.
  const asked = (await page.requests?.()) ?? [];
  assert.deepEqual(asked.filter((address) => !/\/(www\/seal\.svg|favicon\.ico)$/.test(address)), [], "nobody is asked for anything");
});

inOneBrowser("the light and the language are switched, and the styles are all there", async (page) => {
  await openFile(page);
  const desk = () => page.evaluate(() => getComputedStyle(document.body.parentElement).backgroundColor);
  const before = await desk();
  await page.click("#theme");
  await eventually(async () => assert.notEqual(await desk(), before));
  await page.click("#language");
  await says(page, "h1", /Three tables/);
});

inEachBrowser("the policy in the file lets in its own script and styles alone", async (page) => {
  await openFile(page);
  const html = await readFile(file, "utf8");
  const policy = html.match(/Content-Security-Policy" content="([^"]*)"/)[1];
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'sha256-[^']+' 'wasm-unsafe-eval';/);
  assert.match(policy, /connect-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
});
