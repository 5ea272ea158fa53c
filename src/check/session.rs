//! The live form: one edit looks again only at the relations the cell stands in, and tells only what changed.

use super::assessment::{Assessment, Standing};
use super::options::Options;
use super::outcome::Outcome;
use crate::answer::{Answer, Figure, Finding};
use crate::form::{CELLS, CellIndex, Kind};
use crate::report::{Node, Report};
use crate::rules::{BOOK, Book, OF_DOCUMENTS};
use serde::Serialize;

/// What one edit changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Change {
    /// Findings that are new, or that stand with other figures than before.
    pub appeared: Vec<Finding>,
    /// Rule and instance of findings that are gone.
    pub resolved: Vec<Resolved>,
    /// Every relation the cell stands in (consequences left out).
    pub relations: Vec<RelationState>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Resolved {
    pub rule: &'static str,
    pub at: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RelationState {
    pub rule: &'static str,
    pub at: &'static str,
    #[serde(serialize_with = "outcome_name")]
    pub state: Outcome,
    /// left - right; `None` while figures are missing.
    pub difference: Option<Figure>,
}

fn outcome_name<S: serde::Serializer>(outcome: &Outcome, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(outcome.name())
}

impl Outcome {
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Holds => "holds",
            Outcome::Broken => "broken",
            Outcome::Open => "open",
            Outcome::NotAssessed => "notAssessed",
        }
    }
}

/// A form being filled in.
///
/// ```
/// use gouji::check::{Options, Session};
/// use gouji::report::Report;
///
/// let mut session = Session::open(Report::of_year(2024), None, Options::default());
/// for (column, figure) in ["upheld", "corrected", "other", "pending"].iter().zip([1, 0, 0, 0]) {
///     let cell = gouji::form::cell(&format!("disputes.reconsideration.{column}")).unwrap();
///     assert!(session.set_integer(cell, figure).appeared.is_empty());
/// }
/// let total = gouji::form::cell("disputes.reconsideration.total").unwrap();
/// assert_eq!(session.set_integer(total, 2).appeared[0].rule, "disputes-total");
/// assert_eq!(session.set_integer(total, 1).resolved[0].rule, "disputes-total");
/// ```
pub struct Session {
    pub(crate) assessment: Assessment,
    /// Which relations speak now.
    speaking: Vec<bool>,
    /// The consequences in the book: few, and looked at again whenever a relation starts or stops to speak.
    consequences: Vec<u16>,
    touched: Vec<u16>,
    flipped: Vec<(usize, bool)>,
    pending: Change,
}

impl Session {
    pub fn open(report: Report, previous: Option<&Report>, options: Options) -> Session {
        Session::open_with(&BOOK, report, previous, options)
    }

    fn open_with(book: &'static Book, report: Report, previous: Option<&Report>, options: Options) -> Session {
        let assessment = Assessment::new(book, report, previous, options);
        let all = 0..book.instances.len();
        Session {
            speaking: all.clone().map(|index| assessment.speaks(index)).collect(),
            consequences: all.filter(|index| book.rule(&book.instances[*index]).is_consequence()).map(|index| index as u16).collect(),
            assessment,
            touched: Vec::new(),
            flipped: Vec::new(),
            pending: Change::default(),
        }
    }

    /// Write a cell as typed.
    pub fn set_text(&mut self, cell: CellIndex, text: &str) -> Change {
        self.edit(cell, &mut |report| report.set_text(cell, text))
    }

    pub fn set_integer(&mut self, cell: CellIndex, number: i64) -> Change {
        self.edit(cell, &mut |report| report.set_integer(cell, number))
    }

    pub fn set_node(&mut self, cell: CellIndex, node: &Node) -> Change {
        self.edit(cell, &mut |report| report.set_node(cell, node))
    }

    fn edit(&mut self, cell: CellIndex, write: &mut dyn FnMut(&mut Report)) -> Change {
        self.write(cell, write);
        let mut change = self.take_change();
        change.relations = self.touched.iter().map(|index| self.state(*index as usize)).collect();
        change
    }

    /// Write a cell; true where [`Session::take_change`] has something to tell. [`Session::touched`] are then the
    /// relations the cell stands in. This and no more runs on every key stroke.
    pub fn write(&mut self, cell: CellIndex, write: &mut dyn FnMut(&mut Report)) -> bool {
        let odd_before = if self.is_odd(cell) { self.odd(cell) } else { Vec::new() };
        write(&mut self.assessment.report);
        let odd_now = if self.is_odd(cell) { self.odd(cell) } else { Vec::new() };
        let gone = |finding: &&Finding| !odd_now.iter().any(|now| now.rule == finding.rule);
        self.pending.resolved.extend(odd_before.iter().filter(gone).map(Resolved::of));
        self.look_again(cell);
        self.pending.appeared.extend(odd_now.into_iter().filter(|finding| !odd_before.contains(finding)));
        !(self.flipped.is_empty() && self.pending.resolved.is_empty() && self.pending.appeared.is_empty())
    }

