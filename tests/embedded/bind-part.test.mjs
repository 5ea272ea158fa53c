// Forms that do not hold the whole report, and forms of which nothing is known: what they are asked for, and what is told
// to whoever made the page.
import assert from "node:assert/strict";
import { eventually, inOneBrowser } from "../browser/harness.mjs";
import { drawn } from "./portal.mjs";

const applicants = ["natural", "business", "research", "charity", "legal_service", "other", "total"];
/** Leaves these rows (or cells) of the official form alone, binds, and writes figures into them. */
const part = async (page, kept, figures, options) => {
  await drawn(page, 2024);
  await page.evaluate((kept, figures, options) => {
    const { inputs } = window;
    for (const [cell, input] of Object.entries(inputs)) {
      if (kept.some((one) => cell === one || cell.startsWith(`${one}.`))) input.value = figures[cell] ?? "";
      else input.closest("td").remove();
    }
    for (const [cell, input] of Object.entries(inputs)) input.setAttribute("data-gouji-cell", cell);
    window.bound({ recognise: false, ...options });
  }, kept, figures, options);
};
const row = (name, figures) => Object.fromEntries(applicants.map((column, place) => [`requests.${name}.${column}`, figures[place]]));
const asked = (page) => page.evaluate(() => {
  const { binding } = window;
  const passed = binding.review();
  const { ok, findings } = binding.answer();
  const errors = findings.filter(({ severity }) => severity === "error").map(({ rule, at }) => `${rule}@${at}`);
  return { passed, ok, errors, balances: [...document.querySelectorAll(".gouji-balance")].map((one) => one.textContent) };
});

for (const blank of ["missing", "zero"]) {
  inOneBrowser(`one row of the report, blanks ${blank}: its sum is checked, and nothing else is asked for`, async (page, browser) => {
    await part(page, ["requests.received"], row("received", [3, 1, 0, 0, 0, 0, 4]), { blank });
    assert.deepEqual(await asked(page), { passed: true, ok: true, errors: [], balances: ["已平衡"] });
    const others = await page.evaluate(() => window.binding.findings({ whole: true }).filter(({ cells }) => cells.some(({ cell }) => !cell.startsWith("requests.received."))));
    assert.deepEqual(others, []);
    await part(page, ["requests.received"], row("received", [3, 1, 0, 0, 0, 0, 5]), { blank });
    assert.deepEqual(await asked(page), { passed: false, ok: false, errors: ["requests-applicants-total@received"], balances: ["差 -1"] });
    // Firefox's driver works in a world beside the page's, in which no module can be started.
    if (browser === "firefox") return;
    const repairs = await page.evaluate(async () => {
      window.gouji.use(await import("/pkg/repair.js"));
      return window.binding.repairs().map(({ changes }) => changes.map(({ cell }) => cell));
    });
    // Counted as zero, what is not here is broken as well: what would mend that, too, is no advice for this form.
    assert.equal(repairs.length > 0, blank === "missing");
    assert.ok(repairs.flat().every((cell) => cell.startsWith("requests.received.")), String(repairs));
  });
}

const column = ["received", "carried_in", "results_total", "carried_out"].map((name) => `requests.${name}.natural`);
inOneBrowser("a balance of which all is there is checked, in a form without its sums", async (page) => {
  await part(page, column, { [column[0]]: 3, [column[2]]: 2 }, { blank: "zero" });
  assert.deepEqual(await asked(page), { passed: false, ok: false, errors: ["requests-balance@natural"], balances: [] });
});

inOneBrowser("a figure that the host has given counts, though no field holds it; zero is asked about in a whole report alone", async (page) => {
  const given = { "requests.carried_in.natural": 0, "requests.results_total.natural": 2, "requests.carried_out.natural": 0 };
  await part(page, [column[0]], { [column[0]]: 3 }, { blank: "zero", report: { cells: given } });
  assert.deepEqual((await asked(page)).errors, ["requests-balance@natural"]);
  await part(page, [column[0]], { [column[0]]: 0 }, { blank: "zero" });
  assert.deepEqual(await page.evaluate(() => window.binding.findings({ whole: true }).map(({ rule, severity }) => [rule, severity])), [["blanks-read-as-zero", "notice"]]);
});

