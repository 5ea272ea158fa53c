//! Tables in text: every cell became a line, or every row one; labels are broken over lines, page numbers stand between.

use super::fit::{Spot, Written, is_value};
use super::header::Disputes;
use super::label::{self, Match, RowName};
use super::plain::letters;
use super::rows::{Found, Rows, What};

#[derive(Default)]
pub struct Flat {
    /// The lines since the last row of figures.
    lines: Vec<usize>,
    letters: Vec<char>,
    label: String,
    figures: Vec<Written>,
    disputes: Disputes,
    /// Labels that other labels followed: rows without any figure.
    passed: Vec<(Match, usize)>,
    /// The line of the last row that was recognised.
    last_row: Option<(usize, Match)>,
    /// In a section that holds a table.
    in_section: bool,
}

impl Flat {
    pub fn line(&mut self, rows: &mut Rows, index: usize, number: usize, text: &str, section: Option<usize>) {
        self.in_section = section.is_some_and(|section| (1..=3).contains(&section));
        if is_page_number(text) {
            rows.in_table[index] = true;
            return;
        }
        let (label, figures) = self.taken_apart(text);
        if !label.is_empty() {
            self.close(rows);
            self.lines.push(index);
            self.add_label(rows, index, label);
        }
        if figures.is_empty() && ends_a_sentence(label) {
            self.forget();
        }
        if !figures.is_empty() && !self.lines.is_empty() {
            if label.is_empty() {
                self.lines.push(index);
            }
            let spot = Spot::Line(number);
            self.figures.extend(figures.into_iter().map(|text| Written { text: text.to_string(), spot }));
        }
    }

    /// A heading or a table follows: what was gathered is complete, and labels at the end stand for blank rows.
    pub fn end(&mut self, rows: &mut Rows) {
        self.close(rows);
        if self.last_row.is_some() {
            self.add_passed(rows, None);
        }
        self.forget();
    }

    fn add_passed(&mut self, rows: &mut Rows, but: Option<RowName>) {
        for (passed, line) in self.passed.drain(..).filter(|(passed, _)| Some(passed.row) != but) {
            let label = passed.label.to_string();
            let what = What::Row(passed);
            rows.add(Found { what, label, written: Vec::new(), line, source: 0, column: None, order: None });
        }
    }

    /// What was gathered is not part of a table.
    fn forget(&mut self) {
        *self = Flat { last_row: self.last_row, in_section: self.in_section, ..Flat::default() };
    }

    /// The figures of a row are complete when something else follows.
    pub fn close(&mut self, rows: &mut Rows) {
        let Some(&line) = self.lines.last().filter(|_| !self.figures.is_empty()) else { return };
        let what = if self.disputes.is_known() && self.is_long() {
            Some(What::Disputes)
        } else {
            let found = self.exact(&self.letters).or_else(|| if self.is_near(line) { rows.guess(&self.letters) } else { None });
            found.filter(|found| self.is_label(*found, line)).map(What::Row).or_else(|| self.unknown(line))
        };
        if let Some(what) = what {
            if let What::Row(found) = what {
                self.add_passed(rows, Some(found.row));
                self.last_row = Some((line, found));
            }
            let (label, written) = (std::mem::take(&mut self.label), std::mem::take(&mut self.figures));
            rows.add(Found { what, label, written, line, source: 0, column: None, order: None });
            self.lines.iter().for_each(|line| rows.in_table[*line] = true);
        }
        self.forget();
    }

    fn add_label(&mut self, rows: &mut Rows, index: usize, label: &str) {
        /// Longer than any label with the headings of its groups.
        const ENOUGH: usize = 100;
        const LONGEST_WORD: usize = 12;
        let found = letters(label);
        self.letters.extend(&found);
        if self.letters.len() > ENOUGH {
            self.letters.drain(..self.letters.len() - ENOUGH);
        }
        self.label = label.split_whitespace().collect();
        // The words of a header may begin in the lines before.
        let new = &self.letters[self.letters.len().saturating_sub(found.len() + LONGEST_WORD)..];
        self.disputes.text(new);
        rows.header.text(new);
        // （六）其他处理 is a row in one layout and the heading of a group in the other. In prose a label is not all of a line.
        const IN_FRONT: usize = 2;
        let is_row = |passed: &Match| passed.row.id != "other" && found.len() <= letters(passed.label).len() + IN_FRONT;
        if let Some(passed) = self.exact(&self.letters).filter(|found| self.is_near(index) && is_row(found)) {
            self.passed.push((passed, index));
        }
    }

