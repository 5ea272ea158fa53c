//! What probably happened: slips that explain all that is broken, and plain changes where no slip does.
//!
//! The cheapest sets of changes are always among the explanations. Beside them stand those that undo slips, also where
//! that touches more figures; an explanation ranks by its points, fewer before more.

use super::localise::{Change, completed, localise};
use super::problem::{Freedom, Problem};
use super::slips::{Candidate, FOLLOWED, MARGIN, PLAIN, Slip, Slips, State, slip_of_digits};
use super::tableau::{Budget, OutOfTime};

/// Explanations of one group of relations; more than these tell nobody anything.
pub const MOST: usize = 8;
/// How much work the searches of one group may be, in rows of equations looked at: some tens of milliseconds in all on
/// an old machine, so that a live form never stands still. Where so much is wrong that this is not enough, nobody would
/// trust a guess.
const WORK_ON_OPTIMUM: u64 = 200_000;
const WORK_ON_SLIPS: u64 = 100_000;
/// Slips in one explanation.
const DEEPEST: usize = 4;
/// How much dearer than the cheapest set, in weights, an explanation with slips may make what is left to plain changes.
const SLACK: u32 = 2;
/// Slips tried for one relation at one place of the search.
const WIDEST: usize = 6;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// `None`: a figure is wrong, and nothing tells how it came about.
    pub slip: Option<Slip>,
    pub subject: u16,
    pub other: Option<u16>,
    pub changes: Vec<Change>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    pub parts: Vec<Part>,
    pub points: u32,
    /// The weights of all figures that change.
    pub cost: u32,
}

impl Explanation {
    /// All changes, each figure once, in the order of the problem.
    pub fn changes(&self) -> Vec<Change> {
        let mut changes: Vec<Change> = self.parts.iter().flat_map(|part| part.changes.iter().copied()).collect();
        changes.sort_unstable_by_key(|change| change.figure);
        changes
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The likeliest first.
    pub explanations: Vec<Explanation>,
    /// False where the search had to be cut short.
    pub complete: bool,
    /// There are more sets as cheap as the cheapest than are listed.
    pub more: bool,
}

struct Search<'a> {
    problem: &'a Problem,
    found: Vec<Explanation>,
    parts: Vec<Candidate>,
    points: u32,
    budget: Budget,
    more: bool,
    /// The lowest cost there is.
    cheapest: u32,
    /// As many things as happened where no slip is assumed: an explanation with slips must not need more.
    things: usize,
}

pub fn explain(problem: &Problem) -> Explained {
    let budget = Budget(WORK_ON_OPTIMUM);
    let mut search =
        Search { problem, found: Vec::new(), parts: Vec::new(), points: 0, budget, more: false, cheapest: u32::MAX, things: usize::MAX };
    let state = State::new(problem);
    let optimum = search.rest(&state);
    let cheapest = search.found.iter().map(|explanation| explanation.cost).min();
    search.cheapest = cheapest.unwrap_or(u32::MAX);
    search.things = search.found.iter().map(|explanation| explanation.parts.len()).min().unwrap_or(usize::MAX);
    search.budget.0 += WORK_ON_SLIPS;
    let slips = search.visit(&state, &[]);
    let (mut found, mut more) = (search.found, search.more);
    found.sort_by_key(|explanation| (explanation.points, explanation.cost));
    let best = found.first().map_or(0, |explanation| explanation.points);
    // The likeliest, and of the cheapest as many again.
    let mut kept: Vec<Explanation> = Vec::new();
    let mut optima = 0;
    for explanation in found {
        let is_optimal = Some(explanation.cost) == cheapest;
        optima += usize::from(is_optimal);
        more |= is_optimal && optima > MOST;
        if (kept.len() < MOST && explanation.points <= best + MARGIN) || (is_optimal && optima <= MOST) {
            kept.push(explanation);
        }
    }
    Explained { explanations: kept, complete: optimum.is_ok() && slips.is_ok(), more }
}

