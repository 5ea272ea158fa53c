//! A report with the state of every relation: the common ground of the whole check and of the live form.

use super::context::{Context, Frame, operand};
use super::options::Options;
use super::outcome::{Operand, Outcome, Sums};
use crate::answer::{Answer, Relations, Ruleset};
use crate::form::{CELL_COUNT, CELLS, CellIndex, Kind};
use crate::report::Report;
use crate::rules::{Book, HASH, Instance, Severity, VERSION};
use std::cell::RefCell;
use std::rc::Rc;

/// How an instance stands to this report, which edits do not change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not in force, does not apply, or switched off.
    Absent,
    /// In force, but last year's report is wanting.
    NotAssessed,
    InForce(Severity),
}

pub struct Assessment {
    pub book: &'static Book,
    pub report: Report,
    pub context: Context,
    standings: Rc<[Standing]>,
    sums: Vec<Sums>,
    operands: Vec<Operand>,
}

impl Assessment {
    pub fn new(book: &'static Book, report: Report, previous: Option<&Report>, options: Options) -> Assessment {
        let context = Context::new(&report, previous, options);
        let standings = standings(book, &context);
        let mut assessment = Assessment {
            book,
            sums: vec![Sums::default(); book.linears.len()],
            operands: (0..CELL_COUNT as u8).map(|cell| operand(cell, report.reading(cell), context.options.blank)).collect(),
            report,
            context,
            standings,
        };
        // A known 0 adds nothing, and most figures of most reports are 0.
        for (cell, operand) in (0..).zip(&assessment.operands).filter(|(_, operand)| **operand != Operand::Known(0)) {
            for touch in book.touches(cell) {
                assessment.sums[touch.linear as usize].put(*operand, touch.coefficient, touch.right, 1);
            }
        }
        for (sums, linear) in assessment.sums.iter_mut().zip(book.linears).filter(|(_, linear)| linear.previous) {
            for term in book.terms(linear).iter().filter(|term| term.previous) {
                sums.put(assessment.context.previous_operand(term.cell), term.coefficient, term.right, 1);
            }
        }
        assessment
    }

    /// The same with other figures: what the report would be like.
    pub fn with_report(&self, report: Report) -> Assessment {
        let previous = self.context.previous.as_ref().map(|previous| previous.report.clone());
        Assessment::new(self.book, report, previous.as_ref(), self.context.options.clone())
    }

    /// Bring the sums up to date after the report's cell was written; false where no relation can notice.
    pub fn refresh(&mut self, cell: CellIndex) -> bool {
        let now = operand(cell, self.report.reading(cell), self.context.options.blank);
        let before = std::mem::replace(&mut self.operands[cell as usize], now);
        if before == now {
            // Of money only the sign is summed, but a message shows the amount.
            return matches!(CELLS[cell as usize].kind, Kind::MoneyTenThousand | Kind::MoneyWritten);
        }
        for touch in self.book.touches(cell) {
            let sums = &mut self.sums[touch.linear as usize];
            sums.put(before, touch.coefficient, touch.right, -1);
            sums.put(now, touch.coefficient, touch.right, 1);
        }
        true
    }

    pub fn standing(&self, instance: usize) -> Standing {
        self.standings[instance]
    }

    /// How grave it is when this relation is broken; `None` where it is not judged.
    pub fn severity_in_force(&self, instance: usize) -> Option<Severity> {
        match self.standings.get(instance) {
            Some(Standing::InForce(severity)) => Some(*severity),
            _ => None,
        }
    }

    /// The sums of the relation of an instance.
    pub fn sums(&self, instance: usize) -> Sums {
        self.sums[self.book.instances[instance].linears.0 as usize]
    }

