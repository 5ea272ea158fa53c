// Which cells pasted figures go to, and how the clipboard's markup is read: tables of cases.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gridOf, gridsOf, tablesOf } from "../../pkg/element/clipboard.js";
import { Draft } from "../../pkg/element/draft.js";
import { rowsOf } from "../../pkg/element/grid.js";
import { computedOffers, carriedOver } from "../../pkg/element/offers.js";
import { place } from "../../pkg/element/placing.js";
import { form, rules, years } from "../../pkg/index.js";
import { named } from "./reports.mjs";

const official = form(2024);
const rows = rowsOf(official);
/** "row: text text" for each row that something goes to, then the reasons. */
const told = (grids, start = null) => {
  const { placed, unplaced } = place(grids, rows, start);
  return [...placed.map(({ row, cells }) => `${row.cells[0].split(".").slice(1, -1).join(".")}: ${cells.map(({ text }) => text || "_").join(" ")}`), ...unplaced.map(({ text, reason }) => `${reason}: ${text}`)];
};

describe("markup becomes a grid", () => {
  const cases = [
    ["plain", "<table><tr><td>1<td>2<tr><td>3<td>4</table>", [["1", "2"], ["3", "4"]]],
    ["Word: paragraphs in cells, its own elements and comments", '<table class=MsoNormalTable><tr style="x>y"><td><p class=MsoNormal>规章<o:p></o:p></p></td><!--[if x]><td>no</td><![endif]--><td><p>&nbsp;2&#160;</p></td></tr></table>', [["规章", "2"]]],
    ["spans reach over places", "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>1<td>2</table>", [["a", "b", null], [null, "1", "2"]]],
    ["scripts and styles are no text", "<table><tr><td><style>td{x:1}</style><script>1<2</script>7</td></tr></table>", [["7"]]],
    ["entities", "<table><tr><td>&#xff11;&#50;&lt;3&unknown;&amp;nbsp;</td></tr></table>", [["１2<3&unknown;&nbsp;"]]],
    ["a span that lies", "<table><tr><td rowspan=65534 colspan=1>x<td>1</table>", [["x", "1"]]],
  ];
  for (const [what, html, grid] of cases) test(what, () => assert.deepEqual(tablesOf(html), [grid]));
  test("a table within a table stands by itself", () => {
    assert.deepEqual(tablesOf("<table><tr><td>out<table><tr><td>1</table>side<td>2</table>"), [[["outside", "2"]], [["1"]]]);
  });
  test("without tables the lines count", () => assert.deepEqual(gridsOf("<p>1</p>", "1\t2\r\n3\t\r\n"), [[["1", "2"], ["3", ""]]]));
});

