//! The official forms as data: which cells there are, in which order, and how they are printed.

use gouji::form::{CELLS, CellIndex, GridCell, GridKind, LAYOUTS, ORDER, Table, cells_of, face, grid, html, layout_of, years};
use std::collections::BTreeSet;

#[test]
fn each_layout_has_its_cells_once() {
    let [old, new] = ORDER.map(|order| order.iter().copied().collect::<BTreeSet<CellIndex>>());
    assert_eq!((ORDER[0].len(), ORDER[1].len()), (198, 200));
    assert_eq!((old.len(), new.len()), (198, 200));
    assert_eq!(old.intersection(&new).count(), 174);
    assert_eq!(old.union(&new).count(), CELLS.len(), "no cell without a layout");
    let ids: BTreeSet<&str> = CELLS.iter().map(|cell| cell.id).collect();
    assert_eq!(ids.len(), CELLS.len());
    for (index, cell) in CELLS.iter().enumerate() {
        assert_eq!(gouji::form::cell(cell.id), Some(index as CellIndex));
        assert!(cell.id.starts_with(cell.table.id()), "{}", cell.id);
        assert!(cell.id.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c == '.'), "{}", cell.id);
    }
}

#[test]
fn tables_have_the_size_of_the_printed_ones() {
    let sizes = |layout: usize| Table::ALL.map(|table| cells_of(table, layout).count());
    assert_eq!(sizes(0), [22, 23 * 7, 3 * 5]);
    assert_eq!(sizes(1), [10, 25 * 7, 3 * 5]);
}

#[test]
fn the_layout_follows_from_the_year() {
    assert_eq!(LAYOUTS.each_ref().map(|layout| (layout.id, layout.first_year)), [(2019, 2019), (2021, 2021)]);
    assert_eq!([2019, 2020, 2021, 2024, 2099].map(layout_of), [Some(0), Some(0), Some(1), Some(1), Some(1)]);
    assert_eq!([i64::MIN, -1, 0, 2018, 2100, 67_555, i64::MAX].map(layout_of), [None; 7]);
    for year in years() {
        let face = face(i64::from(year)).unwrap();
        assert_eq!(face.cells.len(), ORDER[layout_of(i64::from(year)).unwrap()].len());
        assert_eq!(face.confirmed, year <= 2025);
        assert_eq!(face.sections.iter().map(|section| section.ordinal).collect::<String>(), "一二三四五六");
    }
    assert!(face(2018).is_none() && face(2100).is_none());
}

/// Cells are listed as one reads the printed form: table by table, row by row.
#[test]
fn the_order_is_that_of_the_printed_form() {
    for (layout, order) in ORDER.iter().enumerate() {
        let printed: Vec<CellIndex> =
            Table::ALL.iter().flat_map(|table| grid(*table, layout).rows).flatten().filter_map(|cell| cell.cell).collect();
        assert_eq!(printed, *order);
    }
}

#[test]
fn every_printed_table_is_a_rectangle_without_holes_or_overlaps() {
    for (table, layout) in tables() {
        let grid = grid(table, layout);
        let width = usize::from(grid.columns);
        let mut taken = vec![vec![false; width]; grid.rows.len()];
        for (line, row) in grid.rows.iter().enumerate() {
            for cell in row {
                let left =
                    taken[line].iter().position(|taken| !taken).unwrap_or_else(|| panic!("{table:?} {layout}: row {line} is too long"));
                for below in &mut taken[line..line + usize::from(cell.row_span)] {
                    for place in &mut below[left..left + usize::from(cell.col_span)] {
                        assert!(!*place, "{table:?} {layout}: \"{}\" covers another cell", cell.text);
                        *place = true;
                    }
                }
            }
        }
        assert!(taken.iter().flatten().all(|taken| *taken), "{table:?} {layout} has a hole");
    }
}

#[test]
fn every_heading_says_what_it_heads() {
    for (table, layout) in tables() {
        for cell in grid(table, layout).rows.iter().flatten() {
            let is_heading = matches!(cell.kind, GridKind::Caption | GridKind::Header | GridKind::Label);
            assert_eq!(cell.scope.is_some(), is_heading, "{table:?} {layout}: \"{}\"", cell.text);
            assert_eq!(cell.cell.is_some(), cell.kind == GridKind::Value, "{table:?} {layout}: \"{}\"", cell.text);
            assert_eq!(cell.text.is_empty(), cell.kind == GridKind::Value, "only what is to be filled in is empty");
            assert_eq!(cell.english.is_empty(), cell.text.is_empty(), "\"{}\" has an English name", cell.text);
        }
    }
}

