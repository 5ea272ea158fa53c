// A binding from its beginning to its end: beside frameworks that draw anew, in pages where it cannot run, with texts
// that mean harm, and that nothing of it stays behind.
import assert from "node:assert/strict";
import { named } from "../node/reports.mjs";
import { eventually, inEachBrowser, inOneBrowser } from "../browser/harness.mjs";
import { drawn, isHeld, received } from "./portal.mjs";

const { cells } = named("suqian-2024");
/** Writes figures as a script without events would, and lets the binding look. */
const write = (page, cells) => page.evaluate((cells) => {
  for (const [cell, value] of Object.entries(cells)) if (window.inputs[cell]) window.inputs[cell].value = value === null ? "" : String(value);
  window.binding.refresh();
}, cells);
const bound = (page, options = {}) => page.evaluate((options) => { window.bound(options); }, options);
const marks = (page) => page.evaluate(() => [...document.querySelectorAll("[data-gouji-mark]")].map(({ title, dataset }) => `${dataset.goujiMark} ${title}`).sort());

inEachBrowser("unbound, the page is as it was: attributes, validity, nodes", async (page) => {
  await drawn(page, 2024);
  const same = await page.evaluate((cells) => {
    const { inputs, host } = window;
    for (const [cell, value] of Object.entries(cells)) if (inputs[cell]) inputs[cell].setAttribute("value", value === null ? "" : String(value));
    inputs["requests.received.total"].setAttribute("aria-describedby", " its  own ");
    inputs["requests.received.natural"].setAttribute("aria-invalid", "false");
    inputs["requests.carried_in.natural"].setCustomValidity("the host's");
    const before = host.parentNode.innerHTML;
    const listeners = document.body.innerHTML.length;
    window.bound({ messages: true });
    inputs["requests.received.total"].value = "1";
    inputs["requests.received.natural"].value = "1";
    inputs["requests.carried_in.natural"].value = "x";
    inputs["requests.received.natural"].focus();
    window.binding.refresh();
    window.binding.review();
    const during = { own: document.querySelectorAll("[data-gouji-own]").length, invalid: host.querySelectorAll("[aria-invalid=true]").length, described: inputs["requests.received.total"].getAttribute("aria-describedby") };
    const custom = inputs["requests.carried_in.natural"].validationMessage;
    window.binding.unbind();
    document.activeElement.blur();
    return {
      during, custom, after: inputs["requests.carried_in.natural"].validationMessage, isSame: host.parentNode.innerHTML === before, length: document.body.innerHTML.length - listeners,
      valid: Object.values(inputs).filter((input) => !input.validity.valid).map(({ title }) => title),
    };
  }, cells);
  assert.ok(same.during.own > 10 && same.during.invalid > 0, JSON.stringify(same.during));
  assert.match(same.during.described, /^its own gouji-\d+-\d+$/, "appended, not replaced");
  assert.deepEqual([same.custom, same.after], ["the host's", "the host's"], "what the host says to the browser's validation stays");
  assert.deepEqual([same.isSame, same.length, same.valid], [true, 0, ["requests.carried_in.natural"]]);
});

inOneBrowser("a thousand times bound and unbound, with a review each: no node, listener or session stays", async (page) => {
  await drawn(page, 2024);
  const left = await page.evaluate((cells) => {
    const { inputs, host, bind } = window;
    for (const [cell, value] of Object.entries(cells)) if (inputs[cell]) inputs[cell].value = cell === "disputes.reconsideration.total" ? "1" : String(value);
    // One table is enough to leave something behind.
    for (const table of [...host.querySelectorAll("table")].slice(0, 2)) table.remove();
    // Whatever listens to the document or the form, counted.
    let listening = 0;
    for (const target of [document, host]) {
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = function (...given) { listening += 1; return addEventListener.apply(this, given); };
      target.removeEventListener = function (...given) { listening -= 1; return removeEventListener.apply(this, given); };
    }
    const before = document.querySelectorAll("*").length;
    let most = 0;
    for (let count = 0; count < 1000; count += 1) {
      const binding = bind(host, { year: 2024 });
      if (count % 100 === 0 && binding.review()) throw new Error("it was to be held");
      most = Math.max(most, listening);
      binding.unbind();
    }
    return { nodes: document.querySelectorAll("*").length - before, listening, most };
  }, cells);
  assert.equal(left.nodes, 0);
  assert.equal(left.listening, 0);
  assert.ok(left.most > 5, "listeners were counted");
});

