// Repairs: offered where they belong, right, written only when taken, taken back as typed. The report is that of 宿迁
// 2024, in which every relation holds, with figures spoilt as clerks spoil them: what is right is what was published.
import assert from "node:assert/strict";
import { inOneBrowser, eventually } from "./harness.mjs";
import { applicants, cell, counts, errorsAre, findings, focus, focused, holds, isOffered, open, openExample, says, textOf, typeRow } from "./desk.mjs";

const granted = "requests.granted.natural";
const [upheld, corrected, pending] = ["upheld", "corrected", "pending"].map((outcome) => `disputes.reconsideration.${outcome}`);
const apply = ".offer .apply";

/** Opens 宿迁 2024 and types over some of its cells. */
async function spoil(page, figures) {
  await openExample(page, "suqian");
  for (const [id, text] of Object.entries(figures)) await page.type(cell(id), text);
}
/** 1408 with two digits transposed: its column and its row break. */
const transpose = (page) => spoil(page, { [granted]: "1480" });
/** Three more received than published, in the column and in its total: received, carried in or carried out may be wrong. */
const receiveMore = (page) => spoil(page, { "requests.received.natural": "3443", "requests.received.total": "3528" });

const changes = (page, within = ".offer") => page.evaluate((css) => [...document.querySelectorAll(`${css} .change`)]
  .map((line) => [line.querySelector(".link").innerText, line.querySelector("del").innerText, line.querySelector("ins").innerText].join(" | ")), within);
const cellsWith = (page, mark) => page.evaluate((name) => [...document.querySelectorAll(`td[data-${name}]`)].map((box) => box.firstElementChild.dataset.cell), mark);
/** The new figures shown beside the old ones. */
const ghosts = (page) => page.evaluate(() => Object.fromEntries([...document.querySelectorAll("td[data-ghost]")].map((box) => [box.firstElementChild.dataset.cell, box.dataset.ghost])));
const described = (page, id) => page.evaluate((css) => (document.querySelector(css).getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)
  .map((one) => document.getElementById(one)?.textContent ?? "nothing").join("; "), cell(id));

inOneBrowser("a transposed figure is offered at its finding, with what happened and the figure as published", async (page) => {
  await transpose(page);
  await isOffered(page);
  assert.match(await page.text(".card .offer"), /三（一）予以公开·自然人的数字颠倒了/);
  assert.deepEqual(await changes(page), ["三（一） 予以公开 · 自然人 | 1480 | 1408"]);
  assert.equal(await page.evaluate(() => document.querySelector(".offer").closest(".card").querySelector(".finding").getAttribute("aria-expanded")), "true");
  // The other finding that it mends says so.
  assert.equal(await page.evaluate(() => [...document.querySelectorAll(".offered")].filter((chip) => chip.checkVisibility()).length), 1);
  // What then holds is told apart.
  await page.click(".then summary");
  assert.match(await page.text(".then p"), /三（一）\(1408\).*=三（七）\(3440\)/);
});

inOneBrowser("nothing is written until it is taken; then it is written, and taken back just as it was typed", async (page) => {
  await spoil(page, { [granted]: "１４８０ " });
  await isOffered(page);
  await holds(page, cell(granted), "１４８０ ");
  await page.click(apply);
  await holds(page, cell(granted), "1408");
  await errorsAre(page, 0);
  await says(page, "#message", /已按建议修改 1 格/);
  assert.deepEqual(await cellsWith(page, "written"), [granted]);
  assert.equal(await focused(page), "undo");
  await eventually(async () => assert.equal(await page.count(".offer, td[data-offer]"), 0));
  await page.click("#undo");
  await holds(page, cell(granted), "１４８０ ");
  await errorsAre(page, 2);
  await isOffered(page);
  await says(page, "#message", /已撤销.*恢复/);
  await page.click("#undo");
  await holds(page, cell(granted), "1408");
  await errorsAre(page, 0);
});

inOneBrowser("the same slip is mended as often as it is made, and after the whole check, too", async (page) => {
  await transpose(page);
  for (const again of [false, true, true]) {
    if (again) await page.type(cell(granted), "1480");
    await errorsAre(page, 2);
    await isOffered(page);
    await page.click(apply);
    await holds(page, cell(granted), "1408");
    await errorsAre(page, 0);
  }
  // Taken back, done again, taken back: the offer stands as at first.
  for (const [key, figure] of [["z", "1480"], ["y", "1408"], ["z", "1480"]]) {
    await page.press(`Control+${key}`);
    await holds(page, cell(granted), figure);
  }
  await isOffered(page);
  await page.click("#whole");
  await errorsAre(page, 2);
  await isOffered(page);
  await page.click(apply);
  await holds(page, cell(granted), "1408");
});

