// The pictures of the page that the READMEs show (www/pictures), taken in Chromium from the page as it ships.
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import UPNG from "upng-js";
import { project } from "../setup/programs.mjs";
import { serve } from "../setup/serve.mjs";
import { launch } from "./chromium.mjs";

const folder = join(project, "www", "pictures");
const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const dark = { colorScheme: "dark" };
const pictures = {
  "broken.png": { options: desktop, stage: broken },
  "phone.png": { options: phone, stage: broken },
  "repair.png": { options: desktop, stage: repair },
  "repair-dark.png": { options: { ...desktop, ...dark }, stage: repair },
  "repair-phone.png": { options: phone, stage: repair },
  "flow.png": { options: desktop, stage: flow },
  "flow-phone-dark.png": { options: { ...phone, ...dark }, stage: flow },
  "preview.png": { options: desktop, stage: preview },
  "check-sheet.png": { options: { viewport: { width: 760, height: 1075 } }, stage: checkSheet },
  "rules.png": { options: desktop, address: "rules.html#requests-balance", stage: rules },
  "rules-phone.png": { options: phone, address: "rules.html#requests-balance", stage: rules },
  "review.png": { options: desktop, address: "review.html", stage: review },
  "review-dark.png": { options: { ...desktop, ...dark }, address: "review.html", stage: review },
  "review-phone.png": { options: phone, address: "review.html", stage: review },
  "portal.png": { options: desktop, address: "portal.html", stage: portal },
  "repair-phone-dark.png": { options: { ...phone, ...dark }, stage: repair },
};

const example = async (page, place) => {
  await page.locator("#examples summary").click();
  await page.locator("#example-choices .choice").nth(place).click();
  await page.locator("#message .dismiss").waitFor();
};

/** The first finding of 平潭 2021 chosen: its cells set off, the cell at fault in the middle of the window. */
async function broken(page, isPhone) {
  await example(page, 1);
  await page.locator("#findings .card").first().waitFor({ state: "attached" });
  if (isPhone) await page.locator("#dock").click();
  await page.locator("#findings .finding").first().click();
  await page.locator("#message .dismiss").click();
  await middle(page, "requests.results_total.natural");
}

/** The first of the hard relations, with its cells on the form. */
async function rules(page) { await page.locator(".rule.is-cited").waitFor(); }

/** The published reports of tests/reports as one folder, a broken balance chosen. */
async function review(page, isPhone) {
  await page.locator("#blank option").first().waitFor({ state: "attached" });
  const reports = join(project, "tests/reports");
  const names = (await readdir(reports)).filter((name) => name.endsWith(".json"));
  await page.locator("#files").setInputFiles(names.map((name) => join(reports, name)));
  await page.locator("#matrix[data-drawn]").waitFor();
  if (isPhone) await page.locator("#tally").scrollIntoViewIfNeeded();
  else await page.locator('#matrix td[data-severity="error"] button').first().click();
  await page.evaluate((top) => document.getElementById(top).scrollIntoView(), isPhone ? "tally" : "drop");
}

/** A form as portals have them, and which of its fields are known. */
async function portal(page) {
  await page.locator("#year option").first().waitFor({ state: "attached" });
  await page.locator("#sample").click();
  await page.locator("#mapping").waitFor();
  await page.evaluate(() => document.querySelector(".paste-actions").scrollIntoView());
}

/** 宿迁 2024 with two digits of 三（一）自然人 transposed: the offer at the cell and in the panel, on a phone in the sheet. */
async function repair(page, isPhone) {
  await example(page, 2);
  await page.locator('[data-cell="requests.granted.natural"]').fill("1480");
  await page.locator(".offer").waitFor({ state: "attached" });
  await page.locator("#message .dismiss").click();
  await middle(page, "requests.granted.natural");
  if (isPhone) {
    await page.locator("#dock").click();
    await page.locator(".offer").evaluate((offer) => offer.scrollIntoView({ block: "center" }));
  }
}

/** 平潭 2021, 自然人: the picture of where the requests went, with what has no other side. */
async function flow(page) {
  await example(page, 1);
  await page.locator("#message .dismiss").click();
  await page.locator('.flow-choice[data-column="natural"]').click();
  await page.locator(".flow").evaluate((figure) => figure.scrollIntoView({ block: "center" }));
}

/** The requests of 西岗 2020 as a text with tabs: what was read of it, before it is taken. */
async function preview(page) {
  await example(page, 0);
  const table = await page.evaluate(() => {
    const rows = [...document.querySelectorAll("table.requests tr")].map((row) => [...row.children].filter((cell) => !cell.matches(".edge")).map((cell) => cell.querySelector("input")?.value ?? cell.innerText).join("\t"));
    return ["三、收到和处理政府信息公开申请情况", ...rows].join("\n");
  });
  await page.locator("#file").setInputFiles({ name: "西岗街道2020年年报.txt", mimeType: "text/plain", buffer: Buffer.from(table) });
  await page.locator("#preview-take").waitFor();
}

/** The check sheet of 平潭 2021 as it is printed. */
async function checkSheet(page) {
  await page.evaluate(() => { window.print = () => {}; });
  await example(page, 1);
  await page.locator("#findings .card").first().waitFor({ state: "attached" });
  await page.locator("#out summary").click();
  await page.locator("#print-sheet").click();
  await page.locator("#check-sheet").waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
}

/** The focus to a cell (the click on the message took it), and the cell to the middle of the window. */
async function middle(page, cell) {
  await page.locator(`[data-cell="${cell}"]`).focus();
  await page.locator("[data-cell]:focus").evaluate((input) => input.closest("td").scrollIntoView({ block: "center", inline: "center" }));
}

// NAMES=repair.png,repair-dark.png takes those alone.
const wanted = process.env.NAMES?.split(",") ?? Object.keys(pictures);
const server = await serve();
const browser = await launch();
await mkdir(folder, { recursive: true });
for (const name of wanted) {
  const { options, address = "", stage } = pictures[name];
  const context = await browser.newContext({ colorScheme: "light", ...options, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${server.address}/www/${address}`);
  await stage(page, options.isMobile);
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
