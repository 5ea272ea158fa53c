//! The slips that people make when they type a report (`data/slips.toml`), and where one would explain what is broken.
//!
//! Each file looks for one family. A slip is considered only where undoing it mends at least one relation; what it
//! leaves of the others is for the search in `explain.rs` to explain.

mod digits;
mod figures;
mod lines;
mod requests;
mod totals;

pub use digits::slip_of_digits;

use super::problem::{Freedom, Problem};
use crate::rules::Text;

include!(concat!(env!("OUT_DIR"), "/slips.rs"));

/// How a slip is told; apart from its points, because the search has no use for words.
pub struct Words {
    pub id: &'static str,
    pub words: Text,
}

impl Slip {
    pub fn words(self) -> &'static Words {
        &SLIPS[self as usize]
    }

    pub fn points(self) -> u32 {
        POINTS[self as usize]
    }

    /// The slip with this number: its place in the data.
    pub fn numbered(number: usize) -> Option<Slip> {
        ALL.get(number).copied()
    }
}

/// A slip that is known, for documentation and tests.
#[cfg(not(target_arch = "wasm32"))]
pub struct Known {
    pub id: &'static str,
    pub words: Text,
    /// JSON: `{"report": …, "previous": …, "cells": [{"cell": …, "published": …, "typed": …}]}`, figures of a published
    /// report and what was typed instead of them.
    pub example: &'static str,
}

/// All slips that are known.
#[cfg(not(target_arch = "wasm32"))]
pub fn slips() -> impl Iterator<Item = Known> {
    SLIPS.iter().zip(EXAMPLES).map(|(slip, example)| Known { id: slip.id, words: slip.words, example })
}

/// A slip that would explain something, and what undoing it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub slip: Slip,
    /// The figure it is about, and the other one where two are.
    pub subject: u16,
    pub other: Option<u16>,
    pub changes: Vec<(u16, i64)>,
    pub points: u32,
    /// The equations that would hold again.
    pub mended: Vec<u16>,
}

/// What changes do to the equations they touch.
#[derive(Default)]
struct Effect {
    /// Those that hold again.
    mended: Vec<u16>,
    /// How many that held are broken.
    broken: usize,
    /// How many stay broken.
    left: usize,
}

/// The figures as they stand in the course of the search, and what each equation is short of.
#[derive(Clone)]
pub struct State<'a> {
    pub problem: &'a Problem,
    pub values: Vec<i64>,
    residuals: Vec<i64>,
}

impl<'a> State<'a> {
    pub fn new(problem: &'a Problem) -> State<'a> {
        let values = problem.values();
        let residuals = problem.equations.iter().map(|equation| problem.residual(equation, &values)).collect();
        State { problem, values, residuals }
    }

    pub fn set(&mut self, changes: &[(u16, i64)]) {
        for (figure, value) in changes {
            let difference = value - self.values[*figure as usize];
            self.values[*figure as usize] = *value;
            for (equation, coefficient) in &self.problem.touches[*figure as usize] {
                self.residuals[*equation as usize] -= i64::from(*coefficient) * difference;
            }
        }
    }

    /// What an equation is short of; `None` while a figure in it is unknown.
    pub fn shortage(&self, equation: usize) -> Option<i64> {
        let known = |(figure, _): &(u16, i8)| self.problem.figures[*figure as usize].freedom == Freedom::Kept;
        self.problem.equations[equation].terms.iter().all(known).then_some(self.residuals[equation])
    }

    pub fn is_broken(&self, equation: usize) -> bool {
        self.would_break(equation, self.residuals[equation])
    }

    fn would_break(&self, equation: usize, rest: i64) -> bool {
        self.problem.would_break(&self.problem.equations[equation], rest)
    }

    pub fn broken(&self) -> impl Iterator<Item = usize> {
        (0..self.residuals.len()).filter(|equation| self.is_broken(*equation))
    }

    /// The broken equations that are complete, and what each is short of.
    fn short(&self) -> Vec<(usize, i64)> {
        self.broken().filter_map(|equation| Some((equation, self.shortage(equation)?))).collect()
    }

    /// What a figure would have to be for an equation to hold.
    fn wanted(&self, figure: u16, coefficient: i8, shortage: i64) -> i64 {
        self.values[figure as usize] + i64::from(coefficient) * shortage
    }

    /// May the figure be changed, and take this value?
    fn may_be(&self, figure: u16, value: i64) -> bool {
        let of = &self.problem.figures[figure as usize];
        of.cell.is_some() && of.freedom == Freedom::Kept && (value >= 0 || of.signed) && value != self.values[figure as usize]
    }

    /// What the changes do to the equations they touch.
    fn effect(&self, changes: &[(u16, i64)]) -> Effect {
        let mut touched: Vec<(u16, i64)> = Vec::new();
        for (figure, value) in changes {
            let difference = value - self.values[*figure as usize];
            for (equation, coefficient) in &self.problem.touches[*figure as usize] {
                let part = i64::from(*coefficient) * difference;
                match touched.iter_mut().find(|(other, _)| other == equation) {
                    Some((_, sum)) => *sum += part,
                    None => touched.push((*equation, part)),
                }
            }
        }
        let mut effect = Effect::default();
        for (equation, difference) in touched {
            let at = usize::from(equation);
            match (self.is_broken(at), self.would_break(at, self.residuals[at] - difference)) {
                (true, false) => effect.mended.push(equation),
                (false, true) => effect.broken += 1,
                (true, true) => effect.left += 1,
                (false, false) => {}
            }
        }
        effect
    }

    /// The changes, with the totals that must follow them: those of equations that held and now would not.
    fn followed(&self, changes: &[(u16, i64)]) -> Vec<(u16, i64)> {
        let mut after = self.clone();
        after.set(changes);
        let mut all = changes.to_vec();
        for (figure, _) in changes {
            for (equation, _) in &self.problem.touches[*figure as usize] {
                let total = self.problem.equations[*equation as usize].total;
                let Some(total) = total.filter(|total| all.iter().all(|(changed, _)| changed != total)) else { continue };
                if self.is_broken(*equation as usize) || !after.is_broken(*equation as usize) {
                    continue;
                }
                let terms = &self.problem.equations[*equation as usize].terms;
                let coefficient = terms.iter().find(|(figure, _)| *figure == total).map_or(0, |(_, coefficient)| *coefficient);
                let value = after.wanted(total, coefficient, after.residuals[*equation as usize]);
                if self.may_be(total, value) {
                    after.set(&[(total, value)]);
                    all.push((total, value));
                }
            }
        }
        all
    }
}

/// All slips that would explain something of what is broken.
pub struct Slips<'a> {
    state: &'a State<'a>,
    found: Vec<Candidate>,
}

