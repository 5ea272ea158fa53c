//! Repairs put into words: what probably happened, and the relations that then hold.

use super::explain::{self, Explanation};
use super::localise;
use super::problem::{Freedom, Problem};
use super::slips::Slip;
use crate::answer::{Repair, RepairChange, RepairPart, Written, key};
use crate::check::{Assessment, Phrase, filled};
use crate::form::{CELLS, CellIndex};
use crate::report::value::Value;
use crate::rules::{Severity, Text};

/// Relations that a reason names; the findings that go away are all listed in `mends`.
const NAMED: usize = 3;

const PLAIN: Text = Text { zh: "{cell}应为 {to}（现为 {from}）", en: "{cell} should be {to} (it is {from})" };
const FOLLOWS: Text = Text { zh: "，{list}随之改正", en: ", and {list} with it" };
const OPEN: Text = Text {
    zh: "{cell}（现为 {from}）有误，应在 {list} 之间，请查登记台账",
    en: "{cell} ({from}) is wrong; it lies in {list}: look it up in the register",
};
const MORE: Text = Text { zh: "等 {all} 项成立", en: "; {rest} more" };
const THEN: Text = Text { zh: "。改后{list}。", en: ". Then {list}." };

/// The explanations of all groups together as one repair.
pub fn repair(assessment: &Assessment, explanations: &[(&Problem, &Explanation)], unique: bool) -> Repair {
    let mut changes: Vec<(CellIndex, RepairChange)> = Vec::new();
    let mut repaired = assessment.report.clone();
    let mut undetermined = Vec::new();
    for (problem, explanation) in explanations {
        for change in explanation.changes() {
            let Some(cell) = problem.figures[change.figure as usize].cell else { continue };
            match change.to() {
                Some(to) => repaired.set_integer(cell, to),
                None => undetermined.push(cell),
            }
            let range = change.to().is_none().then_some((change.least, change.most));
            changes.push((cell, RepairChange { cell: CELLS[cell as usize].id, from: from(assessment, cell), to: change.to(), range }));
        }
    }
    changes.sort_by_key(|(cell, _)| *cell);
    let after = assessment.with_report(repaired);
    let words = Words { phrase: Phrase::new(&after), before: assessment };
    let parts: Vec<RepairPart> = explanations
        .iter()
        .flat_map(|(problem, explanation)| explanation.parts.iter().map(|part| words.part(problem, explanation, part)))
        .collect();
    let speaking: Vec<usize> = (0..assessment.book.instances.len()).filter(|index| assessment.speaks(*index)).collect();
    // Where a figure is left open, some value of it mends the relation.
    let book = assessment.book;
    let is_open = |index: usize| book.main_terms(&book.instances[index]).iter().any(|term| undetermined.contains(&term.cell));
    let mended: Vec<usize> = speaking.into_iter().filter(|index| !after.speaks(*index) || is_open(*index)).collect();
    let said: Vec<&str> = parts.iter().map(|part| part.reason.as_str()).collect();
    let mut reason = said.join(words.choose("；", "; "));
    let equations: Vec<String> = mended
        .iter()
        .filter(|index| !after.book.rule(&after.book.instances[**index]).is_consequence())
        .map(|index| words.phrase.equation(*index))
        .collect();
    if !equations.is_empty() {
        let mut list = equations.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(words.choose("，", "; "));
        if equations.len() > NAMED {
            list += &filled(words.choose(MORE.zh, MORE.en), |count| match count {
                "all" => equations.len().to_string(),
                _ => (equations.len() - NAMED).to_string(),
            });
        }
        reason += &filled(words.choose(THEN.zh, THEN.en), |_| list.clone());
    }
    let instances = &book.instances;
    let odd = changes.iter().flat_map(|(cell, _)| assessment.cell_findings(*cell, false)).map(|(_, finding)| finding);
    let cells: Vec<String> = odd.filter(|finding| finding.severity == Severity::Error).map(|finding| finding.key()).collect();
    Repair {
        changes: changes.into_iter().map(|(_, change)| change).collect(),
        cost: explanations.iter().map(|(_, explanation)| explanation.cost).sum(),
        unique,
        reason,
        parts,
        mends: cells.into_iter().chain(mended.iter().map(|index| key(book.rule(&instances[*index]).id, instances[*index].at))).collect(),
    }
}

fn from(assessment: &Assessment, cell: CellIndex) -> Written {
    match assessment.report.reading(cell).value {
        Value::Count(number) => Written::Figure(number),
        Value::Blank => Written::Blank,
        Value::Money(..) | Value::Unreadable => Written::Text(assessment.report.text(cell).unwrap_or_default().to_string()),
    }
}

struct Words<'a> {
    /// Over the repaired report.
    phrase: Phrase<'a>,
    before: &'a Assessment,
}

