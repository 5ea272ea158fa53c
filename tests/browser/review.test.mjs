// The batch view: a folder of published reports in, bodies × rules out, on real figures.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { check } from "../../pkg/index.js";
import { rules as documentRules } from "../../pkg/read.js";
import { isAccessible } from "./axe.mjs";
import { inEachBrowser, eventually } from "./harness.mjs";
import { says, textOf } from "./desk.mjs";
import { project } from "../setup/programs.mjs";

const published = join(project, "tests/reports");
let folder;
let names;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "gouji-review-"));
  names = (await readdir(published)).filter((name) => name.endsWith(".json"));
});
after(() => rm(folder, { recursive: true }));

const reportOf = async (name) => JSON.parse(await readFile(join(published, `${name}.json`), "utf8"));

async function open(page, address = "") {
  await page.visit(`/www/review.html${address}`);
  await page.waitFor(() => document.getElementById("blank").options.length === 2);
}

/** Drops files as a folder: path → text. The page sees what a browser gives it for a folder that was dragged in. */
async function drop(page, files) {
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

const isDone = (page, count) => eventually(async () => {
  assert.match(await textOf(page, "#told"), new RegExp(`(核查完毕：|Done: )${count}\\D`));
  assert.equal(await page.evaluate(() => document.getElementById("matrix").dataset.drawn !== undefined || document.querySelector("#matrix .nothing") !== null), true);
});
const tally = (page) => page.evaluate(() => Object.fromEntries([...document.querySelectorAll("#tally .tally-part")].map((part) => [part.className.split(" ")[1], Number(part.querySelector("b").textContent)])));
/** The rows: name, year, and by rule how many findings stand in the cell. */
const rows = (page) => page.evaluate(() => {
  const rules = [...document.querySelectorAll("#matrix thead .rule-title")].map((one) => one.textContent);
  return [...document.querySelectorAll("#matrix tbody tr")].map((row) => ({
    name: row.querySelector(".report-name").textContent, year: row.querySelector(".report-year").textContent,
    cells: Object.fromEntries([...row.querySelectorAll("td")].map((cell, place) => [rules[place], cell.textContent]).filter(([, text]) => text !== "")),
  }));
});
const everyReport = async () => Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(published, name), "utf8")])));

inEachBrowser("every published report is told as the package checks it, last year's report beside it where there is one", async (page) => {
  await open(page);
  const files = await everyReport();
  await drop(page, files);
  await isDone(page, names.length);
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
});