impl<'a> Slips<'a> {
    pub fn of(state: &'a State<'a>) -> Vec<Candidate> {
        let mut slips = Slips { state, found: Vec::new() };
        let short = state.short();
        slips.totals(&short);
        slips.figures(&short);
        slips.lines(&short);
        slips.requests(&short);
        let mut found = slips.found;
        // What could have happened at several places alike is less likely to have happened at any one of them.
        let alike = |one: &Candidate, other: &Candidate| one.slip == other.slip && one.mended == other.mended;
        let several: Vec<bool> = found.iter().map(|one| found.iter().filter(|other| alike(one, other)).count() > 1).collect();
        found.iter_mut().zip(several).filter(|(_, several)| *several).for_each(|(candidate, _)| candidate.points += SEVERAL);
        found.sort_by_key(|candidate| candidate.points);
        found
    }

    /// Take a slip where undoing it mends `least` relations and breaks none, alone or with the totals that follow.
    fn consider(&mut self, slip: Slip, subject: u16, other: Option<u16>, changes: &[(u16, i64)], least: usize) {
        if !changes.iter().all(|(figure, value)| self.state.may_be(*figure, *value)) {
            return;
        }
        // One figure may be only part of what is wrong with a relation. A slip that moves figures about has to explain
        // all it touches: with some left broken, figures could be pushed from place to place until they fit.
        let explains = |effect: &Effect| effect.broken == 0 && effect.mended.len() >= least && (effect.left == 0 || changes.len() == 1);
        let effect = self.state.effect(changes);
        if explains(&effect) {
            return self.take(slip, subject, other, changes.to_vec(), effect.mended, 0);
        }
        let followed = self.state.followed(changes);
        if followed.len() > changes.len() {
            let effect = self.state.effect(&followed);
            if explains(&effect) {
                // What is counted in the wrong place or twice is counted so in the totals, too.
                let is_counted = matches!(slip, Slip::CarriedAndHandled | Slip::HandledAndCarried);
                let more = if is_counted { 0 } else { (followed.len() - changes.len()) as u32 };
                self.take(slip, subject, other, followed, effect.mended, more);
            }
        }
    }

    fn take(&mut self, slip: Slip, subject: u16, other: Option<u16>, mut changes: Vec<(u16, i64)>, mended: Vec<u16>, followed: u32) {
        let points = slip.points() + followed * FOLLOWED;
        changes.sort_unstable();
        let same = self.found.iter_mut().find(|candidate| candidate.changes == changes);
        let candidate = Candidate { slip, subject, other, changes, points, mended };
        match same {
            None => self.found.push(candidate),
            Some(other) if candidate.points < other.points => *other = candidate,
            Some(_) => {}
        }
    }
}
