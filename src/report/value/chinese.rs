//! Numbers in Chinese numerals: `十二`, `一百零五`, `三亿`, `二〇二三`, `壹万贰仟`.

use super::super::decimal::power_of_ten;
use super::Oddities;
use super::arabic::{Digits, Number};
use super::scan::{Cursor, Gap};

#[derive(Clone, Copy)]
enum Numeral {
    Zero,
    Digit(u8),
    /// 十, 百, 千 by their power of ten
    Place(u8),
    /// 万
    TenThousand,
    /// 亿
    HundredMillion,
}

fn numeral(character: char) -> Option<Numeral> {
    Some(match character {
        '〇' | '零' | '○' => Numeral::Zero,
        '一' | '壹' => Numeral::Digit(1),
        '二' | '贰' | '貳' | '两' | '兩' => Numeral::Digit(2),
        '三' | '叁' | '叄' | '參' => Numeral::Digit(3),
        '四' | '肆' => Numeral::Digit(4),
        '五' | '伍' => Numeral::Digit(5),
        '六' | '陆' | '陸' => Numeral::Digit(6),
        '七' | '柒' => Numeral::Digit(7),
        '八' | '捌' => Numeral::Digit(8),
        '九' | '玖' => Numeral::Digit(9),
        '十' | '拾' => Numeral::Place(1),
        '百' | '佰' => Numeral::Place(2),
        '千' | '仟' => Numeral::Place(3),
        '万' | '萬' => Numeral::TenThousand,
        '亿' | '億' => Numeral::HundredMillion,
        _ => return None,
    })
}

pub(super) fn starts(cursor: &Cursor) -> bool {
    cursor.peek().and_then(numeral).is_some()
}

/// Reads the powers of ten behind Arabic digits: 千, 万, 百万, 亿, 万亿 …
pub(super) fn read_power(cursor: &mut Cursor) -> i64 {
    let mut power = 0;
    let mut rank = 0;
    loop {
        let mut ahead = *cursor;
        ahead.gap();
        let (value, next_rank) = match ahead.advance().and_then(numeral) {
            Some(Numeral::Place(place)) => (i64::from(place), 1),
            Some(Numeral::TenThousand) => (4, 2),
            Some(Numeral::HundredMillion) => (8, 3),
            _ => return power,
        };
        if next_rank <= rank {
            return power;
        }
        power += value;
        rank = next_rank;
        *cursor = ahead;
    }
}

/// Reads a number, as far as it goes, and the power of ten of the 万 or 亿 it ends in: `三百万` is
/// 300, and 4. Nothing if it is malformed.
pub(super) fn read(cursor: &mut Cursor, oddities: &mut Oddities) -> Option<(Number, i64)> {
    let mut digits = Digits::new();
    let mut places = Places::new();
    let (mut has_zero, mut has_two, mut has_places) = (false, false, false);
    let mut starts_with_zero = false;
    loop {
        let mut ahead = *cursor;
        let gap = ahead.gap();
        let Some(character) = ahead.advance() else {
            break;
        };
        let Some(numeral) = numeral(character) else {
            break;
        };
        *cursor = ahead;
        match gap {
            Gap::None => {}
            Gap::Invisible => oddities.insert(Oddities::NOTATION),
            Gap::Space | Gap::Wide => {
                oddities.insert(Oddities::NOTATION);
                oddities.insert(Oddities::SPLIT);
            }
        }
        match numeral {
            Numeral::Zero => {
                starts_with_zero |= digits.count == 0;
                has_zero = true;
                digits.push(0);
            }
            Numeral::Digit(digit) => {
                has_two |= matches!(character, '两' | '兩');
                digits.push(digit);
            }
            _ => has_places = true,
        }
        places.push(numeral);
    }
    oddities.insert(Oddities::CHINESE_NUMERAL);
    if has_places {
        let number = places.finish()?;
        let power = places.last_power;
        let number = number.checked_div(power_of_ten(power)?)?;
        return Some((Number::whole(number), power));
    }
    let is_vague = digits.count == 2 && !has_zero;
    if is_vague || (has_two && digits.count > 1) {
        return None;
    }
    if starts_with_zero && digits.count > 1 {
        oddities.insert(Oddities::NOTATION);
    }
    Some((digits.number(digits.count, 0), 0))
}