    /// The fifteen figures of the disputes table, some blank or run together. Prose tells the same outcomes one by one.
    fn is_long(&self) -> bool {
        const FEWEST: usize = 5;
        const DIGITS: usize = 15;
        let digits = self.figures.iter().flat_map(|written| written.text.chars()).filter(|c| c.is_numeric()).count();
        self.figures.len() >= FEWEST || digits >= DIGITS
    }

    fn exact(&self, letters: &[char]) -> Option<Match> {
        label::exact(letters, self.last_row.map(|(_, found)| found.row))
    }

    /// A short word before a figure may stand in any sentence, and so may any label at the end of a long one.
    fn is_label(&self, found: Match, line: usize) -> bool {
        /// The headings of two groups.
        const IN_FRONT: usize = 16;
        let length = found.label.chars().count();
        (length > 4 || self.is_near(line)) && letters(&self.label).len() <= length + IN_FRONT
    }

    /// In a section with a table, or shortly behind a row.
    fn is_near(&self, line: usize) -> bool {
        const NEAR: usize = 40;
        self.in_section || self.last_row.is_some_and(|(last, _)| line < last + NEAR)
    }

    /// Several figures directly behind a row of the form, with a label that none has.
    fn unknown(&self, line: usize) -> Option<What> {
        const NEXT: usize = 12;
        let (last, found) = self.last_row?;
        (self.figures.len() > 2 && line < last + NEXT + self.figures.len()).then_some(What::Unknown(found.row.table))
    }

    /// A line is a label, figures, or a label with figures behind it.
    fn taken_apart<'a>(&self, text: &'a str) -> (&'a str, Vec<&'a str>) {
        let text = text.trim();
        let (label, figures) = split_off(text);
        // A mark in place of a figure is one only behind a label: "无" is also the text of a section.
        let is_mark = figures.first().is_some_and(|figure| !figure.chars().any(char::is_numeric));
        let is_behind_label = || match label.is_empty() {
            true => !self.figures.is_empty() || self.exact(&self.letters).is_some() || self.disputes.is_known(),
            false => self.exact(&letters(label)).is_some(),
        };
        if is_mark && !is_behind_label() { (text, Vec::new()) } else { (label, figures) }
    }
}

/// The figures at the end of a line, and what stands before them. A unit may stand apart from its figure.
fn split_off(text: &str) -> (&str, Vec<&str>) {
    let mut figures = Vec::new();
    let mut rest = text;
    loop {
        let last = rest.rfind(char::is_whitespace).map_or(0, |gap| gap + rest[gap..].chars().next().map_or(1, char::len_utf8));
        let before = rest[..last].trim_end();
        let with_unit = before.rfind(char::is_whitespace).map_or(0, |gap| gap + before[gap..].chars().next().map_or(1, char::len_utf8));
        let start = if is_value(&rest[last..]) {
            last
        } else if is_value(&before[with_unit..]) && is_value(&rest[with_unit..]) {
            with_unit
        } else {
            break;
        };
        figures.push(&rest[start..]);
        rest = rest[..start].trim_end();
    }
    figures.reverse();
    (rest, figures)
}

/// "- 4 -", "第 4 页", "4 / 12"
fn is_page_number(text: &str) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | '－' | '―' | '·' | '~' | '～');
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let inner = squeezed.trim_matches(is_dash);
    let is_number = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(inner) && squeezed.starts_with(is_dash) && squeezed.ends_with(is_dash))
        || inner.strip_prefix('第').and_then(|rest| rest.split_once('页')).is_some_and(|(number, _)| is_number(number))
        || inner.split_once('/').is_some_and(|(page, pages)| is_number(page) && is_number(pages))
}

fn ends_a_sentence(text: &str) -> bool {
    text.ends_with(['。', '；', '：', ':', '！', '？', ';'])
}
