//! The error-level relations of a report as equations between its figures: what must be made to hold, and what may
//! change for it at which cost.

use super::tableau::Tableau;
use crate::check::{Assessment, Blank, Outcome};
use crate::form::{CELLS, CellIndex, Kind};
use crate::report::value::Value;
use crate::rules::{Linear, Relation, Severity};

include!(concat!(env!("OUT_DIR"), "/weights.rs"));

/// What a figure's weight depends on, beside whether it is a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Unreadable,
    Blank,
    Zero,
    Figure,
}

/// One line of `data/weights.toml`.
pub struct Weight {
    /// Only where the cell is the total of others.
    total: bool,
    holds: Option<Holds>,
    weight: u32,
}

/// How free a figure is from the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freedom {
    /// It may be changed at its weight.
    Kept,
    /// It has to be changed: unreadable, or negative where no sign belongs.
    Forced,
    /// It is still to be filled in: any value will do, and filling it in is no repair.
    Open,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// `None`: what an inequality leaves over, which is no cell.
    pub cell: Option<CellIndex>,
    /// 0 where there is none.
    pub value: i64,
    pub freedom: Freedom,
    /// Row and column in the form.
    pub place: (u8, u8),
    /// What last year's report says here, where there is one.
    pub last: Option<i64>,
    /// It may be negative.
    pub signed: bool,
    pub weight: u32,
}

/// The terms add up to the constant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equation {
    /// The relation's number in the rule book.
    pub instance: u16,
    /// The rule it is an instance of.
    pub rule: u8,
    /// Its figures stand in one row.
    pub is_row: bool,
    pub terms: Vec<(u16, i8)>,
    pub constant: i64,
    /// The figure that is the sum of the others, where there is one.
    pub total: Option<u16>,
}

/// Figures and equations that hang together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    pub figures: Vec<Figure>,
    pub equations: Vec<Equation>,
    /// Which figures may be negative.
    pub signed: Vec<bool>,
    /// The equations each figure stands in, with its coefficient.
    pub touches: Vec<Vec<(u16, i8)>>,
}

impl Problem {
    pub fn new(figures: Vec<Figure>, equations: Vec<Equation>) -> Problem {
        let signed = figures.iter().map(|figure| figure.signed).collect();
        let mut touches = vec![Vec::new(); figures.len()];
        for (at, equation) in equations.iter().enumerate() {
            for (figure, coefficient) in &equation.terms {
                touches[*figure as usize].push((at as u16, *coefficient));
            }
        }
        Problem { figures, equations, signed, touches }
    }

    /// What is broken in a report: one problem for each group of relations that shares no cell with the others.
    pub fn broken(assessment: &Assessment) -> Vec<Problem> {
        let breaks = |instance: usize| {
            assessment.severity_in_force(instance) == Some(Severity::Error) && assessment.outcome(instance) == Outcome::Broken
        };
        let is_forced = |cell: &CellIndex| figure(assessment, *cell).freedom == Freedom::Forced;
        let mut cells = (0..CELLS.len() as CellIndex).filter(|cell| assessment.context.has_cell(*cell));
        // Most edits leave nothing broken, and this is asked after each of them.
        if !(0..assessment.book.instances.len()).any(breaks) && !cells.any(|cell| is_forced(&cell)) {
            return Vec::new();
        }
        let whole = Problem::whole(assessment);
        // Each figure points to one before it in its group, the first to itself.
        let mut group: Vec<usize> = (0..whole.figures.len()).collect();
        for equation in &whole.equations {
            for pair in equation.terms.windows(2) {
                let (one, other) = (first(&group, pair[0].0 as usize), first(&group, pair[1].0 as usize));
                group[one.max(other)] = one.min(other);
            }
        }
        let firsts: Vec<usize> = (0..group.len()).map(|at| first(&group, at)).collect();
        let groups = (0..firsts.len()).filter(|at| firsts[*at] == *at);
        groups.map(|of| whole.part(&firsts, of)).filter(|problem| problem.is_broken(assessment)).collect()
    }