impl Search<'_> {
    /// What is still broken, explained by slips; relations in `closed` are left to plain changes.
    fn visit(&mut self, state: &State, closed: &[usize]) -> Result<(), OutOfTime> {
        let broken: Vec<usize> = state.broken().collect();
        if broken.is_empty() {
            return if self.parts.is_empty() { Ok(()) } else { self.finish(state, Vec::new()) };
        }
        if !self.parts.is_empty() && self.parts.len() < self.things && self.is_worth(self.points + PLAIN) {
            self.rest(state)?;
        }
        if self.parts.len() >= DEEPEST.min(self.things) || !self.is_worth(self.points + 1) {
            return Ok(());
        }
        self.budget.spend(state.problem.figures.len() * broken.len())?;
        let taken = |figure: &u16| self.parts.iter().any(|part| part.changes.iter().any(|(changed, _)| changed == figure));
        let mut candidates = Slips::of(state);
        candidates.retain(|candidate| {
            // A total that was filled in may be filled in better; any other figure was wrong for one reason only.
            let again = candidate.changes.iter().any(|(figure, _)| taken(figure) && !self.was_filled_in(*figure));
            !again && !closed.iter().any(|equation| candidate.mended.contains(&(*equation as u16)))
        });
        let mends = |equation: usize| candidates.iter().filter(move |candidate| candidate.mended.contains(&(equation as u16)));
        let mut order: Vec<usize> = broken.into_iter().filter(|equation| mends(*equation).next().is_some()).collect();
        order.sort_by_key(|equation| mends(*equation).count());
        let mut closed = closed.to_vec();
        for equation in order {
            let fits = |candidate: &&Candidate| {
                candidate.mended.contains(&(equation as u16)) && !closed.iter().any(|other| candidate.mended.contains(&(*other as u16)))
            };
            for candidate in candidates.iter().filter(fits).take(WIDEST) {
                if !self.is_worth(self.points + candidate.points) {
                    break;
                }
                let mut after = state.clone();
                after.set(&candidate.changes);
                self.points += candidate.points;
                self.parts.push(candidate.clone());
                let result = self.visit(&after, &closed);
                self.parts.pop();
                self.points -= candidate.points;
                result?;
            }
            closed.push(equation);
        }
        Ok(())
    }

    fn was_filled_in(&self, figure: u16) -> bool {
        self.parts.iter().any(|part| part.slip == Slip::TotalUnfilled && part.changes.iter().any(|(changed, _)| *changed == figure))
    }

    /// Would an explanation of so many points still be among those that are kept?
    fn is_worth(&self, points: u32) -> bool {
        let mut all: Vec<u32> = self.found.iter().map(|explanation| explanation.points).collect();
        all.sort_unstable();
        all.first().is_none_or(|best| points <= best + MARGIN) && all.get(MOST - 1).is_none_or(|last| points < *last)
    }

    /// The cheapest plain changes of what the slips so far leave broken.
    fn rest(&mut self, state: &State) -> Result<(), OutOfTime> {
        let problem = self.problem;
        let mut kept = vec![false; problem.figures.len()];
        for (figure, _) in self.parts.iter().flat_map(|part| &part.changes) {
            kept[*figure as usize] = !self.was_filled_in(*figure);
        }
        if let Some(localised) = localise(problem, &state.values, &kept, self.most_of_rest(), &mut self.budget)? {
            self.more |= localised.more && self.parts.is_empty();
            for set in localised.sets {
                self.finish(state, set)?;
            }
        }
        Ok(())
    }

    /// What the plain changes beside the slips so far may cost: what the slips explain must have become cheaper, each
    /// by about one figure.
    fn most_of_rest(&self) -> u32 {
        if self.parts.is_empty() {
            return u32::MAX;
        }
        let weight = |figure: u16| self.problem.figures[figure as usize].weight;
        let dearest = self.problem.figures.iter().map(|figure| figure.weight).max().unwrap_or_default();
        let explained = |part: &Candidate| part.changes.iter().map(|(figure, _)| weight(*figure)).sum::<u32>().min(dearest);
        let explained: u32 = self.parts.iter().map(explained).sum();
        self.cheapest.saturating_add(SLACK).saturating_sub(explained)
    }

    /// Record the slips so far together with plain changes.
    fn finish(&mut self, state: &State, plain: Vec<Change>) -> Result<(), OutOfTime> {
        let problem = self.problem;
        let mut after = state.clone();
        after.set(&plain.iter().filter_map(|change| Some((change.figure, change.to()?))).collect::<Vec<_>>());
        let is_plain = |figure: u16| plain.iter().any(|change| change.figure == figure);
        // Forced figures that only slips were found around, and whatever stays undetermined.
        let forced = (0..problem.figures.len() as u16).filter(|figure| problem.figures[*figure as usize].freedom == Freedom::Forced);
        let mut loose: Vec<u16> = forced.filter(|figure| !is_plain(*figure)).collect();
        let undetermined = plain.iter().filter(|change| change.to().is_none()).map(|change| change.figure);
        let asked = loose.len();
        loose.extend(undetermined);
        let Some(values) = completed(problem, &after.values, &loose, &mut self.budget)? else { return Ok(()) };
        let slips = self.parts.iter().enumerate();
        let mut parts: Vec<Part> = slips.map(|(at, part)| of_slip(problem, part, &self.parts[at + 1..], &after.values)).collect();
        let mut points = self.points;
        // A total that was filled in may have come back to where it stood.
        let changes = |change: &Change| {
            let figure = &problem.figures[change.figure as usize];
            figure.freedom == Freedom::Forced || change.to() != Some(figure.value)
        };
        let rest = plain.into_iter().chain(values.into_iter().take(asked));
        let rest: Vec<Change> = rest.filter(|change| changes(change) && !belongs(&parts, change)).collect();
        for (part, of) in of_plain(problem, state, rest) {
            parts.push(part);
            points += of;
        }
        parts.retain(|part| !part.changes.is_empty());
        if !self.parts.is_empty() && parts.len() > self.things {
            return Ok(());
        }
        let changed = parts.iter().flat_map(|part| &part.changes);
        let cost = changed.map(|change| problem.figures[change.figure as usize].weight).sum();
        let explanation = Explanation { parts, points, cost };
        let changes = explanation.changes();
        match self.found.iter_mut().find(|other| other.changes() == changes) {
            None => self.found.push(explanation),
            Some(other) if explanation.points < other.points => *other = explanation,
            Some(_) => {}
        }
        Ok(())
    }
}

