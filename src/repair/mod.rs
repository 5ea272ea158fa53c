//! Repair: which figures are probably wrong, and what would mend them.
//!
//! The figures of a report stand in rows, columns and balances at once, so that the wrong ones can usually be found.
//! Three steps, each in its own file: the error-level relations as equations (`problem.rs`); the cheapest sets of
//! figures whose change lets every relation hold (`localise.rs` on `tableau.rs`; Fellegi and Holt 1976), by the
//! weights in `data/weights.toml`; the slips people make (`slips/`, `data/slips.toml`) and which of them together
//! explain everything (`explain.rs`). `words.rs` says it in a sentence. Nothing is changed here: a repair is an offer.
//!
//! Neither search nor sentences need the form or the rules: what they ask of both stands in `outlook.rs`. In the browser
//! they are a WebAssembly module of their own, which a page loads when it wants repairs: [`asked`] of the module that
//! checks, [`solve`] there, [`looked_up`], and [`put_into_words`] there, with numbers between them (`numbers.rs`).
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
mod outlook;
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
use crate::form::CellIndex;
use crate::report::Report;
use crate::rules::{BOOK, Language};
use explain::{Explained, Explanation, explain};
use outlook::{Inquiry, Outlook, outlook};
use problem::Problem;
use words::Words;

/// Repairs in one answer.
const MOST: usize = 8;
/// Relations that a reason names; the findings that go away are all listed in `mends`.
const NAMED: usize = 3;

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

/// The search alone: what it finds about problems, and what it has to ask about it, as numbers for [`looked_up`];
/// `None` where the numbers are none of [`asked`].
pub fn solve(asked: &[i32]) -> Option<Vec<i32>> {
    let problems: Vec<Problem> = numbers::read(asked)?;
    Some(numbers::written(&solved(&problems)))
}

/// What a live form says to what [`solve`] has to ask; `None` where the numbers are none of it.
pub fn looked_up(session: &Session, mut solved: &[i32]) -> Option<Vec<i32>> {
    let inquiry: Inquiry = numbers::Numbers::read(&mut solved)?;
    Some(numbers::written(&outlook(&session.assessment, &inquiry)?))
}

/// The repairs, of the numbers of all three; `None` where they are not about each other.
pub fn put_into_words(asked: &[i32], solved: &[i32], looked_up: &[i32], language: Language) -> Option<Repairs> {
    let problems: Vec<Problem> = numbers::read(asked)?;
    let (inquiry, explained): (Inquiry, Vec<Explained>) = numbers::read(solved)?;
    let outlook: Outlook = numbers::read(looked_up)?;
    let fits = problems.len() == explained.len()
        && inquiry.plans.len() == outlook.mended.len()
        && problems.iter().zip(&explained).all(|(problem, explained)| explained.is_about(problem))
        && inquiry == inquired(&problems, &explained);
    fits.then(|| told(&problems, &explained, &outlook, language))
}

fn of_assessment(assessment: &Assessment) -> Repairs {
    let problems = Problem::broken(assessment);
    let (inquiry, explained) = solved(&problems);
    // Asked for are cells of these problems, which were made from this form.
    let outlook = outlook(assessment, &inquiry).unwrap_or_else(|| unreachable!("the cells are those of the form"));
    told(&problems, &explained, &outlook, assessment.context.options.language)
}

fn solved(problems: &[Problem]) -> (Inquiry, Vec<Explained>) {
    let explained: Vec<Explained> = problems.iter().map(explain).collect();
    (inquired(problems, &explained), explained)
}

/// What the words will need.
fn inquired(problems: &[Problem], explained: &[Explained]) -> Inquiry {
    let plans = choices(explained).iter().map(|choice| words::plan(&pairs(problems, explained, choice))).collect();
    let mut cells = look_up(problems, explained);
    for (problem, explained) in problems.iter().zip(explained) {
        for part in explained.explanations.iter().flat_map(|explanation| &explanation.parts) {
            let figures = part.changes.iter().map(|change| change.figure).chain([part.subject]).chain(part.other);
            cells.extend(figures.filter_map(|figure| problem.figures[figure as usize].cell));
        }
    }
    cells.sort_unstable();
    cells.dedup();
    Inquiry { plans, cells }
}

fn told(problems: &[Problem], explained: &[Explained], outlook: &Outlook, language: Language) -> Repairs {
    let words = Words { outlook, language };
    let complete = explained.iter().all(|explained| explained.complete);
    let more_repairs = explained.iter().any(|explained| explained.more);
    let mut result = Repairs { repairs_complete: complete, more_repairs, ..Repairs::default() };
    let choices = choices(explained);
    if !choices.is_empty() {
        let cost = |choice: &[usize]| chosen(explained, choice).map(|explanation| explanation.cost).sum::<u32>();
        let all_optima: usize = explained.iter().map(optima).product();
        let least = choices.iter().map(|choice| cost(choice)).min();
        result.more_repairs |= choices.iter().filter(|choice| Some(cost(choice)) == least).count() < all_optima;
        let points = |choice: &[usize]| chosen(explained, choice).map(|explanation| explanation.points).sum::<u32>();
        let all: Vec<u32> = choices.iter().map(|choice| points(choice)).collect();
        for ((choice, own), mended) in choices.iter().zip(&all).zip(&outlook.mended) {
            let unique = all.iter().filter(|other| other.abs_diff(*own) <= slips::NEAR).count() == 1;
            result.repairs.push(words.repair(&pairs(problems, explained, choice), mended, unique));
        }
    }
    result.look_up = look_up(problems, explained).into_iter().map(|cell| words.id(cell)).collect();
    result
}

/// Which explanation of each group goes into each repair. Each repair mends everything, so that it takes an explanation
/// of every group.
fn choices(explained: &[Explained]) -> Vec<Vec<usize>> {
    if explained.is_empty() || explained.iter().any(|explained| explained.explanations.is_empty()) {
        Vec::new()
    } else {
        combined(explained)
    }
}

fn pairs<'a>(problems: &'a [Problem], explained: &'a [Explained], choice: &'a [usize]) -> Vec<(&'a Problem, &'a Explanation)> {
    problems.iter().zip(chosen(explained, choice)).collect()
}

fn chosen<'a>(explained: &'a [Explained], choice: &'a [usize]) -> impl Iterator<Item = &'a Explanation> {
    explained.iter().zip(choice).filter_map(|(explained, index)| explained.explanations.get(*index))
}

/// How many explanations of a group are as cheap as the cheapest.
fn optima(explained: &Explained) -> usize {
    let least = explained.explanations.iter().map(|explanation| explanation.cost).min();
    explained.explanations.iter().filter(|explanation| Some(explanation.cost) == least).count()
}

/// The likeliest of all first, then one group at a time another.
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
fn look_up(problems: &[Problem], explained: &[Explained]) -> Vec<CellIndex> {
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
    cells
}
