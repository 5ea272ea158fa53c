//! A figure taken apart: sign, number, unit and remark, whatever the cell is for.

use super::Oddities;
use super::arabic::{self, Number};
use super::chinese;
use super::scan::{Cursor, Gap, fold, is_blank, is_dash};

/// A figure, before the kind of the cell gives it a meaning.
pub(super) struct Figure {
    pub(super) number: Number,
    /// the power of ten behind the number: 4 for 万
    pub(super) power: i64,
    /// -1 or 1 if there is a sign; the number has it already
    pub(super) sign: Option<i64>,
    pub(super) unit: Option<Unit>,
    /// whether ¥, RMB or 人民币 stands before the number
    pub(super) currency: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// 元
    Yuan,
    /// a word to count things with: 件, 项, 人次
    Measure,
}

const MEASURES: &str = "件项条次个份起宗人户家笔篇例部页张本场名位批组类封";

const PLACEHOLDERS: [&str; 9] = ["无", "空", "不适用", "暂无", "n/a", "na", "nil", "null", "none"];

/// Whether the text is nothing but a mark or word in place of a figure, and perhaps a remark.
pub(super) fn is_placeholder(text: &str, oddities: &mut Oddities) -> bool {
    let (mark, remark) =
        text.find(|character| bracket(character).is_some()).and_then(|start| text.split_at_checked(start)).unwrap_or((text, ""));
    if mark.chars().all(is_blank) || !(is_mark(mark) || is_word(mark)) {
        return false;
    }
    let mut cursor = Cursor::new(remark);
    while read_bracket(&mut cursor).is_some() {
        cursor.gap();
    }
    cursor.accept(is_full_stop);
    if !cursor.is_at_end() {
        return false;
    }
    oddities.insert(Oddities::PLACEHOLDER);
    if !remark.is_empty() {
        oddities.insert(Oddities::REMARK);
    }
    true
}

/// Whether there are only dashes, slashes, asterisks, underscores and dots.
fn is_mark(text: &str) -> bool {
    text.chars().all(|character| {
        is_blank(character) || is_dash(character) || matches!(fold(character), '/' | '\\' | '*' | '_' | '.' | '。' | '…' | 'ー')
    })
}

/// Whether it is one of the words, whatever its case, width, spaces and dots.
fn is_word(text: &str) -> bool {
    PLACEHOLDERS.iter().any(|word| {
        text.chars()
            .map(|character| fold(character).to_ascii_lowercase())
            .filter(|character| !is_blank(*character) && !is_full_stop(*character))
            .eq(word.chars())
    })
}

fn is_full_stop(character: char) -> bool {
    matches!(character, '.' | '．' | '。')
}

/// Takes a figure apart. Nothing if the text is not one figure alone.
pub(super) fn take_apart(text: &str, oddities: &mut Oddities) -> Option<Figure> {
    let mut cursor = Cursor::new(text);
    if cursor.gap() != Gap::None {
        oddities.insert(Oddities::NOTATION);
    }
    let (sign, currency) = read_signs(&mut cursor, oddities);
    let (mut number, power) = if arabic::starts(&cursor) {
        let number = arabic::read(&mut cursor, oddities)?;
        (number, chinese::read_power(&mut cursor))
    } else if chinese::starts(&cursor) {
        chinese::read(&mut cursor, oddities)?
    } else {
        return None;
    };
    if let Some(sign) = sign {
        number.significand = number.significand.map(|significand| sign * significand);
        if sign < 0 && number.is_zero() {
            oddities.insert(Oddities::NOTATION);
        }
    }
    cursor.gap();
    let mut figure = Figure { number, power, sign, unit: read_unit(&mut cursor), currency };
    read_remarks(&mut cursor, &mut figure, oddities)?;
    if cursor.accept(is_full_stop) {
        oddities.insert(Oddities::NOTATION);
    }
    cursor.is_at_end().then_some(figure)
}