    fn whole(assessment: &Assessment) -> Problem {
        let book = assessment.book;
        let (mut figures, mut equations, mut place_of) = (Vec::new(), Vec::new(), vec![None; CELLS.len()]);
        let relations = (0..book.instances.len()).filter(|index| {
            assessment.severity_in_force(*index) == Some(Severity::Error) && !book.rule(&book.instances[*index]).is_consequence()
        });
        for index in relations {
            let instance = &book.instances[index];
            // A rule that asks only under a condition is no equation; those at error level follow from others.
            let [linear] = book.linears(instance) else { continue };
            let mut equation = Equation {
                instance: index as u16,
                rule: instance.rule,
                is_row: false,
                terms: Vec::new(),
                constant: i64::from(linear.constant),
                total: None,
            };
            // Where last year's figure is unknown, nothing follows for this year's.
            let Some(last) = last_years(assessment, linear) else { continue };
            equation.constant -= last;
            for term in book.terms(linear).iter().filter(|term| !term.previous) {
                let coefficient = if term.right { -term.coefficient } else { term.coefficient };
                let figure = *place_of[term.cell as usize].get_or_insert_with(|| {
                    figures.push(figure(assessment, term.cell));
                    figures.len() as u16 - 1
                });
                equation.terms.push((figure, coefficient));
            }
            let row = |term: &(u16, i8)| figures[term.0 as usize].place.0;
            equation.is_row = equation.terms.windows(2).all(|pair| row(&pair[0]) == row(&pair[1]));
            let right: Vec<_> = book.terms(linear).iter().filter(|term| term.right && !term.previous).collect();
            if let ([total], Relation::Equal, true) = (right.as_slice(), linear.relation, equation.terms.len() > 2) {
                equation.total = place_of[total.cell as usize];
            }
            if linear.relation != Relation::Equal {
                equation.terms.push((figures.len() as u16, if linear.relation == Relation::AtMost { 1 } else { -1 }));
                let place = (u8::MAX, u8::MAX);
                figures.push(Figure { cell: None, value: 0, freedom: Freedom::Open, place, last: None, signed: false, weight: 0 });
            }
            equations.push(equation);
        }
        // A cell whose text is no value is wrong even where it stands in no relation.
        for cell in (0..CELLS.len() as CellIndex).filter(|cell| assessment.context.has_cell(*cell)) {
            if place_of[cell as usize].is_none() {
                let alone = figure(assessment, cell);
                if alone.freedom == Freedom::Forced {
                    figures.push(alone);
                }
            }
        }
        let totals: Vec<u16> = equations.iter().filter_map(|equation: &Equation| equation.total).collect();
        for (at, figure) in figures.iter_mut().enumerate() {
            figure.weight = weight(assessment, figure, totals.contains(&(at as u16)));
        }
        Problem::new(figures, equations)
    }

    /// Only the figures of one group and their equations.
    fn part(&self, firsts: &[usize], group: usize) -> Problem {
        let members: Vec<usize> = (0..firsts.len()).filter(|at| firsts[*at] == group).collect();
        let place = |old: u16| members.binary_search(&(old as usize)).ok().map(|at| at as u16);
        let equations = self.equations.iter().filter(|equation| equation.terms.first().is_some_and(|term| place(term.0).is_some()));
        let of_members = equations.map(|equation| {
            let terms = equation.terms.iter().filter_map(|(figure, by)| Some((place(*figure)?, *by))).collect();
            Equation { terms, total: equation.total.and_then(place), ..*equation }
        });
        Problem::new(members.iter().map(|at| self.figures[*at].clone()).collect(), of_members.collect())
    }