inOneBrowser("four slips in three places are mended at one stroke, all as published", async (page) => {
  const published = { [granted]: "1408", "requests.unable.not_held.business": "33", [upheld]: "88", "disputes.litigation_after.total": "52" };
  await spoil(page, { [granted]: "1480", "requests.unable.not_held.business": "43", [upheld]: "808", "disputes.litigation_after.total": "522" });
  await errorsAre(page, 6);
  await isOffered(page);
  assert.equal((await changes(page, ".offer > .options")).length, 4);
  assert.deepEqual((await cellsWith(page, "offer")).sort(), Object.keys(published).sort());
  // 808 might also be right and its total wrong: less likely, and told among the others.
  assert.match(await page.text(".offer-others summary"), /其他可能（[1-9]）/);
  await page.click(apply);
  for (const [id, figure] of Object.entries(published)) await holds(page, cell(id), figure);
  await errorsAre(page, 0);
  await page.click("#undo");
  await holds(page, cell(upheld), "808");
  await isOffered(page);
  // Or each of the four by itself; what is left is offered again.
  assert.equal(await page.count(".offer > .options .apply-part"), 4);
  await page.click(".offer > .options .apply-part");
  await says(page, "#message", /已按建议修改 1 格/);
  await isOffered(page);
  assert.equal(await page.count(".offer > .options .apply-part"), 3);
  await page.press("Control+z");
  await holds(page, cell("disputes.litigation_after.total"), "522");
  await errorsAre(page, 6);
});

inOneBrowser("a row of totals left at 0 is offered, though its findings are shown as groups", async (page) => {
  await openExample(page, "suqian");
  await typeRow(page, "requests.results_total", Array(7).fill(0));
  await errorsAre(page, 12);
  await isOffered(page);
  assert.match(await page.text(".crowd .offer"), /三（七）总计一行没有填写/);
  await page.click(apply);
  for (const [place, figure] of ["3440", "73", "0", "1", "5", "2", "3521"].entries()) await holds(page, cell(`requests.results_total.${applicants[place]}`), figure);
  await errorsAre(page, 0);
});

inOneBrowser("several that are as likely stand side by side, none of them chosen, and the register decides", async (page) => {
  await receiveMore(page);
  await isOffered(page);
  assert.match(await page.text(".offer h3"), /有 3 种可能/);
  assert.equal(await page.count(".offer > .options > .option"), 3);
  assert.deepEqual(await ghosts(page), {});
  assert.equal(await page.count(".offer input, .offer [aria-selected], .offer [aria-checked]"), 0);
  const names = await page.evaluate(() => [...document.querySelectorAll(".offer .apply")].map((button) => button.getAttribute("aria-label")));
  assert.deepEqual(names, ["采纳第 1 种", "采纳第 2 种", "采纳第 3 种"]);
  const register = await page.text(".look-up");
  assert.match(register, /^请查登记台账/);
  for (const row of ["一 本年新收", "二 上年结转", "四 结转下年度"]) assert.ok(register.includes(row), row);
  // At a cell, too, none comes before the others.
  await focus(page, "requests.carried_out.natural");
  assert.match(await page.text(".bubble"), /有 3 种可能/);
  assert.equal(await page.count(".bubble .apply"), 0);
  const second = await changes(page, ".offer > .options > .option:nth-child(2)");
  assert.deepEqual(second.map((line) => line.split(" | ").slice(1)), [["118", "115"], ["121", "118"]]);
  await page.press("Escape");
  await page.click(".offer > .options > .option:nth-child(2) .apply");
  await holds(page, cell("requests.carried_in.natural"), "115");
  await holds(page, cell("requests.carried_in.total"), "118");
  await holds(page, cell("requests.received.natural"), "3443");
  await errorsAre(page, 0);
});

inOneBrowser("where the figures determine nothing, there is nothing to take, only what to look up and where it lies", async (page) => {
  // 维持 and 纠正 make 106 together, whatever each of them is.
  await spoil(page, { [upheld]: "多件", [corrected]: "若干" });
  await isOffered(page);
  assert.match(await page.text(".offer h3"), /需查登记台账/);
  assert.deepEqual(await changes(page), ["四 行政复议 · 结果维持 | 多件 | 0 至 106 之间", "四 行政复议 · 结果纠正 | 若干 | 0 至 106 之间"]);
  await focus(page, upheld);
  assert.match(await page.text(".bubble"), /0 至 106 之间/);
  assert.equal(await page.count(".offer .apply, .bubble .apply"), 0);
  assert.equal((await ghosts(page))[upheld], "?");
});

