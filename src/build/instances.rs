//! A rule to its instances: one for each column, row or group, under the layouts that have its cells.

use super::expression::{self, Assumed, Summand};
use super::form::{Form, LAYOUTS, Table};
use super::rules::{Block, Each, Instance, Linear, Relation, Rule};

/// Every value of `each`, as (variable, value) pairs, in the order of the form.
fn values(block: &Block, form: &Form) -> Result<Vec<Vec<(String, String)>>, String> {
    let main_table = || {
        let left = expression::parse(block.left.as_deref().unwrap_or_default())?;
        left.first().map(|summand| summand.table).ok_or_else(|| "each set needs a cell on the left, whose table it is of".to_string())
    };
    let mut all: Vec<Vec<(String, String)>> = vec![Vec::new()];
    // `row` before `column`: the order in which they make up `at`.
    for variable in ["cell", "group", "row", "column"] {
        let Some(each) = block.each.get(variable) else { continue };
        let list = match each {
            Each::List(list) => list.clone(),
            Each::Set(set) => {
                let table = main_table()?;
                let set = if set == "*" { None } else { Some(set.as_str()) };
                let mut list = Vec::new();
                for row in form.rows_and_columns(table, variable != "column", set) {
                    if !list.contains(&row) {
                        list.push(row);
                    }
                }
                list
            }
        };
        if list.is_empty() {
            return Err(format!("each {variable} names nothing"));
        }
        all = all
            .into_iter()
            .flat_map(|pairs| {
                list.iter()
                    .map(|value| {
                        let mut pairs = pairs.clone();
                        pairs.push((variable.to_string(), value.clone()));
                        pairs
                    })
                    .collect::<Vec<_>>()
            })
            .collect();
    }
    if let Some(unknown) = block.each.keys().find(|name| !["cell", "group", "row", "column"].contains(&name.as_str())) {
        return Err(format!("each {unknown} is not known"));
    }
    Ok(all)
}

impl Form {
    /// Rows or columns of a table over both layouts, in the order of the data.
    fn rows_and_columns(&self, table: Table, rows: bool, set: Option<&str>) -> Vec<String> {
        let lines: Vec<(Table, &super::form::Line)> = if rows {
            self.rows.iter().map(|row| (row.table, &row.line)).collect()
        } else {
            self.columns.iter().map(|column| (column.table, &column.line)).collect()
        };
        lines
            .into_iter()
            .filter(|(of, line)| *of == table && set.is_none_or(|set| line.sets.iter().any(|name| name == set)))
            .map(|(_, line)| line.id.clone())
            .collect()
    }
}

struct Parsed {
    relation: Relation,
    constant: i32,
    left: Vec<Summand>,
    right: Vec<Summand>,
}

/// The relation and its conditions, with the variables of one instance filled in.
fn parsed(block: &Block, pairs: &[(String, String)]) -> Result<Vec<Parsed>, String> {
    let fill = |text: &str| pairs.iter().fold(text.to_string(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value));
    let (left, relation, right) = (block.left.as_deref(), block.relation.as_deref(), block.right.as_deref());
    let mut all = vec![Parsed {
        relation: relation.and_then(Relation::named).ok_or("the relation is none of =, <=, >=")?,
        constant: 0,
        left: expression::parse(&fill(left.unwrap_or_default()))?,
        right: expression::parse(&fill(right.unwrap_or_default()))?,
    }];
    for condition in &block.when {
        let words: Vec<&str> = condition.split_whitespace().collect();
        let [sum @ .., relation, constant] = words.as_slice() else {
            return Err(format!("\"{condition}\" is no condition"));
        };
        all.push(Parsed {
            relation: Relation::named(relation).ok_or_else(|| format!("\"{condition}\" has no relation"))?,
            constant: constant.parse().map_err(|_| format!("\"{condition}\" does not end in a number"))?,
            left: expression::parse(&fill(&sum.join(" ")))?,
            right: Vec::new(),
        });
    }
    Ok(all)
}

