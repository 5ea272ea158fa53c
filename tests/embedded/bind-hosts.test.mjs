// Pages that are less simple than one form: several forms, shadow trees, a box in a form, figures that are only shown,
// functions of the host that fail (in Chromium, because what the driver of Firefox runs in a page is no script of the
// page). What a trial of the package brought to light stays mended.
import assert from "node:assert/strict";
import { named } from "../node/reports.mjs";
import { eventually, inEachBrowser, inOneBrowser } from "../browser/harness.mjs";
import { drawn, isHeld, received } from "./portal.mjs";

const { cells } = named("suqian-2024");
const columns = ["natural", "business", "research", "charity", "legal_service", "other", "total"];
const place = (column) => `requests.received.${column}`;
/** A form with one row: fields x1 to x7, or what `shown` draws for a column; `figures` from 自然人 to 总计. */
const rowForm = (page, id, figures, { readonly = [], shown = [], disabled = false } = {}) => page.evaluate((id, columns, figures, readonly, shown, disabled) => {
  const { make } = window;
  const form = make("form", document.querySelector("main"), { id, method: "post", action: "/www/examples/portal/received" });
  const box = make("fieldset", form, { disabled });
  columns.forEach((column, at) => {
    const name = shown.includes(column) ? "span" : "input";
    const field = make(name, box, name === "span" ? { textContent: figures[at] } : { name: `x${at + 1}`, defaultValue: figures[at], readOnly: readonly.includes(column) });
    field.setAttribute("data-gouji-cell", `requests.received.${column}`);
  });
  make("button", form, { textContent: "报送" });
}, id, columns, figures, readonly, shown, disabled);
const bindRow = (page, id, options = {}) => page.evaluate((id, options) => { window.binding = window.bind(document.getElementById(id), { year: 2024, explain: false, ...options }); }, id, options);
const begun = async (page) => {
  await drawn(page, 2024);
  await page.evaluate(() => window.host.remove());
};
const write = (page, cells) => page.evaluate((cells) => {
  for (const [cell, value] of Object.entries(cells)) window.inputs[cell].value = String(value ?? "");
  window.binding.refresh();
}, cells);
const warned = { "disclosure.normative_documents.made": 900, "disclosure.normative_documents.in_force": 1 };
/** The explanations that reached the server. */
const explained = (sent) => Object.entries(sent).filter(([name]) => name.startsWith("gouji-explanation")).map(([, text]) => text);
const explain = async (page, text) => {
  await page.click("#host button");
  await isHeld(page);
  await page.type(".gouji-explanation", text);
};

inEachBrowser("of two forms each has its own fields, also where a button of one stands outside both", async (page) => {
  await begun(page);
  await page.evaluate(() => { window.make("button", document.querySelector("main"), { textContent: "保存", id: "save" }).setAttribute("form", "g"); });
  await rowForm(page, "f", [0, 0, 0, 0, 0, 0, 0]);
  await rowForm(page, "g", [1, 0, 0, 0, 0, 0, 5]);
  await page.evaluate(() => { window.make("input", document.querySelector("main"), { name: "note" }).setAttribute("form", "g"); });
  for (const fields of [null, Object.fromEntries(columns.map((column, at) => [place(column), `x${at + 1}`]))]) {
    await bindRow(page, "g", { fields });
    assert.deepEqual(await page.evaluate(() => Object.values(window.binding.coverage().mapped).map((field) => field.form.id)), Array(7).fill("g"));
    await page.evaluate(() => window.binding.unbind());
  }
  await bindRow(page, "g");
  await page.click("#save");
  await isHeld(page);
});

inOneBrowser("a draft takes along what has been explained", async (page) => {
  await drawn(page, 2024);
  await page.evaluate(() => { window.make("button", window.host, { textContent: "暂存", id: "draft", formNoValidate: true }); window.bound({}); });
  await write(page, { ...cells, ...warned });
  await explain(page, "机构改革");
  await page.click("#draft");
  assert.ok(explained(await received(page)).includes("机构改革"));
});

