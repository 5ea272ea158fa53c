//! Reading the text of a cell, whatever is written there.

use gouji::report::value::{Kind, Oddities, Reading, Value, read};

const KINDS: [Kind; 4] = [Kind::Count, Kind::SignedCount, Kind::MoneyTenThousand, Kind::MoneyWritten];
const LARGEST: u64 = 1 << 53;

pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for kind in KINDS {
        let reading = read(kind, &text);
        explains_itself(kind, &text, reading);
        assert_eq!(read(kind, &format!("\u{3000} {text}\t\n")), reading, "white space around {text:?} is nothing");
        let digits: String = text.chars().map(full_width).collect();
        assert_eq!(read(kind, &digits).value, reading.value, "{text:?} in full-width digits");
    }
}

fn explains_itself(kind: Kind, text: &str, reading: Reading) {
    let causes = [Oddities::NONSENSE, Oddities::FRACTION, Oddities::TOO_LARGE];
    let causes = causes.into_iter().filter(|cause| reading.oddities.contains(*cause)).count();
    match reading.value {
        Value::Unreadable => assert_eq!(causes, 1, "{text:?} is unreadable for one reason"),
        _ => assert_eq!(causes, 0, "{text:?} is read all the same"),
    }
    match reading.value {
        Value::Count(count) => {
            assert!(count.unsigned_abs() <= LARGEST, "{text:?}: a count that JavaScript can hold");
            assert_eq!(read(kind, &count.to_string()).value, reading.value, "{text:?} as it would be printed");
            assert_eq!(reading.oddities.contains(Oddities::NEGATIVE), count < 0 && kind == Kind::Count, "{text:?}");
        }
        Value::Money(amount, unit) if kind == Kind::MoneyTenThousand => {
            assert_eq!(read(kind, &amount.to_string()).value, Value::Money(amount, unit), "{text:?} as it would be printed");
        }
        _ => {}
    }
}

fn full_width(character: char) -> char {
    match character {
        '0'..='9' => char::from_u32(character as u32 - '0' as u32 + '０' as u32).unwrap_or(character),
        _ => character,
    }
}
