// The first verdict on a cold page: each contender in one script, minified as a site would ship it, in a new page each
// time. Timed twice over: from the first line of the script to the answer, and from the text of the script (which the
// browser has yet to read) to the answer; the network is left out of both.
import { buildSync } from "esbuild";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { reportOf } from "./cases.mjs";
import { openPage } from "./page.mjs";

const RUNS = 10;
const SHAPE = { isNested: true, isText: true };

const contender = (file, name) =>
  `import { ${name} } from "./contenders/${file}.mjs"; const { check } = ${name}(${JSON.stringify(SHAPE)});`;
const SOURCES = {
  gouji: 'import { check } from "../../pkg/index.js";',
  "by hand": contender("by-hand", "byHand"),
  "zod 4": contender("zod", "zod"),
  "zod 4 mini": contender("zod-mini", "zodMini"),
  valibot: contender("valibot", "valibot"),
  "ajv (shape only)": contender("ajv", "ajv"),
};

export async function coldVerdicts(browser, address, published) {
  const report = reportOf(published, SHAPE);
  const entries = Object.entries(SOURCES).map(([name, source]) => ({ name, script: bundle(source), samples: [] }));
  for (let run = 0; run < RUNS; run += 1) {
    // In turns, because others use the machine, too.
    for (const { script, samples } of entries) samples.push(await firstVerdict(browser, address, script, report));
  }
  return Object.fromEntries(
    entries.map(({ name, script, samples }) => [
      name,
      {
        evaluated: median(samples.map(({ evaluated }) => evaluated)),
        read: median(samples.map(({ read }) => read)),
        kilobytes: brotliCompressSync(script).length / 1024,
      },
    ]),
  );
}

function bundle(source) {
  const contents = `${source}\nwindow.verdict = check(window.report);\nwindow.end = performance.now();`;
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    // Before everything that the bundle holds.
    banner: { js: "window.start=performance.now();" },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0].text;
}

async function firstVerdict(browser, address, script, report) {
  const page = await openPage(browser, address, {});
  try {
    return await page.evaluate(
      async ([script, report]) => {
        window.report = report;
        const place = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
        const before = performance.now();
        await import(place);
        if (!window.verdict) throw new Error("there is no verdict");
        return { evaluated: window.end - window.start, read: window.end - before };
      },
      [script, report],
    );
  } finally {
    await page.context().close();
  }
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
