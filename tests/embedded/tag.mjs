// What a clerk does in <gouji-report> and what there is to see. All of it lies in a shadow, which selectors do not reach
// in every driver: what is done by hand is done by keyboard, and seen by asking the page.
import assert from "node:assert/strict";
import { eventually } from "../browser/harness.mjs";

export const example = "/www/examples/portal/element.html";

/** Opens the example page; attributes and properties may be changed before it is filled in. */
export async function open(page, attributes = {}) {
  await page.visit(example);
  await page.waitFor(() => document.querySelector("gouji-report").shadowRoot?.querySelector("[data-cell]") != null);
  await page.evaluate((changes) => {
    const tag = document.querySelector("gouji-report");
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) tag.removeAttribute(name);
      else tag.setAttribute(name, value);
    }
  }, attributes);
}

/** Gives the element a report, as a page would. */
export const give = (page, report) => page.evaluate((value) => { document.querySelector("gouji-report").value = value; }, report);
export const valueOf = (page) => page.evaluate(() => document.querySelector("gouji-report").value);
export const cellsOf = async (page) => (await valueOf(page)).cells;

/** The text that an element of the shadow shows; "" where there is none. */
export const textOf = (page, css) => page.evaluate((wanted) => document.querySelector("gouji-report").shadowRoot.querySelector(wanted)?.textContent ?? "", css);
export const countOf = (page, css) => page.evaluate((wanted) => document.querySelector("gouji-report").shadowRoot.querySelectorAll(wanted).length, css);
export const says = (page, css, words) => eventually(async () => assert.match(await textOf(page, css), words));
export const isThere = (page, css, count = 1) => eventually(async () => assert.equal(await countOf(page, css), count, css));

export const press = async (page, ...keys) => {
  for (const key of keys) await page.press(key);
};
/** Presses a button of the shadow: by keyboard, as one who uses no mouse does. */
export async function push(page, css) {
  await eventually(async () => assert.ok(await page.evaluate((wanted) => {
    const button = document.querySelector("gouji-report").shadowRoot.querySelector(wanted);
    button?.focus();
    return document.querySelector("gouji-report").shadowRoot.activeElement === button && button !== null;
  }, css), `${css} takes the focus`));
  await page.press("Enter");
}

export const box = (id) => `[data-cell="${id}"]`;
export const focus = (page, id) => page.evaluate((css) => document.querySelector("gouji-report").shadowRoot.querySelector(css).focus(), box(id));
export const focused = (page) => page.evaluate(() => {
  const { activeElement } = document.querySelector("gouji-report").shadowRoot;
  return activeElement?.dataset.cell ?? activeElement?.dataset.do ?? activeElement?.className ?? "";
});
export const shown = (page, id) => page.evaluate((css) => document.querySelector("gouji-report").shadowRoot.querySelector(css).value, box(id));

/** Types into a cell what replaces what it holds. */
export async function type(page, id, text) {
  await focus(page, id);
  await page.evaluate((css) => document.querySelector("gouji-report").shadowRoot.querySelector(css).select(), box(id));
  await press(page, ...text);
}

/** The marks at cells: cell to severity. */
export const marks = (page) => page.evaluate(() => Object.fromEntries(
  [...document.querySelector("gouji-report").shadowRoot.querySelectorAll(".value[data-mark]")].map((one) => [one.firstChild.dataset.cell, one.dataset.mark])));
/** What stands at the right edge of the row of a cell: its state. */
export const edge = (page, id) => page.evaluate((css) => document.querySelector("gouji-report").shadowRoot.querySelector(css).closest("tr").lastElementChild.dataset.state ?? "", box(id));
export const errors = (page) => countOf(page, '.card[data-severity="error"]');

/** Copies something of the page as a person would, and pastes it where the focus is. `make` draws it and chooses it. */
export async function copyAndPaste(page, make, ...values) {
  await page.evaluate(() => { window.here = document.querySelector("gouji-report").shadowRoot.activeElement; });
  await page.evaluate(make, ...values);
  await page.press("Control+c");
  await page.evaluate(() => {
    document.getElementById("to-copy").remove();
    window.here.focus();
  });
  await page.press("Control+v");
}

/** A text with tabs, as spreadsheets give it. */
export const text = (value) => {
  const field = document.createElement("textarea");
  field.id = "to-copy";
  field.value = value;
  document.body.append(field);
  field.focus();
  field.select();
};

/** A table: rows of texts, or of `[text, columns, rows]` where a cell reaches over several. */
export const table = (rows) => {
  const copied = document.createElement("table");
  copied.id = "to-copy";
  for (const cells of rows) {
    const row = copied.insertRow();
    for (const cell of cells) {
      const [words, across, down] = Array.isArray(cell) ? cell : [cell, 1, 1];
      Object.assign(row.insertCell(), { textContent: words, colSpan: across, rowSpan: down });
    }
  }
  document.body.append(copied);
  // In Firefox the keys copy from the field that has the focus.
  window.here?.blur();
  getSelection().removeAllRanges();
  const range = document.createRange();
  range.selectNode(copied);
  getSelection().addRange(range);
};

/** What reached the server under the names of the form. */
export async function received(page) {
  await page.waitFor(() => location.pathname.endsWith("/received"));
  const lines = (await page.text("body")).trim().split("\n");
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}