impl Words<'_> {
    fn choose(&self, zh: &'static str, en: &'static str) -> &'static str {
        Text { zh, en }.in_language(self.before.context.options.language)
    }

    fn part(&self, problem: &Problem, explanation: &Explanation, part: &explain::Part) -> RepairPart {
        let id = |figure: u16| problem.figures[figure as usize].cell.map(|cell| CELLS[cell as usize].id);
        let mut order: Vec<u16> = part.changes.iter().map(|change| change.figure).collect();
        order.sort_by_key(|figure| (*figure != part.subject, problem.figures[*figure as usize].cell));
        RepairPart {
            slip: part.slip.map(|slip| slip.words().id),
            cells: order.into_iter().filter_map(id).collect(),
            reason: self.reason(problem, explanation, part),
        }
    }

    fn cell(&self, problem: &Problem, figure: u16) -> String {
        problem.figures[figure as usize].cell.map_or_else(String::new, |cell| self.phrase.cell(cell))
    }

    fn short(&self, problem: &Problem, figure: u16) -> String {
        problem.figures[figure as usize].cell.map_or_else(String::new, |cell| self.phrase.short(cell))
    }

    fn reason(&self, problem: &Problem, explanation: &Explanation, part: &explain::Part) -> String {
        let subject = part.changes.iter().find(|change| change.figure == part.subject);
        let undetermined = subject.is_some_and(|change| change.to().is_none());
        let template = match part.slip {
            _ if undetermined => OPEN,
            None => PLAIN,
            Some(slip) => slip.words().words,
        };
        let names_other = template.en.contains("{other}");
        let mut followers: Vec<&localise::Change> = part
            .changes
            .iter()
            .filter(|change| change.figure != part.subject && !(names_other && Some(change.figure) == part.other))
            .collect();
        followers.sort_by_key(|change| problem.figures[change.figure as usize].cell);
        let text = |number: Option<i64>| number.map_or_else(|| "…".to_string(), |number| number.to_string());
        let was = |figure: u16| match &problem.figures[figure as usize] {
            figure if figure.freedom == Freedom::Forced => {
                figure.cell.and_then(|cell| self.before.report.text(cell)).map_or_else(|| figure.value.to_string(), str::to_string)
            }
            figure => figure.value.to_string(),
        };
        let mut said = filled(template.in_language(self.before.context.options.language), |word| match word {
            "cell" => self.cell(problem, part.subject),
            "other" => part.other.map_or_else(String::new, |other| self.short(problem, other)),
            "from" => was(part.subject),
            "to" => match (part.slip, part.other) {
                (Some(Slip::Exchanged), Some(other)) => was(other),
                _ => text(subject.and_then(localise::Change::to)),
            },
            "count" => {
                let moved = subject.and_then(|change| Some(change.to()? - problem.figures[part.subject as usize].value));
                text(moved.map(i64::abs))
            }
            "list" if undetermined => {
                let (least, most) = subject.map_or((None, None), |change| (change.least, change.most));
                [text(least), text(most)].join("–")
            }
            "list" => self.list(problem, explanation, part),
            "place" => self.place(problem, part),
            _ => String::new(),
        });
        let is_told = matches!(part.slip, Some(Slip::TotalUnfilled | Slip::Shifted | Slip::CountedTwice));
        if !followers.is_empty() && !is_told {
            let named: Vec<String> = followers
                .iter()
                .map(|change| {
                    [self.short(problem, change.figure).as_str(), self.choose("(", " ("), &was(change.figure), "→", &text(change.to()), ")"]
                        .concat()
                })
                .collect();
            said += &filled(self.choose(FOLLOWS.zh, FOLLOWS.en), |_| named.join(self.choose("、", ", ")));
        }
        said
    }

    /// The row or the column that all cells of a part stand in; the cell where there is only one.
    fn place(&self, problem: &Problem, part: &explain::Part) -> String {
        let places: Vec<(u8, u8)> = part.changes.iter().map(|change| problem.figures[change.figure as usize].place).collect();
        match places.as_slice() {
            [_] | [] => self.cell(problem, part.subject),
            [first, rest @ ..] if rest.iter().all(|place| place.0 == first.0) => self.phrase.row_named(first.0),
            [first, rest @ ..] if rest.iter().all(|place| place.1 == first.1) => self.phrase.column_named(first.1),
            _ => self.cell(problem, part.subject),
        }
    }

    /// The figures of a part as they should be, in the order of the form: those of a whole row, or those that change.
    fn list(&self, problem: &Problem, explanation: &Explanation, part: &explain::Part) -> String {
        let changes = explanation.changes();
        let to = |figure: u16| {
            let change = changes.iter().find(|change| change.figure == figure);
            let value = change.map_or(Some(problem.figures[figure as usize].value), localise::Change::to);
            value.map_or_else(|| "…".to_string(), |value| value.to_string())
        };
        let now = |figure: u16| problem.figures[figure as usize].value.to_string();
        let row = problem.figures[part.subject as usize].place.0;
        let in_row = part.changes.len() > 1 && part.changes.iter().all(|change| problem.figures[change.figure as usize].place.0 == row);
        let mut pair: Vec<u16> = [Some(part.subject), part.other].into_iter().flatten().collect();
        pair.sort_unstable();
        let figures: Vec<String> = match part.slip {
            Some(Slip::RunTogether) => pair.into_iter().map(to).collect(),
            Some(Slip::Split) => pair.into_iter().map(now).collect(),
            _ if in_row => {
                let line = problem.lines(true).into_iter().find(|line| line.contains(&part.subject)).unwrap_or_default();
                line.into_iter().map(to).collect()
            }
            _ if part.changes.len() == 1 => vec![to(part.subject)],
            _ => {
                let named = |change: &localise::Change| [self.short(problem, change.figure).as_str(), " ", &to(change.figure)].concat();
                part.changes.iter().map(named).collect()
            }
        };
        figures.join(self.choose("、", ", "))
    }
}