inOneBrowser("a reset forgets what was explained; what answers no warning any more is not sent", async (page) => {
  await drawn(page, 2024);
  await page.evaluate(() => { window.make("button", window.host, { textContent: "重置", id: "reset", type: "reset" }); window.bound({}); });
  await write(page, { ...cells, ...warned });
  await explain(page, "机构改革");
  await page.click("#reset");
  await eventually(async () => assert.equal(await page.count(".gouji-summary"), 0));
  await write(page, { ...cells, ...warned });
  await page.click("#host button");
  await isHeld(page);
  assert.equal(await page.value(".gouji-explanation"), "", "asked anew");
  await page.type(".gouji-explanation", "口径调整");
  await write(page, cells);
  // Others remain to be explained, or nothing does.
  for (const id of await page.evaluate(() => [...document.querySelectorAll(".gouji-explanation")].map((one) => one.id))) await page.type(`#${id}`, "属实");
  await page.click("#host button");
  assert.ok(!explained(await received(page)).includes("口径调整"));
});

inOneBrowser("a function of the host's that fails lets no wrong form go, and is told", async (page) => {
  const failing = ["onChange", "onBlocked", "balances"];
  for (const name of failing) {
    await begun(page);
    await rowForm(page, "f", [1, 0, 0, 0, 0, 0, 5]);
    const told = await page.evaluate((name) => {
      window.told = [];
      addEventListener("error", (event) => {
        window.told.push(event.message);
        event.preventDefault();
      });
      window.binding = window.bind(document.getElementById("f"), { year: 2024, explain: false, [name]() { throw new Error(`no ${name}`); } });
      document.querySelector("#f button").click();
      return new Promise((resolve) => { setTimeout(() => resolve(window.told), 50); });
    }, name);
    await isHeld(page);
    assert.ok(told.some((text) => text.includes(`no ${name}`)), `${name}: ${told}`);
  }
}, { only: ["chromium"] });

inOneBrowser("what an option cannot be is said when the form is bound", async (page) => {
  await begun(page);
  await rowForm(page, "f", [1, 0, 0, 0, 0, 0, 5]);
  const thrown = await page.evaluate(() => {
    const f = document.getElementById("f");
    const messages = [];
    for (const options of [{ summary: "#1s" }, { summary: [f] }, { drafts: "#1s" }, { drafts: f }, { fields: { "requests.received.natural": [f] } }, { fields: { "requests.received.natural": 7 } }]) {
      try {
        window.bind(f, { year: 2024, ...options });
        messages.push("nothing");
      } catch (error) {
        messages.push(`${error.name}: ${error.message}`);
      }
    }
    return messages;
  });
  for (const [at, words] of [/options\.summary/, /options\.summary/, /options\.drafts/, /options\.drafts/, /options\.fields\["requests\.received\.natural"\]/, /options\.fields/].entries()) assert.match(thrown[at], words);
  assert.ok(thrown.every((text) => text.startsWith("TypeError: bind: ")), thrown.join());
  // Bound in spite of what is only ignored; that is told.
  for (const options of [{ level: "县级" }, { previous: { year: 2022, cells: {} } }]) {
    await bindRow(page, "f", options);
    await page.evaluate(() => window.binding.unbind());
  }
  const told = (await page.warnings()).filter((text) => /^gouji\/bind: /.test(text));
  assert.equal(told.length, 2);
  assert.match(told.join(), /县级[\s\S]*2022/);
});

