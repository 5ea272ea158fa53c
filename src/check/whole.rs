//! What concerns the report as a whole: its shape, its year, its tables and sections. The words stand in
//! `src/rules/data/report.toml`; here is only when to say them.

use super::Blank;
use super::assessment::Assessment;
use super::context::same_name;
use super::phrase::{Phrase, Words};
use crate::answer::{Finding, FindingCell, Role};
use crate::form::{CELLS, CONFIRMED_UNTIL, CellIndex, LAYOUTS, SECTIONS, Table, cells_of, layout_of};
use crate::report::value::Value;
use crate::report::{PROSE_SECTIONS, Problem, SECTION_KEYS};
use crate::rules::id;

type Found = Vec<(u8, Finding)>;

impl Assessment {
    /// What is wrong with the shape of the report; edits to cells do not change it.
    pub fn shape_findings(&self) -> Found {
        let mut found = Found::new();
        let Some(layouts) = self.context.layouts else {
            self.say(&mut found, id::YEAR_WITHOUT_FORM, "", self.stated(&self.report.year_shown), "");
            self.problems(&mut found);
            return found;
        };
        if self.context.year > CONFIRMED_UNTIL {
            self.say(&mut found, id::YEAR_UNCONFIRMED, "", "", "");
        }
        let of_year = layout_of(i64::from(self.context.year));
        for (table, layout) in [Table::Disclosure, Table::Requests].into_iter().zip(layouts) {
            if let Some(wanted) = of_year.filter(|wanted| *wanted != layout) {
                let (used, wanted) = (LAYOUTS[layout].id.to_string(), LAYOUTS[wanted].id.to_string());
                self.say_at_table(&mut found, id::LAYOUT_OF_OTHER_YEAR, table, &used, &wanted);
            }
        }
        self.problems(&mut found);
        self.previous(&mut found);
        found
    }

    fn problems(&self, found: &mut Found) {
        let mut told = Vec::new();
        for problem in &self.report.problems {
            let (rule, at, text) = match problem {
                Problem::UnknownKey(key) => (id::KEY_UNKNOWN, key.as_str(), key.as_str()),
                Problem::UnknownCell(cell) => (id::CELL_UNKNOWN, cell.as_str(), cell.as_str()),
                Problem::InvalidValue { key, shown } => (id::VALUE_INVALID, key.as_str(), shown.as_str()),
                Problem::CellGivenTwice(cell) => (id::CELL_GIVEN_TWICE, CELLS[*cell as usize].id, ""),
            };
            // Names are shortened, so that two of them can look alike.
            if let Err(place) = told.binary_search(&(rule, at)) {
                told.insert(place, (rule, at));
                self.say(found, rule, at, text, "");
                if let Problem::CellGivenTwice(cell) = problem {
                    point_at(found, rule, *cell);
                }
            }
        }
    }

    fn previous(&self, found: &mut Found) {
        let Some(given) = &self.context.given_previous else { return };
        let Some(previous) = &self.context.previous else {
            let wanted = self.context.year.saturating_sub(1).to_string();
            self.say(found, id::PREVIOUS_UNSUITABLE, "", self.stated(given), &wanted);
            return;
        };
        let (last, this) = (previous.report.body.as_deref(), self.report.body.as_deref());
        if same_name(last, this) == Some(false) {
            self.say(found, id::PREVIOUS_OF_OTHER_BODY, "", last.unwrap_or_default(), this.unwrap_or_default());
        }
    }

