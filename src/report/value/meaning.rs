//! What a figure means in a cell of a certain kind.

use super::super::decimal::power_of_ten;
use super::figure::{Figure, Unit};
use super::{Kind, MoneyUnit, Oddities, Reading, Value};

/// 2^53: beyond it a JavaScript number does not hold every whole number.
pub(super) const LARGEST_COUNT: u64 = 1 << 53;

/// 万元 is 10^4 元.
const TEN_THOUSAND: i64 = 4;

/// 元 has two decimals, 角 and 分.
const YUAN_DECIMALS: i64 = 2;

pub(super) fn unreadable(reason: Oddities) -> Reading {
    Reading { value: Value::Unreadable, oddities: reason }
}

pub(super) fn of(kind: Kind, figure: &Figure, mut oddities: Oddities) -> Reading {
    match figure.sign {
        Some(sign) if kind != Kind::SignedCount && sign > 0 => oddities.insert(Oddities::NOTATION),
        Some(sign) if kind != Kind::SignedCount && sign < 0 && !figure.number.is_zero() => {
            oddities.insert(Oddities::NEGATIVE);
        }
        _ => {}
    }
    let value = match kind {
        Kind::Count | Kind::SignedCount => count(figure, &mut oddities),
        Kind::MoneyTenThousand | Kind::MoneyWritten => money(kind, figure, &mut oddities),
    };
    match value {
        Ok(value) => Reading { value, oddities },
        Err(reason) => unreadable(reason),
    }
}

fn count(figure: &Figure, oddities: &mut Oddities) -> Result<Value, Oddities> {
    let number = &figure.number;
    if figure.currency || figure.unit == Some(Unit::Yuan) {
        return Err(Oddities::NONSENSE);
    }
    if figure.unit == Some(Unit::Measure) {
        oddities.insert(Oddities::UNIT);
    }
    if figure.power > 0 {
        oddities.insert(Oddities::CHINESE_NUMERAL);
    } else if number.decimals > 0 {
        oddities.insert(Oddities::NOTATION);
    }
    if number.is_zero() {
        return Ok(Value::Count(0));
    }
    let exponent = number.exponent + figure.power;
    if exponent < 0 {
        return Err(Oddities::FRACTION);
    }
    number
        .significand
        .zip(power_of_ten(exponent))
        .and_then(|(significand, factor)| significand.checked_mul(factor))
        .filter(|count| count.unsigned_abs() <= LARGEST_COUNT)
        .map(Value::Count)
        .ok_or(Oddities::TOO_LARGE)
}

fn money(kind: Kind, figure: &Figure, oddities: &mut Oddities) -> Result<Value, Oddities> {
    // 万 and 亿 are short for 万元 and 亿元; 千 is not short for 千元
    let has_unit = figure.unit == Some(Unit::Yuan) || figure.power >= TEN_THOUSAND;
    if figure.unit == Some(Unit::Measure) || (figure.power > 0 && !has_unit) {
        return Err(Oddities::NONSENSE);
    }
    let amount = figure.number.decimal().ok_or(Oddities::TOO_LARGE)?;
    let is_in_form_unit = kind == Kind::MoneyTenThousand;
    let (power, form_power, form_unit) = match (has_unit, is_in_form_unit) {
        (true, true) => (figure.power, TEN_THOUSAND, MoneyUnit::TenThousandYuan),
        (true, false) => (figure.power, 0, MoneyUnit::Yuan),
        (false, true) => {
            let is_long_numeral = oddities.contains(Oddities::CHINESE_NUMERAL) && amount.digits.unsigned_abs() >= 10_000;
            if (figure.currency && !amount.is_zero()) || is_long_numeral {
                return Err(Oddities::NONSENSE);
            }
            (TEN_THOUSAND, TEN_THOUSAND, MoneyUnit::TenThousandYuan)
        }
        (false, false) if figure.currency => (0, 0, MoneyUnit::Yuan),
        (false, false) => {
            if !amount.is_zero() {
                oddities.insert(Oddities::UNIT_MISSING);
            }
            // it may be 万元
            (TEN_THOUSAND, TEN_THOUSAND, MoneyUnit::Unstated)
        }
    };
    if figure.number.decimals > YUAN_DECIMALS + power {
        oddities.insert(Oddities::MANY_DECIMALS);
    }
    if power == form_power {
        if has_unit && is_in_form_unit {
            oddities.insert(Oddities::UNIT);
        }
        return Ok(Value::Money(amount, form_unit));
    }
    oddities.insert(Oddities::CONVERTED);
    i8::try_from(power - form_power)
        .ok()
        .and_then(|shift| amount.normalised().shift(shift))
        .map(|converted| Value::Money(converted.normalised(), form_unit))
        .ok_or(Oddities::TOO_LARGE)
}
