//! Repair: which figures are probably wrong, and what would mend them.
//!
//! The figures of a report stand in rows, columns and balances at once, so that the wrong ones can usually be found.
//! Three steps, each in its own file: the error-level relations as equations (`problem.rs`); the cheapest sets of
//! figures whose change lets every relation hold (`localise.rs` on `tableau.rs`; Fellegi and Holt 1976), by the
//! weights in `data/weights.toml`; the slips people make (`slips/`, `data/slips.toml`) and which of them together
//! explain everything (`explain.rs`). `words.rs` says it in a sentence. Nothing is changed here: a repair is an offer.
//!
//! The search needs neither form nor rules nor words. In the browser it is a WebAssembly module of its own, which a page
//! loads when it wants repairs: [`asked`], [`solve`] there, [`repairs_solved`], with numbers between them (`numbers.rs`).
//!
//! What a repair claims: after its changes no relation at error level is broken, and every figure that was no value is
//! one. Blank cells of a form that is still being filled in stay blank; they are findings of their own.
//!
//! ```
//! use gouji::check::{Blank, Options, Session};
//! use gouji::report::Report;
//!
//! let report = Report::from_json(r#"{"year": 2024, "cells": {
//!     "disputes.reconsideration.upheld": 354, "disputes.reconsideration.pending": 10, "disputes.reconsideration.total": 355
//! }}"#)?;
//! let session = Session::open(report, None, Options { blank: Blank::Zero, ..Options::default() });
//! let repairs = gouji::repair::repairs(&session);
//! assert_eq!(repairs.repairs[0].changes[0].cell, "disputes.reconsideration.upheld");
//! assert_eq!(repairs.repairs[0].changes[0].to, Some(345));
//! # Ok::<(), String>(())
//! ```

mod explain;
#[cfg(not(target_arch = "wasm32"))]
mod export;
mod localise;
#[cfg(not(target_arch = "wasm32"))]
mod markdown;
mod numbers;
mod problem;
mod slips;
mod tableau;
mod words;

#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub use export::problems;
#[cfg(not(target_arch = "wasm32"))]
pub use markdown::markdown;
#[cfg(not(target_arch = "wasm32"))]
pub use slips::{Known, slips};
pub use slips::{Slip, slip_of_digits};

use crate::answer::{Answer, Repairs};
use crate::check::{Assessment, Options, Session};
use crate::form::CELLS;
use crate::report::Report;
use crate::rules::BOOK;
use explain::{Explained, Explanation, explain};
use problem::Problem;

/// Repairs in one answer.
const MOST: usize = 8;

/// The repairs of a live form as it stands.
pub fn repairs(session: &Session) -> Repairs {
    of_assessment(&session.assessment)
}

/// The repairs of a whole report.
pub fn repairs_of(report: &Report, previous: Option<&Report>, options: &Options) -> Repairs {
    of_assessment(&Assessment::new(&BOOK, report.clone(), previous, options.clone()))
}

/// [`crate::check::check`], and what would mend the report.
pub fn check_and_repair(report: Report, previous: Option<&Report>, options: Options) -> Answer {
    let assessment = Assessment::new(&BOOK, report, previous, options);
    Answer { repairs: Some(of_assessment(&assessment)), ..assessment.answer() }
}

/// What is broken in a live form, as numbers for [`solve`].
pub fn asked(session: &Session) -> Vec<i32> {
    numbers::written(&Problem::broken(&session.assessment))
}

/// The search alone: what it finds about problems, as numbers for [`repairs_solved`]; `None` where the numbers are none
/// of [`asked`].
pub fn solve(asked: &[i32]) -> Option<Vec<i32>> {
    let problems: Vec<Problem> = numbers::read(asked)?;
    Some(numbers::written(&problems.iter().map(explain).collect::<Vec<_>>()))
}

/// The repairs of a live form, of what [`solve`] made of its problems; `None` where the numbers are about other problems.
pub fn repairs_solved(session: &Session, solved: &[i32]) -> Option<Repairs> {
    let problems = Problem::broken(&session.assessment);
    let explained: Vec<Explained> = numbers::read(solved)?;
    let fits = problems.len() == explained.len() && problems.iter().zip(&explained).all(|(problem, explained)| explained.is_about(problem));
    fits.then(|| told(&session.assessment, &problems, &explained))
}

fn of_assessment(assessment: &Assessment) -> Repairs {
    let problems = Problem::broken(assessment);
    let explained: Vec<Explained> = problems.iter().map(explain).collect();
    told(assessment, &problems, &explained)
}