/// Reads a sign and a currency, in either order: -1 or 1 if there is a sign, and whether there is a
/// currency.
fn read_signs(cursor: &mut Cursor, oddities: &mut Oddities) -> (Option<i64>, bool) {
    let mut sign = None;
    let mut currency = false;
    loop {
        if sign.is_none() && cursor.accept(is_dash) {
            sign = Some(-1);
        } else if sign.is_none() && cursor.accept(|next| next == '负') {
            sign = Some(-1);
            oddities.insert(Oddities::NOTATION);
        } else if sign.is_none() && cursor.accept_word("+") {
            sign = Some(1);
        } else if !currency && accept_currency(cursor) {
            currency = true;
            oddities.insert(Oddities::NOTATION);
        } else {
            return (sign, currency);
        }
        if cursor.gap() != Gap::None {
            oddities.insert(Oddities::NOTATION);
        }
    }
}

fn accept_currency(cursor: &mut Cursor) -> bool {
    cursor.accept(|next| matches!(next, '¥' | '￥'))
        || cursor.accept_word("人民币")
        || cursor.accept_word("rmb")
        || cursor.accept_word("cny")
}

fn read_unit(cursor: &mut Cursor) -> Option<Unit> {
    if cursor.accept(|next| matches!(next, '元' | '圆')) {
        cursor.accept(|next| matches!(next, '整' | '正'));
        return Some(Unit::Yuan);
    }
    if cursor.accept(|next| MEASURES.chars().any(|measure| measure == next)) {
        cursor.accept(|next| next == '次');
        return Some(Unit::Measure);
    }
    None
}

/// Reads remarks in brackets. A unit in brackets, where there was none, is a unit. Nothing if that
/// unit and the figure do not go together.
fn read_remarks(cursor: &mut Cursor, figure: &mut Figure, oddities: &mut Oddities) -> Option<()> {
    cursor.gap();
    while let Some(remark) = read_bracket(cursor) {
        cursor.gap();
        match unit_in_remark(remark) {
            Some((power, unit)) if figure.unit.is_none() => {
                if power != 0 && figure.power != 0 {
                    return None;
                }
                figure.power += power;
                figure.unit = unit;
                oddities.insert(Oddities::NOTATION);
            }
            _ => oddities.insert(Oddities::REMARK),
        }
    }
    Some(())
}

/// The unit, if there is nothing else in the remark: `万元`, `单位：元`, `件`.
fn unit_in_remark(remark: &str) -> Option<(i64, Option<Unit>)> {
    let mut cursor = Cursor::new(remark.trim_matches(is_blank));
    if cursor.accept_word("单位") {
        cursor.accept_word(":");
        cursor.gap();
    }
    let power = chinese::read_power(&mut cursor);
    cursor.gap();
    let unit = read_unit(&mut cursor);
    let is_unit = cursor.is_at_end() && (power >= 4 || unit.is_some());
    is_unit.then_some((power, unit))
}

/// Which kind of bracket a character is, and whether it opens.
fn bracket(character: char) -> Option<(u64, bool)> {
    Some(match fold(character) {
        '(' => (0, true),
        ')' => (0, false),
        '[' => (1, true),
        ']' => (1, false),
        '【' => (2, true),
        '】' => (2, false),
        '〔' => (3, true),
        '〕' => (3, false),
        _ => return None,
    })
}

/// Reads a pair of brackets, with anything in it but brackets without their partners: what is in
/// it. Nothing if there is no such pair.
fn read_bracket<'text>(cursor: &mut Cursor<'text>) -> Option<&'text str> {
    const DEEPEST: u32 = 16;
    let mut ahead = *cursor;
    let (kind, true) = bracket(ahead.advance()?)? else {
        return None;
    };
    let inside = ahead.rest;
    // the open brackets, two bits each, the last one lowest
    let mut open = kind;
    let mut depth = 1;
    loop {
        let rest = ahead.rest;
        match bracket(ahead.advance()?) {
            None => {}
            Some((_, true)) if depth == DEEPEST => return None,
            Some((kind, true)) => {
                open = open << 2 | kind;
                depth += 1;
            }
            Some((kind, false)) if kind == open & 3 => {
                open >>= 2;
                depth -= 1;
                if depth == 0 {
                    *cursor = ahead;
                    return inside.get(..inside.len().checked_sub(rest.len())?);
                }
            }
            Some((_, false)) => return None,
        }
    }
}
