//! Relations evaluated on whole figures, apart from the program: plain sums, no blanks, no sums kept up to date.

use super::generate::{APPLICANTS, DETAILS, GROUPS, cell, request_rows, result_rows};
use gouji::form::{CELL_COUNT, CELLS, CellIndex, Kind};
use gouji::report::Report;
use gouji::report::value::Value;
use gouji::rules::{BOOK, Instance, Relation, RuleKind};

/// A figure for every cell; of money its sign, which is all that relations look at.
pub type Figures = Vec<i64>;

/// What a report leaves open: the figures it states, and none where it states none.
pub fn stated(report: &Report) -> Vec<Option<i64>> {
    let figure = |cell| match report.reading(cell).value {
        Value::Count(count) => Some(count),
        Value::Money(amount, _) => Some(amount.signum()),
        Value::Blank | Value::Unreadable => None,
    };
    (0..CELL_COUNT as u8).map(figure).collect()
}

/// The unknown figures filled in, each from the next number: any number in a signed cell, none below 0 elsewhere.
pub fn filled(stated: &[Option<i64>], numbers: &[i64]) -> Figures {
    let mut numbers = numbers.iter().cycle();
    let fill = |(cell, figure): (usize, &Option<i64>)| {
        figure.unwrap_or_else(|| {
            let number = *numbers.next().expect("it goes round");
            match CELLS[cell].kind {
                Kind::SignedCount => number,
                Kind::Count => number.abs(),
                Kind::MoneyTenThousand | Kind::MoneyWritten => number.signum().abs(),
            }
        })
    };
    stated.iter().enumerate().map(fill).collect()
}

/// The instance of a relation that fits the layouts, where no figure of last year stands in it.
pub fn instance(rule: &str, at: &str, layouts: [usize; 2]) -> &'static Instance {
    let fits = |instance: &&Instance| (0..2).all(|table| instance.layouts >> (table * 2 + layouts[table]) & 1 == 1);
    let named =
        |instance: &&Instance| BOOK.rule(instance).id == rule && instance.at == at && BOOK.rule(instance).kind == RuleKind::Relation;
    let found: Vec<&Instance> = BOOK.instances.iter().filter(named).filter(fits).collect();
    // Variants for the layouts of last year's report have the same terms of this year's.
    found.first().copied().unwrap_or_else(|| panic!("{rule}@{at} is not in the layouts {layouts:?}"))
}

/// Is the relation satisfied by these figures? Where a condition is not met it asks for nothing; conditions on last
/// year's report do not count without one.
pub fn is_satisfied(instance: &Instance, figures: &Figures) -> bool {
    let side = |linear: &gouji::rules::Linear, right: bool| -> i64 {
        let terms = BOOK.terms(linear).iter().filter(|term| term.right == right);
        terms.map(|term| i64::from(term.coefficient) * figures[term.cell as usize]).sum()
    };
    let holds = |linear: &gouji::rules::Linear| {
        let (left, right) = (side(linear, false), side(linear, true) + i64::from(linear.constant));
        match linear.relation {
            Relation::Equal => left == right,
            Relation::AtMost => left <= right,
            Relation::AtLeast => left >= right,
        }
    };
    let [main, conditions @ ..] = BOOK.linears(instance) else { panic!("a relation has terms") };
    let about_this_year = |linear: &&gouji::rules::Linear| BOOK.terms(linear).iter().all(|term| !term.previous);
    !conditions.iter().filter(about_this_year).all(holds) || holds(main)
}

/// The four hard relations as the notices state them, written out apart from the rule book: key, left, right.
pub fn hard_relations(requests: usize) -> Vec<(String, Vec<CellIndex>, Vec<CellIndex>)> {
    let cells = |ids: Vec<String>| ids.iter().map(|id| cell(id)).collect::<Vec<_>>();
    let mut all = Vec::new();
    for column in APPLICANTS.iter().copied().chain(["total"]) {
        let rows = |rows: &[&str]| cells(rows.iter().map(|row| format!("requests.{row}.{column}")).collect());
        all.push((format!("requests-balance@{column}"), rows(&["received", "carried_in"]), rows(&["results_total", "carried_out"])));
        all.push((format!("requests-results-total@{column}"), rows(&result_rows(requests)), rows(&["results_total"])));
    }
    for row in request_rows(requests) {
        let left = cells(APPLICANTS.iter().map(|column| format!("requests.{row}.{column}")).collect());
        all.push((format!("requests-applicants-total@{row}"), left, vec![cell(&format!("requests.{row}.total"))]));
    }
    for group in GROUPS {
        let left = cells(DETAILS.iter().map(|detail| format!("disputes.{group}.{detail}")).collect());
        all.push((format!("disputes-total@{group}"), left, vec![cell(&format!("disputes.{group}.total"))]));
    }
    all
}

pub fn sum(cells: &[CellIndex], figures: &Figures) -> i64 {
    cells.iter().map(|cell| figures[*cell as usize]).sum()
}
