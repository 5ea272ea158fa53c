// The batch view: a folder of published reports in, bodies × rules out, on real figures.
import assert from "node:assert/strict";
import { join } from "node:path";
import { check } from "../../pkg/index.js";
import { rules as documentRules } from "../../pkg/read.js";
import { isAccessible } from "./axe.mjs";
import { drop, everyReport, isDone, openBatch, published, reportOf, rows, tally } from "./batch.mjs";
import { says, textOf } from "./desk.mjs";
import { inOneBrowser, eventually } from "./harness.mjs";

inOneBrowser("every published report is told as the package checks it, last year's report beside it where there is one; filtered by severity, rule, body, year and words", async (page) => {
  await openBatch(page);
  const files = await everyReport();
  await drop(page, files);
  await isDone(page, Object.keys(files).length);
  const reports = Object.values(files).map((text) => JSON.parse(text));
  const last = ({ body, year }) => reports.find((one) => one.body === body && one.year === year - 1);
  const answers = new Map(reports.map((report) => [`${report.body} ${report.year}`, check(report, last(report) ? { previous: last(report) } : {})]));
  const shown = await rows(page);
  assert.equal(shown.length, reports.length);
  for (const { name, year, cells } of shown) {
    const { findings } = answers.get(`${name} ${year}`);
    assert.equal(Object.values(cells).reduce((sum, count) => sum + Number(count), 0), findings.length, `${name} ${year}`);
  }
  const all = [...answers.values()];
  const { error, warning, clean, unreadable } = await tally(page);
  assert.deepEqual({ error, unreadable }, { error: all.filter(({ ok }) => !ok).length, unreadable: 0 });
  assert.equal(error + warning + clean, all.length);
  assert.ok(reports.some(last), "some have last year's report in the folder");

  await page.select("#severity", "warning");
  await eventually(async () => assert.equal(await page.evaluate(() => [...document.querySelectorAll("#matrix td[data-severity]")].every((cell) => cell.dataset.severity === "warning")), true));
  await page.select("#severity", "");
  await page.select("#rule", "requests-balance");
  await eventually(async () => assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll(".rule-title")].map((one) => one.textContent)), ["收与办不平"]));
  await page.select("#rule", "");
  await page.select("#body", "平潭综合实验区交通与建设局");
  await eventually(async () => assert.deepEqual((await rows(page)).map(({ year }) => year), ["2019", "2020", "2021", "2022", "2023", "2024", "2025"]));
  await page.select("#year", "2022");
  await eventually(async () => assert.equal((await rows(page)).length, 1));
  await page.select("#body", "");
  await page.select("#year", "");
  await page.type("#text", "suqian 2024");
  await eventually(async () => assert.deepEqual((await rows(page)).map(({ name }) => name), ["宿迁市人民政府"]));
  await page.type("#text", "没有这样的");
  await eventually(async () => assert.match(await page.text("#matrix"), /没有符合/));
  await page.type("#text", "宿迁");
  await page.click("#only-broken");
  await eventually(async () => assert.ok(await page.count(".rule-title") > 40));
});

