//! Sums over figures some of which are not known, and what can be said of a relation between them.

use crate::rules::Relation;

/// What is known of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Whatever the blanks turn out to be.
    Holds,
    /// No filling of the blanks can satisfy it.
    Broken,
    /// The blanks decide.
    Open,
    /// The report does not say what the relation needs.
    NotAssessed,
}

/// One figure in a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    Known(i64),
    /// Any number from 0 up.
    Unknown,
    /// Any number.
    UnknownSigned,
}

/// `left - right` of a relation, kept up to date by adding and taking away single figures.
///
/// Sums cannot overflow: a figure is at most 2^53, a coefficient at most 10, and a relation has fewer than 50
/// terms, which stays below 2^63.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub left: i64,
    pub right: i64,
    /// How many unknown figures can raise the difference …
    up: u8,
    /// … and how many can lower it.
    down: u8,
}

impl Sums {
    /// Add (`direction` 1) or take away (-1) a figure.
    pub fn put(&mut self, operand: Operand, coefficient: i8, right: bool, direction: i8) {
        let count = |count: &mut u8| *count = count.wrapping_add_signed(direction);
        match operand {
            Operand::Known(number) => {
                let part = number * i64::from(coefficient) * i64::from(direction);
                if right { self.right += part } else { self.left += part }
            }
            Operand::UnknownSigned => {
                count(&mut self.up);
                count(&mut self.down);
            }
            Operand::Unknown if (coefficient > 0) == right => count(&mut self.down),
            Operand::Unknown => count(&mut self.up),
        }
    }

    pub fn difference(&self) -> i64 {
        self.left - self.right
    }

    pub fn is_complete(&self) -> bool {
        self.up == 0 && self.down == 0
    }

    /// `left relation right + constant`, over all fillings of the unknown figures.
    pub fn outcome(&self, relation: Relation, constant: i32) -> Outcome {
        let difference = self.difference() - i64::from(constant);
        let (can_rise, can_fall) = (self.up > 0, self.down > 0);
        let (holds, broken) = match relation {
            Relation::Equal => (difference == 0 && !can_rise && !can_fall, (difference > 0 && !can_fall) || (difference < 0 && !can_rise)),
            Relation::AtMost => (difference <= 0 && !can_rise, difference > 0 && !can_fall),
            Relation::AtLeast => (difference >= 0 && !can_fall, difference < 0 && !can_rise),
        };
        match (holds, broken) {
            (true, _) => Outcome::Holds,
            (_, true) => Outcome::Broken,
            _ => Outcome::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Operand, Outcome, Relation, Sums};
    use Operand::{Known, Unknown, UnknownSigned};
    use Outcome::{Broken, Holds, Open};
    use Relation::{AtLeast, AtMost, Equal};

    /// Every row: left side, relation, right side, outcome.
    #[test]
    fn blanks_decide_only_what_they_can_change() {
        let cases: &[(&[Operand], Relation, &[Operand], Outcome)] = &[
            (&[Known(3)], Equal, &[Known(3)], Holds),
            (&[Known(3)], Equal, &[Known(4)], Broken),
            (&[Known(3), Unknown], Equal, &[Known(3)], Open),
            (&[Known(3), Unknown], Equal, &[Known(4)], Open),
            (&[Known(5), Unknown], Equal, &[Known(4)], Broken),
            (&[Known(3)], Equal, &[Known(3), Unknown], Open),
            (&[Known(3)], Equal, &[Known(4), Unknown], Broken),
            (&[Known(3), Unknown], Equal, &[Known(9), Unknown], Open),
            (&[Known(9), UnknownSigned], Equal, &[Known(3)], Open),
            (&[Unknown], AtLeast, &[], Holds),
            (&[UnknownSigned], AtLeast, &[], Open),
            (&[Known(1), UnknownSigned], AtLeast, &[], Open),
            (&[Known(2)], AtMost, &[Known(2), Unknown], Holds),
            (&[Known(3)], AtMost, &[Known(2), Unknown], Open),
            (&[Known(3), Unknown], AtMost, &[Known(2)], Broken),
            (&[Known(1), Unknown], AtMost, &[Known(2)], Open),
            (&[Known(2), Unknown], AtMost, &[Known(2)], Open),
            (&[Known(2)], AtLeast, &[Known(2), Unknown], Open),
            (&[Known(1)], AtLeast, &[Known(2), Unknown], Broken),
            (&[Known(1), Unknown], AtLeast, &[Known(2)], Open),
        ];
        for (left, relation, right, expected) in cases {
            let mut sums = Sums::default();
            left.iter().for_each(|operand| sums.put(*operand, 1, false, 1));
            right.iter().for_each(|operand| sums.put(*operand, 1, true, 1));
            assert_eq!(sums.outcome(*relation, 0), *expected, "{left:?} {relation:?} {right:?}");
            left.iter().for_each(|operand| sums.put(*operand, 1, false, -1));
            right.iter().for_each(|operand| sums.put(*operand, 1, true, -1));
            assert_eq!(sums, Sums::default(), "taking everything away leaves nothing");
        }
    }

    #[test]
    fn a_subtracted_blank_pulls_the_other_way() {
        let mut sums = Sums::default();
        sums.put(Known(2), 1, false, 1);
        sums.put(Known(5), 1, true, 1);
        sums.put(Unknown, -1, true, 1);
        assert_eq!(sums.outcome(AtLeast, 0), Open, "2 >= 5 - ?");
        assert_eq!(sums.outcome(AtMost, 0), Open, "2 <= 5 - ?");
    }
}
