//! What stands against a report: broken relations, odd cells, and what concerns it as a whole.

use super::assessment::{Assessment, Standing, share_a_cell};
use super::outcome::Outcome;
use super::phrase::{Phrase, Words};
use crate::answer::{Basis, Figure, Finding, FindingCell, Role, key};
use crate::form::{CELL_COUNT, CELLS, CellIndex, Kind, Table, cells_of};
use crate::report::value::{Oddities, Reading, Value};
use crate::rules::{RAISED, Relation, Severity, id};

/// Which oddities raise which rule, in the order of [`RAISED`] after `blank`.
const ODDITIES: [&[Oddities]; 11] = [
    &[Oddities::PLACEHOLDER],
    &[Oddities::NONSENSE],
    &[Oddities::TOO_LARGE],
    &[Oddities::FRACTION],
    &[Oddities::NEGATIVE],
    &[Oddities::UNIT, Oddities::REMARK],
    &[Oddities::NOTATION, Oddities::CHINESE_NUMERAL],
    &[Oddities::SPLIT],
    &[Oddities::CONVERTED],
    &[Oddities::MANY_DECIMALS],
    &[Oddities::UNIT_MISSING],
];

/// A figure broken apart has an unusual notation, too, and a placeholder may carry a remark: one finding says it.
fn is_told_otherwise(rule: u8, reading: Reading) -> bool {
    (rule == id::CELL_NOTATION && reading.oddities.contains(Oddities::SPLIT))
        || (rule == id::CELL_ANNOTATED && reading.value == Value::Blank)
}

impl Assessment {
    /// All findings, the gravest first, then in the order of the rule book and of the form.
    /// `whole` adds what is asked only of a finished report: blanks, missing sections, an all-zero report.
    pub fn findings(&self, whole: bool) -> Vec<Finding> {
        let mut findings: Vec<(u8, Finding)> = Vec::new();
        if self.context.layouts.is_some() {
            for index in 0..self.book.instances.len() {
                if self.speaks(index) {
                    findings.push((self.book.instances[index].rule, self.relation_finding(index)));
                }
            }
            let in_force = Table::ALL.into_iter().flat_map(|table| cells_of(table, self.context.layout(table)));
            let foreign = (0..CELL_COUNT as u8).filter(|cell| self.report.names(*cell) && !self.context.has_cell(*cell));
            for cell in in_force.chain(foreign) {
                findings.extend(self.cell_findings(cell, whole));
            }
        }
        findings.extend(self.shape_findings());
        if whole {
            findings.extend(self.whole_findings());
        }
        findings.sort_by_key(|(rule, finding)| (finding.severity, *rule));
        let mut findings: Vec<Finding> = findings.into_iter().map(|(_, finding)| finding).collect();
        self.relate(&mut findings);
        findings
    }

    /// The finding of a broken relation, without its echoes.
    pub fn relation_finding(&self, index: usize) -> Finding {
        let book = self.book;
        let instance = &book.instances[index];
        let severity = match self.standing(index) {
            Standing::InForce(severity) => severity,
            _ => book.rule(instance).severity,
        };
        let mut finding = self.finding(instance.rule, instance.at, severity, Vec::new(), &Words::default());
        finding.message = Phrase::new(self).relation(index);
        finding.instance = Some(index as u16);
        finding.cells = book.cells(instance);
        let money = book
            .main_terms(instance)
            .iter()
            .find(|term| matches!(CELLS[term.cell as usize].kind, Kind::MoneyTenThousand | Kind::MoneyWritten));
        if let Some(term) = money {
            // The one money figure against zero.
            let Value::Money(amount, _) = self.report.reading(term.cell).value else { return finding };
            let (amount, zero) = (amount.to_string(), "0".to_string());
            finding.left = Some(Figure::Money(amount.clone()));
            finding.right = Some(Figure::Money(zero));
            finding.difference = Some(Figure::Money(amount));
        } else {
            let sums = self.sums(index);
            finding.left = Some(Figure::Count(sums.left));
            finding.right = Some(Figure::Count(sums.right));
            finding.difference = Some(Figure::Count(sums.difference()));
        }
        finding
    }