inOneBrowser("what cannot be read stands in the table with the reason, and stops nothing; nothing but other files is said, too", async (page) => {
  await openBatch(page);
  await drop(page, { "照片.png": "\u0089PNG" });
  await says(page, "#told", /没有可核查的报告.*另有 1 个其他文件/);
  assert.equal(await page.evaluate(() => document.getElementById("running").hidden), true);
  await drop(page, {
    "甲/好.json": JSON.stringify(await reportOf("xigang-2020")),
    "甲/坏.json": "{", "甲/空.json": "", "乙/数.json": "7", "乙/无数字.json": '{"year":2024}', "乙/走了.json": null,
    "乙/怪.json": '{"year":2024,"cells":{"requests.received.natural":{"a":{"b":[]}}},"body":7}',
    "照片.png": "\u0000", "样式.css": "a { color: red }", "扫描件.pdf": "%PDF-1.7", "丁/坏.docx": "PK\u0003\u0004", "丁/截断.docx": "乱", "丁/空.docx": "", "~$open.docx": "x", ".DS_Store": "x", ".git/config.json": "{}",
  });
  await isDone(page, 11);
  await says(page, "#told", /另有 2 个其他文件未核查/);
  await page.click("#others summary");
  await isAccessible(page);
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("#others-list li")].map((one) => [...one.children].map(({ textContent }) => textContent))), [
    ["报告/样式.css", "没有找到年度报告的表格和标题，请核对是不是政府信息公开工作年度报告"],
    ["报告/照片.png", "认不出这是什么文件：既不是文字，也不是 Word、Excel 文件。请另存为 .docx、.xlsx、.html 或 .txt 再试"],
  ]);
  const shown = await rows(page);
  assert.deepEqual(shown.filter(({ year }) => year === "").map(({ name }) => name).sort(), ["报告/乙/数.json", "报告/乙/无数字.json", "报告/乙/走了.json", "报告/甲/坏.json", "报告/甲/空.json", "报告/扫描件.pdf", "报告/丁/坏.docx", "报告/丁/截断.docx", "报告/丁/空.docx"].sort());
  assert.equal((await tally(page)).unreadable, 9);
  assert.equal((await tally(page)).clean, 1);
  const reasons = await page.evaluate(() => [...document.querySelectorAll(".why-not")].map((one) => one.textContent));
  for (const words of [/不是有效的 JSON/, /不是一份报告/, /没有数字/, /无法读取/, /^PDF 文件不能直接读取。请/, /损坏.*请重新下载/, /^没有内容/]) assert.ok(reasons.some((one) => words.test(one)), String(words));
  assert.equal(reasons.filter((one) => /损坏/.test(one)).length, 2);
  // Each of them by name and reason in what is exported, too.
  const { text: csv } = await page.download(() => page.click("#save-csv"));
  for (const name of ["扫描件.pdf", "丁/坏.docx", "丁/截断.docx", "照片.png", "样式.css"]) assert.match(csv, new RegExp(`\\r\\n报告/${name},,,读不出,,,,,,[^,]`), name);
  const { text: json } = await page.download(() => page.click("#save-json"));
  assert.equal(JSON.parse(json).reports.filter(({ unreadable }) => unreadable).length, 11);
  await page.click(".tally-part.unreadable");
  await eventually(async () => assert.equal((await rows(page)).length, 9));
  await page.click("#matrix .report");
  await says(page, "#details", /报告\//);
  await isAccessible(page);
});

inOneBrowser("documents are read beside reports in JSON, with what is odd about them; in either language", async (page) => {
  await openBatch(page);
  const applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
  const table = (...lines) => `<table><tr><td></td>${applicants.map((one) => `<td>${one}</td>`).join("")}</tr>${lines.map(([label, figures]) => `<tr><td>${label}</td>${figures.map((one) => `<td>${one}</td>`).join("")}</tr>`).join("")}</table>`;
  await drop(page, {
    "甲县.html": `<h1>甲县人民政府2024年政府信息公开工作年度报告</h1><h2>三、收到和处理政府信息公开申请情况</h2>${table(["一、本年新收政府信息公开申请数量", [5, 0, 0, 0, 0, 0, 6]], ["四、结转下年渡继续办理", [0, 0, 0, 0, 0, 0, 0]])}`,
    "乙县.md": "# 乙县人民政府2024年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n",
    "旧.txt": "今天天气很好。",
    "某.json": JSON.stringify(await reportOf("xigang-2020")),
  });
  await isDone(page, 4);
  const row = async (name) => (await rows(page)).find((one) => one.name.includes(name));
  const [titles, inEnglish] = ["zh", "en"].map((language) => documentRules({ language }).rules.find(({ id }) => id === "label-guessed"));
  assert.equal((await row("甲县")).year, "2024");
  assert.equal((await row("甲县")).cells[titles.title], "1");
  assert.equal((await row("甲县")).cells["申请人合计不符"], "1");
  assert.ok(await row("乙县"));
  await page.click("#language");
  await isDone(page, 4);
  await eventually(async () => assert.equal((await row("甲县")).cells[inEnglish.title], "1"));
  await page.select("#rule", "label-guessed");
  await page.click("#matrix .report");
  await says(page, "#details", /was read as/);
  assert.equal(await page.evaluate(() => document.querySelector(".rule-link").getAttribute("href")), "rules.html?language=en#label-guessed");
});