describe("figures find their cells", () => {
  const lines = (...texts) => [gridOf(texts.join("\n"))];
  const seven = "1\t0\t0\t0\t0\t0\t1";
  const cases = [
    ["by the label of the row", lines(`2.重复申请\t${seven}`), null, ["not_processed.repeat: 1 0 0 0 0 0 1"]],
    ["by a label without its number, without brackets, in half-width", lines(`部分公开\t${seven}`, `(一) 予以公开\t${seven}`), null, ["granted_in_part: 1 0 0 0 0 0 1", "granted: 1 0 0 0 0 0 1"]],
    ["after the labels of the groups around", lines(`三、本年度办理结果\t（四）无法提供\t3.补正后申请内容仍不明确\t${seven}`), null, ["unable.still_unclear: 1 0 0 0 0 0 1"]],
    ["merged labels leave blanks", lines(`四、结转下年度继续办理\t\t\t${seven}`), null, ["carried_out: 1 0 0 0 0 0 1"]],
    ["blanks among the figures are kept", lines("（七）总计\t1\t\t\t\t\t\t1"), null, ["results_total: 1 _ _ _ _ _ 1"]],
    ["placeholders are figures", lines("行政强制\t/"), null, ["coercion: /"]],
    ["headers are no figures", lines("信息内容\t本年制发件数\t本年废止件数\t现行有效件数", "规章\t1\t2\t3"), null, ["regulations: 1 2 3"]],
    ["the row without labels by what stands over it", lines("行政复议\t\t\t\t\t行政诉讼", Array.from({ length: 15 }, (_, place) => place).join("\t")), null, ["reconsideration: 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14"]],
    ["a row that came twice", lines("规章\t1\t2\t3", "规章\t4\t5\t6"), null, ["regulations: 1 2 3", "rowTwice: 规章 4 5 6"]],
    ["too few, too many", lines("规章\t1\t2", `行政许可\t${seven}`, "行政处罚\t9"), null, ["penalties: 9", "countDiffers: 规章 1 2", "countDiffers: 行政许可 1 0 0 0 0 0 1"]],
    ["a row of the older form", lines("规章\t1\t2\t3", "行政确认\t4"), null, ["regulations: 1 2 3", "labelUnknown: 行政确认 4"]],
    ["without labels from the cell on", lines("1\t2", "3\t4"), "requests.granted.natural", ["granted: 1 2", "granted_in_part: 3 4"]],
    ["words among figures are for the check", lines("1\tx", "约十\t4"), "requests.granted.natural", ["granted: 1 x", "granted_in_part: 约十 4"]],
    ["labels that mean nothing here are left out where every row has them", lines("甲\t1\t2", "乙\t3\t4"), "requests.granted.natural", ["granted: 1 2", "granted_in_part: 3 4"]],
    ["beyond the edge", lines("1\t2\t3"), "requests.granted.other", ["granted: 1 2", "beyond: 3"]],
    ["without a cell to start at", lines("1\t2"), null, ["noStart: 1 2"]],
  ];
  for (const [what, grids, start, wanted] of cases) test(what, () => assert.deepEqual(told(grids, start), wanted));

  test("each form finds every figure of its own tables again", () => {
    for (const year of years()) {
      const known = form(year);
      let number = 0;
      const wanted = {};
      const grids = known.tables.map((table) => table.rows.map((row) => row.map(({ text, cell }) => {
        if (cell === null) return text;
        number += 1;
        wanted[cell] = String(number);
        return wanted[cell];
      })));
      const { placed, unplaced } = place(grids, rowsOf(known), null);
      assert.deepEqual(unplaced, [], String(year));
      assert.deepEqual(Object.fromEntries(placed.flatMap(({ cells }) => cells.map(({ cell, text }) => [cell, text]))), wanted, String(year));
    }
  });
});

describe("what is offered", () => {
  const hard = rules().rules.filter((rule) => rule.hard);
  test("a blank that a relation leaves one figure for, and nothing else", () => {
    const { cells } = named("suqian-2024");
    const offered = (changed) => {
      const draft = new Draft({ year: 2024, cells: { ...cells, ...changed } }, { blank: "missing" });
      const offers = computedOffers(draft, hard);
      draft.close();
      return offers;
    };
    for (const cell of Object.keys(cells).filter((id) => id.startsWith("requests.") || id.startsWith("disputes."))) {
      assert.equal(offered({ [cell]: "" }).get(cell)?.value, String(cells[cell]), cell);
    }
    const nothing = Object.fromEntries(Object.keys(cells).map((cell) => [cell, ""]));
    assert.equal(offered(nothing).size, 0);
    assert.equal(offered({ "requests.received.natural": "x", "requests.received.total": "" }).get("requests.received.total")?.from, "一 + 二 = 三（七） + 四");
  });
  test("what was carried out last year, of that year only, where nothing stands yet", () => {
    const previous = named("suqian-2023");
    const offered = carriedOver(new Map([["requests.carried_in.natural", "1"]]), official, previous);
    assert.equal(offered.size, 6);
    assert.equal(offered.get("requests.carried_in.total").value, String(previous.cells["requests.carried_out.total"]));
    assert.equal(carriedOver(new Map(), official, { ...previous, year: 2022 }).size, 0);
    assert.equal(carriedOver(new Map(), official, { year: 2023, cells: { requests: { carried_out: { natural: "4" } } } }).get("requests.carried_in.natural").value, "4");
  });
});
