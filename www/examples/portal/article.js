// The report as an article, as it is written into a site's editor: headings and the three tables, of a published report.
import { form } from "../../../pkg/index.js";
import { body, figures, make, year } from "./official.js";

/** `isPlain`: without merged cells, for editors that know none: each row with its full label. */
export function article({ isPlain = false } = {}) {
  const official = form(year);
  const given = figures();
  const text = ({ cell, text: printed }) => (cell === null ? printed : String(given[cell]));
  const merged = (table) => table.rows.map((row) => make("tr", {}, row.map((cell) =>
    make("td", { colspan: cell.colSpan, rowspan: cell.rowSpan }, [text(cell)]))));
  // Headings run over their columns, row labels over their rows: each place says what it stands for.
  const spread = (table) => {
    const rows = table.rows.map(() => []);
    table.rows.forEach((row, top) => {
      let column = 0;
      for (const cell of row) {
        while (rows[top][column] !== undefined) column += 1;
        for (let line = top; line < top + cell.rowSpan; line += 1) {
          for (let place = column; place < column + cell.colSpan; place += 1) rows[line][place] = cell.cell !== null && place > column ? "" : text(cell);
        }
      }
    });
    return rows.map((row) => make("tr", {}, row.map((one) => make("td", {}, [one]))));
  };
  const parts = [make("h1", {}, [`${body}${year}年政府信息公开工作年度报告`])];
  for (const { ordinal, title, table } of official.sections) {
    parts.push(make("h2", {}, [`${ordinal}、${title}`]));
    if (table === null) {
      parts.push(make("p", {}, ["（略）"]));
      continue;
    }
    const drawn = official.tables.find(({ id }) => id === table);
    parts.push(make("table", { border: "1" }, [make("tbody", {}, isPlain ? spread(drawn) : merged(drawn))]));
  }
  // Editors take their content as a text of markup and nothing else. It is only read here, from elements that were made
  // one by one, so that whatever a figure or a label holds stays text.
  return make("div", {}, parts).innerHTML;
}
