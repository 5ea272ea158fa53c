// Chromium as the system has it, by Playwright; where only the bare engine runs, nothing is drawn (frames.mjs).
//
// A page here and in firefox.mjs has the same methods; an element is named by a CSS selector, the first that
// matches is meant, and it is waited for:
//   visit(path)            goes there, or to a whole address, and waits until the page has loaded
//   click(css)  type(css, text)  press(key)     as a person does; `type` replaces what the field held; keys
//                                               are named as in "Enter", "ArrowDown", "Alt+Enter"
//   paste(text)                                 from the clipboard, where the focus is
//   select(css, value)  upload(css, file)       an option of a list; a file (full path) for a file input
//   download(action)                            the file that the action offers for saving: { name, text }
//   text(css)  value(css)  count(css)           what there is to see
//   evaluate(function, ...values)               the function's answer inside the page (plain data)
//   waitFor(function, ...values)                until the function's answer inside the page is true
//   resize(width, height)  screenshot(file)
//   forceColours()                              the system's few colours instead of the page's (here alone)
//   problems()             console errors and uncaught exceptions so far, as texts
//   warnings()             what the console has warned of so far
//   renew(blank)           as a page of its own again: nothing stored, nothing told; `blank`: an address where nothing runs
//   requests()             the addresses asked for so far; not what the browser has in itself (blob: and data:) or on disk (file:)
// Nothing moves by itself: the system asks for reduced motion.
import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { chromium as playwright } from "playwright-core";
import { bareChromium, chromium } from "../setup/browsers.mjs";
import { putOnClipboard } from "./clipboard.mjs";
import { forget } from "./forget.mjs";
import { canLeaveOutPixels, openWithFrames, withoutPixels } from "./frames.mjs";

const patience = 10_000;

/**
 * Without `serviceWorkers` no page keeps itself for offline use, which would double what each test loads. `hasPixels`: it is
 * drawn in any case (frames.mjs), as what a page does while it is idle asks for.
 */
export async function openChromium({ serviceWorkers = false, hasPixels = !canLeaveOutPixels(bareChromium()) } = {}) {
  const browser = await launch(bareChromium(), hasPixels ? [] : withoutPixels);
  return { openPage: (address) => openPage(browser, address, { serviceWorkers, hasPixels }), close: () => browser.close() };
}

/** Chromium for Playwright, without any traffic of its own. */
export function launch(program = chromium(), more = []) {
  return playwright.launch({
    executablePath: program,
    args: [
      // Continuous integration runs as root, where the sandbox does not start.
      "--no-sandbox",
      "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--no-first-run", "--disable-gpu", ...more,
    ],
  });
}

async function openDrawn(browser, options) {
  const context = await browser.newContext(options);
  return { context, page: await context.newPage() };
}

const viewport = { width: 1280, height: 900 };

async function openPage(browser, address, { serviceWorkers, hasPixels }) {
  const options = { baseURL: address, viewport, reducedMotion: "reduce", serviceWorkers: serviceWorkers ? "allow" : "block" };
  const { context, page } = hasPixels ? await openDrawn(browser, options) : await openWithFrames(browser, options);
  page.setDefaultTimeout(patience);
  const problems = [];
  const warnings = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  page.on("dialog", (dialog) => {
    problems.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  const requests = [];
  page.on("request", (request) => /^(blob|data|file):/.test(request.url()) || requests.push(request.url()));
  const first = (css) => page.locator(css).first();
  const evaluate = (work, ...values) => page.evaluate(`(${work})(...${JSON.stringify(values)})`);
  return {
    visit: (path) => page.goto(path),
    click: (css) => first(css).click(),
    async type(css, text) {
      await first(css).click();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.press("Delete");
      await page.keyboard.type(text);
    },
    async paste(text) {
      await evaluate(putOnClipboard.choose, text);
      await page.keyboard.press("ControlOrMeta+c");
      await evaluate(putOnClipboard.goBack);
      await page.keyboard.press("ControlOrMeta+v");
    },
    select: (css, value) => first(css).selectOption(value),
    upload: (css, file) => first(css).setInputFiles(file),
    async download(action) {
      const [file] = await Promise.all([page.waitForEvent("download"), action()]);
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
    },
    press: (key) => page.keyboard.press(key),
    text: (css) => first(css).innerText(),
    value: (css) => first(css).inputValue(),
    count: (css) => page.locator(css).count(),
    evaluate,
    // Asked from outside: Playwright's own waiting makes code from text in the page, which the policy forbids.
    async waitFor(work, ...values) {
      const end = Date.now() + patience;
      while (!(await evaluate(work, ...values))) {
        if (Date.now() > end) throw new Error(`Waited in vain for ${work}`);
        await delay(50);
      }
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: (file) => page.screenshot({ path: file, fullPage: true }),
    forceColours: () => page.emulateMedia({ forcedColors: "active" }),
    problems: async () => problems,
    warnings: async () => warnings,
    requests: async () => requests,
    async renew(blank) {
      for (const other of context.pages()) if (other !== page) await other.close();
      await page.mouse.move(0, 0);
      await page.emulateMedia({ forcedColors: null });
      await page.setViewportSize(viewport);
      await page.goto(blank);
      await evaluate(forget);
      problems.length = 0;
      warnings.length = 0;
      requests.length = 0;
    },
    close: () => context.close(),
  };
}