inOneBrowser("nothing is offered while a row is unfinished", async (page) => {
  const isQuiet = async () => {
    // Longer than the pause, the frame and the search together.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
    assert.equal(await page.count(".offer, td[data-offer], .bubble"), 0);
  };
  await open(page, 2024);
  await typeRow(page, "requests.received", [5, 3, 0, 0, 0, 0]);
  await isQuiet();
  await typeRow(page, "requests.granted", [4, "", "", "", "", "", 9]);
  await isQuiet();
  // Now the row is finished, and wrong.
  await page.type(cell("requests.received.total"), "80");
  await isOffered(page);
  assert.deepEqual(await changes(page, ".offer > .options"), ["一 本年新收政府信息公开申请数量 · 总计 | 80 | 8"]);
});

inOneBrowser("it is asked for in a frame of its own, behind the findings", async (page) => {
  await openExample(page, "suqian");
  await page.evaluate(() => {
    const real = window.requestAnimationFrame;
    const held = [];
    window.requestAnimationFrame = (call) => held.push(call);
    window.release = () => {
      window.requestAnimationFrame = real;
      for (const call of held) real(call);
    };
  });
  await page.type(cell(granted), "1480");
  await errorsAre(page, 2);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  assert.equal(await page.count(".offer, td[data-offer]"), 0);
  await page.evaluate(() => window.release());
  await isOffered(page);
});

inOneBrowser("at the cell: a mark, the new figure beside the old one, and the offer without the mouse", async (page) => {
  await transpose(page);
  await isOffered(page);
  assert.deepEqual(await cellsWith(page, "offer"), [granted]);
  assert.match(await described(page, granted), /建议改为 1408/);
  // Nothing stands in the way of the one who is typing just there.
  assert.equal(await page.count(".bubble"), 0);
  await focus(page, "requests.granted.business");
  await focus(page, granted);
  assert.match(await page.text(".bubble"), /^1480[^]*→ 1408/);
  assert.deepEqual(await ghosts(page), { [granted]: "1408" });
  // Tab goes on to the next cell, as everywhere in the form.
  await page.press("Tab");
  assert.equal(await focused(page), "requests.granted.business");
  assert.equal(await page.count(".bubble"), 0);
  assert.deepEqual(await ghosts(page), {});
  await page.press("ArrowLeft");
  await page.press("Escape");
  assert.equal(await page.count(".bubble"), 0);
  await page.press("Alt+ArrowDown");
  assert.equal(await focused(page), "apply");
  await page.press("Escape");
  assert.equal(await focused(page), granted);
  assert.equal(await page.count(".bubble"), 0);
  await page.press("Alt+ArrowDown");
  await page.press("Enter");
  await holds(page, cell(granted), "1408");
  assert.equal(await focused(page), granted);
  await errorsAre(page, 0);
});

inOneBrowser("from the bubble to the details, and from there to each cell that would change", async (page) => {
  await receiveMore(page);
  await isOffered(page);
  await focus(page, "requests.carried_in.total");
  await page.press("Alt+ArrowDown");
  await page.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".offer .change") !== null), true);
  // While one of them has the focus, the form shows what it would change.
  assert.deepEqual(await ghosts(page), { "requests.received.natural": "3440", "requests.received.total": "3525" });
  await page.press("Enter");
  assert.equal(await focused(page), "requests.received.natural");
});

inOneBrowser("the mouse on a possibility shows in the form what it would change, and takes it away again", async (page) => {
  await receiveMore(page);
  await isOffered(page);
  const move = (name) => page.evaluate((event) => document.querySelectorAll(".offer > .options > .option")[2].dispatchEvent(new MouseEvent(event)), name);
  await move("mouseenter");
  assert.deepEqual(await ghosts(page), { "requests.carried_out.natural": "121", "requests.carried_out.total": "128" });
  await move("mouseleave");
  assert.deepEqual(await ghosts(page), {});
});