    /// A finding with the words of its rule.
    pub fn finding(&self, rule: u8, at: &str, severity: Severity, cells: Vec<FindingCell>, words: &Words) -> Finding {
        let of = &self.book.rules[rule as usize];
        let language = self.context.options.language;
        let phrase = Phrase::new(self);
        let explained = (severity == Severity::Warning)
            .then(|| key(of.id, at))
            .and_then(|key| self.report.explanations.iter().find(|(name, _)| *name == key))
            .map(|(_, text)| text.clone());
        Finding {
            rule: of.id,
            at: at.to_string(),
            severity,
            cells,
            left: None,
            right: None,
            difference: None,
            message: phrase.with(of.message.in_language(language), words),
            why: of.why.in_language(language),
            help: phrase.with(of.help.in_language(language), words),
            basis: Basis { text: of.basis.in_language(language), certainty: of.certainty },
            related: Vec::new(),
            explained,
            instance: None,
        }
    }

    /// What is odd about the text of one cell.
    pub fn cell_findings(&self, cell: CellIndex, whole: bool) -> Vec<(u8, Finding)> {
        let mut findings = Vec::new();
        let of = &CELLS[cell as usize];
        if !self.context.has_cell(cell) {
            if self.context.layouts.is_some() && self.report.names(cell) && !self.is_plainly_blank(cell) {
                findings.extend(self.about_cell(id::CELL_OF_OTHER_LAYOUT, cell, of.id.to_string()));
            }
            return findings;
        }
        let reading = self.report.reading(cell);
        if reading.oddities.is_empty() && reading.value != Value::Blank {
            return findings;
        }
        let text = self.report.text(cell).unwrap_or_default().to_string();
        // A placeholder is a blank, too: where it were none, "/" in a total would make a broken report pass.
        if whole && reading.value == Value::Blank && self.context.options.blank == super::Blank::Missing {
            findings.extend(self.about_cell(RAISED[0], cell, text.clone()));
        }
        for (rule, oddities) in RAISED[1..].iter().zip(ODDITIES) {
            if oddities.iter().any(|oddity| reading.oddities.contains(*oddity)) && !is_told_otherwise(*rule, reading) {
                findings.extend(self.about_cell(*rule, cell, text.clone()));
            }
        }
        findings
    }

    /// Blank, and not by a placeholder, which is a finding of its own.
    fn is_plainly_blank(&self, cell: CellIndex) -> bool {
        let reading = self.report.reading(cell);
        reading.value == Value::Blank && reading.oddities.is_empty()
    }

    fn about_cell(&self, rule: u8, cell: CellIndex, text: String) -> Option<(u8, Finding)> {
        let of = self.book.rules.get(rule as usize)?;
        let id = CELLS[cell as usize].id;
        if !self.context.rule_in_force(of, Some(cell)) {
            return None;
        }
        let severity = self.context.severity(self.book, rule, id)?;
        let phrase = Phrase::new(self);
        let words =
            Words { at: id.to_string(), cell: phrase.cell(cell), text, value: phrase.figure(&self.report, cell), ..Words::default() };
        let cells = vec![FindingCell { cell: id, role: Role::Cell, previous: false }];
        Some((rule, self.finding(rule, id, severity, cells, &words)))
    }

    /// Tie echoes together: broken equations with the same difference that share a cell, or that an equation
    /// that holds links (one request under the wrong applicant breaks two columns and no row).
    fn relate(&self, findings: &mut [Finding]) {
        let book = self.book;
        let is_equation =
            |index: &usize| book.linears(&book.instances[*index]).first().is_some_and(|linear| linear.relation == Relation::Equal);
        let instance = |finding: &Finding| finding.instance.map(usize::from).filter(is_equation);
        let speaking: Vec<usize> = findings.iter().filter_map(instance).collect();
        if speaking.len() < 2 {
            return;
        }
        let holds = |index: &usize| self.standing(*index) != Standing::Absent && self.outcome(*index) == Outcome::Holds;
        let hard = (0..book.instances.len()).filter(|index| book.rule(&book.instances[*index]).hard);
        let links: Vec<usize> = hard.filter(holds).collect();
        let shares = |one: usize, other: usize| share_a_cell(book, &book.instances[one], &book.instances[other]);
        let gap = |index: usize| self.sums(index).difference().unsigned_abs();
        for finding in findings.iter_mut() {
            let Some(one) = instance(finding) else { continue };
            for &other in speaking.iter().filter(|other| **other != one && gap(**other) == gap(one)) {
                if shares(one, other) || links.iter().any(|link| shares(one, *link) && shares(*link, other)) {
                    let of = &book.instances[other];
                    finding.related.push(key(book.rule(of).id, of.at));
                }
            }
        }
    }
}
