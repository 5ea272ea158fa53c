//! What a report is held against: the layouts in force, last year's report, the body's level and kind.

use super::options::{Blank, Options};
use super::outcome::Operand;
use crate::form::{CELLS, CellIndex, Kind, LAYOUTS, Table};
use crate::report::value::{Reading, Value};
use crate::report::{BodyKind, Level, Report};
use crate::rules::{Book, Instance, Rule, Severity};

/// Last year's figures, where a suitable report was given.
pub struct Previous {
    pub report: Report,
    layouts: [usize; 2],
}

pub struct Context {
    /// Layout of the disclosure and the requests table; `None` where the year has no form.
    pub layouts: Option<[usize; 2]>,
    pub year: u16,
    /// The year whose rules judge each table: a table in the layout of other years is judged by theirs.
    form_years: [u16; 3],
    pub previous: Option<Previous>,
    /// The year of the previous report as given, suitable or not.
    pub given_previous: Option<String>,
    level: Option<Level>,
    kind: Option<BodyKind>,
    /// Last year's report is known to be of the same body and scope.
    same_body: bool,
    pub options: Options,
}

/// All that decides which relations are in force and how grave they are.
#[derive(Clone, PartialEq)]
pub struct Frame {
    layouts: Option<[usize; 2]>,
    previous: Option<[usize; 2]>,
    form_years: [u16; 3],
    level: Option<Level>,
    kind: Option<BodyKind>,
    same_body: bool,
    severities: Vec<(u8, Option<Severity>)>,
}

/// What an operand of a relation is, under a reading of blanks.
pub fn operand(cell: CellIndex, reading: Reading, blank: Blank) -> Operand {
    match reading.value {
        Value::Count(number) => Operand::Known(number),
        // Money is only ever compared with zero (the build refuses anything else), so its sign says all.
        Value::Money(amount, _) => Operand::Known(amount.signum()),
        Value::Blank if blank == Blank::Zero => Operand::Known(0),
        Value::Blank | Value::Unreadable if CELLS[cell as usize].kind == Kind::SignedCount => Operand::UnknownSigned,
        Value::Blank | Value::Unreadable => Operand::Unknown,
    }
}

/// The report year, or the year nearest to it in which the layout was in use.
fn form_year(year: u16, layout: usize) -> u16 {
    let next = LAYOUTS.get(layout + 1).map_or(u16::MAX, |next| next.first_year);
    year.clamp(LAYOUTS[layout].first_year, next - 1)
}

/// A body's name without white space, for comparing.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

pub fn same_name(one: Option<&str>, other: Option<&str>) -> Option<bool> {
    Some(plain(one?) == plain(other?))
}

impl Context {
    pub fn new(report: &Report, given: Option<&Report>, options: Options) -> Context {
        let suitable =
            given.filter(|previous| previous.year.is_some() && previous.year == report.year.and_then(|year| year.checked_sub(1)));
        let previous = suitable.and_then(|previous| Some(Previous { layouts: previous.layouts_in_force()?, report: previous.clone() }));
        let same_body = previous.as_ref().is_some_and(|previous| {
            let previous = &previous.report;
            same_name(report.body.as_deref(), previous.body.as_deref()) == Some(true)
                && report.level.is_some()
                && report.kind.is_some()
                && previous.level.is_none_or(|level| Some(level) == report.level)
                && previous.kind.is_none_or(|kind| Some(kind) == report.kind)
        });
        let layouts = report.layouts_in_force();
        let year = report.year.and_then(|year| u16::try_from(year).ok()).unwrap_or(0);
        let [disclosure, requests] = layouts.unwrap_or_default();
        Context {
            layouts,
            year,
            form_years: [form_year(year, disclosure), form_year(year, requests), year],
            previous,
            given_previous: given.map(|given| given.year_shown.clone()),
            level: report.level,
            kind: report.kind,
            same_body,
            options,
        }
    }

    pub fn frame(&self) -> Frame {
        Frame {
            layouts: self.layouts,
            previous: self.previous.as_ref().map(|previous| previous.layouts),
            form_years: self.form_years,
            level: self.level,
            kind: self.kind,
            same_body: self.same_body,
            severities: self.options.severities.clone(),
        }
    }

    /// The layout of a table; the disputes table is the same in both.
    pub fn layout(&self, table: Table) -> usize {
        match (self.layouts, table) {
            (Some([disclosure, _]), Table::Disclosure) => disclosure,
            (Some([_, requests]), Table::Requests) => requests,
            _ => 0,
        }
    }

    /// Is the cell in the layout in force for its table?
    pub fn has_cell(&self, cell: CellIndex) -> bool {
        let of = &CELLS[cell as usize];
        self.layouts.is_some() && of.is_in(self.layout(of.table))
    }

    pub fn previous_operand(&self, cell: CellIndex) -> Operand {
        match &self.previous {
            Some(previous) => operand(cell, previous.report.reading(cell), self.options.blank),
            None => Operand::Unknown,
        }
    }

    /// Do the layouts in force have the cells of this instance, and is its rule in force?
    pub fn in_force(&self, book: &Book, instance: &Instance) -> bool {
        let Some(layouts) = self.layouts else { return false };
        let fits = |position: usize, layout: usize| instance.layouts >> (position * 2 + layout) & 1 == 1;
        fits(0, layouts[0])
            && fits(1, layouts[1])
            && self.rule_in_force(book.rule(instance), book.main_terms(instance).first().map(|term| term.cell))
    }

    /// Is a rule in force for the table of a cell, or for the report as a whole?
    pub fn rule_in_force(&self, rule: &Rule, cell: Option<CellIndex>) -> bool {
        let year = cell.map_or(self.year, |cell| self.form_years[CELLS[cell as usize].table as usize]);
        (rule.since..=rule.until).contains(&year)
    }

    /// Does the instance have what it needs of last year's report?
    pub fn is_assessable(&self, book: &Book, instance: &Instance) -> bool {
        if !book.linears(instance).first().is_some_and(|linear| linear.previous) {
            return true;
        }
        let Some(previous) = &self.previous else { return false };
        let fits = |position: usize, layout: usize| instance.layouts >> (position * 2 + layout) & 1 == 1;
        fits(2, previous.layouts[0]) && fits(3, previous.layouts[1])
    }

    /// How grave a finding of this rule would be here; `None` where it does not apply or was switched off.
    pub fn severity(&self, book: &Book, index: u8, at: &str) -> Option<Severity> {
        let rule = &book.rules[index as usize];
        if rule.severity_where.is_empty() {
            return self.options.apply(book, index, rule.severity);
        }
        let bit = |mask: u8, position: Option<usize>| mask == u8::MAX || position.is_some_and(|position| mask >> position & 1 == 1);
        let place = rule.severity_where.iter().find(|place| {
            (place.at.is_empty() || place.at.contains(&at))
                && bit(place.levels, self.level.map(|level| level as usize))
                && bit(place.kinds, self.kind.map(|kind| kind as usize))
                && (!place.same_body || self.same_body)
        });
        let own = match place {
            Some(place) => place.severity?,
            None => rule.severity,
        };
        self.options.apply(book, index, own)
    }
}