inOneBrowser("an adapter asks no more of a form with one row", async (page) => {
  await drawn(page, 2024);
  const verdicts = await page.evaluate(async (rows) => {
    const { layui } = await import("/pkg/adapters/layui.js");
    const { inputs, host } = window;
    for (const [cell, input] of Object.entries(inputs)) {
      if (rows.includes(cell)) input.name = cell;
      else input.remove();
    }
    return ["missing", "zero"].flatMap((blank) => [4, 5].map((total) => {
      for (const cell of rows) inputs[cell].value = cell.endsWith("natural") ? "4" : cell.endsWith("total") ? String(total) : "0";
      const followed = layui({ form: { verify: () => {} } }, host, { year: 2024, blank });
      const { ok, findings } = followed.validate();
      followed.close();
      return [ok, findings.filter(({ severity }) => severity === "error").map(({ rule, at }) => `${rule}@${at}`)];
    }));
  }, applicants.map((one) => `requests.received.${one}`));
  const right = [true, []];
  const wrong = [false, ["requests-applicants-total@received"]];
  assert.deepEqual(verdicts, [right, wrong, right, wrong]);
});

const told = async (page) => (await page.warnings()).filter((text) => text.includes("gouji"));

inOneBrowser("nothing is known of the fields: told once, when a figure is typed or the form is asked", async (page) => {
  await drawn(page, 2024, "bare");
  await page.evaluate(() => {
    window.make("input", window.host, { name: "telephone" });
    window.bound();
  });
  await page.type("[name=telephone]", "13800000000");
  await page.type("[name=f1]", "2024");
  await page.press("Tab");
  assert.deepEqual(await told(page), [], "rows may still come");
  await page.type("[name=f11]", "3");
  await page.press("Tab");
  await page.evaluate(() => window.binding.review());
  const [text, ...more] = await told(page);
  assert.match(text, /options\.fields.*data-gouji-cell.*coverage\(\).*form\(2024\)\.cells/);
  assert.deepEqual(more, []);
});

inOneBrowser("what fields names and the form does not have: told when the form is asked, not while rows come", async (page) => {
  await drawn(page, 2024, "bare");
  await page.evaluate(() => {
    const { inputs, host } = window;
    inputs["requests.granted.natural"].setAttribute("data-gouji-cell", "requests.granted.naturally");
    const late = [...host.querySelectorAll("table")];
    for (const table of late) table.remove();
    window.bound({ fields: { "requests.received.natural": inputs["requests.received.natural"].name, "requests.received.total": "#sq_hj", "requests.carried_in.total": "#sq.jz hj" } });
    window.late = () => host.prepend(...late);
  });
  assert.deepEqual(await told(page), []);
  await page.evaluate(() => {
    window.late();
    return new Promise((resolve) => { setTimeout(resolve, 50); });
  });
  assert.equal(await page.evaluate(() => Object.keys(window.binding.coverage().mapped).length), 1);
  assert.deepEqual(await told(page), []);
  await page.click("#host button");
  const [text, ...more] = await told(page);
  assert.match(text, /requests\.received\.total: "#sq_hj", requests\.carried_in\.total: "#sq\.jz hj"/);
  assert.match(text, /No cell of the form of 2024: requests\.granted\.naturally/);
  assert.doesNotMatch(text, /nothing is checked|requests\.received\.natural:/);
  assert.deepEqual(more, []);
});

