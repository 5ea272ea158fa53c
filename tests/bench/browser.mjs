// Speed beside other validators in headless Chromium, side by side in one run: `make bench`. The same cases as in
// Node, and the first verdict on a cold page, which only a browser can tell.
import { buildSync } from "esbuild";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/chromium.mjs";
import { named } from "../node/reports.mjs";
import { serve } from "../setup/serve.mjs";
import { coldVerdicts } from "./cold.mjs";
import { printCases, printCold, printVerdicts } from "./print.mjs";
import { openPage } from "./page.mjs";

const published = named("suqian-2024");
const server = await serve();
const browser = await launch();
try {
  console.log(`\nChromium ${browser.version()}`);
  const cases = await timedInPage();
  printCases(cases);
  printVerdicts(cases);
  printCold(await coldVerdicts(browser, server.address, published));
} finally {
  await browser.close();
  await server.close();
}

/** The package as it is served, the others in one script. */
async function timedInPage() {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL("cases.mjs", import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  const page = await openPage(browser, server.address, { "/bench/cases.js": outputFiles[0].text });
  try {
    return await page.evaluate(async (report) => {
      const [gouji, { timed }] = await Promise.all([import("/pkg/index.js"), import("/bench/cases.js")]);
      return timed(gouji, report, { batch: 0.5 });
    }, published);
  } finally {
    await page.context().close();
  }
}
