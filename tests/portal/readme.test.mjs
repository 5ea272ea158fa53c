// The pages of the package's README, as they stand there: copied, opened, filled in, held, explained, sent.
import assert from "node:assert/strict";
import { eventually, inEachBrowser, inOneBrowser } from "../browser/harness.mjs";
import { filed } from "../setup/receiving.mjs";

const open = async (page, number) => {
  filed.length = 0;
  await page.visit(`/readme/${number}.html`);
};
const isHeld = (page) => eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.className), "gouji-summary"));
const isSaved = (page) => eventually(async () => assert.equal(await page.text("#said"), "已保存"));
const columns = ["natural", "business", "research", "charity", "legal_service", "other", "total"];
/** What a form of a browser sends, by whatever means. */
const sent = ({ body }) => (body.includes("Content-Disposition")
  ? Object.fromEntries([...body.matchAll(/name="(.+?)"\r\n\r\n(.*?)\r\n/g)].map(([, name, value]) => [decodeURIComponent(name), value]))
  : Object.fromEntries(new URLSearchParams(body)));

inEachBrowser("the plain page: a wrong sum holds the button that saves by a script, the repair mends it, an explanation goes with it", async (page) => {
  await open(page, 1);
  const coverage = await page.evaluate(() => {
    const { mapped, missing, unmapped } = window.binding.coverage();
    return [Object.keys(mapped).length, missing, unmapped.length];
  });
  assert.deepEqual(coverage, [10, [], 190]);
  for (const [place, figure] of ["3", "1", "0", "0", "0", "0", "5"].entries()) await page.type(`[name=xs${place + 1}]`, figure);
  for (const [name, figure] of [["zf", "9"], ["fz", "0"], ["yx", "9"]]) await page.type(`[name=${name}]`, figure);
  await page.click("#ajax");
  await isHeld(page);
  assert.deepEqual(filed, []);
  assert.match(await page.text(".gouji-message-error"), /总计\(5\)/, "the message stands at the field");
  assert.match(await page.text(".gouji-summary"), /修改建议/, "repairs are there without use()");
  await page.type("[name=xs7]", "4");
  await page.press("Tab");
  await page.type("[name=yx]", "2");
  await page.press("Tab");
  await page.click("#ajax");
  await isHeld(page);
  assert.deepEqual(filed, []);
  await page.type(".gouji-explanation", "上年统计口径有误");
  await page.click("#ajax");
  await isSaved(page);
  const figures = { xs1: "3", xs2: "1", xs3: "0", xs4: "0", xs5: "0", xs6: "0", xs7: "4", zf: "9", fz: "0", yx: "2" };
  const explained = { "gouji-explanation[disclosure-in-force-below-net-made@normative_documents]": "上年统计口径有误" };
  assert.deepEqual(sent(filed[0]), { ...figures, ...explained });
  // The browser's own way of sending has each explanation once.
  await page.click("#report button");
  await eventually(async () => assert.equal(filed.length, 2));
  assert.deepEqual(sent(filed[1]), { ...figures, ...explained });
});

inOneBrowser("the plain page: a draft goes as it is", async (page) => {
  await open(page, 1);
  await page.type("[name=xs7]", "x");
  await page.click("[formnovalidate]");
  await eventually(async () => assert.equal(filed.length, 1));
  assert.equal(sent(filed[0]).xs7, "x");
});

inOneBrowser("the page with Vue 2: figures that came are marked, what is taken reaches Vue, and is saved", async (page) => {
  await open(page, 2);
  await page.click("#load");
  await eventually(async () => assert.equal(await page.text(".gouji-balance"), "差 -1"));
  await page.click("#save");
  await isHeld(page);
  assert.deepEqual(filed, []);
  await page.click('[data-gouji-cell="requests.received.total"]');
  await page.click(".gouji-offer .gouji-take");
  await eventually(async () => assert.equal(await page.text(".gouji-balance"), "已平衡"));
  await page.click("#save");
  await isSaved(page);
  const figures = [3, 1, 0, 0, 0, 0, "4"];
  assert.deepEqual(JSON.parse(filed[0].body).cells, Object.fromEntries(columns.map((column, place) => [`requests.received.${column}`, figures[place]])));
});
