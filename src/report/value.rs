//! What a cell of the form holds: one reader for counts and amounts of money.
//!
//! [`read`] yields the exact value where there is one, and says everything that was odd about the
//! way it was written. What an oddity is worth (an error, a hint, nothing) is for others to judge.
//!
//! A reading is careful rather than clever: where a text can be meant in two ways that differ in
//! value, it is [`Value::Unreadable`], or the likelier value with an oddity that says so.
//! * Unreadable is always explained by exactly one oddity: NONSENSE, FRACTION or TOO_LARGE.
//! * White space around the text, before a unit and before a remark is not odd.
//! * A unit in brackets, `20097080（元）`, is a unit and no remark: overlooking it would make the
//!   amount wrong by four digits.
//! * `¥` without 万 or 元 in a cell for 万元 is NONSENSE, unless the amount is zero; so is a
//!   Chinese numeral of 一万 or more without a unit. Both may well be 元.
//! * Two Chinese digits side by side (`二三`, `一一`) mean "two or three", or dashes, and are
//!   NONSENSE; with a zero (`二〇`) or from three on they are read digit by digit. Colloquial
//!   short forms (`一百五`, `一万二`) are NONSENSE: 105 or 150?

mod arabic;
mod chinese;
mod figure;
mod meaning;
mod oddities;
mod scan;

pub use oddities::Oddities;

use super::decimal::Decimal;
use arabic::Number;
use figure::Figure;

/// What a cell is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// how many: 0, 1, 2 …
    Count,
    /// a change in number, where a sign belongs: +1036, -417
    SignedCount,
    /// an amount of money; the form prints the unit 万元
    MoneyTenThousand,
    /// an amount of money; the unit is written in the cell
    MoneyWritten,
}

/// The unit of an amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyUnit {
    /// 元
    Yuan,
    /// 万元, 10 000 yuan
    TenThousandYuan,
    /// the cell should name a unit and does not
    Unstated,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// nothing, or a mark that stands for nothing
    Blank,
    /// a whole number, at most 2^53 either way
    Count(i64),
    /// an amount; a converted one has no trailing zeros, any other has its decimals as written
    Money(Decimal, MoneyUnit),
    /// something, but no value to rely on
    Unreadable,
}

/// A value, and what was odd about the way it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    pub value: Value,
    pub oddities: Oddities,
}

/// Reads the text of a cell.
///
/// ```
/// use gouji::report::decimal::Decimal;
/// use gouji::report::value::{Kind, MoneyUnit, Oddities, Value, read};
///
/// assert_eq!(read(Kind::Count, " 178 ").value, Value::Count(178));
///
/// let reading = read(Kind::Count, "55件（含自然失效29件）");
/// assert_eq!(reading.value, Value::Count(55));
/// assert!(reading.oddities.iter().eq([Oddities::UNIT, Oddities::REMARK]));
///
/// let reading = read(Kind::MoneyTenThousand, "20097080 元");
/// let amount = Decimal { digits: 2_009_708, scale: 3 };
/// assert_eq!(reading.value, Value::Money(amount, MoneyUnit::TenThousandYuan));
/// assert_eq!(reading.oddities, Oddities::CONVERTED);
/// ```
#[must_use]
pub fn read(kind: Kind, text: &str) -> Reading {
    let text = text.trim_matches(scan::is_blank);
    if text.is_empty() {
        return Reading { value: Value::Blank, oddities: Oddities::NONE };
    }
    let mut oddities = Oddities::NONE;
    let text = match text.strip_prefix(['\'', '‘', '’', '＇']) {
        Some(rest) => {
            oddities.insert(Oddities::NOTATION);
            rest
        }
        None => text,
    };
    if figure::is_placeholder(text, &mut oddities) {
        return Reading { value: Value::Blank, oddities };
    }
    match figure::take_apart(text, &mut oddities) {
        Some(figure) => meaning::of(kind, &figure, oddities),
        None => not_a_value(),
    }
}

/// Reads a whole number that comes as a number, from JSON or JavaScript.
///
/// Such a number beyond 2^53 is TOO_LARGE in every cell: it may have been rounded on its way.
#[must_use]
pub fn read_integer(kind: Kind, n: i64) -> Reading {
    if n.unsigned_abs() > meaning::LARGEST_COUNT {
        return meaning::unreadable(Oddities::TOO_LARGE);
    }
    let figure = Figure { number: Number::whole(n), power: 0, sign: (n < 0).then_some(-1), unit: None, currency: false };
    meaning::of(kind, &figure, Oddities::NONE)
}

/// The reading of what can never be a value: a boolean, an object, an array, NaN.
#[must_use]
pub fn not_a_value() -> Reading {
    meaning::unreadable(Oddities::NONSENSE)
}