inEachBrowser("a form in a shadow tree is held, and its reset is heard", async (page) => {
  await begun(page);
  await rowForm(page, "f", [1, 0, 0, 0, 0, 0, 5]);
  await page.evaluate(() => {
    const form = document.getElementById("f");
    const box = window.make("div", document.querySelector("main"), { id: "box" });
    box.attachShadow({ mode: "open" }).append(form);
    window.form = form;
    window.binding = window.bind(form, { year: 2024, explain: false });
    form.querySelector("button").click();
  });
  await eventually(async () => assert.equal(await page.evaluate(() => window.form.querySelectorAll(".gouji-summary").length), 1));
  await page.evaluate(() => window.form.reset());
  await eventually(async () => assert.equal(await page.evaluate(() => window.form.querySelectorAll(".gouji-summary").length), 0));
  await page.evaluate(() => {
    window.form.elements.x7.value = "1";
    window.form.querySelector("button").click();
  });
  assert.equal((await received(page)).x7, "1");
});

for (const [title, wrap] of [
  ["in a form", (page) => page.evaluate(() => {
    const box = document.createElement("div");
    box.append(...document.querySelector("#f fieldset").childNodes);
    document.querySelector("#f").prepend(box);
    box.id = "box";
  })],
  ["around a form", (page) => page.evaluate(() => {
    const form = document.getElementById("f");
    const box = window.make("div", document.querySelector("main"), { id: "box" });
    box.append(form);
  })],
]) {
  inEachBrowser(`what is bound may lie ${title}: this is then held`, async (page) => {
    await begun(page);
    await rowForm(page, "f", [1, 0, 0, 0, 0, 0, 5]);
    await wrap(page);
    await bindRow(page, "box");
    await page.click("#f > button");
    await isHeld(page);
    await page.evaluate(() => { document.querySelector("[name=x7]").value = "1"; });
    await page.click("#f > button");
    assert.equal((await received(page)).x7, "1");
  });
}

inOneBrowser("no repair is offered that would write into a figure that is only shown, computed or not sent", async (page) => {
  for (const [kind, unwritable] of [["shown", { shown: ["total"] }], ["readonly", { readonly: ["total"] }], ["disabled", { disabled: true }]]) {
    await begun(page);
    await rowForm(page, "f", [1, 0, 0, 0, 0, 0, 9], unwritable);
    const changed = await page.evaluate(async () => {
      window.gouji.use(await import("/pkg/repair.js"));
      window.binding = window.bind(document.getElementById("f"), { year: 2024, explain: false });
      window.binding.review();
      return window.binding.repairs().flatMap(({ changes }) => changes.map(({ cell }) => cell));
    });
    assert.ok(!changed.includes("requests.received.total"), `${kind}: ${changed}`);
    if (kind === "disabled") assert.deepEqual(changed, []);
    else assert.ok(changed.length > 0, `${kind}: what can be written is offered`);
  }
}, { only: ["chromium"] });

inOneBrowser("a cell of which several fields have the name is told when the form is asked", async (page) => {
  await begun(page);
  await rowForm(page, "f", [1, 0, 0, 0, 0, 0, 5]);
  await page.evaluate(() => {
    window.make("input", document.getElementById("f"), { name: "x1", disabled: true, value: "1" });
    for (const field of document.querySelectorAll("#f [data-gouji-cell]")) field.removeAttribute("data-gouji-cell");
  });
  await bindRow(page, "f", { fields: Object.fromEntries(columns.map((column, at) => [place(column), `x${at + 1}`])) });
  await page.evaluate(() => window.binding.review());
  assert.match((await page.warnings()).join(), /Several fields could hold the cell[^.]*\(coverage\(\)\.twice\): requests\.received\.natural\./);
});

inOneBrowser("a form is bound once; unbound, it may go and be bound again", async (page) => {
  await begun(page);
  await rowForm(page, "f", [1, 0, 0, 0, 0, 0, 5]);
  await bindRow(page, "f");
  const told = await page.evaluate(() => {
    const f = document.getElementById("f");
    try {
      window.bind(f, { year: 2024 });
      return "nothing";
    } catch (error) {
      return error.message;
    }
  });
  assert.match(told, /bound already/);
  assert.deepEqual(await page.evaluate(() => {
    window.binding.unbind();
    const after = window.binding.review();
    window.binding = window.bind(document.getElementById("f"), { year: 2024, explain: false });
    return [after, window.binding.review()];
  }), [true, false]);
});
