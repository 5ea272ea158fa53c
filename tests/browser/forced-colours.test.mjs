// With the colours of the system instead of ours (forced-colors), marks are seen all the same: each has an outline or a
// sign, in a colour that stands out from the page, and says in words what it means. Chromium alone can be asked for it.
import assert from "node:assert/strict";
import { named } from "../node/reports.mjs";
import { eventually, inEachBrowser } from "./harness.mjs";
import { fill, isHeld, modern, modernNames } from "../embedded/portal.mjs";

const { cells } = named("suqian-2024");

/** How much two colours differ in lightness, as WCAG reckons it. */
const contrast = `(one, other) => {
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return bright / dark;
}`;

inEachBrowser("a bound form: fields are outlined, balances framed, both in words", async (page) => {
  await page.forceColours();
  await page.visit(modern);
  await fill(page, modernNames, { ...cells, "requests.received.total": 1, "disclosure.normative_documents.made": 900 });
  await page.click('[value="submit"]');
  await page.type('[name="unit"]', "某市");
  await page.click('[value="submit"]');
  await isHeld(page);
  const drawn = await page.evaluate(`() => {
    const contrast = ${contrast};
    const paper = getComputedStyle(document.body).backgroundColor;
    const seen = (css, style, colour) => [...document.querySelectorAll(css)].map((node) => ({ style: getComputedStyle(node)[style], contrast: contrast(getComputedStyle(node)[colour], paper), text: node.textContent }));
    return {
      errors: seen("[data-gouji-mark=error]", "outlineStyle", "outlineColor"),
      warnings: seen("[data-gouji-mark=warning]", "outlineStyle", "outlineColor"),
      balances: seen(".gouji-balance[data-gouji-state=broken]", "borderTopStyle", "borderTopColor"),
    };
  }`);
  for (const [kind, style] of [["errors", "solid"], ["warnings", "dashed"], ["balances", "solid"]]) {
    assert.ok(drawn[kind].length > 0, kind);
    for (const one of drawn[kind]) {
      assert.equal(one.style, style, kind);
      assert.ok(one.contrast >= 3, `${kind}: ${one.contrast}`);
    }
  }
  for (const { text } of drawn.balances) assert.match(text, /差 -?\d+/);
}, { only: ["chromium"] });

inEachBrowser("the element: each mark has a sign of its own shape, and its edge says the difference", async (page) => {
  await page.forceColours();
  await page.visit("/www/examples/portal/element.html");
  await page.waitFor(() => document.querySelector("gouji-report").shadowRoot.querySelector("[data-cell]") !== null);
  await page.evaluate((cells) => { document.querySelector("gouji-report").value = { year: 2024, cells }; }, { ...cells, "requests.received.total": "1" });
  await eventually(async () => assert.ok(await page.evaluate(`() => {
    const contrast = ${contrast};
    const root = document.querySelector("gouji-report").shadowRoot;
    const signs = [...root.querySelectorAll("[data-mark=error] .sign-error .line")];
    const paper = getComputedStyle(document.body).backgroundColor;
    const area = (node) => getComputedStyle(node.parentNode.querySelector(".area")).fill;
    return signs.length > 0 && signs.every((node) => contrast(area(node), paper) >= 3 && contrast(area(node), getComputedStyle(node).stroke) >= 3)
      && [...root.querySelectorAll("[data-state=broken]")].every((node) => /差/.test(node.textContent));
  }`)));
}, { only: ["chromium"] });