pub fn instances(block: &Block, form: &Form) -> Result<Vec<Instance>, String> {
    let mut instances = Vec::new();
    for pairs in values(block, form)? {
        let parsed = parsed(block, &pairs)?;
        let mut found: Vec<(Vec<Linear>, Vec<Assumed>)> = Vec::new();
        for combination in 0..16usize {
            let assumed = Assumed {
                disclosure: combination & 1,
                requests: combination >> 1 & 1,
                previous_disclosure: combination >> 2 & 1,
                previous_requests: combination >> 3 & 1,
            };
            let Some(linears) = linears(&parsed, form, &assumed)? else { continue };
            match found.iter_mut().find(|(other, _)| *other == linears) {
                Some((_, list)) => list.push(assumed),
                None => found.push((linears, vec![assumed])),
            }
        }
        if found.is_empty() {
            return Err(format!("no layout has the cells of {pairs:?}"));
        }
        for (linears, list) in found {
            for linear in &linears {
                check_money(linear, form)?;
            }
            instances.push(instance(&pairs, linears, &list, form)?);
        }
    }
    Ok(instances)
}

fn linears(parsed: &[Parsed], form: &Form, assumed: &Assumed) -> Result<Option<Vec<Linear>>, String> {
    let mut linears = Vec::new();
    for part in parsed {
        let Some(mut terms) = expression::expand(&part.left, false, form, assumed)? else { return Ok(None) };
        let Some(right) = expression::expand(&part.right, true, form, assumed)? else { return Ok(None) };
        terms.extend(right);
        linears.push(Linear { relation: part.relation, constant: part.constant, terms });
    }
    Ok(Some(linears))
}

/// Money is only ever compared with zero here: its units may differ from cell to cell.
fn check_money(linear: &Linear, form: &Form) -> Result<(), String> {
    let money = linear.terms.iter().any(|term| form.cells[term.cell].kind.starts_with("money"));
    if money && (linear.terms.len() != 1 || linear.constant != 0) {
        return Err("a money cell can only be compared with 0".to_string());
    }
    Ok(())
}

fn instance(pairs: &[(String, String)], linears: Vec<Linear>, list: &[Assumed], form: &Form) -> Result<Instance, String> {
    let mut layouts = 0u8;
    for assumed in list {
        let chosen = [assumed.disclosure, assumed.requests, assumed.previous_disclosure, assumed.previous_requests];
        for (position, layout) in chosen.iter().enumerate() {
            layouts |= 1 << (position * 2 + layout);
        }
    }
    let combinations: u32 = (0..4).map(|position| (layouts >> (position * 2) & 3).count_ones()).product();
    if combinations as usize != list.len() {
        return Err(format!("the layouts of {pairs:?} depend on one another"));
    }
    let main = &linears[0].terms;
    let first = main.iter().find(|term| !term.previous).or(main.first()).ok_or("a relation needs at least one cell")?;
    let layout = form.cells[first.cell].places.iter().position(Option::is_some).unwrap_or(0);
    let layout = if layouts >> (if form.cells[first.cell].table == Table::Requests { 2 } else { 0 }) & 1 == 1 { layout } else { 1 };
    let place = form.cells[first.cell].places[layout];
    let has = |name: &str| pairs.iter().any(|(variable, _)| variable == name);
    let cell = pairs.iter().find(|(variable, _)| variable == "cell").and_then(|(_, value)| form.cell(value));
    Ok(Instance {
        at: pairs.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join("."),
        row: place.filter(|_| has("row") || has("group")).map(|(row, _)| row),
        column: place.filter(|_| has("column")).map(|(_, column)| column),
        cell,
        layouts,
        linears,
    })
}

/// Is some instance in force for this year, with the tables in the layouts of the year and of the year before?
fn cells_exist(rule: &Rule, year: u16) -> bool {
    let layout = |year: u16| LAYOUTS.iter().rposition(|first| *first <= year);
    let Some(this) = layout(year) else { return false };
    let needs_previous = |linear: &Linear| linear.terms.iter().any(|term| term.previous);
    rule.instances.iter().any(|instance| {
        let last = match layout(year - 1) {
            Some(last) => last,
            None if needs_previous(&instance.linears[0]) => return false,
            None => this,
        };
        [this, this, last, last].iter().enumerate().all(|(position, layout)| instance.layouts >> (position * 2 + layout) & 1 == 1)
    })
}

pub fn check_years(rule: &Rule, form: &Form) -> Result<(), String> {
    let last = form.whole.confirmed_until;
    let (since, until) = (rule.block.since, rule.block.until.unwrap_or(last));
    if since > until {
        return Err(format!("no year uses it: since {since}, until {until}"));
    }
    if !cells_exist(rule, since) {
        return Err(format!("its cells do not exist in its first year {since}"));
    }
    if !cells_exist(rule, until) {
        return Err(format!("its cells do not exist in its last year {until}; say until when it holds"));
    }
    Ok(())
}