    /// The findings that appeared and were resolved since this was last asked.
    pub fn take_change(&mut self) -> Change {
        let mut change = std::mem::take(&mut self.pending);
        for (index, speaks) in std::mem::take(&mut self.flipped) {
            let instance = &self.assessment.book.instances[index];
            if speaks {
                change.appeared.push(self.assessment.relation_finding(index));
            } else {
                change.resolved.push(Resolved { rule: self.assessment.book.rule(instance).id, at: instance.at.to_string() });
            }
        }
        change
    }

    /// Which relations now speak (also with other figures) or ceased to.
    fn look_again(&mut self, cell: CellIndex) {
        let book = self.assessment.book;
        self.touched.clear();
        for touch in book.touches(cell) {
            let index = book.linears[touch.linear as usize].instance;
            if self.assessment.standing(index as usize) != Standing::Absent && self.touched.last() != Some(&index) {
                self.touched.push(index);
            }
        }
        if self.assessment.refresh(cell) {
            let mut causes = false;
            for position in 0..self.touched.len() {
                let index = self.touched[position] as usize;
                if !book.rule(&book.instances[index]).is_consequence() {
                    let speaks = self.assessment.speaks(index);
                    causes |= speaks != self.speaking[index];
                    self.flip(index, speaks);
                }
            }
            for position in 0..self.consequences.len() {
                let index = self.consequences[position];
                let touched = self.touched.contains(&index);
                if causes || touched {
                    let speaks = self.assessment.speaks(index as usize);
                    if touched || speaks != self.speaking[index as usize] {
                        self.flip(index as usize, speaks);
                    }
                }
            }
        }
        self.touched.retain(|index| !book.rule(&book.instances[*index as usize]).is_consequence());
    }

    fn flip(&mut self, index: usize, speaks: bool) {
        if speaks || self.speaking[index] {
            self.flipped.push((index, speaks));
        }
        self.speaking[index] = speaks;
    }

    /// The relations (consequences left out) that the cell written last stands in.
    pub fn touched(&self) -> &[u16] {
        &self.touched
    }

    fn odd(&self, cell: CellIndex) -> Vec<Finding> {
        self.assessment.cell_findings(cell, false).into_iter().map(|(_, finding)| finding).collect()
    }

    /// Is anything odd about the text of the cell?
    fn is_odd(&self, cell: CellIndex) -> bool {
        !self.assessment.report.reading(cell).oddities.is_empty() || !self.assessment.context.has_cell(cell)
    }

    /// State and difference of a relation.
    pub fn state(&self, index: usize) -> RelationState {
        let book = self.assessment.book;
        let instance = &book.instances[index];
        RelationState {
            rule: book.rule(instance).id,
            at: instance.at,
            state: self.assessment.outcome(index),
            difference: self.difference(index),
        }
    }

    fn difference(&self, index: usize) -> Option<Figure> {
        let book = self.assessment.book;
        let instance = &book.instances[index];
        let sums = self.assessment.sums(index);
        if !sums.is_complete() || self.assessment.standing(index) == Standing::NotAssessed {
            return None;
        }
        let money = book
            .main_terms(instance)
            .first()
            .filter(|term| matches!(CELLS[term.cell as usize].kind, Kind::MoneyTenThousand | Kind::MoneyWritten));
        match money.map(|term| self.assessment.report.reading(term.cell).value) {
            None => Some(Figure::Count(sums.difference())),
            Some(crate::report::value::Value::Money(amount, _)) => Some(Figure::Money(amount.to_string())),
            Some(_) => Some(Figure::Money("0".to_string())),
        }
    }

    /// Every relation in force (consequences left out).
    pub fn relations(&self) -> Vec<RelationState> {
        let book = self.assessment.book;
        (0..book.instances.len())
            .filter(|index| self.assessment.standing(*index) != Standing::Absent && !book.rule(&book.instances[*index]).is_consequence())
            .map(|index| self.state(index))
            .collect()
    }

    /// What stands now; `whole` adds what is asked only at submission.
    pub fn findings(&self, whole: bool) -> Vec<Finding> {
        self.assessment.findings(whole)
    }

    /// Give or take back the explanation of a warning (`rule@at`); false where there is no such rule.
    pub fn explain(&mut self, finding: &str, text: Option<&str>) -> bool {
        let finding = finding.trim_end_matches('@');
        let known = finding.split('@').next().is_some_and(|rule| self.assessment.book.find(rule).is_some() || OF_DOCUMENTS.contains(&rule));
        if known {
            self.assessment.report.explain(finding, text);
        }
        known
    }

    /// The same as [`super::check`] of the report as it stands.
    pub fn answer(&self) -> Answer {
        self.assessment.answer()
    }
}

impl Resolved {
    fn of(finding: &Finding) -> Resolved {
        Resolved { rule: finding.rule, at: finding.at.clone() }
    }
}