inOneBrowser("fields that a framework draws anew are bound again, with what stands in them and what was explained", async (page) => {
  await drawn(page, 2024);
  await bound(page);
  await write(page, { ...cells, "requests.received.total": 1 });
  await page.evaluate(() => window.binding.review());
  const before = await marks(page);
  assert.ok(before.includes("error requests.received.total"));
  await page.evaluate(() => window.binding.explain("disclosure-regulations-without-power@disclosure.regulations.made", "口径调整"));
  await page.evaluate(() => {
    for (const [cell, input] of Object.entries(window.inputs)) {
      const fresh = Object.assign(document.createElement("input"), { name: input.name, title: cell, value: input.value });
      input.parentNode.replaceChild(fresh, input);
      window.inputs[cell] = fresh;
    }
  });
  await eventually(async () => assert.deepEqual(await marks(page), before.filter((mark) => mark !== "warning disclosure.regulations.made")));
  const kept = await page.evaluate(() => [window.binding.coverage().unmapped.length, window.binding.report()]);
  assert.equal(kept[0], 0);
  assert.equal(kept[1].cells["requests.received.total"], "1");
  assert.deepEqual(kept[1].explanations, { "disclosure-regulations-without-power@disclosure.regulations.made": "口径调整" });
  // Typing goes on in the new field.
  await page.type('[title="requests.received.total"]', String(cells["requests.received.total"]));
  await page.press("Tab");
  await eventually(async () => assert.equal((await marks(page)).includes("error requests.received.total"), false));
});

inOneBrowser("a table that goes away and comes back, as behind a tab", async (page) => {
  await drawn(page, 2024);
  await bound(page);
  await write(page, cells);
  await page.evaluate(() => {
    window.table = window.host.querySelectorAll("table")[1];
    window.table.remove();
  });
  await eventually(async () => assert.equal(await page.evaluate(() => window.binding.coverage().unmapped.length), 175));
  assert.equal(await page.evaluate(() => window.binding.report().cells["requests.received.natural"]), String(cells["requests.received.natural"]), "nothing is lost");
  await page.evaluate(() => { window.host.insertBefore(window.table, window.host.children[1]); });
  await eventually(async () => assert.equal(await page.evaluate(() => window.binding.coverage().unmapped.length), 0));
});

inEachBrowser("totals that the page's own script computes are seen, and a host that stops its events does not stop us", async (page) => {
  await drawn(page, 2024);
  await page.evaluate(() => {
    const { inputs } = window;
    const columns = ["natural", "business", "research", "charity", "legal_service", "other"];
    const total = inputs["requests.received.total"];
    total.readOnly = true;
    for (const column of columns) {
      inputs[`requests.received.${column}`].addEventListener("input", (event) => {
        event.stopImmediatePropagation();
        total.value = String(columns.reduce((sum, one) => sum + Number(inputs[`requests.received.${one}`].value), 0));
      });
    }
    window.bound();
  });
  for (const column of ["natural", "business", "research", "charity", "legal_service", "other"]) await page.type(`[title="requests.received.${column}"]`, "2");
  await eventually(async () => assert.equal(await page.evaluate(() => window.inputs["requests.received.total"].closest("td").textContent), "已平衡"));
});

inOneBrowser("balances drawn by the host, and none at all", async (page) => {
  await drawn(page, 2024);
  await page.evaluate(() => {
    window.told = [];
    window.bound({ balances: ({ rule, at, state, difference, text, field }) => window.told.push([rule, at, state, difference, text, field && field.title]) });
    window.told.length = 0;
  });
  await write(page, { "disputes.reconsideration.upheld": 1, "disputes.reconsideration.corrected": 0, "disputes.reconsideration.other": 0, "disputes.reconsideration.pending": 0, "disputes.reconsideration.total": 3 });
  assert.deepEqual(await page.evaluate(() => window.told), [["disputes-total", "reconsideration", "broken", -2, "差 -2", "disputes.reconsideration.total"]]);
  assert.equal(await page.count(".gouji-balance"), 0);
});

inOneBrowser("the host decides that errors do not hold the form, and warnings need no word", async (page) => {
  await drawn(page, 2024);
  await bound(page, { block: false, explain: false });
  await write(page, { "requests.received.natural": "x" });
  assert.deepEqual(await marks(page), ["error requests.received.natural"]);
  await page.click("#host button");
  assert.equal((await received(page)).f11, "x");
});

inEachBrowser("submitted by requestSubmit it is checked, by submit it is left alone", async (page) => {
  await drawn(page, 2024);
  await bound(page);
  await page.evaluate(() => window.host.requestSubmit());
  await isHeld(page);
  await page.evaluate(() => { setTimeout(() => window.host.submit(), 0); });
  assert.equal((await received(page)).f1, "");
});

inEachBrowser("with novalidate as without, and never sent twice", async (page) => {
  await drawn(page, 2024);
  await page.evaluate(() => {
    window.host.noValidate = true;
    window.submitted = 0;
    window.host.addEventListener("submit", (event) => {
      window.submitted += 1;
      event.preventDefault();
    });
  });
  await bound(page, { explain: false });
  await page.click("#host button");
  await isHeld(page);
  assert.equal(await page.evaluate(() => window.submitted), 0, "the host's handler does not hear of what is held");
  await write(page, cells);
  await page.click("#host button");
  assert.equal(await page.evaluate(() => window.submitted), 1);
});

