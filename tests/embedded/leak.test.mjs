// Nothing grows: bindings made and taken off again, the element come into a page and gone from it, many times
// each (`make bench` asks for a thousand by TURNS, which takes more than a minute). What is counted, after the garbage is
// collected: nodes, listeners, the heap, and the core's own memory. Chromium alone tells these figures.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { form } from "../../pkg/index.js";
import { named } from "../node/reports.mjs";
import { serve } from "../setup/serve.mjs";
import { bareChromium } from "../setup/browsers.mjs";
import { launch } from "../browser/chromium.mjs";

const isWanted = (process.env.BROWSERS ?? "chromium").split(",").includes("chromium");
/** Each turn draws the whole form anew: some 0.1 s. One of binding takes a tenth of that. */
const comings = Number(process.env.TURNS ?? 60);
const bindings = Number(process.env.TURNS ?? 200);
const report = named("suqian-2024");
const official = form(report.year).tables.map(({ rows }) => rows);

let server;
let browser;
before(async () => {
  if (!isWanted) return;
  server = await serve();
  browser = await launch(bareChromium());
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** What is more after so many turns, each with something done in it; a few go before, for what is made once. */
async function growth(number, begin, turn) {
  const page = await browser.newPage();
  await page.goto(`${server.address}/www/examples/portal/`);
  await page.evaluate(() => {
    // The memory of every module of ours, for it grows and never shrinks.
    window.memories = [];
    const { Instance } = WebAssembly;
    WebAssembly.Instance = function (...given) {
      const instance = new Instance(...given);
      window.memories.push(instance.exports.memory);
      return instance;
    };
  });
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("Performance.enable");
  const count = async () => {
    for (let time = 0; time < 3; time += 1) await protocol.send("HeapProfiler.collectGarbage");
    const { metrics } = await protocol.send("Performance.getMetrics");
    const { Nodes, JSEventListeners, JSHeapUsedSize } = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    const memory = await page.evaluate(() => window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
    return { nodes: Nodes, listeners: JSEventListeners, heap: JSHeapUsedSize, memory };
  };
  const turns = async (number) => {
    for (let done = 0; done < number; done += 10) await page.evaluate(turn, 10);
  };
  await page.evaluate(begin, { official, report });
  await turns(30);
  const first = await count();
  assert.ok(first.memory > 0, "the core runs");
  await turns(number);
  const last = await count();
  await page.close();
  return { turns: number, ...Object.fromEntries(Object.keys(first).map((key) => [key, last[key] - first[key]])) };
}

/** Less than one node, one listener at each turn. The heap wavers; one binding or element kept is many kilobytes. */
function isNothing({ turns, nodes, listeners, heap, memory }) {
  assert.ok(nodes < turns, `${nodes} nodes more`);
  assert.ok(listeners < turns, `${listeners} listeners more`);
  assert.ok(heap < 500 * 1024, `${heap} bytes more on the heap`);
  assert.equal(memory, 0, "bytes more in the core's memory");
}

test(`bound and unbound ${bindings} times`, { timeout: 300_000, skip: !isWanted }, async () => {
  isNothing(await growth(bindings, async ({ official, report }) => {
    const { bind } = await import("/pkg/bind.js");
    const host = document.querySelector("main").appendChild(document.createElement("form"));
    const inputs = [];
    for (const rows of official) {
      const table = host.appendChild(document.createElement("table"));
      for (const cells of rows) {
        const row = table.insertRow();
        for (const { cell, text, colSpan, rowSpan } of cells) {
          const node = Object.assign(row.insertCell(), { colSpan, rowSpan, textContent: cell ? "" : text });
          if (cell) inputs.push(Object.assign(node.appendChild(document.createElement("input")), { value: String(report.cells[cell] ?? "") }));
        }
      }
    }
    Object.assign(window, { once: (turn) => {
      const binding = bind(host, { year: report.year, messages: true });
      const input = inputs[turn % inputs.length];
      const { value } = input;
      input.focus();
      input.value = `${value}1`;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      binding.review();
      input.value = value;
      binding.unbind();
      input.blur();
    } });
  }, async (turns) => {
    for (let turn = 0; turn < turns; turn += 1) window.once(turn);
    await new Promise((resolve) => setTimeout(resolve));
  }));
});

test(`the element comes and goes ${comings} times`, { timeout: 300_000 + comings * 500, skip: !isWanted }, async () => {
  isNothing(await growth(comings, async ({ report }) => {
    await import("/pkg/element.js");
    const host = document.querySelector("main");
    const drawn = (tag) => new Promise((resolve) => tag.addEventListener("gouji-change", resolve, { once: true }));
    const kept = document.createElement("gouji-report");
    Object.assign(window, { once: async (turn) => {
      // Every tenth is a new one, the others the same that was there before.
      const tag = turn % 10 === 0 ? document.createElement("gouji-report") : kept;
      tag.setAttribute("year", report.year);
      tag.value = report;
      const isDrawn = drawn(tag);
      host.appendChild(tag);
      await isDrawn;
      tag.shadowRoot.querySelector("[data-cell]").focus();
      tag.remove();
    } });
  }, async (turns) => {
    for (let turn = 0; turn < turns; turn += 1) await window.once(turn);
    await new Promise((resolve) => setTimeout(resolve));
  }));
});
