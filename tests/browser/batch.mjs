// What a reviewer does at the batch page and what there is to see: its tests are written in these.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { project } from "../setup/programs.mjs";
import { textOf } from "./desk.mjs";
import { eventually } from "./harness.mjs";

/** The published reports, as files. */
export const published = join(project, "tests/reports");
const reports = async () => (await readdir(published)).filter((name) => name.endsWith(".json"));

export const reportOf = async (name) => JSON.parse(await readFile(join(published, `${name}.json`), "utf8"));

/** Opens the batch page. */
export async function openBatch(page, address = "") {
  await page.visit(`/www/review.html${address}`);
  await page.waitFor(() => document.getElementById("blank").options.length === 2);
}

/** Drops files as a folder: path → text. The page sees what a browser gives it for a folder that was dragged in. */
export async function drop(page, files) {
  await page.evaluate((given) => {
    const entry = (path, rest) => {
      const isFile = rest.length === 1 && rest[0][0].length === 0;
      const fullPath = `/${path.join("/")}`;
      if (isFile) return { isFile: true, fullPath, file: (done, failed) => (rest[0][1] === null ? failed(new DOMException("gone", "NotFoundError")) : done(new File([rest[0][1]], path[path.length - 1]))) };
      const inside = new Map();
      for (const [[first, ...others], text] of rest) inside.set(first, [...(inside.get(first) ?? []), [others, text]]);
      const children = [...inside].map(([name, some]) => entry([...path, name], some));
      // As browsers do: at most a hundred at a time, and none at the end.
      return { isFile: false, fullPath, createReader: () => ({ readEntries: (done) => setTimeout(() => done(children.splice(0, 100))) }) };
    };
    const root = entry(["报告"], given.map(([path, text]) => [path.split("/"), text]));
    const event = new Event("drop", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "dataTransfer", { value: { items: [{ webkitGetAsEntry: () => root }], files: [] } });
    document.getElementById("drop").dispatchEvent(event);
  }, Object.entries(files));
}

/** Waits until so many reports are told. */
export const isDone = (page, count) => eventually(async () => {
  assert.match(await textOf(page, "#told"), new RegExp(`(核查完毕：|Done: )${count}\\D`));
  assert.equal(await page.evaluate(() => document.getElementById("matrix").dataset.drawn !== undefined || document.querySelector("#matrix .nothing") !== null), true);
});
/** How many reports there are of each verdict. */
export const tally = (page) => page.evaluate(() => Object.fromEntries([...document.querySelectorAll("#tally .tally-part")].map((part) => [part.className.split(" ")[1], Number(part.querySelector("b").textContent)])));
/** The rows: name, year, and by rule how many findings stand in the cell. */
export const rows = (page) => page.evaluate(() => {
  const rules = [...document.querySelectorAll("#matrix thead .rule-title")].map((one) => one.textContent);
  return [...document.querySelectorAll("#matrix tbody tr")].map((row) => ({
    name: row.querySelector(".report-name").textContent, year: row.querySelector(".report-year").textContent,
    cells: Object.fromEntries([...row.querySelectorAll("td")].map((cell, place) => [rules[place], cell.textContent]).filter(([, text]) => text !== "")),
  }));
});
export const everyReport = async () => Object.fromEntries(await Promise.all((await reports()).map(async (name) => [name, await readFile(join(published, name), "utf8")])));