    /// The equations over `values`, with every figure fixed.
    pub fn tableau(&self, values: &[i64]) -> Tableau<'_> {
        let rows = self.equations.iter().map(|equation| (equation.terms.clone(), self.residual(equation, values)));
        Tableau::new(&self.signed, rows)
    }

    /// What the terms are short of the constant.
    pub fn residual(&self, equation: &Equation, values: &[i64]) -> i64 {
        equation.constant - equation.terms.iter().map(|(figure, by)| i64::from(*by) * values[*figure as usize]).sum::<i64>()
    }

    /// No filling of the unknown figures can satisfy the equation, were it short of so much.
    pub fn would_break(&self, equation: &Equation, rest: i64) -> bool {
        rest != 0
            && !equation.terms.iter().any(|(figure, coefficient)| {
                let figure = &self.figures[*figure as usize];
                figure.freedom != Freedom::Kept && (figure.signed || (*coefficient > 0) == (rest > 0))
            })
    }

    /// The figures of each row, or of each column, in the order of the form.
    pub fn lines(&self, by_row: bool) -> Vec<Vec<u16>> {
        let mut lines: Vec<Vec<u16>> = Vec::new();
        for (figure, of) in self.figures.iter().enumerate().filter(|(_, figure)| figure.cell.is_some()) {
            let (row, column) = of.place;
            let at = usize::from(if by_row { row } else { column });
            if lines.len() <= at {
                lines.resize(at + 1, Vec::new());
            }
            let along = |figure: u16| {
                let (row, column) = self.figures[figure as usize].place;
                if by_row { column } else { row }
            };
            let before = lines[at].iter().filter(|other| along(**other) < along(figure as u16)).count();
            lines[at].insert(before, figure as u16);
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    pub fn values(&self) -> Vec<i64> {
        self.figures.iter().map(|figure| figure.value).collect()
    }

    /// Does the report break something here?
    fn is_broken(&self, assessment: &Assessment) -> bool {
        self.figures.iter().any(|figure| figure.freedom == Freedom::Forced)
            || self.equations.iter().any(|equation| assessment.outcome(equation.instance as usize) == Outcome::Broken)
    }
}

fn first(group: &[usize], mut at: usize) -> usize {
    while group[at] != at {
        at = group[at];
    }
    at
}

/// What last year's figures add to the left less what they add to the right; `None` where one is unknown.
fn last_years(assessment: &Assessment, linear: &Linear) -> Option<i64> {
    let mut sum = 0;
    for term in assessment.book.terms(linear).iter().filter(|term| term.previous) {
        let figure = match assessment.context.previous.as_ref()?.report.reading(term.cell).value {
            Value::Count(number) => number,
            Value::Blank if assessment.context.options.blank == Blank::Zero => 0,
            _ => return None,
        };
        sum += figure * i64::from(if term.right { -term.coefficient } else { term.coefficient });
    }
    Some(sum)
}

/// What a cell holds: its figure (0 where there is none), of which kind, how free.
fn holds(assessment: &Assessment, cell: CellIndex) -> (i64, Holds, Freedom) {
    let zero_blanks = assessment.context.options.blank == Blank::Zero;
    let signed = CELLS[cell as usize].kind == Kind::SignedCount;
    match assessment.report.reading(cell).value {
        Value::Count(number) if number < 0 && !signed => (number, Holds::Unreadable, Freedom::Forced),
        Value::Count(0) => (0, Holds::Zero, Freedom::Kept),
        Value::Count(number) => (number, Holds::Figure, Freedom::Kept),
        Value::Money(amount, _) if amount.signum() < 0 => (0, Holds::Unreadable, Freedom::Forced),
        Value::Money(..) => (0, Holds::Figure, Freedom::Kept),
        Value::Blank if zero_blanks => (0, Holds::Blank, Freedom::Kept),
        Value::Blank => (0, Holds::Blank, Freedom::Open),
        Value::Unreadable => (0, Holds::Unreadable, Freedom::Forced),
    }
}

/// The figure of a cell, its weight still unknown.
fn figure(assessment: &Assessment, cell: CellIndex) -> Figure {
    let (value, _, freedom) = holds(assessment, cell);
    let last = assessment.context.previous.as_ref().and_then(|previous| match previous.report.reading(cell).value {
        Value::Count(number) => Some(number),
        _ => None,
    });
    let place = CELLS[cell as usize].position(assessment.context.layout(CELLS[cell as usize].table)).unwrap_or((u8::MAX, u8::MAX));
    let signed = CELLS[cell as usize].kind == Kind::SignedCount;
    Figure { cell: Some(cell), value, freedom, place, last, signed, weight: 0 }
}

fn weight(assessment: &Assessment, figure: &Figure, is_total: bool) -> u32 {
    let Some(cell) = figure.cell.filter(|_| figure.freedom != Freedom::Open) else { return 0 };
    let (_, found, _) = holds(assessment, cell);
    let fits = |line: &&Weight| (!line.total || is_total) && line.holds.is_none_or(|holds| holds == found);
    WEIGHTS.iter().find(fits).map_or(1, |line| line.weight)
}