fn told(assessment: &Assessment, problems: &[Problem], explained: &[Explained]) -> Repairs {
    let complete = explained.iter().all(|explained| explained.complete);
    let more_repairs = explained.iter().any(|explained| explained.more);
    let mut result = Repairs { repairs_complete: complete, more_repairs, ..Repairs::default() };
    // Each repair mends everything, so that it takes an explanation of every group.
    if !explained.iter().any(|explained| explained.explanations.is_empty()) && !problems.is_empty() {
        let choices = combined(explained);
        let cost = |choice: &[usize]| chosen(explained, choice).map(|explanation| explanation.cost).sum::<u32>();
        let all_optima: usize = explained.iter().map(optima).product();
        let least = choices.iter().map(|choice| cost(choice)).min();
        result.more_repairs |= choices.iter().filter(|choice| Some(cost(choice)) == least).count() < all_optima;
        let points = |choice: &[usize]| chosen(explained, choice).map(|explanation| explanation.points).sum::<u32>();
        let all: Vec<u32> = choices.iter().map(|choice| points(choice)).collect();
        for (choice, own) in choices.iter().zip(&all) {
            let unique = all.iter().filter(|other| other.abs_diff(*own) <= slips::NEAR).count() == 1;
            let explanations: Vec<(&Problem, &Explanation)> = problems.iter().zip(chosen(explained, choice)).collect();
            result.repairs.push(words::repair(assessment, &explanations, unique));
        }
    }
    result.look_up = look_up(problems, explained);
    result
}

fn chosen<'a>(explained: &'a [Explained], choice: &'a [usize]) -> impl Iterator<Item = &'a Explanation> {
    explained.iter().zip(choice).filter_map(|(explained, index)| explained.explanations.get(*index))
}

/// How many explanations of a group are as cheap as the cheapest.
fn optima(explained: &Explained) -> usize {
    let least = explained.explanations.iter().map(|explanation| explanation.cost).min();
    explained.explanations.iter().filter(|explanation| Some(explanation.cost) == least).count()
}

/// Which explanation of each group goes into each repair: the likeliest of all first, then one group at a time another.
fn combined(explained: &[Explained]) -> Vec<Vec<usize>> {
    let first = vec![0; explained.len()];
    let mut choices = vec![first.clone()];
    for (group, of) in explained.iter().enumerate() {
        for other in 1..of.explanations.len() {
            let mut choice = first.clone();
            choice[group] = other;
            choices.push(choice);
        }
    }
    let points =
        |choice: &Vec<usize>| chosen(explained, choice).map(|explanation| (explanation.points, explanation.cost)).collect::<Vec<_>>();
    let sum = |choice: &Vec<usize>| points(choice).into_iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    choices.sort_by_key(sum);
    // The cheapest of all is always told.
    let cost = |choice: &Vec<usize>| sum(choice).1;
    let cheapest: Vec<usize> = explained
        .iter()
        .map(|of| (0..of.explanations.len()).min_by_key(|index| of.explanations[*index].cost).unwrap_or_default())
        .collect();
    let is_told = choices.iter().take(MOST).any(|choice| cost(choice) == cost(&cheapest));
    choices.truncate(if is_told { MOST } else { MOST - 1 });
    if !is_told {
        choices.push(cheapest);
    }
    choices
}

/// The cells that nothing determines: those in which the likeliest explanations differ, those left without a value,
/// and, where nothing was found, those of the broken relations.
fn look_up(problems: &[Problem], explained: &[Explained]) -> Vec<&'static str> {
    let mut cells = Vec::new();
    for (problem, explained) in problems.iter().zip(explained) {
        let Some(first) = explained.explanations.first() else {
            let values = problem.values();
            let broken = problem.equations.iter().filter(|equation| problem.would_break(equation, problem.residual(equation, &values)));
            let terms = broken.flat_map(|equation| &equation.terms);
            cells.extend(terms.filter_map(|(figure, _)| problem.figures[*figure as usize].cell));
            continue;
        };
        let equals: Vec<_> =
            explained.explanations.iter().filter(|other| other.points <= first.points + slips::NEAR).map(Explanation::changes).collect();
        for change in equals.iter().flatten() {
            if change.to().is_none() || !equals.iter().all(|changes| changes.contains(change)) {
                cells.extend(problem.figures[change.figure as usize].cell);
            }
        }
    }
    cells.sort_unstable();
    cells.dedup();
    cells.into_iter().map(|cell| CELLS[cell as usize].id).collect()
}
