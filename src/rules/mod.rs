//! The rule book: what must hold, since when, on what basis, in which words.
//!
//! The data stands in `src/rules/data`, one block a rule; `src/build/rules.rs` says what a block holds, refuses
//! bad data and expands each rule to its instances (one for each column, row, group …). This module holds the
//! types the expanded book is made of.

mod face;
mod packed;

pub use face::{BookFace, Card, RuleFace, book_face, card};
#[cfg(not(target_arch = "wasm32"))]
mod markdown;
#[cfg(not(target_arch = "wasm32"))]
pub use markdown::markdown;

use crate::answer::{FindingCell, Role};
use crate::form::CELLS;
use serde::Serialize;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The language of the words in an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    Chinese,
    English,
}

/// One text in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    pub zh: &'static str,
    pub en: &'static str,
}

impl Text {
    pub fn in_language(&self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.zh,
            Language::English => self.en,
        }
    }
}

/// How grave a finding is. The order is that of importance, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// 必须修改: the report cannot be right as it stands.
    Error,
    /// 请核实并说明: usually a mistake; an explanation answers it.
    Warning,
    /// 提示: worth a look.
    Notice,
}

impl Severity {
    pub fn name(self) -> &'static str {
        ["error", "warning", "notice"][self as usize]
    }

    pub fn named(name: &str) -> Option<Severity> {
        [("error", Severity::Error), ("warning", Severity::Warning), ("notice", Severity::Notice)]
            .into_iter()
            .find(|(id, _)| *id == name)
            .map(|(_, severity)| severity)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleKind {
    /// A comparison of sums of cells.
    Relation,
    /// Raised by the text of one cell.
    Cell,
    /// Raised by the report as a whole.
    Report,
    /// Raised by the document that a report was read from.
    Document,
}

/// How a message names the figures of a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    Row,
    Column,
    Cell,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Equal,
    AtMost,
    AtLeast,
}

/// Another severity for some instances or bodies; the first that matches counts.
pub struct SeverityWhere {
    pub at: &'static [&'static str],
    /// Bits in the order of `report::Level`.
    pub levels: u8,
    /// Bits in the order of `report::BodyKind`.
    pub kinds: u8,
    /// Only where last year's report is known to be of the same body and scope.
    pub same_body: bool,
    /// `None`: the rule does not apply.
    pub severity: Option<Severity>,
}

pub struct Rule {
    pub id: &'static str,
    pub kind: RuleKind,
    pub naming: Naming,
    pub severity: Severity,
    pub severity_where: &'static [SeverityWhere],
    /// One of the relations that can be lowered but not switched off.
    pub hard: bool,
    /// A consequence of these rules, never reported beside them.
    pub follows_from: &'static [u8],
    /// First and last form year.
    pub since: u16,
    pub until: u16,
    pub certainty: &'static str,
    pub basis: Text,
    pub title: Text,
    pub message: Text,
    pub why: Text,
    pub help: Text,
    pub equation: Text,
    /// JSON: `{"holds": […], "fails": […]}`. Examples document and test a rule; the wasm does without their weight.
    #[cfg(not(target_arch = "wasm32"))]
    pub examples: &'static str,
}

impl Rule {
    pub fn is_consequence(&self) -> bool {
        !self.follows_from.is_empty()
    }
}

/// A rule at one column, row, group … under the layouts it fits.
pub struct Instance {
    pub rule: u8,
    pub at: &'static str,
    pub row: u8,
    pub column: u8,
    pub cell: u8,
    /// Two bits each, one for each layout: disclosure, requests, last year's disclosure, last year's requests.
    pub layouts: u8,
    /// First and number in [`Book::linears`]: the relation, then the conditions.
    pub linears: (u16, u8),
}

/// `left relation right`, or a condition `sum relation constant`.
pub struct Linear {
    pub relation: Relation,
    pub constant: i32,
    pub instance: u16,
    /// Some figure in it is last year's.
    pub previous: bool,
    /// First and number in [`Book::terms`].
    pub terms: (u16, u8),
}

#[derive(Clone, Copy)]
pub struct Term {
    pub cell: u8,
    pub coefficient: i8,
    pub right: bool,
    /// The figure of last year's report.
    pub previous: bool,
}

