//! The problems as JSON, for an independent solver: `tests/repair` holds the cheapest repairs against one.

use super::problem::{Freedom, Problem};
use crate::check::{Assessment, Options};
use crate::form::CELLS;
use crate::report::Report;
use crate::rules::BOOK;
use serde_json::{Value, json};

/// The groups of relations of a report that need repair: figures with value, weight and freedom, and equations as
/// terms (figure, coefficient) that add up to a constant.
pub fn problems(report: Report, previous: Option<&Report>, options: Options) -> Value {
    let assessment = Assessment::new(&BOOK, report, previous, options);
    Problem::broken(&assessment).iter().map(one).collect()
}

fn one(problem: &Problem) -> Value {
    let figures = problem.figures.iter().map(|figure| {
        json!({
            "cell": figure.cell.map(|cell| CELLS[cell as usize].id),
            "value": figure.value,
            "weight": figure.weight,
            "freedom": match figure.freedom {
                Freedom::Kept => "kept",
                Freedom::Forced => "forced",
                Freedom::Open => "open",
            },
            "signed": figure.signed,
        })
    });
    let equations = problem.equations.iter().map(|equation| json!({ "terms": equation.terms, "constant": equation.constant }));
    json!({ "figures": figures.collect::<Vec<_>>(), "equations": equations.collect::<Vec<_>>() })
}
