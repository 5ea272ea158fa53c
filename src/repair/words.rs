//! Repairs put into words: what probably happened, and the relations that then hold.

use super::NAMED;
use super::explain::{self, Explanation};
use super::localise;
use super::outlook::{Called, Mended, Outlook, Plan};
use super::problem::{Freedom, Problem};
use super::slips::Slip;
use crate::answer::{Repair, RepairChange, RepairPart, Written};
use crate::check::filled;
use crate::form::CellIndex;
use crate::rules::{Language, Text};

const PLAIN: Text = Text { zh: "{cell}应为 {to}（现为 {from}）", en: "{cell} should be {to} (it is {from})" };
const FOLLOWS: Text = Text { zh: "，{list}随之改正", en: ", and {list} with it" };
const OPEN: Text = Text {
    zh: "{cell}（现为 {from}）有误，应在 {list} 之间，请查登记台账",
    en: "{cell} ({from}) is wrong; it lies in {list}: look it up in the register",
};
const MORE: Text = Text { zh: "等 {all} 项成立", en: "; {rest} more" };
const THEN: Text = Text { zh: "。改后{list}。", en: ". Then {list}." };

/// What the explanations of all groups together change.
pub fn plan(explanations: &[(&Problem, &Explanation)]) -> Plan {
    changes(explanations).into_iter().map(|(cell, change)| (cell, change.to())).collect()
}

/// The changes of cells, in the order of the form.
fn changes(explanations: &[(&Problem, &Explanation)]) -> Vec<(CellIndex, localise::Change)> {
    let mut changes = Vec::new();
    for (problem, explanation) in explanations {
        let of_cells = explanation.changes().into_iter();
        changes.extend(of_cells.filter_map(|change| Some((problem.figures[change.figure as usize].cell?, change))));
    }
    changes.sort_by_key(|(cell, _)| *cell);
    changes
}

/// Asked for in many places and never in haste: the module stays smaller where none of it is inlined.
pub struct Words<'a> {
    pub outlook: &'a Outlook,
    pub language: Language,
}

impl Words<'_> {
    /// The explanations of all groups together as one repair.
    pub fn repair(&self, explanations: &[(&Problem, &Explanation)], mended: &Mended, unique: bool) -> Repair {
        let told = |(cell, change): (CellIndex, localise::Change)| RepairChange {
            cell: self.id(cell),
            from: self.called(cell).map_or(Written::Blank, |called| called.holds.clone()),
            to: change.to(),
            range: change.to().is_none().then_some((change.least, change.most)),
        };
        let parts: Vec<RepairPart> = explanations
            .iter()
            .flat_map(|(problem, explanation)| explanation.parts.iter().map(|part| self.part(problem, explanation, part)))
            .collect();
        let said: Vec<&str> = parts.iter().map(|part| part.reason.as_str()).collect();
        let mut reason = said.join(self.choose("；", "; "));
        if !mended.equations.is_empty() {
            let mut list = mended.equations.join(self.choose("，", "; "));
            let all = mended.relations as usize;
            if all > NAMED {
                list += &filled(self.choose(MORE.zh, MORE.en), |count| match count {
                    "all" => all.to_string(),
                    _ => (all - NAMED).to_string(),
                });
            }
            reason += &filled(self.choose(THEN.zh, THEN.en), |_| list.clone());
        }
        Repair {
            changes: changes(explanations).into_iter().map(told).collect(),
            cost: explanations.iter().map(|(_, explanation)| explanation.cost).sum(),
            unique,
            reason,
            parts,
            mends: mended.findings.clone(),
        }
    }

    #[inline(never)]
    fn called(&self, cell: CellIndex) -> Option<&Called> {
        self.outlook.cells.iter().find(|called| called.cell == cell)
    }

    #[inline(never)]
    pub fn id(&self, cell: CellIndex) -> String {
        self.called(cell).map_or_else(String::new, |called| called.id.clone())
    }

    fn of_figure(&self, problem: &Problem, figure: u16) -> Option<&Called> {
        self.called(problem.figures[figure as usize].cell?)
    }

    fn choose(&self, zh: &'static str, en: &'static str) -> &'static str {
        Text { zh, en }.in_language(self.language)
    }

    fn part(&self, problem: &Problem, explanation: &Explanation, part: &explain::Part) -> RepairPart {
        let mut order: Vec<u16> = part.changes.iter().map(|change| change.figure).collect();
        order.sort_by_key(|figure| (*figure != part.subject, problem.figures[*figure as usize].cell));
        RepairPart {
            slip: part.slip.map(|slip| slip.words().id),
            cells: order.into_iter().filter_map(|figure| Some(self.of_figure(problem, figure)?.id.clone())).collect(),
            reason: self.reason(problem, explanation, part),
        }
    }

    #[inline(never)]
    fn cell(&self, problem: &Problem, figure: u16) -> String {
        self.of_figure(problem, figure).map_or_else(String::new, |called| called.name.clone())
    }

    #[inline(never)]
    fn short(&self, problem: &Problem, figure: u16) -> String {
        self.of_figure(problem, figure).map_or_else(String::new, |called| called.short.clone())
    }

    #[inline(never)]
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
                figure.cell.and_then(|cell| self.called(cell)?.text.clone()).unwrap_or_else(|| figure.value.to_string())
            }
            figure => figure.value.to_string(),
        };
        let mut said = filled(template.in_language(self.language), |word| match word {
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
    #[inline(never)]
    fn place(&self, problem: &Problem, part: &explain::Part) -> String {
        let places: Vec<(u8, u8)> = part.changes.iter().map(|change| problem.figures[change.figure as usize].place).collect();
        let of_first = part.changes.first().and_then(|change| self.of_figure(problem, change.figure));
        match (places.as_slice(), of_first) {
            ([first, rest @ ..], Some(called)) if !rest.is_empty() && rest.iter().all(|place| place.0 == first.0) => called.row.clone(),
            ([first, rest @ ..], Some(called)) if !rest.is_empty() && rest.iter().all(|place| place.1 == first.1) => called.column.clone(),
            _ => self.cell(problem, part.subject),
        }
    }

    /// The figures of a part as they should be, in the order of the form: those of a whole row, or those that change.
    #[inline(never)]
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