#[test]
fn spans_are_those_of_the_printed_form() {
    let span = |table, layout, text: &str| {
        let rows = grid(table, layout).rows;
        let found: Vec<&GridCell> = rows.iter().flatten().filter(|cell| cell.text == text).collect();
        let [cell] = found.as_slice() else { panic!("\"{text}\" is there {} times", found.len()) };
        (cell.col_span, cell.row_span)
    };
    let note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
    for (layout, results, other) in [(0, 20, (2, 1)), (1, 22, (1, 3))] {
        let of_requests = |text| span(Table::Requests, layout, text);
        assert_eq!(of_requests("三、本年度办理结果"), (1, results));
        assert_eq!(of_requests("（三）不予公开"), (1, 8));
        assert_eq!(of_requests("（四）无法提供"), (1, 3));
        assert_eq!(of_requests("（五）不予处理"), (1, 5));
        assert_eq!(of_requests("（六）其他处理"), other, "one row in the old layout, three in the new one");
        assert_eq!(of_requests("（七）总计"), (2, 1));
        assert_eq!(of_requests("一、本年新收政府信息公开申请数量"), (3, 1));
        assert_eq!(of_requests("四、结转下年度继续办理"), (3, 1));
        assert_eq!(of_requests(note), (3, 3));
        assert_eq!(of_requests("申请人情况"), (7, 1));
        assert_eq!(of_requests("法人或其他组织"), (5, 1));
        assert_eq!(of_requests("自然人"), (1, 2));
        assert_eq!(span(Table::Disputes, layout, "行政复议"), (5, 1));
        assert_eq!(span(Table::Disputes, layout, "行政诉讼"), (10, 1));
        assert_eq!(span(Table::Disputes, layout, "复议后起诉"), (5, 1));
        assert_eq!((grid(Table::Requests, layout).columns, grid(Table::Disputes, layout).columns), (10, 15));
    }
}

#[test]
fn the_page_is_well_formed_and_has_every_cell() {
    for year in years() {
        let face = face(i64::from(year)).unwrap();
        let page = html(&face);
        assert_well_formed(&page);
        let cells: Vec<&str> = page.split("data-gouji-cell=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert_eq!(cells, face.cells.iter().map(|cell| cell.id).collect::<Vec<_>>());
        assert_eq!(page.matches("<table").count(), 3);
        assert!(page.contains("<html lang=\"zh-CN\">") && page.contains("<meta charset=\"utf-8\">"));
    }
}

fn tables() -> impl Iterator<Item = (Table, usize)> {
    Table::ALL.into_iter().flat_map(|table| (0..LAYOUTS.len()).map(move |layout| (table, layout)))
}

/// Every element is closed, in order; attributes are quoted; nothing is left unescaped.
fn assert_well_formed(page: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page.strip_prefix("<!DOCTYPE html>").expect("a page says what it is");
    while let Some((text, after)) = rest.split_once('<') {
        assert!(!text.contains('>'), "\"{text}\" holds a bare >");
        let (tag, after) = after.split_once('>').expect("a tag ends");
        rest = after;
        let name = tag.split(' ').next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None => {
                for attribute in tag.split(' ').skip(1) {
                    assert!(attribute.contains("=\"") && attribute.ends_with('"'), "<{tag}>");
                }
                if name != "meta" {
                    open.push(name);
                }
            }
        }
    }
    assert_eq!(open, Vec::<&str>::new());
}

/// What is wrong is listed as a reader meets it, in the layout in force.
#[test]
fn blanks_are_found_in_the_order_of_the_form() {
    for (year, layout) in [(2020, 0), (2024, 1)] {
        let answer = gouji::check::check(&gouji::report::Report::of_year(year), None, &gouji::check::Options::default());
        let blanks = answer.findings.iter().filter(|finding| finding.rule == "cell-blank");
        let printed = ORDER[layout].iter().map(|cell| CELLS[*cell as usize].id);
        assert!(blanks.map(|finding| finding.at.as_str()).eq(printed), "{year}");
    }
}
