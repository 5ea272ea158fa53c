// Speed beside other validators in headless Chromium, side by side in one run: `make bench`. The same cases as in
// Node, and the first verdict on a cold page, which only a browser can tell.
import { spawnSync } from "node:child_process";
import { buildSync } from "esbuild";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/chromium.mjs";
import { check } from "../../pkg/index.js";
import { consistent, named } from "../node/reports.mjs";
import pingtan from "../../www/examples/pingtan-2021.js";
import { serve } from "../setup/serve.mjs";
import { coldVerdicts } from "./cold.mjs";
import { printCases, printCold, printRepairs, printVerdicts } from "./print.mjs";
import { printOpening, timeOpening } from "./opening.mjs";
import { openPage } from "./page.mjs";
import { printTyping, timeTyping } from "./typing.mjs";

const published = named("suqian-2024");
const server = await serve();
const browser = await launch();
try {
  console.log(`\nChromium ${browser.version()}`);
  const cases = await inPage("cases.mjs", timeCases, published);
  printCases(cases);
  printVerdicts(cases);
  printRepairs(await inPage("repairs.mjs", timeRepairs, consistent({ check })));
  printTyping(await inPage("typing.mjs", timeTyping, published));
  printOpening(await timeOpening(browser, server.address, pingtan));
  printCold(await coldVerdicts(browser, server.address, published));
} finally {
  await browser.close();
  await server.close();
}

// What must not grow, over as many turns as a test has no time for.
const leak = fileURLToPath(new URL("../embedded/leak.test.mjs", import.meta.url));
const { status } = spawnSync(process.execPath, ["--test", "--test-reporter=spec", leak], { stdio: "inherit", env: { ...process.env, BROWSERS: "chromium", TURNS: "1000" } });
if (status !== 0) process.exitCode = 1;

/** Runs `time` in a page beside the package as it is served and a script of ours made one file. */
async function inPage(script, time, given) {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(script, import.meta.url))],
    bundle: true,
    // The package as it is served.
    external: ["/pkg/*"],
    minify: true,
    format: "esm",
    write: false,
  });
  const page = await openPage(browser, server.address, { "/bench/script.js": outputFiles[0].text });
  try {
    return await page.evaluate(time, given);
  } finally {
    await page.context().close();
  }
}

async function timeCases(report) {
  const [gouji, { timed }] = await Promise.all([import("/pkg/index.js"), import("/bench/script.js")]);
  return timed(gouji, report, { batch: 0.5 });
}

async function timeRepairs(reports) {
  const [gouji, repair, { timedRepairs }] = await Promise.all([import("/pkg/index.js"), import("/pkg/repair.js"), import("/bench/script.js")]);
  gouji.use(repair);
  return timedRepairs(gouji, reports);
}
