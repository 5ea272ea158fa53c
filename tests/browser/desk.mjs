// What a clerk does at the page and what there is to see, in the words of the form: the tests are written in these.
import assert from "node:assert/strict";
import { eventually } from "./harness.mjs";
import { examples as published } from "../../www/examples/index.js";

/** The columns of the requests table, left to right. */
export const applicants = ["natural", "business", "research", "charity", "legal_service", "other", "total"];
/** The published reports that the page offers, in the order of its menu. */
export const examples = { xigang: 1, pingtan: 2, suqian: 3 };
/** The two relations at the foot of the requests table, as printed there. */
export const balance = "一 + 二 = 三（七） + 四";
export const resultsSum = "三（一）至（六）各行之和 = 三（七）";

/** The field of a cell, as a selector. */
export const cell = (id) => `[data-cell="${id}"]`;

/** Waits until the page has also what comes behind its first paint. */
export const isFurnished = (page) => page.waitFor(() => document.querySelector("[data-cell]") !== null && !document.querySelector("#page[aria-busy]"));

/** Opens the page; with a year, on the form of that year. */
export async function open(page, year) {
  await page.visit("/www/");
  await isFurnished(page);
  if (year) await page.select("#year", String(year));
}

/** Opens the page and loads one of its examples. */
export async function openExample(page, name) {
  await open(page);
  await load(page, name);
}

export async function load(page, name) {
  await page.click("#examples summary");
  await page.click(`#example-choices .choice:nth-child(${examples[name]})`);
  await page.waitFor((body) => document.querySelector("#body").value === body, published[examples[name] - 1].body);
}

/** Saves the report as JSON: { name, text }. */
export const saved = (page) => page.download(async () => {
  await page.click("#out summary");
  await page.click("#export");
});

/** Types a row of the requests table, from 自然人 to 总计. */
export async function typeRow(page, row, figures) {
  for (const [column, figure] of figures.entries()) await page.type(cell(`${row}.${applicants[column]}`), String(figure));
}

/** Puts the focus in a cell without the mouse. */
export const focus = (page, id) => page.evaluate((css) => document.querySelector(css).focus(), cell(id));

/** The cell that has the focus, or else the id or the class of what has. */
export const focused = (page) => page.evaluate(() => {
  const { dataset, id, className } = document.activeElement;
  return dataset.cell ?? (id || className);
});

/** The findings as listed: severity and words. A group that is shown as one entry has its title for words. */
export const findings = (page) => page.evaluate(() =>
  [...document.querySelectorAll("#findings .card")].map((card) => ({ severity: card.dataset.severity, text: card.querySelector(".said").innerText })));

/** The four counts above the list. */
export const counts = async (page) => {
  const [error, warning, notice, open] = await page.evaluate(() => [...document.querySelectorAll("#summary .count b")].map((one) => Number(one.textContent)));
  return { error, warning, notice, open };
};

/** What stands under the seven columns of the requests table beside a relation; "" where nothing is said yet. */
export const foot = (page, relation) => page.evaluate((title) => {
  const row = [...document.querySelectorAll(".requests tfoot tr")].find((one) => one.innerText.trim().startsWith(title));
  return [...row.querySelectorAll("td")].slice(0, 7).map((one) => one.innerText.trim());
}, relation);

/** What stands at the right edge of the row of a cell. */
export const side = (page, id) => page.evaluate((css) => document.querySelector(css).closest("tr").lastElementChild.innerText.trim(), cell(id));

/** What stands under the three groups of the disputes table. */
export const underDisputes = (page) => page.evaluate(() => [...document.querySelectorAll(".disputes tfoot td")].map((one) => one.innerText.trim()));

/** Waits until so many errors stand. */
export const errorsAre = (page, count) => eventually(async () => assert.equal((await counts(page)).error, count, "errors that stand"));

/** Waits until something is offered that mends the figures as they stand. */
export const isOffered = (page) => eventually(async () => assert.equal(await page.count('.offer[aria-busy="false"]'), 1, "an offer"));

/** Waits until a field holds this text. */
export const holds = (page, css, text) => eventually(async () => assert.equal(await page.value(css), text, css));

/** Waits until the page's words say this. */
export const says = (page, css, words) => eventually(async () => assert.match(await textOf(page, css), words));

/** The text of an element, also of one that only screen readers see. */
export const textOf = (page, css) => page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? "", css);
