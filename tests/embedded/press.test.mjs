// A press is a press: between the button of the mouse going down and its click nothing of ours moves the page, or what
// is let go would be another element than what was pressed, and the click would be lost.
import assert from "node:assert/strict";
import { eventually, inEachBrowser, inOneBrowser } from "../browser/harness.mjs";
import { isHeld } from "./portal.mjs";
import { box, countOf, open, type } from "./tag.mjs";

const row = (table, columns) => columns.map((column) => `${table}.${column}`);
const received = row("requests.received", ["natural", "business", "research", "charity", "legal_service", "other", "total"]);
const disputes = row("disputes.reconsideration", ["upheld", "corrected", "other", "pending", "total"]);

/**
 * A short form that is bound while it is empty, and whose rows come afterwards: a name, two rows of the report, and
 * below them a low button that saves by a script of its own. `window.clicks` counts what reaches it.
 */
async function opened(page, options = {}, follow = null) {
  await page.visit("/www/examples/portal/");
  await page.evaluate(async (rows, options, follow) => {
    const [{ bind }, { layui }] = await Promise.all([import("/pkg/bind.js"), import("/pkg/adapters/layui.js")]);
    const main = document.querySelector("main");
    const make = (name, parent, more = {}) => parent.appendChild(Object.assign(document.createElement(name), more));
    while (main.firstChild) main.firstChild.remove();
    const style = make("link", document.head, { rel: "stylesheet", href: "/pkg/gouji.css" });
    await new Promise((resolve) => { style.onload = resolve; });
    const form = make("form", main, { action: "/www/examples/portal/received", method: "post" });
    make("input", form, { name: "unit" });
    const body = make("div", form);
    window.clicks = 0;
    const button = make("button", form, { type: "button", id: "save", textContent: "保存", onclick: () => { window.clicks += 1; } });
    button.style.cssText = "display: block; height: 14px; padding: 0; font-size: 10px; line-height: 10px";
    make("button", form, { id: "submit", textContent: "报送" }).style.cssText = button.style.cssText;
    make("div", main).style.height = "2000px";
    Object.assign(window, { make, form, layui });
    if (follow === null) window.binding = bind(form, { year: 2024, ...options });
    await new Promise((resolve) => { setTimeout(resolve); });
    for (const cells of rows) {
      const line = make("table", body).insertRow();
      for (const cell of cells) make("input", line.insertCell(), { name: cell, size: 4 }).setAttribute("data-gouji-cell", cell);
    }
    await new Promise((resolve) => { setTimeout(resolve); });
    // What an adapter asks of the library it is for.
    if (follow !== null) window.followed = layui({ form: { verify: () => {} } }, form, { year: 2024, ...follow });
  }, [received, disputes], options, follow);
}
/** The button of the mouse on the button of the page, from one event to the next. */
const tell = (page, name) => page.evaluate((name) => document.querySelector("#save, form button").dispatchEvent(new MouseEvent(name, { bubbles: true, button: 0 })), name);
const wait = (page, milliseconds) => page.evaluate((milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }), milliseconds);
/** As an answer of the server is put into the fields: no event tells of it. */
const put = (page, figures) => page.evaluate((figures) => {
  for (const [name, value] of Object.entries(figures)) document.getElementsByName(name)[0].value = value;
}, figures);
const figures = (cells, last) => Object.fromEntries(cells.map((cell, place) => [cell, place === cells.length - 1 ? last : "1"]));
const clicks = (page) => page.evaluate(() => window.clicks);
const marks = (page) => page.count(".gouji-balance");

for (const [what, options, add] of [["", {}, inEachBrowser], [", with messages", { messages: true }, inOneBrowser]]) {
  add(`figures that came without an event: the first press of a button that saves reaches it, then they are marked${what}`, async (page) => {
    await opened(page, options);
    await page.click("[name=unit]");
    await put(page, { ...figures(received, "6"), ...figures(disputes, "7") });
    await page.click("#save");
    assert.equal(await clicks(page), 1);
    await eventually(async () => assert.equal(await marks(page), 2));
    await page.click("#save");
    assert.equal(await clicks(page), 2);
  });

  add(`a wrong figure, and straight to the button${what}`, async (page) => {
    await opened(page, options);
    await page.evaluate((figures) => {
      for (const [name, value] of Object.entries(figures)) document.getElementsByName(name)[0].value = value;
      window.binding.refresh();
    }, { ...figures(received, ""), ...figures(disputes, "4") });
    await page.type(`[name="${received[6]}"]`, "5");
    await page.click("#save");
    assert.equal(await clicks(page), 1);
    await eventually(async () => assert.equal(await page.count('[data-gouji-mark="error"]'), 1));
  });
}

