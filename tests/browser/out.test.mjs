// What leaves the page: the tables on the clipboard, the check sheet on paper.
import assert from "node:assert/strict";
import { eventually, inEachBrowser, inOneBrowser } from "./harness.mjs";
import { cell, errorsAre, openExample, says } from "./desk.mjs";

const out = async (page, choice) => {
  await page.click("#out summary");
  await page.click(choice);
};

inEachBrowser("the tables on the clipboard are the official form as markup, and the same rows as text", async (page) => {
  await openExample(page, "suqian");
  await page.type(cell("requests.received.other"), "<b>3");
  await page.evaluate(() => {
    window.addEventListener("paste", (event) => {
      window.pasted = { html: event.clipboardData.getData("text/html"), text: event.clipboardData.getData("text/plain") };
      event.stopImmediatePropagation();
      event.preventDefault();
    }, true);
  });
  await out(page, "#copy");
  await says(page, "#message", /三张表已复制/);
  await page.evaluate(() => document.activeElement.blur());
  await page.press("Control+v");
  await eventually(async () => assert.ok(await page.evaluate(() => Boolean(window.pasted))));
  const { html, text } = await page.evaluate(() => window.pasted);
  assert.equal(html.match(/<table/g).length, 3);
  assert.match(html, /<td[^>]*rowspan="25"|<td[^>]*rowspan="\d\d"/);
  assert.match(html, /<td[^>]*>3440<\/td>/);
  assert.match(html, /&lt;b&gt;3/);
  const received = text.split("\n").find((line) => line.startsWith("一、本年新收"));
  assert.deepEqual(received.split("\t").filter(Boolean).slice(1), ["3440", "75", "0", "1", "6", "<b>3", "3525"]);
});

inEachBrowser("the check sheet says what was checked, by which rules, what was found, and leaves room to explain and sign", async (page) => {
  await openExample(page, "pingtan");
  await errorsAre(page, 4);
  await page.evaluate(() => { window.print = () => { window.printed = document.body.className; }; });
  await out(page, "#print-sheet");
  await eventually(async () => assert.match(await page.evaluate(() => window.printed ?? ""), /is-printing-sheet/));
  const sheet = await page.evaluate(() => document.getElementById("check-sheet").textContent);
  for (const said of [/平潭综合实验区农业农村局/, /2021 年/, /勾稽 \d+\.\d+\.\d+（[0-9a-f]{16}）/, /必须修改 7 处/, /一 \+ 二 = 三（七） \+ 四/, /自然人列：一\(2\)\+二\(0\)=2，三（七）\(3\)\+四\(0\)=3，差 -1/, /左边 2，右边 3，左减右 -1/, /requests-balance@natural/, /填报人/, /未与上年核对/]) assert.match(sheet, said);
  // What would mend it, as on the screen; the advice of each finding is for the case that it is not so.
  assert.match(await page.evaluate(() => document.querySelector("#check-sheet .sheet-offer").textContent), /修改建议有 1 件填错了位置.*三（七） 总计 · 自然人：3 改为 2三（七） 总计 · 其他：0 改为 1/);
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("#check-sheet .sheet-findings > li")].map((entry) => [/见“修改建议”/, /如果不是/, /怎么改/].map((words) => words.test(entry.textContent)).join())),
    [...Array(4).fill("true,true,false"), ...Array(3).fill("false,false,true")]);
  // Four broken relations and three blanks, each with ruled lines, since none is explained.
  assert.equal(await page.count("#check-sheet .sheet-findings > li"), 7);
  assert.equal(await page.count("#check-sheet .ruled"), 7);
  assert.ok(await page.count("#check-sheet .band.is-broken") > 0, "the imbalance is drawn");
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await page.count("#check-sheet"), 0);
  assert.equal(await page.evaluate(() => document.body.className), "");
});

inOneBrowser("an explanation given is printed in its place, and nothing in the sheet is markup", async (page) => {
  await openExample(page, "suqian");
  await page.type("#body", "<img src=x onerror=alert(1)>");
  await page.type(cell("disclosure.normative_documents.in_force"), "1");
  await page.type(cell("disclosure.normative_documents.made"), "900");
  await page.type("#findings textarea", "<b>口径调整");
  await page.click("#body");
  await page.evaluate(() => { window.print = () => {}; });
  await out(page, "#print-sheet");
  await eventually(async () => assert.match(await page.evaluate(() => document.querySelector("#check-sheet .sheet-explanation").textContent), /<b>口径调整/));
  assert.equal(await page.count("#check-sheet img, #check-sheet li b > b"), 0);
});

inOneBrowser("a comparison has its equation, its two sides and their difference each in a place of its own", async (page) => {
  await openExample(page, "pingtan");
  await page.click("#findings .finding");
  const more = await page.text("#findings .more");
  assert.match(more, /算式\s*一 \+ 二 = 三（七） \+ 四/);
  assert.match(more, /左边\s*2\s*右边\s*3\s*左减右\s*-1/);
});

inOneBrowser("a sum of many terms is folded, and unfolded whole", async (page) => {
  await openExample(page, "suqian");
  await page.type(cell("requests.granted.natural"), "1480");
  await errorsAre(page, 2);
  const sum = await page.evaluate(() => [...document.querySelectorAll(".card")].findIndex((card) => card.classList.contains("is-long")));
  assert.ok(sum >= 0);
  await page.click(`.card:nth-child(${sum + 1}) .finding`);
  await eventually(async () => assert.match(await page.text(`.card:nth-child(${sum + 1}) .figures`), /左边\s*3512\s*右边\s*3440\s*左减右\s*72/));
  assert.ok(await page.evaluate((place) => document.querySelectorAll(".card .said")[place].getBoundingClientRect().height, sum) < 90);
  await page.click(`.card:nth-child(${sum + 1}) .whole-sum summary`);
  assert.match(await page.text(`.card:nth-child(${sum + 1}) .whole-sum p`), /三（六）3\.\(352\)=3512，三（七）\(3440\)，差 72/);
});