inOneBrowser("a cell leads to its findings: sentence, equation, figures, difference, basis; the keyboard is enough", async (page) => {
  await openBatch(page);
  const report = await reportOf("pingtan-agriculture-2021");
  await drop(page, { "a.json": JSON.stringify(report), "b.json": JSON.stringify(await reportOf("xigang-2020")) });
  await isDone(page, 2);
  await page.evaluate(() => [...document.querySelectorAll('#matrix tbody button[tabindex="0"]')].pop().focus());
  assert.equal(await page.count('#matrix tbody button[tabindex="0"]'), 1);
  const label = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  // From the report to its first cell with findings.
  for (const key of ["Home", "ArrowDown", "ArrowUp"]) await page.press(key);
  if (!/农业农村局/.test(await label())) await page.press("ArrowDown");
  await page.press("ArrowRight");
  assert.match(await label(), /平潭综合实验区农业农村局 2021，收与办不平，必须修改，2 处/);
  await page.press("Enter");
  const found = check(report).findings.filter(({ rule }) => rule === "requests-balance");
  assert.equal(found.length, 2);
  const words = await textOf(page, "#details");
  for (const { message, left, right, difference, basis, help, why } of found) {
    for (const said of [message, String(left), String(right), String(difference), basis.text, help, why]) assert.ok(words.includes(said), said);
  }
  assert.match(words, /一 \+ 二 = 三（七） \+ 四/);
  assert.match(words, /三（七） 总计 · 自然人/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "details-title");
  assert.equal(await page.evaluate(() => document.querySelector(".rule-link").getAttribute("href")), "rules.html#requests-balance");
  await page.press("Escape");
  assert.match(await label(), /收与办不平/);
  assert.equal(await page.evaluate(() => document.getElementById("details").hidden), true);
});

inOneBrowser("files chosen by the button; blanks as 0, and the level where the reports do not say it: checked once more without the files", async (page) => {
  await openBatch(page);
  const report = await reportOf("pingtan-agriculture-2021");
  await page.upload("#files", join(published, "pingtan-agriculture-2021.json"));
  await isDone(page, 1);
  assert.equal((await rows(page))[0].name, "平潭综合实验区农业农村局");
  assert.ok("空白" in (await rows(page))[0].cells);
  await page.select("#blank", "zero");
  await eventually(async () => assert.ok(!("空白" in (await rows(page))[0].cells)));
  assert.ok("空白按 0 计" in (await rows(page))[0].cells);
  await page.select("#level", "county");
  await page.select("#kind", "department");
  const expected = check({ ...report, level: "county", kind: "department" }, { blank: "zero" }).findings.length;
  await eventually(async () => assert.equal(Object.values((await rows(page))[0].cells).reduce((sum, count) => sum + Number(count), 0), expected));
});

