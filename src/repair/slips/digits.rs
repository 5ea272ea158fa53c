//! Slips within one figure: what its digits tell.

use super::Slip;

/// The slip that made `wrong` of `right`, if it looks like one.
///
/// ```
/// use gouji::repair::{Slip, slip_of_digits};
///
/// assert_eq!(slip_of_digits(354, 345), Some(Slip::Transposed));
/// assert_eq!(slip_of_digits(3455, 345), Some(Slip::Doubled));
/// assert_eq!(slip_of_digits(120, 12), Some(Slip::ZeroTooMany));
/// assert_eq!(slip_of_digits(34, 345), Some(Slip::Dropped));
/// assert_eq!(slip_of_digits(3, 5), None);
/// ```
pub fn slip_of_digits(wrong: i64, right: i64) -> Option<Slip> {
    if wrong < 0 && wrong.checked_neg() == Some(right) {
        return Some(Slip::Sign);
    }
    if wrong <= 0 || right < 0 {
        return None;
    }
    let (wrong, right) = (wrong.to_string(), right.to_string());
    let (wrong, right) = (wrong.as_bytes(), right.as_bytes());
    if wrong.len() == right.len() {
        let differ: Vec<usize> = (0..wrong.len()).filter(|at| wrong[*at] != right[*at]).collect();
        return match differ.as_slice() {
            [one, other] if one + 1 == *other && wrong[*one] == right[*other] && wrong[*other] == right[*one] => Some(Slip::Transposed),
            _ => None,
        };
    }
    if wrong.len() == right.len() + 1 && right != b"0" {
        let at = extra(wrong, right)?;
        return Some(match wrong.strip_suffix(b"0") {
            Some(rest) if rest == right => Slip::ZeroTooMany,
            // `extra` finds the first of equal digits, so the same key pressed twice shows in the digit after it.
            _ if wrong.get(at + 1) == wrong.get(at) => Slip::Doubled,
            _ => Slip::Added,
        });
    }
    (right.len() == wrong.len() + 1 && extra(right, wrong).is_some()).then_some(Slip::Dropped)
}

/// The place of the one digit that `long` has more than `short`, the first of equal ones.
fn extra(long: &[u8], short: &[u8]) -> Option<usize> {
    (0..long.len()).find(|at| long[..*at] == short[..*at] && long[at + 1..] == short[*at..])
}

#[cfg(test)]
mod tests {
    use super::{Slip, slip_of_digits};

    /// Every row: what was typed, what was meant, which slip it is.
    #[test]
    fn digits_tell_the_slip() {
        let cases = [
            (21, 12, Some(Slip::Transposed)),
            (10, 1, Some(Slip::ZeroTooMany)),
            (1200, 120, Some(Slip::ZeroTooMany)),
            (11, 1, Some(Slip::Doubled)),
            (122, 12, Some(Slip::Doubled)),
            (112, 12, Some(Slip::Doubled)),
            (132, 12, Some(Slip::Added)),
            (102, 12, Some(Slip::Added)),
            (1, 10, Some(Slip::Dropped)),
            (12, 312, Some(Slip::Dropped)),
            (-5, 5, Some(Slip::Sign)),
            // No slip: a plain other figure, digits far apart exchanged, nothing typed, nothing meant.
            (7, 8, None),
            (321, 123, None),
            (0, 5, None),
            (5, 0, None),
            (10, 0, None),
            (0, 10, None),
            (1234, 12, None),
        ];
        for (typed, meant, expected) in cases {
            assert_eq!(slip_of_digits(typed, meant), expected, "{typed} for {meant}");
        }
    }
}
