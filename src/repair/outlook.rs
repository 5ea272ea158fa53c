//! What the words of repairs need of form, rules and report: how cells are called, and what each repair would mend.
//! The search asks for it, and in the browser it comes from the module that checks.

use super::NAMED;
use crate::answer::{Written, key};
use crate::check::{Assessment, Phrase};
use crate::form::{CELLS, CellIndex};
use crate::report::value::Value;
use crate::rules::Severity;

/// What one repair would change: each cell and its figure afterwards, `None` where that is left open.
pub type Plan = Vec<(CellIndex, Option<i64>)>;

/// What is to be looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inquiry {
    pub plans: Vec<Plan>,
    /// Cells that are spoken of.
    pub cells: Vec<CellIndex>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    pub cells: Vec<Called>,
    /// For each plan.
    pub mended: Vec<Mended>,
}

/// A cell in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Called {
    pub cell: CellIndex,
    pub id: String,
    pub name: String,
    pub short: String,
    pub row: String,
    pub column: String,
    pub holds: Written,
    pub text: Option<String>,
}

/// What a plan would mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The findings that go away: `rule@at`.
    pub findings: Vec<String>,
    /// How many relations then hold that are no mere consequences, and the first of them with their figures.
    pub relations: u32,
    pub equations: Vec<String>,
}

/// `None`: there is no such cell.
pub fn outlook(assessment: &Assessment, inquiry: &Inquiry) -> Option<Outlook> {
    let mut cells = inquiry.plans.iter().flatten().map(|(cell, _)| cell).chain(&inquiry.cells);
    if !cells.all(|cell| usize::from(*cell) < CELLS.len()) {
        return None;
    }
    let phrase = Phrase::new(assessment);
    Some(Outlook {
        cells: inquiry.cells.iter().map(|cell| called(assessment, &phrase, *cell)).collect(),
        mended: inquiry.plans.iter().map(|plan| mended(assessment, plan)).collect(),
    })
}

fn called(assessment: &Assessment, phrase: &Phrase, cell: CellIndex) -> Called {
    let of = &CELLS[cell as usize];
    let (row, column) = of.position(assessment.context.layout(of.table)).unwrap_or((u8::MAX, u8::MAX));
    let text = assessment.report.text(cell).map(str::to_string);
    Called {
        cell,
        id: of.id.to_string(),
        name: phrase.cell(cell),
        short: phrase.short(cell),
        row: phrase.row_named(row),
        column: phrase.column_named(column),
        holds: match assessment.report.reading(cell).value {
            Value::Count(number) => Written::Figure(number),
            Value::Blank => Written::Blank,
            Value::Money(..) | Value::Unreadable => Written::Text(text.clone().unwrap_or_default()),
        },
        text,
    }
}

fn mended(assessment: &Assessment, plan: &Plan) -> Mended {
    let mut repaired = assessment.report.clone();
    for (cell, to) in plan {
        if let Some(to) = to {
            repaired.set_integer(*cell, *to);
        }
    }
    let after = assessment.with_report(repaired);
    let (book, instances) = (assessment.book, &assessment.book.instances);
    // Where a figure is left open, some value of it mends the relation.
    let is_open = |index: usize| book.main_terms(&instances[index]).iter().any(|term| plan.contains(&(term.cell, None)));
    let mended: Vec<usize> =
        (0..instances.len()).filter(|index| assessment.speaks(*index) && (!after.speaks(*index) || is_open(*index))).collect();
    let odd = plan.iter().flat_map(|(cell, _)| assessment.cell_findings(*cell, false)).map(|(_, finding)| finding);
    let cells = odd.filter(|finding| finding.severity == Severity::Error).map(|finding| finding.key());
    let relations: Vec<usize> = mended.iter().copied().filter(|index| !book.rule(&instances[*index]).is_consequence()).collect();
    let phrase = Phrase::new(&after);
    Mended {
        findings: cells.chain(mended.iter().map(|index| key(book.rule(&instances[*index]).id, instances[*index].at))).collect(),
        relations: relations.len() as u32,
        equations: relations.iter().take(NAMED).map(|index| phrase.equation(*index)).collect(),
    }
}
