//! Something odd about the document itself. The words stand in `src/rules/data/document.toml`.

use super::outline;
use crate::answer::{Basis, Figure, Finding, FindingCell, Role};
use crate::form::{CELLS, CellIndex, SECTIONS, Table};
use crate::report::shortened;
use crate::rules::{BOOK, Language, Text};

#[derive(Clone, Debug, PartialEq)]
pub struct Oddity {
    rule: u8,
    at: String,
    cells: Vec<CellIndex>,
    place: [String; 2],
    text: String,
    value: String,
}

impl Oddity {
    pub fn new(rule: u8, at: &str) -> Oddity {
        Oddity { rule, at: at.to_string(), cells: Vec::new(), place: Default::default(), text: String::new(), value: String::new() }
    }

    /// About a section; the rule comes with [`Oddity::raised`].
    pub fn section(section: usize) -> Oddity {
        let place = SECTIONS.get(section).map(|of| [[of.ordinal, "、", of.title].concat(), ["section \"", of.english, "\""].concat()]);
        Oddity { place: place.unwrap_or_default(), ..Oddity::new(0, outline::key(section)) }
    }

    /// About a table; the rule comes with [`Oddity::raised`].
    pub fn table(table: Table) -> Oddity {
        let place = table.section().map(|of| [[of.ordinal, "、", of.title, "表"].concat(), ["the table \"", of.english, "\""].concat()]);
        Oddity { place: place.unwrap_or_default(), ..Oddity::new(0, table.id()) }
    }

    /// About a row of a table, with its official name in both languages.
    pub fn row(table: Table, row: &str, cells: &[CellIndex], name: [String; 2]) -> Oddity {
        Oddity { cells: cells.to_vec(), place: name, ..Oddity::new(0, &[table.id(), ".", row].concat()) }
    }

    /// Of several of one rule about one table.
    pub fn at(self, at: &str) -> Oddity {
        Oddity { at: at.to_string(), ..self }
    }

    pub fn about(self, cells: &[CellIndex]) -> Oddity {
        Oddity { cells: cells.to_vec(), ..self }
    }

    pub fn raised(self, rule: u8, text: &str, value: &str) -> Oddity {
        Oddity { rule, ..self }.with(text, value)
    }

    pub fn with(self, text: &str, value: &str) -> Oddity {
        Oddity { text: shortened(text), value: shortened(value), ..self }
    }

    /// Its number in [`crate::rules::id`].
    pub fn rule(&self) -> u8 {
        self.rule
    }

    /// `rule@at`
    pub fn key(&self) -> String {
        crate::answer::key(BOOK.of_documents(self.rule).map_or("", |rule| rule.id), &self.at)
    }

    /// In words.
    pub fn finding(&self, language: Language) -> Option<Finding> {
        let of = BOOK.of_documents(self.rule)?;
        let say = |text: &Text| {
            crate::check::filled(text.in_language(language), |name| match name {
                "place" => self.place[usize::from(language == Language::English)].clone(),
                "text" => self.text.clone(),
                "value" => self.value.clone(),
                _ => self.at.clone(),
            })
        };
        let cells = self.cells.iter().map(|cell| FindingCell { cell: CELLS[*cell as usize].id, role: Role::Cell, previous: false });
        Some(Finding {
            rule: of.id,
            at: self.at.clone(),
            severity: of.severity,
            cells: cells.collect(),
            left: None::<Figure>,
            right: None,
            difference: None,
            message: say(&of.message),
            why: of.why.in_language(language),
            help: say(&of.help),
            basis: Basis { text: of.basis.in_language(language), certainty: of.certainty },
            related: Vec::new(),
            explained: None,
            instance: None,
        })
    }
}
