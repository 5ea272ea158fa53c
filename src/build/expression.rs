//! The small language of relations: `10 * requests.received.total + previous.requests.<result>.natural`.
//! A `<set>` stands for the sum over its rows or columns; `{variables}` were filled in before.

use super::form::{Form, Table};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    pub cell: usize,
    pub coefficient: i8,
    pub right: bool,
    pub previous: bool,
}

/// The layouts that one expansion assumes: of this report's tables and of last year's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assumed {
    pub disclosure: usize,
    pub requests: usize,
    pub previous_disclosure: usize,
    pub previous_requests: usize,
}

impl Assumed {
    pub fn layout(&self, table: Table, previous: bool) -> usize {
        match (table, previous) {
            (Table::Disclosure, false) => self.disclosure,
            (Table::Disclosure, true) => self.previous_disclosure,
            (Table::Requests, false) => self.requests,
            (Table::Requests, true) => self.previous_requests,
            (Table::Disputes, _) => 0,
        }
    }
}

/// One summand as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summand {
    pub coefficient: i8,
    pub previous: bool,
    pub table: Table,
    pub row: String,
    pub column: String,
}

/// The summands of a side; "0" has none. A lone integer other than 0 is refused.
pub fn parse(text: &str) -> Result<Vec<Summand>, String> {
    if text.trim() == "0" {
        return Ok(Vec::new());
    }
    let mut summands = Vec::new();
    let mut sign = 1i8;
    let mut coefficient = 1i8;
    let mut expect_path = true;
    for word in text.split_whitespace() {
        match word {
            "+" | "-" if !expect_path => {
                sign = if word == "-" { -1 } else { 1 };
                coefficient = 1;
                expect_path = true;
            }
            "*" => {}
            "0" => return Err("a figure that is taken 0 times does not belong here".to_string()),
            number if expect_path && number.parse::<i8>().is_ok() => coefficient = number.parse().unwrap_or(1),
            path if expect_path => {
                summands.push(summand(path, sign * coefficient)?);
                expect_path = false;
            }
            other => return Err(format!("\"{other}\" is not expected here")),
        }
    }
    if expect_path { Err("the expression ends too early".to_string()) } else { Ok(summands) }
}

fn summand(path: &str, coefficient: i8) -> Result<Summand, String> {
    let (previous, rest) = match path.strip_prefix("previous.") {
        Some(rest) => (true, rest),
        None => (false, path),
    };
    let parts = rest.split_once('.').and_then(|(table, rest)| rest.rsplit_once('.').map(|(row, column)| (table, row, column)));
    let Some((table, row, column)) = parts else {
        return Err(format!("\"{path}\" is no cell"));
    };
    let Some(table) = Table::named(table) else {
        return Err(format!("\"{table}\" is no table"));
    };
    Ok(Summand { coefficient, previous, table, row: row.to_string(), column: column.to_string() })
}

/// The cells of a side under the assumed layouts; `None` where a cell is not in its layout.
pub fn expand(summands: &[Summand], right: bool, form: &Form, assumed: &Assumed) -> Result<Option<Vec<Term>>, String> {
    let mut terms = Vec::new();
    for summand in summands {
        let layout = assumed.layout(summand.table, summand.previous);
        let names = |part: &str, rows: bool| -> Result<Vec<String>, String> {
            match part.strip_prefix('<').and_then(|part| part.strip_suffix('>')) {
                None => Ok(vec![part.to_string()]),
                Some(set) => {
                    let set_or_all = if set == "group" { None } else { Some(set) };
                    let names = form.members(summand.table, rows, set_or_all, layout);
                    if names.is_empty() { Err(format!("\"<{set}>\" is no set of this table")) } else { Ok(names) }
                }
            }
        };
        for row in names(&summand.row, true)? {
            for column in names(&summand.column, false)? {
                let table = Table::ALL[summand.table as usize].0;
                let id = format!("{table}.{row}.{column}");
                let Some(cell) = form.cell(&id) else {
                    return Err(format!("there is no cell \"{id}\""));
                };
                if form.cells[cell].places[layout].is_none() {
                    return Ok(None);
                }
                terms.push(Term { cell, coefficient: summand.coefficient, right, previous: summand.previous });
            }
        }
    }
    Ok(Some(terms))
}
