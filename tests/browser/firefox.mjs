// Firefox as the system has it, by Selenium and geckodriver, because Playwright drives only a Firefox of its own.
// What a page offers is said in chromium.mjs.
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, By, Key, error, until } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/firefox.js";
import { firefox } from "../setup/browsers.mjs";
import { tool } from "../setup/tools.mjs";
import { putOnClipboard } from "./clipboard.mjs";
import { forget } from "./forget.mjs";

const patience = 10_000;

/**
 * `requests`: whether pages have that method; hearing of each request makes a visit cost a third more. `hasPixels`: it draws
 * as often as for people; sixty times a second what nobody looks at costs a fifth of all.
 */
export async function openFirefox({ serviceWorkers = false, requests = false, hasPixels = false } = {}) {
  const downloads = await mkdtemp(join(tmpdir(), "gouji-downloads-"));
  const options = new Options().setBinary(firefox()).addArguments("-headless")
    .setPreference("ui.prefersReducedMotion", 1)
    .setPreference("dom.serviceWorkers.enabled", serviceWorkers)
    // Writing down each visit costs a tenth of it.
    .setPreference("places.history.enabled", false)
    .setPreference("layout.frame_rate", hasPixels ? -1 : 10)
    .setPreference("browser.download.folderList", 2)
    .setPreference("browser.download.dir", downloads);
  // The newer protocol beside the classic one: only it gives each page a store of its own and tells what the
  // console says.
  options.enableBidi();
  const driver = await new Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .setFirefoxService(new ServiceBuilder(tool("geckodriver")))
    .build();
  const bidi = await driver.getBidi();
  await bidi.subscribe("log.entryAdded");
  if (requests) await bidi.subscribe("network.beforeRequestSent");
  return {
    openPage: (address) => openPage(driver, bidi, downloads, address, requests),
    async close() {
      await driver.quit();
      await rm(downloads, { recursive: true });
    },
  };
}

const viewport = { width: 1280, height: 900 };

async function openPage(driver, bidi, downloads, address, hearsRequests) {
  const ask = async (method, params) => {
    const { result, error: failure, message } = await bidi.send({ method, params });
    if (failure) throw new Error(`${method}: ${message}`);
    return result;
  };
  const original = await driver.getWindowHandle();
  const { userContext } = await ask("browser.createUserContext", {});
  const { context } = await ask("browsingContext.create", { type: "tab", userContext });
  await ask("browsingContext.setViewport", { context, viewport });
  await driver.switchTo().window(context);
  const problems = [];
  const warnings = [];
  const requests = [];
  const hear = (data) => {
    const { method, params } = JSON.parse(data);
    if (method === "network.beforeRequestSent" && params.context === context && !/^(blob|data|file):/.test(params.request.url)) requests.push(params.request.url);
    if (method !== "log.entryAdded" || params.source.context !== context) return;
    if (params.level === "error") problems.push(params.text);
    if (params.level === "warn") warnings.push(params.text);
  };
  bidi.socket.on("message", hear);
  const first = async (css) => {
    const element = await driver.wait(until.elementLocated(By.css(css)), patience);
    return driver.wait(until.elementIsVisible(element), patience);
  };
  // Where nothing that stays at an edge of the window covers it.
  const inSight = async (css) => {
    const element = await first(css);
    await driver.executeScript('arguments[0].scrollIntoView({ block: "center", inline: "nearest" })', element);
    return element;
  };
  // What was drawn anew between being found and being asked is looked for again, as Playwright does.
  const again = async (work) => {
    for (let turn = 1; ; turn++) {
      try {
        return await work();
      } catch (reason) {
        if (turn === 5 || !(reason instanceof error.StaleElementReferenceError)) throw reason;
      }
    }
  };
  const clickAt = (css) => again(async () => (await inSight(css)).click());
  // As text, like in chromium.mjs, so that the same functions work in both.
  const evaluate = (work, ...values) => driver.executeScript(`return (${work})(...${JSON.stringify(values)})`);
  const press = (...keys) => driver.actions().sendKeys(...keys).perform();
  const chord = (held, key) => driver.actions().keyDown(held).sendKeys(key).keyUp(held).perform();
  return {
    visit: (path) => driver.get(new URL(path, address).href),
    click: clickAt,
    async type(css, text) {
      await clickAt(css);
      await chord(Key.CONTROL, "a");
      await press(Key.DELETE, text);
    },
    async paste(text) {
      await evaluate(putOnClipboard.choose, text);
      await chord(Key.CONTROL, "c");
      await evaluate(putOnClipboard.goBack);
      await chord(Key.CONTROL, "v");
    },
    select: async (css, value) => (await first(`${css} option[value="${value}"]`)).click(),
    upload: async (css, file) => driver.findElement(By.css(css)).sendKeys(file),
    async download(action) {
      const before = new Set(await readdir(downloads));
      await action();
      // While it is being written, the file is empty or has another one, with the ending .part, beside it.
      return driver.wait(async () => {
        const fresh = (await readdir(downloads)).filter((name) => !before.has(name));
        if (fresh.length !== 1 || fresh[0].endsWith(".part")) return false;
        const text = await readFile(join(downloads, fresh[0]), "utf8");
        return text && { name: fresh[0], text };
      }, patience);
    },
    async press(key) {
      const [last, held] = key.split("+").reverse();
      return held ? chord(keyNamed(held), keyNamed(last)) : press(keyNamed(last));
    },
    text: (css) => again(async () => (await first(css)).getText()),
    value: (css) => again(async () => (await first(css)).getProperty("value")),
    count: async (css) => (await driver.findElements(By.css(css))).length,
    evaluate,
    waitFor: (work, ...values) => driver.wait(() => evaluate(work, ...values), patience),
    // The window itself is never narrower than 500 pixels.
    resize: (width, height) => ask("browsingContext.setViewport", { context, viewport: { width, height } }),
    async screenshot(file) {
      const { data } = await ask("browsingContext.captureScreenshot", { context, origin: "document" });
      await writeFile(file, data, "base64");
    },
    problems: async () => problems,
    warnings: async () => warnings,
    ...(hearsRequests && { requests: async () => requests }),
    async renew(blank) {
      for (const other of await driver.getAllWindowHandles()) {
        if (other === context || other === original) continue;
        await driver.switchTo().window(other);
        await driver.close();
      }
      await driver.switchTo().window(context);
      await driver.actions().clear();
      await driver.actions().move({ x: 0, y: 0, duration: 0 }).perform();
      await ask("browsingContext.setViewport", { context, viewport });
      await driver.get(blank);
      await evaluate(forget);
      problems.length = 0;
      warnings.length = 0;
      requests.length = 0;
    },
    async close() {
      bidi.socket.off("message", hear);
      await ask("browser.removeUserContext", { userContext });
      await driver.switchTo().window(original);
    },
  };
}

// Playwright's names ("Enter", "ArrowDown", "Tab") in Selenium's words; a character stands for itself.
function keyNamed(name) {
  if (name.length === 1) return name;
  return Key[name.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase()] ?? Key[name.toUpperCase()];
}
