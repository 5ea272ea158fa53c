// The pages after the server has gone: what was loaded once is kept, all of it, and works.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { project } from "../setup/programs.mjs";
import { serve } from "../setup/serve.mjs";
import { openChromium } from "./chromium.mjs";
import { cell, errorsAre, holds, isFurnished, isOffered, load, open } from "./desk.mjs";
import { eventually } from "./harness.mjs";
import { openFirefox } from "./firefox.mjs";

const browsers = { chromium: openChromium, firefox: openFirefox };
const wanted = (process.env.BROWSERS ?? Object.keys(browsers).join(",")).split(",");
const word = join(project, "tests/documents/programs/pingtan-transport-2022.word.docx");

for (const name of wanted) {
  test(`${name}: without the server the page starts, checks, mends and reads, and the other pages open`, { timeout: 120_000 }, async () => {
    const server = await serve();
    // The page has itself kept when nothing else is to do.
    const browser = await browsers[name]({ serviceWorkers: true, hasPixels: true });
    let isServed = true;
    const end = async () => { if (isServed) await server.close(); isServed = false; };
    try {
      const page = await browser.openPage(server.address);
      await open(page);
      await page.waitFor(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active));
      await end();

      await open(page);
      await load(page, "suqian");
      await page.type(cell("requests.granted.natural"), "1480");
      await errorsAre(page, 2);
      await isOffered(page);
      await page.click(".offer .apply");
      await errorsAre(page, 0);

      await page.upload("#file", word);
      await eventually(async () => assert.equal(await page.count("#preview[open] #preview-take"), 1));
      await page.click("#preview-take");
      await holds(page, "#year", "2022");

      await page.visit("/www/?language=en");
      await isFurnished(page);
      assert.match(await page.text("h1"), /Three tables/);

      await page.visit("/www/rules.html");
      await page.waitFor(() => document.querySelector(".rule") !== null);

      await page.visit("/www/review.html");
      await page.waitFor(() => document.getElementById("blank").options.length === 2);
      await page.click("#try-examples");
      await page.waitFor(() => document.querySelector("#matrix tbody tr") !== null);

      await page.visit("/www/portal.html");
      await page.waitFor(() => document.querySelector("pre code") !== null);
      await page.close();
    } finally {
      await browser.close();
      await end();
    }
  });
}