inOneBrowser("five hundred reports: progress is drawn in between, and every row is there at the end", async (page) => {
  await openBatch(page);
  const report = await reportOf("pingtan-agriculture-2021");
  await page.evaluate(() => {
    window.drawn = new Set();
    const look = () => {
      const running = document.getElementById("running");
      if (!running.hidden) window.drawn.add(document.getElementById("progress-words").textContent);
      window.frame = requestAnimationFrame(look);
    };
    look();
  });
  await page.evaluate((one) => {
    const files = Array.from({ length: 500 }, (_, place) => new File([JSON.stringify({ ...one, body: `第${place}街道` })], `${place}.json`));
    const event = new Event("drop", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "dataTransfer", { value: { items: [], files } });
    document.getElementById("drop").dispatchEvent(event);
  }, report);
  await page.waitFor(() => document.getElementById("matrix").dataset.drawn === "500");
  assert.equal(await page.count("#matrix tbody tr"), 500);
  const drawn = await page.evaluate(() => {
    cancelAnimationFrame(window.frame);
    return [...window.drawn];
  });
  assert.ok(drawn.filter((words) => /^正在(读取|核对) \d+ \/ 500$/.test(words)).length >= 2, JSON.stringify(drawn.slice(0, 5)));
  assert.ok(await page.evaluate(() => document.querySelectorAll("#matrix thead .of-rule").length < 12), "only broken rules have columns");
});

inOneBrowser("stopped on the way: the page takes the next folder", async (page) => {
  await openBatch(page);
  const report = await reportOf("xigang-2020");
  await page.evaluate((one) => {
    // Reading this one never ends.
    const files = [new File([JSON.stringify(one)], "a.json")];
    const event = new Event("drop", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "dataTransfer", { value: { items: [{ webkitGetAsEntry: () => ({ isFile: false, fullPath: "/x", createReader: () => ({ readEntries: () => {} }) }) }], files } });
    document.getElementById("drop").dispatchEvent(event);
  }, report);
  await page.click("#stop");
  await says(page, "#told", /已停止/);
  await drop(page, { "a.json": JSON.stringify(report) });
  await isDone(page, 1);
});

inOneBrowser("names and texts that would like to be markup or formulas are words", async (page) => {
  await openBatch(page);
  const hostile = ["<img src=x onerror=window.hacked=1>", '"><script>window.hacked=1</script>', "'\"--></style></textarea><svg onload=window.hacked=1>", "javascript:window.hacked=1", "{year}${window.hacked=1}$&", "\u202e۱۲\u0000\u200b", "__proto__", "constructor"];
  await drop(page, Object.fromEntries(hostile.map((text, place) => [`${text.replaceAll("/", "／")}${place}.json`, JSON.stringify({ body: text, year: 2024, level: text, [text]: text, cells: { "requests.received.natural": text, [text]: text }, explanations: { [text]: text }, sections: { other: text } })])));
  await isDone(page, hostile.length);
  await page.type("#text", "<img");
  await eventually(async () => assert.equal((await rows(page)).length >= 1, true));
  await page.click("#matrix .report");
  await page.type(".dismissing input", hostile[0]);
  await page.press("Enter");
  await says(page, ".dismissed", /<img/);
  await page.click("#expected summary");
  await page.type("#expected-names", hostile[1]);
  await page.click("#language");
  await isDone(page, hostile.length);
  assert.deepEqual(await page.evaluate(() => ({
    hacked: window.hacked ?? null, polluted: ({}).hacked ?? null, scripts: document.querySelectorAll("script").length, images: document.images.length,
    handlers: [...document.querySelectorAll("*")].filter((node) => node.getAttributeNames().some((name) => name.startsWith("on") || name === "style")).length,
  })), { hacked: null, polluted: null, scripts: 1, images: 1, handlers: 0 });
});

inOneBrowser("accessible in each state: empty, with a table, with findings, dark, in English, on a phone", async (page) => {
  await openBatch(page);
  await isAccessible(page);
  await page.click("#try-examples");
  await isDone(page, 3);
  await isAccessible(page);
  await page.click('#matrix td[data-severity="error"] button');
  await page.click("#theme");
  await isAccessible(page);
  await page.click("#language");
  await isDone(page, 3);
  await page.click('#matrix td[data-severity="error"] button');
  await isAccessible(page);
  await page.resize(390, 844);
  await isAccessible(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.resize(320, 600);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});
