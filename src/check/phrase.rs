//! Findings put into words: the templates of the rule book filled with official row numbers and figures.

use super::assessment::Assessment;
use crate::form::{self, CELLS, CellIndex, Kind, Table};
use crate::report::Report;
use crate::report::value::{MoneyUnit, Value};
use crate::rules::{Instance, Language, Linear, Naming, Relation, Term};

/// What a template may ask for beyond the instance: `{text}` and `{value}`.
#[derive(Clone, Debug, Default)]
pub struct Words {
    pub at: String,
    pub place: String,
    pub cell: String,
    pub text: String,
    pub value: String,
}

pub struct Phrase<'a> {
    assessment: &'a Assessment,
    language: Language,
}

impl<'a> Phrase<'a> {
    pub fn new(assessment: &'a Assessment) -> Phrase<'a> {
        Phrase { assessment, language: assessment.context.options.language }
    }

    fn choose(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    fn layout(&self, cell: CellIndex) -> usize {
        self.assessment.context.layout(CELLS[cell as usize].table)
    }

    /// "三（一）予以公开·自然人"
    pub fn cell(&self, cell: CellIndex) -> String {
        let of = &CELLS[cell as usize];
        match of.place(self.layout(cell)) {
            Some((row, column)) => [&row.titled(self.language), self.choose("·", ", "), self.choose(column.label, column.english)].concat(),
            None => of.id.to_string(),
        }
    }

    /// "三（一）·自然人": the official row number is enough beside a sentence that names the row.
    pub(crate) fn short(&self, cell: CellIndex) -> String {
        let of = &CELLS[cell as usize];
        let row = |row: &form::Row| match of.table {
            Table::Requests => [self.choose("", "item "), row.ordinal.in_language(self.language)].concat(),
            Table::Disputes => row.name.in_language(self.language).to_string(),
            Table::Disclosure => row.titled(self.language),
        };
        match of.place(self.layout(cell)) {
            Some((of_row, column)) => [&row(of_row), self.choose("·", ", "), self.choose(column.label, column.english)].concat(),
            None => of.id.to_string(),
        }
    }

    /// What an instance is about: "自然人列", "三（一）予以公开行", "行政复议".
    fn place(&self, instance: &Instance) -> String {
        let table = self.assessment.book.main_terms(instance).first().map(|term| CELLS[term.cell as usize].table);
        let cell = CELLS.get(instance.cell as usize).map(|_| self.cell(instance.cell));
        let row = form::row(instance.row).map(|row| match table {
            Some(Table::Disputes) => row.name.in_language(self.language).to_string(),
            _ => [self.choose("", "row "), &row.titled(self.language), self.choose("行", "")].concat(),
        });
        let column = form::column(instance.column);
        let column =
            column.map(|column| [self.choose("", "column "), self.choose(column.label, column.english), self.choose("列", "")].concat());
        let parts: Vec<String> = [cell, column, row].into_iter().flatten().collect();
        capitalised(&parts.join(self.choose("", ", ")))
    }

    /// How a figure is called inside a sum.
    fn name(&self, term: &Term, naming: Naming) -> String {
        let of = &CELLS[term.cell as usize];
        // Last year's report may have another layout; where the cell is in neither, its id must do.
        let place = of.place(self.layout(term.cell)).or_else(|| of.place(0)).or_else(|| of.place(1));
        let Some((row, column)) = place else { return of.id.to_string() };
        match (naming, of.table) {
            (Naming::Row, Table::Requests) => {
                // "三（三）1.(5)": without the dot the figure would run into the ordinal.
                let ordinal = row.ordinal.in_language(self.language);
                let dot = self.language == Language::Chinese && ordinal.ends_with(|c: char| c.is_ascii_digit());
                [self.choose("", "item "), ordinal, if dot { "." } else { "" }].concat()
            }
            (Naming::Row, _) => row.name.in_language(self.language).to_string(),
            (Naming::Column, _) => self.choose(column.label, column.english).to_string(),
            (Naming::Cell, _) => self.cell(term.cell),
        }
    }

    fn report(&self, term: &Term) -> Option<&'a Report> {
        if term.previous {
            self.assessment.context.previous.as_ref().map(|previous| &previous.report)
        } else {
            Some(&self.assessment.report)
        }
    }

    fn zero_blanks(&self) -> bool {
        self.assessment.context.options.blank == super::Blank::Zero
    }

    /// Nobody knows the figure: unreadable, or blank where a blank is not 0.
    fn is_unknown(&self, report: &Report, cell: CellIndex) -> bool {
        match report.reading(cell).value {
            Value::Unreadable => true,
            Value::Blank => !self.zero_blanks(),
            Value::Count(_) | Value::Money(..) => false,
        }
    }

    /// A figure as read: "12", "59237.2449", "20097080 元".
    pub fn figure(&self, report: &Report, cell: CellIndex) -> String {
        match report.reading(cell).value {
            Value::Count(number) => number.to_string(),
            Value::Money(amount, MoneyUnit::Yuan) => [&amount.to_string(), self.choose(" 元", " yuan")].concat(),
            Value::Money(amount, _) => amount.to_string(),
            Value::Blank | Value::Unreadable => self.choose("空", "blank").to_string(),
        }
    }

    /// An amount as written, with its unit. A count as read: the same count written in another way changes no
    /// relation, so the message of a relation must not change with it.
    fn stated(&self, cell: CellIndex) -> String {
        let report = &self.assessment.report;
        let written = report.text(cell).filter(|_| matches!(CELLS[cell as usize].kind, Kind::MoneyTenThousand | Kind::MoneyWritten));
        written.map_or_else(|| self.figure(report, cell), str::to_string)
    }

    /// One side of a relation: "一(1)+二(0)=1". Of long sums only what is not 0 is listed.
    fn side(&self, linear: &Linear, naming: Naming, right: bool) -> String {
        let out = self.terms(linear, naming, right);
        if self.assessment.book.terms(linear).iter().filter(|term| term.right == right).count() > 1 {
            return [&out, self.choose("=", " = "), &self.sum(linear, right)].concat();
        }
        out
    }

    /// A side without its sum.
    fn terms(&self, linear: &Linear, naming: Naming, right: bool) -> String {
        const SHORT: usize = 4;
        let terms: Vec<&Term> = self.assessment.book.terms(linear).iter().filter(|term| term.right == right).collect();
        let mut out = String::new();
        let (mut listed, mut blanks) = (0, 0);
        for term in &terms {
            let Some(report) = self.report(term) else { continue };
            let unknown = self.is_unknown(report, term.cell);
            let blank = report.reading(term.cell).value == Value::Blank;
            if terms.len() > SHORT && (unknown || blank || report.reading(term.cell).value == Value::Count(0)) {
                blanks += usize::from(unknown);
                continue;
            }
            if listed > 0 || term.coefficient < 0 {
                out.push_str(if term.coefficient < 0 { self.choose("-", " - ") } else { self.choose("+", " + ") });
            }
            listed += 1;
            if term.coefficient.abs() > 1 {
                out.push_str(&term.coefficient.unsigned_abs().to_string());
                out.push('×');
            }
            out.push_str(&self.name(term, naming));
            out.push_str(self.choose("(", " ("));
            out.push_str(&if blank && !unknown { "0".to_string() } else { self.figure(report, term.cell) });
            out.push(')');
        }
        if blanks > 0 {
            out.push_str(if listed > 0 { self.choose("+", " + ") } else { "" });
            out.push_str(&[&blanks.to_string(), self.choose("格空白", " blanks")].concat());
        }
        if listed == 0 && blanks == 0 {
            out.push_str(self.choose("各项合计", "all items"));
        }
        out
    }

    /// The sum of a side; with unknown figures in it, what it is at least, or at most where they are subtracted.
    fn sum(&self, linear: &Linear, right: bool) -> String {
        let mut sum = 0i64;
        let mut bound = "";
        for term in self.assessment.book.terms(linear).iter().filter(|term| term.right == right) {
            let Some(report) = self.report(term) else { continue };
            match report.reading(term.cell).value {
                Value::Count(number) => sum += number * i64::from(term.coefficient),
                Value::Money(..) => return self.figure(report, term.cell),
                _ if !self.is_unknown(report, term.cell) => {}
                _ if term.coefficient < 0 => bound = self.choose("至多 ", "at most "),
                _ => bound = self.choose("至少 ", "at least "),
            }
        }
        [bound, &sum.to_string()].concat()
    }

    /// A relation as it stands: "自然人列：一(1)+二(0)=三（七）(1)+四(0)=1".
    pub(crate) fn equation(&self, index: usize) -> String {
        let book = self.assessment.book;
        let instance = &book.instances[index];
        let Some(main) = book.linears(instance).first() else { return String::new() };
        let naming = book.rule(instance).naming;
        let sign = match main.relation {
            Relation::Equal => self.choose("=", " = "),
            Relation::AtMost => self.choose("≤", " ≤ "),
            Relation::AtLeast => self.choose("≥", " ≥ "),
        };
        let left = self.terms(main, naming, false);
        [&self.place(instance), self.choose("：", ": "), &left, sign, &self.side(main, naming, true)].concat()
    }

    pub(crate) fn row_named(&self, row: u8) -> String {
        form::row(row)
            .map_or_else(String::new, |row| [self.choose("", "row "), &row.titled(self.language), self.choose("一行", "")].concat())
    }

    pub(crate) fn column_named(&self, column: u8) -> String {
        let name = form::column(column).map_or("", |column| self.choose(column.label, column.english));
        [self.choose("", "column "), name, self.choose("一列", "")].concat()
    }

    /// The message of a broken relation.
    pub fn relation(&self, index: usize) -> String {
        let assessment = self.assessment;
        let instance = &assessment.book.instances[index];
        let rule = assessment.book.rule(instance);
        let Some(main) = assessment.book.linears(instance).first() else {
            return String::new();
        };
        let sums = assessment.sums(index);
        let fill = |name: &str| match name {
            "place" => self.place(instance),
            "left" => self.side(main, rule.naming, false),
            "right" => self.side(main, rule.naming, true),
            "sum:left" => self.sum(main, false),
            "sum:right" => self.sum(main, true),
            "difference" => {
                let known = sums.is_complete() || main.relation != Relation::Equal;
                let bound = if sums.difference() < 0 { self.choose("不大于 ", "at most ") } else { self.choose("至少 ", "at least ") };
                [if known { "" } else { bound }, &sums.difference().to_string()].concat()
            }
            "gap" => sums.difference().unsigned_abs().to_string(),
            "year" => assessment.context.year.to_string(),
            "at" => instance.at.to_string(),
            other => other.strip_prefix("value:").and_then(form::cell).map_or_else(String::new, |cell| self.stated(cell)),
        };
        filled(rule.message.in_language(self.language), fill)
    }

    /// A template about a cell or the report as a whole.
    pub fn with(&self, template: &str, words: &Words) -> String {
        filled(template, |name| match name {
            "at" => words.at.clone(),
            "place" => words.place.clone(),
            "cell" => words.cell.clone(),
            "text" => words.text.clone(),
            "value" => words.value.clone(),
            "year" => self.assessment.context.year.to_string(),
            _ => String::new(),
        })
    }

    /// A table by its section: "二、主动公开政府信息情况表".
    pub fn table(&self, table: Table) -> String {
        match (table.section(), self.language) {
            (Some(section), Language::Chinese) => [section.ordinal, "、", section.title].concat(),
            (Some(section), Language::English) => ["Table \"", section.english, "\""].concat(),
            (None, _) => table.id().to_string(),
        }
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => [&first.to_ascii_uppercase().to_string(), chars.as_str()].concat(),
        None => String::new(),
    }
}

/// A template with its `{placeholders}` replaced.
pub(crate) fn filled(template: &str, fill: impl Fn(&str) -> String) -> String {
    replaced(template, &fill)
}

/// Once for all callers.
fn replaced(template: &str, fill: &dyn Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else { break };
        out.push_str(&fill(name));
        rest = after;
    }
    out.push_str(rest);
    out
}
