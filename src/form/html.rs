//! The blank official form as an HTML page: the printed tables with their spans and header scopes.

use super::face::{Face, FaceTable};
use super::grid::{GridCell, GridKind};

/// The whole blank form.
pub fn html(form: &Face) -> String {
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>{0}（{1}年度）</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{0}</h1>\n<p>{1}年度 · {2}</p>\n",
        escape(form.title),
        form.year,
        escape(form.notice)
    );
    for section in &form.sections {
        out += &format!("<h2>{}、{}</h2>\n", escape(section.ordinal), escape(section.title));
        for table in form.tables.iter().filter(|table| section.table == Some(table.id)) {
            out += &table_html(table);
        }
    }
    out + "</body>\n</html>\n"
}

const STYLE: &str = "table { border-collapse: collapse; width: 100%; }\nth, td { border: 1px solid; padding: 0.3em; text-align: center; font-weight: normal; }\n";

/// One printed table.
fn table_html(table: &FaceTable) -> String {
    let mut out = format!("<table id=\"{}\">\n", table.id);
    for (number, row) in table.rows.iter().enumerate() {
        if number == 0 {
            out += if table.head_rows > 0 { "<thead>\n" } else { "<tbody>\n" };
        } else if number == table.head_rows {
            out += "</thead>\n<tbody>\n";
        }
        out += "<tr>";
        for cell in row {
            out += &cell_html(cell);
        }
        out += "</tr>\n";
    }
    out + "</tbody>\n</table>\n"
}

fn cell_html(cell: &GridCell) -> String {
    let tag = match cell.kind {
        GridKind::Caption | GridKind::Header | GridKind::Label => "th",
        GridKind::Note | GridKind::Value => "td",
    };
    let mut out = format!("<{tag}");
    if let Some(scope) = cell.scope {
        out += &format!(" scope=\"{scope}\"");
    }
    if cell.row_span > 1 {
        out += &format!(" rowspan=\"{}\"", cell.row_span);
    }
    if cell.col_span > 1 {
        out += &format!(" colspan=\"{}\"", cell.col_span);
    }
    if let Some(index) = cell.cell {
        out += &format!(" data-gouji-cell=\"{}\"", super::CELLS[index as usize].id);
    }
    out + &format!(">{}</{tag}>", escape(cell.text))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