inOneBrowser("nothing is told of a form that is known, nor of fields that are behind a tab when it is asked", async (page) => {
  await drawn(page, 2024);
  await page.evaluate(() => {
    const { inputs } = window;
    window.bound({ fields: { "requests.received.natural": inputs["requests.received.natural"].name } });
    window.host.querySelectorAll("table")[1].remove();
    return new Promise((resolve) => { setTimeout(() => resolve(window.binding.review()), 50); });
  });
  assert.deepEqual(await told(page), []);
});

inOneBrowser("words of one's own at some columns: what is not sure is told when the form is asked", async (page) => {
  await drawn(page, 2024);
  await page.evaluate(() => {
    for (const td of window.host.querySelectorAll("td")) if (td.textContent === "总计") td.textContent = "合计";
    window.bound();
  });
  assert.deepEqual(await told(page), []);
  await page.evaluate(() => window.binding.review());
  const [text, ...more] = await told(page);
  assert.match(text, /not sure which cells they are.*coverage\(\)\.unsure\): f\d+, .* more\./);
  assert.deepEqual(more, []);
});

inOneBrowser("a wrong figure whose field is away, as behind a step, holds the form all the same", async (page) => {
  await drawn(page, 2024);
  await page.evaluate((figures) => {
    const { inputs } = window;
    window.bound({ blank: "zero", explain: false });
    for (const [cell, value] of Object.entries(figures)) inputs[cell].value = value;
    window.binding.refresh();
    window.table = inputs["requests.received.natural"].closest("table");
    window.table.remove();
  }, { ...row("received", [3, 1, 0, 0, 0, 0, 5]), ...row("results_total", [3, 1, 0, 0, 0, 0, 4]), ...row("granted", [3, 1, 0, 0, 0, 0, 4]), "disclosure.fees.amount": 0, "disputes.reconsideration.total": 0 });
  await eventually(async () => assert.equal(await page.evaluate(() => window.binding.coverage().unmapped.length), 175));
  assert.equal(await page.evaluate(() => window.binding.review()), false);
  assert.match(await page.text(".gouji-summary"), /总计\(5\)/);
  // There is nowhere to lead to.
  assert.equal(await page.evaluate(() => [...document.querySelectorAll(".gouji-summary li a")].some((link) => /总计\(5\)/.test(link.textContent))), false);
  await page.evaluate(() => {
    window.host.insertBefore(window.table, window.host.children[1]);
    window.inputs["requests.received.total"].value = "4";
    window.binding.refresh();
  });
  await eventually(async () => assert.equal(await page.evaluate(() => window.binding.review()), true));
});

inOneBrowser("after a reset nobody has been asked to submit", async (page) => {
  await part(page, ["requests.received"], row("received", [3, 1, 0, 0, 0, 0, 5]), {});
  assert.equal(await page.evaluate(() => window.binding.review()), false);
  assert.equal(await page.count(".gouji-summary"), 1);
  await page.evaluate(() => {
    window.host.reset();
    for (const field of window.host.elements) field.value = "";
  });
  await eventually(async () => assert.equal(await page.count(".gouji-summary, [data-gouji-mark]"), 0));
});

inOneBrowser("all that is as likely is shown, the total among it, and nothing is written into a field that is not sent", async (page) => {
  await part(page, ["requests.received"], row("received", [3, 1, 0, 0, 0, 0, 5]), {});
  const offered = () => page.evaluate(async () => {
    window.gouji.use(await import("/pkg/repair.js"));
    window.binding.refresh();
    window.binding.review();
    return [...document.querySelectorAll(".gouji-summary .gouji-hint")].map((one) => one.textContent).filter((text) => /应为/.test(text));
  });
  assert.ok((await offered()).some((text) => /总计应为 4/.test(text)), String(await offered()));
  await part(page, ["requests.received"], row("received", [3, 1, 0, 0, 0, 0, 5]), {});
  await page.evaluate(() => { window.inputs["requests.received.total"].disabled = true; });
  const others = await offered();
  assert.ok(others.length > 0 && others.every((text) => !/总计应为/.test(text)), String(others));
}, { only: ["chromium"] });