/// Where a cell stands in a relation.
#[derive(Clone, Copy)]
pub struct Touch {
    pub linear: u16,
    pub coefficient: i8,
    pub right: bool,
}

/// The whole book, with an index from cells to the relations they stand in.
pub struct Book {
    pub rules: &'static [Rule],
    pub instances: &'static [Instance],
    pub linears: &'static [Linear],
    pub terms: &'static [Term],
    touches: Vec<Touch>,
    /// Where the touches of each cell begin; one more than there are cells.
    first_touch: Vec<u16>,
}

impl Book {
    /// A book over expanded data. [`BOOK`] is the one that ships; tests make others with a rule changed.
    pub fn new(rules: &'static [Rule], instances: &'static [Instance], linears: &'static [Linear], terms: &'static [Term]) -> Book {
        let mut of_cell: Vec<Vec<Touch>> = (0..crate::form::CELL_COUNT).map(|_| Vec::new()).collect();
        for (index, linear) in linears.iter().enumerate() {
            for term in Book::slice(terms, linear.terms) {
                if !term.previous {
                    of_cell[term.cell as usize].push(Touch { linear: index as u16, coefficient: term.coefficient, right: term.right });
                }
            }
        }
        let mut touches = Vec::new();
        let mut first_touch = vec![0];
        for list in of_cell {
            touches.extend(list);
            first_touch.push(touches.len() as u16);
        }
        Book { rules, instances, linears, terms, touches, first_touch }
    }

    fn slice<T>(all: &'static [T], (first, count): (u16, u8)) -> &'static [T] {
        all.get(first as usize..first as usize + count as usize).unwrap_or_default()
    }

    pub fn rule(&self, instance: &Instance) -> &'static Rule {
        &self.rules[instance.rule as usize]
    }

    /// The relation of an instance first, then its conditions.
    pub fn linears(&self, instance: &Instance) -> &'static [Linear] {
        Book::slice(self.linears, instance.linears)
    }

    pub fn terms(&self, linear: &Linear) -> &'static [Term] {
        Book::slice(self.terms, linear.terms)
    }

    /// The terms of the relation itself.
    pub fn main_terms(&self, instance: &Instance) -> &'static [Term] {
        self.linears(instance).first().map(|linear| self.terms(linear)).unwrap_or_default()
    }

    pub fn touches(&self, cell: u8) -> &[Touch] {
        let bounds = self.first_touch.get(cell as usize).zip(self.first_touch.get(cell as usize + 1));
        bounds.and_then(|(first, last)| self.touches.get(*first as usize..*last as usize)).unwrap_or_default()
    }

    /// Every cell of an instance with its role, those of the relation first.
    pub fn cells(&self, instance: &Instance) -> Vec<FindingCell> {
        let mut cells: Vec<FindingCell> = Vec::new();
        for (offset, linear) in self.linears(instance).iter().enumerate() {
            for term in self.terms(linear) {
                let role = match (offset, term.right) {
                    (0, false) => Role::Left,
                    (0, true) => Role::Right,
                    _ => Role::When,
                };
                let cell = FindingCell { cell: CELLS[term.cell as usize].id, role, previous: term.previous };
                if !cells.contains(&cell) {
                    cells.push(cell);
                }
            }
        }
        cells
    }

    /// A rule of what documents raise, by its number in [`id`]. The module that reads documents holds no others.
    #[cfg(any(not(target_arch = "wasm32"), feature = "face-read"))]
    pub(crate) fn of_documents(&self, number: u8) -> Option<&'static Rule> {
        self.rules.get(number.checked_sub(FIRST_RULE)? as usize)
    }

    pub fn find(&self, id: &str) -> Option<usize> {
        self.rules.iter().position(|rule| rule.id == id)
    }
}

/// The rule book that ships.
pub static BOOK: LazyLock<Book> = LazyLock::new(|| {
    let all = packed::unpack(PACKED, TEXTS);
    Book::new(all.rules, all.instances, all.linears, all.terms)
});

/// The version of the rule book: that of the crate. [`HASH`] tells two books of one version apart.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