inEachBrowser("what cannot be read stands in the table with the reason, and stops nothing", async (page) => {
  await open(page);
  await drop(page, {
    "甲/好.json": JSON.stringify(await reportOf("xigang-2020")),
    "甲/坏.json": "{", "甲/空.json": "", "乙/数.json": "7", "乙/无数字.json": '{"year":2024}', "乙/走了.json": null,
    "乙/怪.json": '{"year":2024,"cells":{"requests.received.natural":{"a":{"b":[]}}},"body":7}',
    "照片.png": "x", "~$open.docx": "x", ".DS_Store": "x", ".git/config.json": "{}",
  });
  await isDone(page, 7);
  assert.match(await page.text("#told"), /另有 1 个其他文件未核查（png 1）/);
  const shown = await rows(page);
  assert.deepEqual(shown.filter(({ year }) => year === "").map(({ name }) => name).sort(), ["报告/乙/数.json", "报告/乙/无数字.json", "报告/乙/走了.json", "报告/甲/坏.json", "报告/甲/空.json"].sort());
  assert.equal((await tally(page)).unreadable, 5);
  assert.equal((await tally(page)).clean, 1);
  const reasons = await page.evaluate(() => [...document.querySelectorAll(".why-not")].map((one) => one.textContent));
  for (const words of [/不是有效的 JSON/, /不是一份报告/, /没有数字/, /无法读取/]) assert.ok(reasons.some((one) => words.test(one)), String(words));
  await page.click(".tally-part.unreadable");
  await eventually(async () => assert.equal((await rows(page)).length, 5));
  await page.click("#matrix .report");
  await says(page, "#details", /报告\//);
  await isAccessible(page);
});

inEachBrowser("documents are read beside reports in JSON, with what is odd about them; in either language", async (page) => {
  await open(page);
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
  assert.equal(await page.count(".rule-link"), 0);
});

inEachBrowser("nothing but other files: it says so", async (page) => {
  await open(page);
  await drop(page, { "a.pdf": "x", "b.pdf": "x" });
  await says(page, "#told", /没有可核查的报告.*pdf 2/);
  assert.equal(await page.evaluate(() => document.getElementById("running").hidden), true);
});

inEachBrowser("files chosen by the button are checked as well", async (page) => {
  await open(page);
  await page.upload("#files", join(published, "pingtan-agriculture-2021.json"));
  await isDone(page, 1);
  assert.equal((await rows(page))[0].name, "平潭综合实验区农业农村局");
});

inEachBrowser("a cell leads to its findings: sentence, equation, figures, difference, basis; the keyboard is enough", async (page) => {
  await open(page);
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

inEachBrowser("filtered by severity, rule, body, year and words", async (page) => {
  await open(page);
  await drop(page, await everyReport());
  await isDone(page, names.length);
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

inEachBrowser("blanks as 0, and the level where the reports do not say it: checked once more without the files", async (page) => {
  await open(page);
  const report = await reportOf("pingtan-agriculture-2021");
  await drop(page, { "a.json": JSON.stringify(report) });
  await isDone(page, 1);
  assert.ok("空白" in (await rows(page))[0].cells);
  await page.select("#blank", "zero");
  await eventually(async () => assert.ok(!("空白" in (await rows(page))[0].cells)));
  assert.ok("空白按 0 计" in (await rows(page))[0].cells);
  await page.select("#level", "county");
  await page.select("#kind", "department");
  const expected = check({ ...report, level: "county", kind: "department" }, { blank: "zero" }).findings.length;
  await eventually(async () => assert.equal(Object.values((await rows(page))[0].cells).reduce((sum, count) => sum + Number(count), 0), expected));
});

inEachBrowser("a finding set aside with a reason stays so in the next run, until its figures change; the record travels as a file", async (page) => {
  await open(page);
  // A city may make regulations: one warning is left.
  const report = { ...(await reportOf("suqian-2024")), level: "city", kind: "government" };
  report.cells["disclosure.normative_documents.in_force"] = "1";
  report.cells["disclosure.normative_documents.made"] = "900";
  const dropIt = async () => {
    await drop(page, { "a.json": JSON.stringify(report) });
    await isDone(page, 1);
    await page.click("#matrix .report");
  };
  await dropIt();
  assert.equal((await tally(page)).warning, 1);
  await page.click(".dismissing button");
  await says(page, ".wants", /请写明理由/);
  await page.type(".dismissing input", "已电话核实");
  await page.press("Enter");
  await says(page, ".dismissed", /已搁置：已电话核实/);
  assert.deepEqual([(await tally(page)).warning, (await tally(page)).clean], [0, 1]);
  await isAccessible(page);
  await open(page);
  await dropIt();
  await says(page, ".dismissed", /已电话核实/);
  await says(page, "#since-last", /新出现 0 处，数字有变 0 处，已消除 0 处，未变 1 处/);
  await page.click("#kept summary");
  const { name, text } = await page.download(() => page.click("#dismissed-save"));
  assert.equal(name, "gouji-dismissed.json");
  assert.deepEqual(JSON.parse(text).dismissed.map(({ body, year, rule, at, reason }) => [body, year, rule, at, reason]), [["宿迁市人民政府", 2024, "disclosure-in-force-below-net-made", "normative_documents", "已电话核实"]]);
  // Other figures: another finding.
  report.cells["disclosure.normative_documents.made"] = "901";
  await dropIt();
  assert.equal(await page.count(".dismissed"), 0);
  await says(page, "#since-last", /数字有变 1 处/);
  report.cells["disclosure.normative_documents.made"] = "900";
  await page.click("#forget");
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("gouji.review"))), []);
  await dropIt();
  assert.equal(await page.count(".dismissed"), 0);
  const file = join(folder, "dismissed.json");
  await writeFile(file, text);
  await page.upload("#dismissed-file", file);
  await says(page, "#told", /已导入 1 条/);
  await says(page, ".dismissed", /已电话核实/);
  await page.click(".dismissed .link");
  await eventually(async () => assert.equal(await page.count(".dismissing"), 1));
  await writeFile(file, '{"dismissed": 5}');
  await page.upload("#dismissed-file", file);
  await says(page, "#told", /没有搁置记录/);
});

inEachBrowser("what changed since the last run: new, gone, the same", async (page) => {
  await open(page);
  const report = await reportOf("suqian-2024");
  report.cells["requests.granted.natural"] = "1480";
  await drop(page, { "a.json": JSON.stringify(report) });
  await isDone(page, 1);
  await says(page, "#since-last", /没有上次的记录/);
  const before = check(report).findings.map(({ rule, at }) => `${rule}@${at}`);
  report.cells["requests.granted.natural"] = "1408";
  report.cells["disputes.reconsideration.upheld"] = "1";
  const after = check(report).findings.map(({ rule, at }) => `${rule}@${at}`);
  await drop(page, { "a.json": JSON.stringify(report) });
  await isDone(page, 1);
  const fresh = after.filter((one) => !before.includes(one)).length;
  const gone = before.filter((one) => !after.includes(one)).length;
  assert.ok(fresh > 0 && gone > 0);
  await says(page, "#since-last", new RegExp(`新出现 ${fresh} 处，数字有变 0 处，已消除 ${gone} 处，未变 ${after.length - fresh} 处`));
  await page.click("#matrix .report");
  await says(page, "#details", /新出现/);
  assert.equal(await page.count(".gone li"), gone);
  await page.select("#state", "new");
  await eventually(async () => assert.equal(Object.values((await rows(page))[0].cells).reduce((sum, count) => sum + Number(count), 0), fresh));
});

inEachBrowser("a list of expected bodies shows who is missing, pasted or from a file of an older program", async (page) => {
  await open(page);
  await drop(page, { "a.json": JSON.stringify(await reportOf("suqian-2024")), "b.json": JSON.stringify(await reportOf("xigang-2020")) });
  await isDone(page, 2);
  await page.click("#expected summary");
  await page.type("#expected-names", "宿迁市 人民政府\n淮安市人民政府\n");
  await says(page, "#missing", /未报（1）.*淮安市人民政府.*不在名单上（1）.*西岗街道/s);
  await says(page, "#expected-note", /2 家，1 家未报/);
  await isAccessible(page);
  await open(page);
  await page.click("#expected summary");
  assert.match(await page.value("#expected-names"), /淮安/, "it is kept on this machine");
  const file = join(folder, "names.csv");
  // 序号,单位 / 1,甲县 / 2,"乙,县" in GBK, as spreadsheet programs save it here.
  await writeFile(file, Buffer.from([0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0d, 0x0a, 0x31, 0x2c, 0xbc, 0xd7, 0xcf, 0xd8, 0x0d, 0x0a, 0x32, 0x2c, 0x22, 0xd2, 0xd2, 0x2c, 0xcf, 0xd8, 0x22, 0x0d, 0x0a]));
  await page.upload("#expected-file", file);
  await eventually(async () => assert.equal(await page.value("#expected-names"), "甲县\n乙,县"));
});

inEachBrowser("exported as CSV, JSON and SARIF: the same findings, and nothing that runs", async (page) => {
  await open(page);
  const report = await reportOf("pingtan-agriculture-2021");
  report.body = '=HYPERLINK("http://x","y")';
  await drop(page, { "甲 乙#1.json": JSON.stringify(report), "@坏.json": "{" });
  await isDone(page, 2);
  const expected = check(report).findings;
  const csv = await page.download(() => page.click("#save-csv"));
  assert.equal(csv.text[0], "\uFEFF");
  const lines = csv.text.slice(1).split("\r\n");
  assert.match(lines[0], /^file,body,year,severity,rule,at,left,right,difference,message,help,basis,explained,/);
  assert.equal(lines.length, 1 + 1 + expected.length + 1);
  assert.ok(lines.some((line) => line.includes(`"'=HYPERLINK(""http://x"",""y"")"`)));
  for (const line of lines.slice(1)) assert.doesNotMatch(line, /^[=+\-@]|,[=+@]|,"[=+\-@]/);
  const json = JSON.parse((await page.download(() => page.click("#save-json"))).text);
  const read = json.reports.find(({ file }) => file === "报告/甲 乙#1.json");
  assert.deepEqual({ ...read, file: undefined }, { ...check(report), file: undefined });
  assert.deepEqual(json.reports.find(({ file }) => file === "报告/@坏.json"), { file: "报告/@坏.json", unreadable: "不是有效的 JSON" });
  const log = JSON.parse((await page.download(() => page.click("#save-sarif"))).text);
  assert.equal(log.version, "2.1.0");
  const [run] = log.runs;
  assert.equal(run.results.length, expected.length);
  assert.equal(run.invocations[0].executionSuccessful, false);
  for (const [place, result] of run.results.entries()) {
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
    assert.equal(result.message.text, expected[place].message);
    assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, "%E6%8A%A5%E5%91%8A/%E7%94%B2%20%E4%B9%99%231.json");
  }
});

inEachBrowser("five hundred reports: progress is drawn in between, and every row is there at the end", async (page) => {
  await open(page);
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
  assert.ok(drawn.filter((words) => /^正在读取 \d+ \/ 500$/.test(words)).length >= 2, JSON.stringify(drawn.slice(0, 5)));
  assert.ok(await page.evaluate(() => document.querySelectorAll("#matrix thead .of-rule").length < 12), "only broken rules have columns");
});

inEachBrowser("stopped on the way: the page takes the next folder", async (page) => {
  await open(page);
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

inEachBrowser("names and texts that would like to be markup or formulas are words", async (page) => {
  await open(page);
  const hostile = ["<img src=x onerror=window.hacked=1>", '"><script>window.hacked=1</script>', "'\"--></style></textarea><svg onload=window.hacked=1>", "javascript:window.hacked=1", "{year}${window.hacked=1}$&", "\u202e۱۲\u0000\u200b", "__proto__", "constructor"];
  await drop(page, Object.fromEntries(hostile.map((text, place) => [`${text.replaceAll("/", "／")}${place}.json`, JSON.stringify({ body: text, year: 2024, level: text, [text]: text, cells: { "requests.received.natural": text, [text]: text }, explanations: { [text]: text }, sections: { other: text } })])));
  await isDone(page, hostile.length);
  await page.type("#text", "<img");
  await eventually(async () => assert.equal((await rows(page)).length >= 1, true));
  await page.click("#matrix .report");
  await page.type(".dismissing input", hostile[0]);
  await page.press("Enter");
  await says(page, ".dismissed", /<img/);
  await page.type("#expected-names", hostile[1]).catch(async () => {
    await page.click("#expected summary");
    await page.type("#expected-names", hostile[1]);
  });
  await page.click("#language");
  await isDone(page, hostile.length);
  assert.deepEqual(await page.evaluate(() => ({
    hacked: window.hacked ?? null, polluted: ({}).hacked ?? null, scripts: document.querySelectorAll("script").length, images: document.images.length,
    handlers: [...document.querySelectorAll("*")].filter((node) => node.getAttributeNames().some((name) => name.startsWith("on") || name === "style")).length,
  })), { hacked: null, polluted: null, scripts: 1, images: 1, handlers: 0 });
});

inEachBrowser("accessible in each state: empty, with a table, with findings, dark, in English, on a phone", async (page) => {
  await open(page);
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