fn belongs(parts: &[Part], change: &Change) -> bool {
    parts.iter().any(|part| part.changes.iter().any(|other| other.figure == change.figure))
}

/// A slip with the values its figures have in the end; what came back to where it stood is no change, and what a later
/// slip changed again belongs to that one.
fn of_slip(problem: &Problem, candidate: &Candidate, later: &[Candidate], values: &[i64]) -> Part {
    let is_later = |figure: u16| later.iter().any(|part| part.changes.iter().any(|(changed, _)| *changed == figure));
    let changed = candidate
        .changes
        .iter()
        .filter(|(figure, _)| values[*figure as usize] != problem.figures[*figure as usize].value && !is_later(*figure));
    let changes = changed.map(|(figure, _)| {
        let value = Some(values[*figure as usize]);
        Change { figure: *figure, least: value, most: value }
    });
    Part { slip: Some(candidate.slip), subject: candidate.subject, other: candidate.other, changes: changes.collect() }
}

/// Plain changes as parts: a figure with the totals that follow it. Each with its points.
fn of_plain(problem: &Problem, state: &State, changes: Vec<Change>) -> Vec<(Part, u32)> {
    let difference = |change: &Change| Some(change.to()? - state.values[change.figure as usize]);
    let leads = |leader: &Change, follower: &Change| {
        leader.figure != follower.figure
            && difference(leader).is_some()
            && difference(leader) == difference(follower)
            && problem.equations.iter().any(|equation| {
                equation.total == Some(follower.figure) && equation.terms.iter().any(|(figure, _)| *figure == leader.figure)
            })
    };
    let leader_of = |follower: &Change| changes.iter().position(|leader| leads(leader, follower));
    let mut parts: Vec<(Part, u32)> = Vec::new();
    let mut places: Vec<Option<usize>> = vec![None; changes.len()];
    for (at, change) in changes.iter().enumerate().filter(|(_, change)| leader_of(change).is_none()) {
        let figure = &problem.figures[change.figure as usize];
        let slip = change.to().and_then(|to| slip_of_digits(figure.value, to));
        let points = slip.map_or(PLAIN + figure.weight, Slip::points);
        places[at] = Some(parts.len());
        parts.push((Part { slip, subject: change.figure, other: None, changes: vec![*change] }, points));
    }
    // A total may follow a total.
    let mut followers: Vec<usize> = (0..changes.len()).filter(|at| places[*at].is_none()).collect();
    while let Some(next) = followers.iter().position(|at| leader_of(&changes[*at]).is_some_and(|leader| places[leader].is_some())) {
        let at = followers.remove(next);
        let part = leader_of(&changes[at]).and_then(|leader| places[leader]);
        places[at] = part;
        if let Some((part, points)) = part.and_then(|part| parts.get_mut(part)) {
            part.changes.push(changes[at]);
            *points += FOLLOWED;
        }
    }
    for at in followers {
        let figure = &problem.figures[changes[at].figure as usize];
        parts.push((Part { slip: None, subject: changes[at].figure, other: None, changes: vec![changes[at]] }, PLAIN + figure.weight));
    }
    parts
}
