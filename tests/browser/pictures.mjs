// The pictures of the page that the READMEs show (www/pictures), taken in Chromium from the page as it ships.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import UPNG from "upng-js";
import { project } from "../setup/programs.mjs";
import { serve } from "../setup/serve.mjs";
import { launch } from "./chromium.mjs";

const folder = join(project, "www", "pictures");
const pictures = {
  // The first finding chosen: its cells set off, the cell at fault in the middle of the window.
  "broken.png": { viewport: { width: 1440, height: 900 } },
  "phone.png": { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

const server = await serve();
const browser = await launch();
await mkdir(folder, { recursive: true });
for (const [name, options] of Object.entries(pictures)) {
  const context = await browser.newContext({ ...options, reducedMotion: "reduce", colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(`${server.address}/www/`);
  await page.locator("#examples summary").click();
  await page.locator("#example-choices .choice").nth(1).click();
  await page.locator("#findings .card").first().waitFor({ state: "attached" });
  if (options.isMobile) await page.locator("#dock").click();
  await page.locator("#findings .finding").first().click();
  await page.locator("#message .dismiss").click();
  // The click took the focus from the cell, and the line that it closed moved the form.
  await page.locator('[data-cell="requests.results_total.natural"]').focus();
  await page.locator("[data-cell]:focus").evaluate((input) => input.closest("td").scrollIntoView({ block: "center", inline: "center" }));
  const small = inFewColours(await page.screenshot());
  await writeFile(join(folder, name), small);
  console.log(`www/pictures/${name}  ${Math.ceil(small.length / 1000)} kB`);
  await context.close();
}
await browser.close();
await server.close();

// 256 colours are enough for the page, and a third of the bytes.
function inFewColours(png) {
  const image = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, 256));
}