    /// What is known of an instance in force.
    pub fn outcome(&self, instance: usize) -> Outcome {
        let of = &self.book.instances[instance];
        if self.standings[instance] == Standing::NotAssessed {
            return Outcome::NotAssessed;
        }
        let first = of.linears.0 as usize;
        if of.linears.1 == 1 {
            let linear = &self.book.linears[first];
            return self.sums[first].outcome(linear.relation, linear.constant);
        }
        let mut result = None;
        let mut conditions_hold = true;
        for (offset, linear) in self.book.linears(of).iter().enumerate() {
            // A condition on last year counts only where last year is known.
            if offset > 0 && linear.previous && self.context.previous.is_none() {
                continue;
            }
            let outcome = self.sums[first + offset].outcome(linear.relation, linear.constant);
            match (offset, outcome) {
                (0, outcome) => result = Some(outcome),
                // Where a condition cannot be met, the rule asks for nothing.
                (_, Outcome::Broken) => return Outcome::Holds,
                (_, Outcome::Open) => conditions_hold = false,
                _ => {}
            }
        }
        match result {
            Some(Outcome::Broken) if !conditions_hold => Outcome::Open,
            Some(outcome) => outcome,
            None => Outcome::NotAssessed,
        }
    }

    /// Is the instance to be reported: broken, and no mere consequence of another that is?
    pub fn speaks(&self, instance: usize) -> bool {
        let of = &self.book.instances[instance];
        matches!(self.standings[instance], Standing::InForce(_))
            && self.outcome(instance) == Outcome::Broken
            && (!self.book.rule(of).is_consequence() || !self.follows_from_broken(of))
    }

    fn follows_from_broken(&self, consequence: &Instance) -> bool {
        let book = self.book;
        let rule = book.rule(consequence);
        book.instances.iter().enumerate().any(|(index, cause)| {
            rule.follows_from.contains(&cause.rule)
                && self.standings[index] != Standing::Absent
                && share_a_cell(book, consequence, cause)
                && self.outcome(index) == Outcome::Broken
        })
    }

    pub fn answer(&self) -> Answer {
        let findings = self.findings(true);
        Answer {
            year: self.report.year,
            ok: !findings.iter().any(|finding| finding.severity == Severity::Error),
            findings,
            relations: self.count(),
            overrides: self.context.options.overrides(self.book),
            ruleset: Ruleset { version: VERSION, hash: HASH },
            repairs: None,
        }
    }

    fn count(&self) -> Relations {
        let mut count = Relations::default();
        for (index, instance) in self.book.instances.iter().enumerate() {
            if self.standings[index] == Standing::Absent || self.book.rule(instance).is_consequence() {
                continue;
            }
            let place = match self.outcome(index) {
                Outcome::Holds => &mut count.held,
                Outcome::Broken => &mut count.broken,
                Outcome::Open => &mut count.open,
                Outcome::NotAssessed => &mut count.not_assessed,
            };
            *place += 1;
        }
        count
    }
}

/// Standings, and the book and the frame they follow from.
struct Found {
    book: *const Book,
    frame: Frame,
    standings: Rc<[Standing]>,
}

thread_local! {
    /// The standings found last: reports come in rows of one year and one kind of body.
    static LAST: RefCell<Option<Found>> = const { RefCell::new(None) };
}

fn standings(book: &'static Book, context: &Context) -> Rc<[Standing]> {
    LAST.with_borrow_mut(|last| {
        let frame = context.frame();
        match last {
            Some(found) if std::ptr::eq(found.book, book) && found.frame == frame => found.standings.clone(),
            _ => {
                let standings: Rc<[Standing]> = book.instances.iter().map(|instance| standing(book, context, instance)).collect();
                *last = Some(Found { book, frame, standings: standings.clone() });
                standings
            }
        }
    })
}

fn standing(book: &Book, context: &Context, instance: &Instance) -> Standing {
    if !context.in_force(book, instance) {
        return Standing::Absent;
    }
    match context.severity(book, instance.rule, instance.at) {
        None => Standing::Absent,
        Some(_) if !context.is_assessable(book, instance) => Standing::NotAssessed,
        Some(severity) => Standing::InForce(severity),
    }
}

/// Do the relations of two instances have a cell in common (of this year)?
pub fn share_a_cell(book: &Book, one: &Instance, other: &Instance) -> bool {
    book.main_terms(one)
        .iter()
        .filter(|term| !term.previous)
        .any(|term| book.main_terms(other).iter().any(|second| second.cell == term.cell && !second.previous))
}
