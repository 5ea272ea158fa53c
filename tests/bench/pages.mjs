// Pages and office files of the size that portals serve, made around published figures: what the readers are timed on.
// Everything beyond the report itself is made up here, in the manner of such sites: scripts and styles, navigation, and
// the style that Word leaves at every cell. No page of anybody is copied.
import { form } from "../../pkg/node.js";

/** The kilobytes of the pages, from a bare article to one with a menu of the whole site and the styles of Word. */
export const SIZES = [100, 250, 500];

const PROSE = "本机关认真贯彻落实《中华人民共和国政府信息公开条例》，全年主动公开政府信息一千二百余条，办理情况总体平稳，未发生重大失误。";
const WORD_STYLE =
  "mso-style-parent:&quot;&quot;;margin:0cm 0cm 0pt;line-height:18.0pt;mso-line-height-rule:exactly;text-align:center;font-size:10.5pt;font-family:宋体;mso-bidi-font-family:宋体;color:black;mso-font-kerning:0pt";
const CELL_STYLE =
  "border-top:none;border-left:none;border-bottom:solid windowtext 1.0pt;border-right:solid windowtext 1.0pt;mso-border-top-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt;height:22.5pt";

/** One table of the official form with the figures of a report. */
function table({ rows }, cells, styled) {
  const attributes = styled ? ` width="64" nowrap style="${CELL_STYLE}"` : "";
  const inside = (text) =>
    styled ? `<p class="MsoNormal" align="center" style="${WORD_STYLE}"><span lang="EN-US" style="${WORD_STYLE}">${text}<o:p></o:p></span></p>` : text;
  const row = (places) =>
    `<tr${styled ? ' style="mso-yfti-irow:3;height:22.5pt"' : ""}>\n${places
      .map(({ cell, text, colSpan, rowSpan }) => `<td${spans(colSpan, rowSpan)}${attributes}>${inside(cell ? cells[cell] || "&nbsp;" : text)}</td>`)
      .join("\n")}\n</tr>`;
  return `<table border="1" cellspacing="0" cellpadding="0"><tbody>\n${rows.map(row).join("\n")}\n</tbody></table>`;
}

const spans = (columns, rows) => `${columns > 1 ? ` colspan="${columns}"` : ""}${rows > 1 ? ` rowspan="${rows}"` : ""}`;
const TITLES = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"];

/** The report alone, as markup. `styled`: as an editor holds it after a paste out of Word. */
export function article({ year, body, cells }, styled) {
  const paragraph = (text) => `<p${styled ? ` class="MsoNormal" style="${WORD_STYLE}"` : ""}>${text}</p>`;
  const tables = form(year).tables;
  const sections = TITLES.map((title, index) => {
    const heading = paragraph(`${"一二三四五六"[index]}、${title}`);
    return heading + (tables[index - 1] ? table(tables[index - 1], cells, styled) : paragraph(PROSE).repeat(index === 0 ? 12 : 3));
  });
  return `<h1>${body}${year}年政府信息公开工作年度报告</h1>${sections.join("\n")}`;
}

/** A page as served, of about so many kilobytes: the rest is what such sites put around an article. */
export function page(report, kilobytes) {
  const content = `<div id="zoom" class="TRS_Editor">${article(report, kilobytes > SIZES[0])}</div>`;
  const left = Math.max(0, kilobytes * 1024 - Buffer.byteLength(content));
  const part = (share, piece) => {
    const pieces = [];
    for (let size = 0; size < left * share; size += Buffer.byteLength(pieces.at(-1))) pieces.push(piece(pieces.length));
    return pieces.join("\n");
  };
  const style = (index) => `.module-${index} .list li a:hover{color:#c00;background:url(/images/icon_${index}.png) no-repeat 0 50%}`;
  const script = (index) => `var slide${index}=document.getElementById("slide${index}");if(slide${index}&&1<2){slide${index}.onclick=function(){show("<b>${index}</b>")}}`;
  const link = (index) => `<li class="item-${index}"><a href="/col/col${1000 + index}/index.html" target="_blank" title="政务公开栏目${index}">政务公开栏目${index}</a><span class="date">2025-01-${10 + (index % 20)}</span></li>`;
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${report.body}</title>
<style>${part(0.25, style)}</style><script>${part(0.25, script)}</script></head>
<body><div class="header"><ul>${part(0.25, link)}</ul></div>
<div class="main"><div class="position">当前位置：首页 &gt; 政务公开</div>${content}</div>
<div class="side"><ul>${part(0.25, link)}</ul></div>
<div class="footer">主办单位：${report.body}办公室 网站标识码：0000000000</div></body></html>`;
}
