//! Numbers in Arabic digits: `1204`, `1,204.50`, `１２`, `1.2E+05`.

use super::super::decimal::{Decimal, power_of_ten};
use super::Oddities;
use super::scan::{Cursor, Gap, fold, is_blank, is_dash};

/// An exact number of any size, as far as its digits can be kept.
#[derive(Clone, Copy)]
pub(super) struct Number {
    /// nothing where there are too many digits
    pub(super) significand: Option<i64>,
    /// the power of ten of the last digit of the significand
    pub(super) exponent: i64,
    /// how many decimals are written
    pub(super) decimals: i64,
}

impl Number {
    pub(super) fn whole(number: i64) -> Number {
        Number { significand: Some(number), exponent: 0, decimals: 0 }
    }

    pub(super) fn is_zero(&self) -> bool {
        self.significand == Some(0)
    }

    /// The number with its decimals as written, if it fits.
    pub(super) fn decimal(&self) -> Option<Decimal> {
        let decimal = Decimal::from_power(self.significand?, self.exponent)?;
        Some(decimal.widened(self.decimals))
    }
}

/// Collects digits, however many, in constant space.
pub(super) struct Digits {
    significand: Option<i64>,
    pub(super) count: i64,
    /// which digit was the last one above zero, counted from 1
    last_nonzero: i64,
}

impl Digits {
    pub(super) fn new() -> Digits {
        Digits { significand: Some(0), count: 0, last_nonzero: 0 }
    }

    pub(super) fn push(&mut self, digit: u8) {
        self.count += 1;
        if digit == 0 {
            return;
        }
        self.significand = match self.significand {
            Some(0) => Some(i64::from(digit)),
            Some(significand) => power_of_ten(self.count - self.last_nonzero)
                .and_then(|factor| significand.checked_mul(factor))
                .and_then(|shifted| shifted.checked_add(i64::from(digit))),
            None => None,
        };
        self.last_nonzero = self.count;
    }

    /// The number these digits make, with the point behind `before_point` of them, × 10^`exponent`.
    pub(super) fn number(&self, before_point: i64, exponent: i64) -> Number {
        let decimals = (self.count - before_point - exponent).max(0);
        Number {
            significand: self.significand,
            exponent: if self.significand == Some(0) { 0 } else { before_point - self.last_nonzero + exponent },
            decimals,
        }
    }
}

/// Groups of three digits, counted from the right.
struct Groups {
    length: u32,
    separated: bool,
    wrong: bool,
}

impl Groups {
    fn new() -> Groups {
        Groups { length: 0, separated: false, wrong: false }
    }

    fn digit(&mut self) {
        self.length = self.length.saturating_add(1);
    }

    fn separator(&mut self) {
        self.wrong |= match self.length {
            3 => false,
            1 | 2 => self.separated,
            _ => true,
        };
        self.separated = true;
        self.length = 0;
    }

    /// Whether there are separators, and all in their places. To be asked behind the last digit.
    fn are_right(&self) -> bool {
        self.separated && !self.wrong && self.length == 3
    }
}

/// The next character as a digit, and whether it is a full-width one.
fn digit(cursor: &Cursor) -> Option<(u8, bool)> {
    let written = cursor.peek()?;
    let folded = fold(written);
    let digit = folded.to_digit(10)?;
    Some((u8::try_from(digit).ok()?, folded != written))
}

pub(super) fn starts(cursor: &Cursor) -> bool {
    digit(cursor).is_some() || is_followed_by_digit(cursor, '.')
}

/// Whether the next character is this mark, and a digit comes next, white space or not.
fn is_followed_by_digit(cursor: &Cursor, mark: char) -> bool {
    let mut ahead = *cursor;
    if !ahead.accept(|next| fold(next) == mark) {
        return false;
    }
    ahead.gap();
    digit(&ahead).is_some()
}

/// Reads a number, as far as it goes. Nothing if it is no number.
pub(super) fn read(cursor: &mut Cursor, oddities: &mut Oddities) -> Option<Number> {
    let mut digits = Digits::new();
    let (mut commas, mut spaces) = (Groups::new(), Groups::new());
    let mut before_point = None;
    let mut starts_with_zero = false;
    let mut split = false;
    while let Some(next) = cursor.peek() {
        if let Some((digit, is_wide)) = digit(cursor) {
            if digits.count == 0 && before_point.is_none() {
                starts_with_zero = digit == 0;
            }
            cursor.advance();
            digits.push(digit);
            if is_wide {
                oddities.insert(Oddities::NOTATION);
            }
            if before_point.is_none() {
                commas.digit();
                spaces.digit();
            }
        } else if is_blank(next) {
            let mut ahead = *cursor;
            let gap = ahead.gap();
            if digit(&ahead).is_none() && !is_followed_by_digit(&ahead, '.') && !is_followed_by_digit(&ahead, ',') {
                break;
            }
            *cursor = ahead;
            oddities.insert(Oddities::NOTATION);
            match gap {
                Gap::Space if before_point.is_none() => spaces.separator(),
                Gap::Space | Gap::Wide => split = true,
                Gap::Invisible | Gap::None => {}
            }
        } else if before_point.is_none() && is_followed_by_digit(cursor, '.') {
            if next != '.' || digits.count == 0 {
                oddities.insert(Oddities::NOTATION);
            }
            before_point = Some(digits.count);
            cursor.advance();
        } else if before_point.is_none() && is_followed_by_digit(cursor, ',') {
            commas.separator();
            cursor.advance();
        } else {
            break;
        }
    }
    let whole = before_point.unwrap_or(digits.count);
    let has_leading_zeros = starts_with_zero && whole > 1;
    if commas.separated {
        if !commas.are_right() || has_leading_zeros {
            return None;
        }
        split |= spaces.separated;
    } else if spaces.separated {
        split |= !spaces.are_right() || has_leading_zeros;
    }
    if commas.separated || has_leading_zeros {
        oddities.insert(Oddities::NOTATION);
    }
    if split {
        oddities.insert(Oddities::SPLIT);
    }
    let exponent = read_exponent(cursor);
    if exponent.is_some() {
        oddities.insert(Oddities::NOTATION);
    }
    Some(digits.number(whole, exponent.unwrap_or(0)))
}

/// Reads an exponent as spreadsheets and JavaScript write it: `E+05`, `e-7`.
fn read_exponent(cursor: &mut Cursor) -> Option<i64> {
    /// far beyond any number that fits, and safe to add to the number of digits of any text
    const GREATEST: i64 = 1 << 60;
    let mut ahead = *cursor;
    if !ahead.accept_word("e") {
        return None;
    }
    let is_negative = ahead.accept(is_dash);
    if !is_negative {
        ahead.accept_word("+");
    }
    digit(&ahead)?;
    let mut exponent: i64 = 0;
    while let Some((digit, _)) = digit(&ahead) {
        exponent = exponent.saturating_mul(10).saturating_add(i64::from(digit)).min(GREATEST);
        ahead.advance();
    }
    *cursor = ahead;
    Some(if is_negative { -exponent } else { exponent })
}