// Such a field stands for the form's property: `form.id`, `form.elements` are then elements.
inOneBrowser("fields that are called as the form's own properties, of which old pages have many", async (page) => {
  await drawn(page, 2024);
  const names = ["elements", "id", "name", "action", "method", "submit", "reset", "length", "target", "title"];
  await page.evaluate((names) => names.forEach((name) => window.make("input", window.host, { type: "hidden", name, value: `its ${name}` })), names);
  await bound(page, { explain: false });
  await write(page, { ...cells, "requests.received.total": 1 });
  await page.click("#host button");
  await isHeld(page);
  await write(page, cells);
  await page.click("#host button");
  const sent = await received(page);
  for (const name of names) assert.equal(sent[name], `its ${name}`);
  assert.equal(sent.f1, String(cells["disclosure.regulations.made"]));
});

inOneBrowser("an element that is no form is reviewed when the host asks", async (page) => {
  await drawn(page, 2024);
  const passed = await page.evaluate(() => {
    const box = document.createElement("div");
    box.append(...window.host.children);
    window.host.replaceWith(box);
    window.binding = window.bind(box, { year: 2024, explain: false });
    return window.binding.review();
  });
  assert.equal(passed, false);
  await isHeld(page);
  await write(page, cells);
  assert.equal(await page.evaluate(() => window.binding.review()), true);
  assert.equal(await page.count(".gouji-summary"), 0);
});

/** A page with one field, in a browser that `spoil` has made worse before anything of ours was loaded. */
const inWorse = async (page, spoil) => {
  await page.visit("/www/examples/portal/");
  await page.evaluate(spoil);
  return page.evaluate(async () => {
    const { bind } = await import("/pkg/bind.js");
    const host = document.querySelector("main").appendChild(Object.assign(document.createElement("form"), { id: "host", method: "post", action: "/www/examples/portal/received" }));
    const field = host.appendChild(Object.assign(document.createElement("input"), { name: "f1" }));
    field.setAttribute("data-gouji-cell", "requests.received.natural");
    host.appendChild(document.createElement("button")).textContent = "报送";
    let told = null;
    window.binding = bind(host, { year: 2024, onUnavailable: (error) => { told = error.code; } });
    const first = () => {
      try {
        return window.binding.coverage().unmapped.length;
      } catch (error) {
        return error.code;
      }
    };
    const before = first();
    const isBound = await window.binding.ready;
    return { before, isBound, told, after: first() };
  });
};

// Firefox's driver works in a world beside the page's, out of which nothing can be taken.
inEachBrowser("where there is no WebAssembly the host is told why, and the form is sent as ever", async (page) => {
  const answer = await inWorse(page, () => { delete window.WebAssembly; });
  assert.deepEqual(answer, { before: "not-ready", isBound: false, told: "wasm-missing", after: "wasm-missing" });
  assert.equal(await page.evaluate(() => window.binding.review()), true, "a host that asks is let go");
  await page.evaluate(() => window.binding.unbind());
  await page.type("[name=f1]", "x");
  await page.click("#host button");
  assert.equal((await received(page)).f1, "x");
}, { only: ["chromium"] });

// As it says it; how Firefox does is tried in tests/packaging.
inEachBrowser("where the policy forbids it the host is told so", async (page) => {
  const answer = await inWorse(page, () => {
    WebAssembly.Module = function Module() {
      throw new WebAssembly.CompileError("Wasm code generation disallowed by embedder");
    };
  });
  assert.deepEqual([answer.isBound, answer.told], [false, "wasm-blocked"]);
}, { only: ["chromium"] });

// Only Chromium, before version 128, was such a browser.
inEachBrowser("a browser that starts WebAssembly only asynchronously is waited for", async (page) => {
  const answer = await inWorse(page, () => {
    WebAssembly.Module = function Module() {
      throw new RangeError("WebAssembly.Compile is disallowed on the main thread, if the buffer size is larger than 4KB.");
    };
  });
  assert.deepEqual(answer, { before: "not-ready", isBound: true, told: null, after: 199 });
  await page.click("#host button");
  await isHeld(page);
}, { only: ["chromium"] });

inOneBrowser("hostile texts stay texts", async (page) => {
  const texts = ['<img src=x onerror="window.harmed=1">', "</textarea><script>window.harmed=1</script>", '"><svg onload=window.harmed=1>', "javascript:window.harmed=1", "{{constructor.constructor('window.harmed=1')()}}", "\u202e\u0000\uffff", "$& $1 {message}"];
  await drawn(page, 2024);
  await bound(page, { messages: true });
  for (const text of texts) {
    await write(page, { "requests.received.natural": text, "requests.received.total": text, "disclosure.fees.amount": text });
    await page.evaluate((text) => {
      window.binding.explain("cell-placeholder@disclosure.fees.amount", text);
      window.binding.review();
    }, text);
    const seen = await page.evaluate(() => [window.harmed === undefined, document.querySelectorAll("img, svg, .gouji-summary script").length, document.querySelector(".gouji-summary").textContent]);
    assert.equal(seen[0], true);
    assert.equal(seen[1], 0);
  }
});