inOneBrowser("Ctrl+Z takes a repair back at one stroke, Ctrl+Y gives it again, and neither touches what was typed since", async (page) => {
  await receiveMore(page);
  await isOffered(page);
  await page.click(apply);
  await holds(page, cell("requests.received.natural"), "3440");
  await page.press("Control+z");
  await holds(page, cell("requests.received.natural"), "3443");
  await holds(page, cell("requests.received.total"), "3528");
  await page.press("Control+y");
  await holds(page, cell("requests.received.natural"), "3440");
  await page.click(cell("disputes.litigation_direct.upheld"));
  await page.press("Control+z");
  await holds(page, cell("requests.received.total"), "3528");
  await page.press("Control+y");
  await holds(page, cell("requests.received.total"), "3525");
  // Of what is typed then, Ctrl+Z takes back the last, and the button takes back the repair alone.
  await page.type(cell("disputes.litigation_direct.pending"), "8");
  await page.press("Control+z");
  await holds(page, cell("requests.received.total"), "3525");
  await page.type(cell("disputes.litigation_direct.pending"), "9");
  await page.click("#undo");
  await holds(page, cell("requests.received.total"), "3528");
  await holds(page, cell("disputes.litigation_direct.pending"), "9");
});

inOneBrowser("text in a cell that would like to be markup is text in its offer", async (page) => {
  const hostile = "<img src=x onerror=window.hacked=1>";
  await spoil(page, { [upheld]: hostile });
  await isOffered(page);
  assert.deepEqual(await changes(page), [`四 行政复议 · 结果维持 | ${hostile} | 88`]);
  await focus(page, corrected);
  await focus(page, upheld);
  assert.ok((await page.text(".bubble")).includes(hostile));
  const isClean = async () => assert.deepEqual(await page.evaluate(() => [window.hacked ?? null, document.images.length, document.querySelectorAll("[style], [onerror]").length]), [null, 1, 0]);
  await isClean();
  await page.press("Alt+ArrowDown");
  await page.press("Enter");
  await holds(page, cell(upheld), "88");
  await page.click("#undo");
  await holds(page, cell(upheld), hostile);
  await isClean();
});

inOneBrowser("a text of a page stays short in its offer", async (page) => {
  await openExample(page, "suqian");
  await page.evaluate((css) => {
    const input = document.querySelector(css);
    input.value = "见附件".repeat(10_000);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, cell(upheld));
  await isOffered(page);
  assert.ok((await changes(page))[0].length < 100);
  assert.ok(await page.evaluate(() => document.querySelector(".offer").getBoundingClientRect().height) < 600);
});

inOneBrowser("screen readers are told once, with the error, that there is an offer, and then that all is mended", async (page) => {
  await transpose(page);
  await says(page, "#live", /新发现 2 处必须修改.*有修改建议/);
  await page.click(apply);
  await says(page, "#live", /^必须修改之处已全部消除。$/);
});

inOneBrowser("in English, every word of it", async (page) => {
  await receiveMore(page);
  await isOffered(page);
  await page.click("#language");
  await eventually(async () => assert.match(await textOf(page, ".offer h3"), /3 possibilities/));
  assert.doesNotMatch(await page.text(".offer"), /\p{Script=Han}/u);
  await focus(page, "requests.received.natural");
  assert.doesNotMatch(await page.text(".bubble"), /\p{Script=Han}/u);
  await page.press("Escape");
  await page.click(apply);
  await says(page, "#message", /Corrected 2 cells as suggested/);
  await errorsAre(page, 0);
});

inOneBrowser("on a phone the bar at the bottom tells of it, and the sheet holds it", async (page) => {
  await page.resize(390, 844);
  await transpose(page);
  await says(page, "#dock", /建议改为 1408/);
  assert.equal(await page.count(".bubble"), 0);
  await page.press("Alt+ArrowDown");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.closest(".offer") !== null), true));
  const heights = await page.evaluate(() => [...document.querySelectorAll(".offer .apply")].map((button) => button.getBoundingClientRect().height));
  assert.ok(heights.every((height) => height >= 44), String(heights));
  await page.click(apply);
  await holds(page, cell(granted), "1408");
  assert.equal(await page.evaluate(() => document.querySelector(".desk").inert), false);
  const [needed, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(needed <= there);
  // The way back is in sight, wherever the form was scrolled to.
  const box = await page.evaluate(() => {
    const { top, bottom } = document.getElementById("undo").getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  assert.ok(box);
});

inOneBrowser("the report of 平潭 2021 as published: one request counted under the wrong applicant", async (page) => {
  await openExample(page, "pingtan");
  await isOffered(page);
  assert.match(await page.text(".offer"), /有 1 件填错了位置/);
  await page.click(apply);
  await errorsAre(page, 0);
  await holds(page, cell("requests.results_total.natural"), "2");
  await holds(page, cell("requests.results_total.other"), "1");
  assert.deepEqual((await findings(page)).filter(({ severity }) => severity === "error"), []);
  // The blanks of the published report stay blank: they are no slip.
  await page.click("#whole");
  await eventually(async () => assert.equal((await counts(page)).error, 3));
});