    /// What is asked only of a finished report.
    pub fn whole_findings(&self) -> Found {
        let mut found = Found::new();
        if self.context.layouts.is_none() {
            return found;
        }
        let (mut blanks, mut written, mut all_zero) = (0u32, false, true);
        for table in Table::ALL {
            let mut missing = true;
            for cell in cells_of(table, self.context.layout(table)) {
                let reading = self.report.reading(cell);
                match reading.value {
                    Value::Blank => {
                        blanks += 1;
                        missing &= reading.oddities.is_empty();
                        written |= !reading.oddities.is_empty();
                        all_zero &= self.context.options.blank == Blank::Zero;
                        continue;
                    }
                    Value::Count(number) => all_zero &= number == 0,
                    Value::Money(amount, _) => all_zero &= amount.is_zero(),
                    Value::Unreadable => all_zero = false,
                }
                (written, missing) = (true, false);
            }
            if missing {
                self.say_at_table(&mut found, id::TABLE_MISSING, table, "", "");
            }
        }
        if all_zero && written {
            self.say(&mut found, id::REPORT_ALL_ZERO, "", "", "");
        }
        if blanks > 0 && self.context.options.blank == Blank::Zero {
            self.say(&mut found, id::BLANKS_READ_AS_ZERO, "", &blanks.to_string(), "");
        }
        self.sections(&mut found);
        found
    }

    fn sections(&self, found: &mut Found) {
        let Some(sections) = &self.report.sections else { return };
        for place in PROSE_SECTIONS {
            let empty = sections[place].trim_matches(|c: char| c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}').is_empty();
            if let Some(section) = SECTIONS.get(place).filter(|_| empty) {
                let title = [section.ordinal, "、", self.words(section.title, section.english)].concat();
                self.say(found, id::SECTION_MISSING, SECTION_KEYS[place], &title, "");
            }
        }
        self.charges(found, &sections[5]);
    }

    /// Charges were made, and section 六 is a bare "无".
    fn charges(&self, found: &mut Found, other: &str) {
        let Some(cell) = crate::form::cell("disclosure.fees.amount").filter(|cell| self.context.has_cell(*cell)) else { return };
        let bare: String = other.chars().filter(|c| !c.is_whitespace() && !"。.．、，,！!".contains(*c)).collect();
        let Value::Money(amount, _) = self.report.reading(cell).value else { return };
        if bare == "无" && amount.signum() > 0 {
            self.say(found, id::CHARGES_WITHOUT_STATEMENT, "", &bare, &amount.to_string());
            point_at(found, id::CHARGES_WITHOUT_STATEMENT, cell);
        }
    }

    /// A year as stated, for a message that must not have a hole in it.
    fn stated<'a>(&self, year: &'a str) -> &'a str {
        if year.is_empty() { self.words("未填写", "missing") } else { year }
    }

    fn words(&self, zh: &'static str, en: &'static str) -> &'static str {
        crate::rules::Text { zh, en }.in_language(self.context.options.language)
    }

    fn say_at_table(&self, found: &mut Found, rule: u8, table: Table, text: &str, value: &str) {
        let words = Words { place: Phrase::new(self).table(table), text: text.to_string(), value: value.to_string(), ..Words::default() };
        self.push(found, rule, table.id(), &words);
    }

    fn say(&self, found: &mut Found, rule: u8, at: &str, text: &str, value: &str) {
        let words = Words {
            at: at.to_string(),
            cell: crate::form::cell(at).map_or_else(String::new, |cell| Phrase::new(self).cell(cell)),
            text: text.to_string(),
            value: value.to_string(),
            ..Words::default()
        };
        self.push(found, rule, at, &words);
    }

    fn push(&self, found: &mut Found, rule: u8, at: &str, words: &Words) {
        let in_force = self.context.layouts.is_none() || self.context.rule_in_force(&self.book.rules[rule as usize], None);
        if let Some(severity) = self.context.severity(self.book, rule, at).filter(|_| in_force) {
            found.push((rule, self.finding(rule, at, severity, Vec::new(), words)));
        }
    }
}

/// The finding of this rule just told, if it was told, is about a cell.
fn point_at(found: &mut Found, rule: u8, cell: CellIndex) {
    if let Some((_, finding)) = found.last_mut().filter(|(last, _)| *last == rule) {
        finding.cells.push(FindingCell { cell: CELLS[cell as usize].id, role: Role::Cell, previous: false });
    }
}