/// Adds up a number written with places: 一百零五 is 1 × 100, a skipped place, 5.
///
/// Within a section, the up to four places before 万, 亿 or the end, a 零 stands where places are
/// skipped and nowhere else. Between sections it has to stand where places are skipped, and may
/// stand where they are not (十万零五千). No number gets beyond 10^16 this way.
struct Places {
    is_malformed: bool,
    /// before 亿
    hundred_millions: i64,
    /// before 万, and behind 亿 if there was one
    ten_thousands: i64,
    section: i64,
    digit: Option<u8>,
    zero: bool,
    /// the last place in this section
    place: Option<u8>,
    /// the first place in this section, and whether there was a 零 before it
    first: (u8, bool),
    /// the power of ten in which the section before ended
    previous_power: Option<u8>,
    /// the power of ten of the 万 or 亿 at the end
    last_power: i64,
}

impl Places {
    fn new() -> Places {
        Places {
            is_malformed: false,
            hundred_millions: 0,
            ten_thousands: 0,
            section: 0,
            digit: None,
            zero: false,
            place: None,
            first: (0, false),
            previous_power: None,
            last_power: 0,
        }
    }

    fn push(&mut self, numeral: Numeral) {
        if self.is_malformed {
            return;
        }
        let is_right = match numeral {
            Numeral::Zero => {
                let has_begun = self.place.is_some() || self.previous_power.is_some();
                let is_right = has_begun && !self.zero && self.digit.is_none();
                self.zero = true;
                is_right
            }
            Numeral::Digit(digit) => self.digit.replace(digit).is_none(),
            Numeral::Place(place) => self.put(place),
            Numeral::TenThousand => {
                let is_right = self.close_section(4) && self.section > 0 && self.ten_thousands == 0;
                self.ten_thousands = self.section * 10_000;
                self.begin_section(4);
                is_right
            }
            Numeral::HundredMillion => {
                let is_first = self.hundred_millions == 0;
                let is_right = self.close_section(0) && is_first && (self.section > 0 || self.last_power == 4);
                self.hundred_millions = (self.ten_thousands + self.section) * 100_000_000;
                let is_direct = self.last_power == 4;
                self.ten_thousands = 0;
                self.begin_section(8);
                if is_direct {
                    self.last_power = 12;
                }
                is_right
            }
        };
        if !matches!(numeral, Numeral::TenThousand | Numeral::HundredMillion) {
            self.last_power = 0;
        }
        self.is_malformed = !is_right;
    }

    /// Puts the digit at hand in its place. 十 may go without one.
    fn put(&mut self, place: u8) -> bool {
        let digit = match self.digit.take() {
            Some(digit) => digit,
            None if place == 1 => 1,
            None => return false,
        };
        let is_right = match self.place {
            Some(before) => place < before && self.zero == (place + 1 < before),
            None => {
                self.first = (place, self.zero);
                true
            }
        };
        self.zero = false;
        self.place = Some(place);
        let unit = match place {
            0 => 1,
            1 => 10,
            2 => 100,
            _ => 1000,
        };
        if is_right {
            self.section += i64::from(digit) * unit;
        }
        is_right
    }

    fn close_section(&mut self, power: u8) -> bool {
        let is_right = self.digit.is_none() || self.put(0);
        let (first, zero) = self.first;
        let skips = match self.previous_power {
            Some(previous) if self.place.is_some() => first + power + 1 < previous,
            _ => false,
        };
        is_right && !self.zero && (zero || !skips)
    }

    fn begin_section(&mut self, power: u8) {
        self.section = 0;
        self.place = None;
        self.zero = false;
        self.previous_power = Some(power);
        self.last_power = i64::from(power);
    }

    fn finish(&mut self) -> Option<i64> {
        if self.is_malformed || !self.close_section(0) {
            return None;
        }
        Some(self.hundred_millions + self.ten_thousands + self.section)
    }
}
