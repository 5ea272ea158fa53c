//! Findings put into words: the templates of the rule book filled with official row numbers and figures.

use super::assessment::Assessment;
use crate::form::{self, CELLS, CellIndex, Table};
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
        Phrase {
            assessment,
            language: assessment.context.options.language,
        }
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
        let Some((row, column)) = of.place(self.layout(cell)) else {
            return of.id.to_string();
        };
        match self.language {
            Language::Chinese => [&self.row(row, of.table), "·", column.label].concat(),
            Language::English => [&self.row(row, of.table), ", ", column.english].concat(),
        }
    }

    /// The English labels of the requests table begin with the last part of the ordinal; the rest goes before it.
    fn row(&self, row: &form::Row, table: Table) -> String {
        match (self.language, table) {
            // "三（三）1" and "属于国家秘密" want a dot between them, "三（一）" and "予以公开" do not.
            (Language::Chinese, _) => [row.ordinal, if row.ordinal.ends_with('）') { "" } else if row.ordinal.ends_with(|c: char| c.is_ascii_digit()) { "." } else { "、" }, row.name].concat(),
            (Language::English, Table::Requests) => {
                let name = row.english.split_once(' ').map_or(row.english, |(_, name)| name);
                [&form::english_ordinal(row.ordinal), " ", name].concat()
            }
            (Language::English, _) => row.english.to_string(),
        }
    }

    /// What an instance is about: "自然人列", "三（一）予以公开行", "行政复议".
    fn place(&self, instance: &Instance) -> String {
        let cell = CELLS.get(instance.cell as usize).map(|_| self.cell(instance.cell));
        let table = self.assessment.book.main_terms(instance).first().map(|term| CELLS[term.cell as usize].table);
        let row = form::row(instance.row).zip(table).map(|(row, table)| match (self.language, table) {
            (Language::Chinese, Table::Disputes) => row.name.to_string(),
            (Language::Chinese, _) => [&self.row(row, table), "行"].concat(),
            (Language::English, Table::Disputes) => row.english.to_string(),
            (Language::English, _) => ["row ", &self.row(row, table)].concat(),
        });
        let column = form::column(instance.column).map(|column| match self.language {
            Language::Chinese => [column.label, "列"].concat(),
            Language::English => ["column ", column.english].concat(),
        });
        let parts: Vec<String> = [cell, column, row].into_iter().flatten().collect();
        let joined = parts.join(self.choose("", ", "));
        match self.language {
            Language::Chinese => joined,
            Language::English => capitalised(&joined),
        }
    }

    /// How a figure is called inside a sum.
    fn name(&self, term: &Term, naming: Naming) -> String {
        let of = &CELLS[term.cell as usize];
        // Last year's report may have another layout; where the cell is in neither, its id must do.
        let place = of.place(self.layout(term.cell)).or_else(|| of.place(0)).or_else(|| of.place(1));
        let Some((row, column)) = place else { return of.id.to_string() };
        match (naming, of.table, self.language) {
            (Naming::Row, Table::Requests, Language::Chinese) => row.ordinal.to_string(),
            (Naming::Row, Table::Requests, Language::English) => form::english_ordinal(row.ordinal),
            (Naming::Row, _, Language::Chinese) => row.name.to_string(),
            (Naming::Row, _, Language::English) => row.english.to_string(),
            (Naming::Column, _, _) => self.choose(column.label, column.english).to_string(),
            (Naming::Cell, _, _) => self.cell(term.cell),
        }
    }

    fn report(&self, term: &Term) -> Option<&'a Report> {
        if term.previous {
            self.assessment.context.previous.as_ref().map(|previous| &previous.report)
        } else {
            Some(&self.assessment.report)
        }
    }

    fn is_blank(&self, term: &Term) -> bool {
        self.report(term).is_none_or(|report| matches!(report.reading(term.cell).value, Value::Blank | Value::Unreadable))
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

    /// One side of a relation: "一(1)+二(0)=1". Of long sums only what is not 0 is listed.
    fn side(&self, linear: &Linear, naming: Naming, right: bool) -> String {
        const SHORT: usize = 4;
        let terms: Vec<&Term> = self.assessment.book.terms(linear).iter().filter(|term| term.right == right).collect();
        let zero_blanks = self.assessment.context.options.blank == super::Blank::Zero;
        let mut out = String::new();
        let (mut listed, mut blanks) = (0, 0);
        for term in &terms {
            let Some(report) = self.report(term) else { continue };
            let blank = self.is_blank(term);
            if terms.len() > SHORT && (blank || report.reading(term.cell).value == Value::Count(0)) {
                blanks += usize::from(blank && !zero_blanks);
                continue;
            }
            if listed > 0 || term.coefficient < 0 {
                out.push(if term.coefficient < 0 { '-' } else { '+' });
            }
            listed += 1;
            if term.coefficient.abs() > 1 {
                out.push_str(&term.coefficient.unsigned_abs().to_string());
                out.push('×');
            }
            out.push_str(&self.name(term, naming));
            out.push('(');
            out.push_str(&if blank && zero_blanks { "0".to_string() } else { self.figure(report, term.cell) });
            out.push(')');
        }
        if blanks > 0 {
            out.push_str(if listed > 0 { "+" } else { "" });
            out.push_str(&[&blanks.to_string(), self.choose("格空白", " blanks")].concat());
        }
        if listed == 0 && blanks == 0 {
            out.push_str(self.choose("各项合计", "all items"));
        }
        if terms.len() > 1 {
            out.push('=');
            out.push_str(&self.sum(linear, right));
        }
        out
    }

    /// The sum of a side; with unknown figures in it, what it is at least.
    fn sum(&self, linear: &Linear, right: bool) -> String {
        let mut sum = 0i64;
        let mut unknown = false;
        for term in self.assessment.book.terms(linear).iter().filter(|term| term.right == right) {
            let Some(report) = self.report(term) else { continue };
            match report.reading(term.cell).value {
                Value::Count(number) => sum += number * i64::from(term.coefficient),
                Value::Money(..) => return self.figure(report, term.cell),
                Value::Blank if self.assessment.context.options.blank == super::Blank::Zero => {}
                Value::Blank | Value::Unreadable => unknown = true,
            }
        }
        self.bounded(sum, unknown)
    }

    fn bounded(&self, number: i64, unknown: bool) -> String {
        let least = if unknown { self.choose("至少", "at least ") } else { "" };
        [least, &number.to_string()].concat()
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
            other => match other.strip_prefix("value:").and_then(form::cell) {
                Some(cell) => assessment.report.text(cell).map_or_else(|| self.figure(&assessment.report, cell), str::to_string),
                None => String::new(),
            },
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
fn filled(template: &str, fill: impl Fn(&str) -> String) -> String {
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
