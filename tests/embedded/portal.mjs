// Forms as portals have them, for gouji/bind: the two example pages, and forms drawn by a test in a page under the
// strict policy.
import assert from "node:assert/strict";
import { form } from "../../pkg/index.js";
import { eventually } from "../browser/harness.mjs";

export const modern = "/www/examples/portal/modern/";
export const old = "/www/examples/portal/old/";

/** The names that the fields of the modern page have, by cell: the table and a number. */
export const modernNames = named((table, place) => `${table}_${place}`);
/** Those of the old page: all numbered through. */
export const oldNames = named((_, __, number) => `sz${number}`);

function named(name) {
  const names = {};
  let number = 0;
  for (const table of form(2024).tables) {
    let place = 0;
    for (const { cell } of table.rows.flat()) if (cell) names[cell] = name(table.id, (place += 1), (number += 1));
  }
  return names;
}

/** Writes many figures as a script of the page would, each with its events. */
export const fill = (page, names, cells) => page.evaluate((entries) => {
  for (const [name, value] of entries) {
    const field = document.getElementsByName(name)[0];
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}, Object.entries(cells).filter(([cell]) => names[cell]).map(([cell, value]) => [names[cell], String(value ?? "")]));

/** What reached the server, field by field. */
export async function received(page) {
  // While the page is on its way it can be asked nothing.
  await eventually(async () => assert.ok(await page.evaluate(() => location.pathname.endsWith("/received") && document.readyState === "complete")));
  const text = await page.text("body");
  return Object.fromEntries(text.trim().split("\n").map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}

export const isHeld = (page) => eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.className), "gouji-summary", "the summary has the focus"));

/** What stands beside a field: "→ 差 3" without the arrow. */
export const marksBeside = (page, name) => page.evaluate((wanted) => {
  const field = document.getElementsByName(wanted)[0];
  return [...field.closest("td").querySelectorAll(".gouji-balance")].map((one) => one.textContent);
}, name);

/**
 * Draws the form of a year in the page (`#host`) and leaves there: `bind`, `inputs` (cell to field), `host`, and
 * `bound(options)`, which binds it. Fields are named f1, f2 … `how`: "split" puts the heads into tables of their own,
 * "wrapped" puts each field into a box as component libraries do, "bare" draws no labels.
 */
export const drawn = async (page, year, how = "plain") => {
  await page.visit("/www/examples/portal/");
  await page.evaluate(async (year, how) => {
    const [gouji, { bind }] = await Promise.all([import("/pkg/index.js"), import("/pkg/bind.js")]);
    const make = (name, parent, more = {}) => parent.appendChild(Object.assign(document.createElement(name), more));
    const style = make("link", document.head, { rel: "stylesheet", href: "/pkg/gouji.css" });
    await new Promise((resolve) => { style.onload = resolve; });
    const host = make("form", document.querySelector("main"), { id: "host", method: "post", action: "/www/examples/portal/received" });
    const inputs = {};
    let number = 0;
    for (const official of gouji.form(year).tables) {
      let table = make("table", host);
      official.rows.forEach((cells, place) => {
        if (how === "split" && official.headRows > 0 && place === official.headRows) table = make("table", host);
        const row = make("tr", table);
        for (const cell of cells) {
          const text = how === "bare" ? "" : cell.text;
          const node = make("td", row, { colSpan: cell.colSpan, rowSpan: cell.rowSpan, textContent: cell.cell ? "" : text });
          if (!cell.cell) continue;
          const box = how === "wrapped" ? make("div", make("div", node)) : node;
          inputs[cell.cell] = make("input", box, { name: `f${(number += 1)}`, title: cell.cell });
        }
      });
    }
    make("button", host, { textContent: "报送" });
    Object.assign(window, { gouji, bind, host, inputs, make, bound: (options) => (window.binding = bind(host, { year, ...options })) });
  }, year, how);
};