inEachBrowser("a host that computes on the way out of a field, and tells of it: the press reaches the button", async (page) => {
  await opened(page);
  await page.evaluate((received, disputes) => {
    document.getElementsByName(received[0])[0].addEventListener("change", () => {
      for (const [cells, sum] of [[received, "6"], [disputes, "4"]]) {
        for (const cell of cells) {
          const field = document.getElementsByName(cell)[0];
          field.value = cell.endsWith("total") ? sum : "1";
          field.dispatchEvent(new Event("input", { bubbles: true }));
          field.dispatchEvent(new Event("change", { bubbles: true }));
        }
      }
    }, { once: true });
  }, received, disputes);
  await page.type(`[name="${received[0]}"]`, "1");
  await page.click("#save");
  assert.equal(await clicks(page), 1);
  await eventually(async () => assert.equal(await marks(page), 2));
});

inEachBrowser("the summary that is settled by what was typed last: the press below it reaches the button", async (page) => {
  await opened(page, { explain: false });
  await put(page, { ...figures(received, "5"), ...figures(disputes, "4") });
  await page.click("#submit");
  await isHeld(page);
  await page.evaluate((name) => {
    const field = document.getElementsByName(name)[0];
    field.focus();
    field.value = "6";
  }, received[6]);
  await page.click("#save");
  assert.equal(await clicks(page), 1);
  await eventually(async () => assert.equal(await page.count(".gouji-summary"), 0));
  await page.click("#submit");
  await eventually(async () => assert.ok(await page.evaluate(() => location.pathname.endsWith("/received"))));
});

inEachBrowser("rows that come while the button is down; and a press that ends elsewhere holds nothing back", async (page) => {
  await opened(page);
  const before = await page.evaluate(() => {
    const tell = (name, more = {}) => document.getElementById("save").dispatchEvent(new MouseEvent(name, { bubbles: true, button: 0, ...more }));
    window.tell = tell;
    tell("mousedown");
    const line = window.make("table", window.form).insertRow();
    for (const [cell, value] of [["disputes.litigation_direct.upheld", "1"], ["disputes.litigation_direct.total", "2"]]) {
      window.make("input", line.insertCell(), { value }).setAttribute("data-gouji-cell", cell);
    }
    return new Promise((resolve) => { setTimeout(() => resolve(window.binding.coverage().unmapped.length), 100); });
  });
  assert.equal(before, 188, "what is held back is what is drawn");
  await page.evaluate(() => window.tell("mouseup"));
  await eventually(async () => assert.equal(await page.evaluate(() => window.binding.coverage().unmapped.length), 186));
  // A right button, a menu: no click comes of it.
  await page.evaluate(() => window.tell("mousedown", { button: 2 }));
  await put(page, figures(received, "6"));
  await page.click(`[name="${received[0]}"]`);
  await eventually(async () => assert.equal(await marks(page), 1));
  // The page has lost the button's going up, to a dialogue say: the next key makes good for it.
  await page.evaluate(() => window.tell("mousedown"));
  await put(page, figures(disputes, "4"));
  await page.press("Tab");
  await eventually(async () => assert.equal(await marks(page), 2));
});

inOneBrowser("an adapter, where the host computes on the way out of a field; and its summary", async (page) => {
  await opened(page, {}, { summary: "form" });
  await page.evaluate((name, total) => {
    // Before the adapter hears of it.
    window.form.addEventListener("change", ({ target }) => { if (target.name === name) document.getElementsByName(total)[0].value = "3"; }, true);
  }, received[0], received[6]);
  await put(page, { ...figures(received, ""), [received[0]]: "" });
  await page.type(`[name="${received[0]}"]`, "1");
  await page.click("#save");
  assert.equal(await clicks(page), 1);
  await eventually(async () => assert.ok((await page.count(".gouji-note")) > 0));

  await page.evaluate(() => window.followed.validate());
  const told = await page.text(".gouji-summary");
  await page.type(`[name="${received[6]}"]`, "6");
  await tell(page, "mousedown");
  await wait(page, 500);
  assert.equal(await page.text(".gouji-summary"), told, "not while the button is down");
  await tell(page, "mouseup");
  await tell(page, "click");
  await eventually(async () => assert.notEqual(await page.text(".gouji-summary"), told));
});

inEachBrowser("the element: what was typed last is judged behind the click, not before it", async (page) => {
  await open(page, { level: "city", body: null, previous: null, sections: null });
  for (const cell of received.slice(0, -1)) await type(page, cell, "1");
  // The last figure and the press in one go: a slow machine would judge between them.
  await page.evaluate((css) => {
    const field = document.querySelector("gouji-report").shadowRoot.querySelector(css);
    field.focus();
    field.value = "1";
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    document.querySelector("form button").dispatchEvent(new MouseEvent("mousedown", { bubbles: true, button: 0 }));
  }, box(received.at(-1)));
  await wait(page, 500);
  assert.equal(await countOf(page, ".card"), 0);
  await tell(page, "mouseup");
  await tell(page, "click");
  assert.ok((await countOf(page, ".card")) > 0);
});
