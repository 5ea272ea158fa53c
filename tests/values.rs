//! The table `values.md`, row by row, and properties of the reader.

use std::time::{Duration, Instant};

use gouji::report::decimal::Decimal;
use gouji::report::value::{Kind, MoneyUnit, Oddities, Reading, Value, not_a_value, read, read_integer};
use proptest::prelude::*;

const KINDS: [Kind; 4] = [Kind::Count, Kind::SignedCount, Kind::MoneyTenThousand, Kind::MoneyWritten];

/// The words of the table, in the order in which `Oddities::iter` promises them.
const WORDS: [(Oddities, &str); 13] = [
    (Oddities::PLACEHOLDER, "占位符号"),
    (Oddities::NONSENSE, "读不懂"),
    (Oddities::FRACTION, "有小数"),
    (Oddities::TOO_LARGE, "过大"),
    (Oddities::NEGATIVE, "负数"),
    (Oddities::UNIT, "带单位"),
    (Oddities::CONVERTED, "已换算"),
    (Oddities::UNIT_MISSING, "缺单位"),
    (Oddities::REMARK, "带备注"),
    (Oddities::NOTATION, "写法不规范"),
    (Oddities::SPLIT, "数字断开"),
    (Oddities::CHINESE_NUMERAL, "中文数字"),
    (Oddities::MANY_DECIMALS, "小数过多"),
];

fn value_in_words(value: Value) -> String {
    match value {
        Value::Blank => "空".to_owned(),
        Value::Unreadable => "读不出".to_owned(),
        Value::Count(count) => count.to_string(),
        Value::Money(amount, MoneyUnit::Yuan) => format!("{amount} 元"),
        Value::Money(amount, MoneyUnit::TenThousandYuan) => format!("{amount} 万元"),
        Value::Money(amount, MoneyUnit::Unstated) => format!("{amount} 单位不明"),
    }
}

fn oddities_in_words(oddities: Oddities) -> String {
    let words: Vec<&str> = oddities
        .iter()
        .map(|oddity| {
            let (_, word) = WORDS.iter().find(|(known, _)| *known == oddity).unwrap();
            *word
        })
        .collect();
    if words.is_empty() { "正常".to_owned() } else { words.join("、") }
}

/// The text in backticks, with its escapes resolved.
fn unescape(cell: &str) -> String {
    let inside = cell.strip_prefix('`').and_then(|rest| rest.strip_suffix('`')).expect("the text of a row stands in backticks");
    let mut text = String::new();
    let mut characters = inside.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            text.push(character);
            continue;
        }
        text.push(match characters.next().expect("an escape has a letter") {
            'n' => '\n',
            't' => '\t',
            '\\' => '\\',
            'u' => {
                let digits: String = characters.by_ref().take(4).collect();
                let code = u32::from_str_radix(&digits, 16).expect("four hexadecimal digits");
                char::from_u32(code).expect("a character")
            }
            other => panic!("unknown escape \\{other}"),
        });
    }
    text
}

#[test]
fn every_row_of_the_table_is_read_as_it_says() {
    let mut kind = None;
    let mut rows = 0;
    let mut failures = Vec::new();
    let mut words_seen = String::new();
    for (index, line) in include_str!("values.md").lines().enumerate() {
        if let Some(heading) = line.strip_prefix("## ") {
            kind = KINDS.into_iter().find(|kind| heading.ends_with(&format!("（{kind:?}）")));
            assert!(kind.is_some(), "line {}: unknown kind", index + 1);
        }
        let (Some(kind), true) = (kind, line.starts_with("| `")) else {
            continue;
        };
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let ["", text, value, oddities, _, ""] = cells[..] else {
            panic!("line {}: not four cells", index + 1);
        };
        rows += 1;
        words_seen.push_str(oddities);
        let reading = read(kind, &unescape(text));
        let found = (value_in_words(reading.value), oddities_in_words(reading.oddities));
        if found != (value.to_owned(), oddities.to_owned()) {
            failures.push(format!("line {}: {text} is read as {found:?}, not {value} ({oddities})", index + 1));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
    assert!(rows >= 120, "only {rows} rows");
    for (_, word) in WORDS {
        assert!(words_seen.contains(word), "no row for {word}");
    }
}

#[test]
fn oddities_come_in_their_order() {
    let mut all = Oddities::NONE;
    assert!(all.is_empty());
    for (oddity, _) in WORDS.into_iter().rev() {
        assert!(!all.contains(oddity));
        all.insert(oddity);
    }
    assert!(all.iter().eq(WORDS.into_iter().map(|(oddity, _)| oddity)));
}

#[test]
fn numbers_from_javascript() {
    let words = |reading: Reading| {
        let oddities = oddities_in_words(reading.oddities);
        format!("{} {oddities}", value_in_words(reading.value))
    };
    let integer = |kind, n| words(read_integer(kind, n));
    assert_eq!(integer(Kind::Count, 178), "178 正常");
    assert_eq!(integer(Kind::Count, -3), "-3 负数");
    assert_eq!(integer(Kind::SignedCount, -417), "-417 正常");
    assert_eq!(integer(Kind::MoneyTenThousand, 5), "5 万元 正常");
    assert_eq!(integer(Kind::MoneyTenThousand, -5), "-5 万元 负数");
    assert_eq!(integer(Kind::MoneyWritten, 5), "5 单位不明 缺单位");
    assert_eq!(integer(Kind::MoneyWritten, 0), "0 单位不明 正常");
    for kind in KINDS {
        assert_eq!(integer(kind, (1 << 53) + 1), "读不出 过大");
        assert_eq!(integer(kind, i64::MIN), "读不出 过大");
    }
    assert_eq!(words(not_a_value()), "读不出 读不懂");
}

#[test]
fn decimals_are_exact() {
    let decimal = |digits, scale| Decimal { digits, scale };
    for (digits, scale, text) in [
        (592_372_449, 4, "59237.2449"),
        (-5, 1, "-0.5"),
        (0, 0, "0"),
        (0, 2, "0.00"),
        (150, 2, "1.50"),
        (1, 18, "0.000000000000000001"),
        (i64::MIN, 0, "-9223372036854775808"),
        (i64::MAX, 18, "9.223372036854775807"),
        (1, 19, "0.0000000000000000001"),
    ] {
        assert_eq!(decimal(digits, scale).to_string(), text);
    }
    // no scale breaks it, even one beyond what is allowed
    assert_eq!(decimal(1, u8::MAX).to_string().len(), 257);
    assert_eq!(decimal(25, 1).shift(4), Some(decimal(25_000, 0)));
    assert_eq!(decimal(20_097_080, 0).shift(-4), Some(decimal(20_097_080, 4)));
    assert_eq!(decimal(1500, 3).normalised(), decimal(15, 1));
    assert_eq!(decimal(0, 3).normalised(), Decimal::ZERO);
    assert_eq!(decimal(1, 18).shift(-1), None);
    assert_eq!(decimal(10, 18).shift(-1), Some(decimal(1, 18)));
    assert_eq!(decimal(i64::MAX, 0).shift(1), None);
    assert_eq!(decimal(0, 0).shift(127), Some(Decimal::ZERO));
    assert_eq!(decimal(1, 0).shift(-128), None);
    assert_eq!(decimal(-7, 1).signum(), -1);
    assert_eq!(decimal(-70, 1).decimals(), 1);
    assert!(decimal(0, 5).is_zero());
}

#[test]
fn long_texts_are_read_in_no_time() {
    const PIECES: [&str; 39] = [
        "0",
        "1",
        "9",
        "1 ",
        "1\n",
        "1,",
        "1.",
        "1,234",
        ",",
        ".",
        ". ",
        "-",
        "——",
        "+",
        " ",
        "　",
        "（",
        "）",
        "（）",
        "[（",
        "a",
        "é",
        "一",
        "零",
        "十",
        "万",
        "一万",
        "千一",
        "一千百",
        "亿",
        "件",
        "元",
        "无",
        "'",
        "¥",
        "1e",
        "e9",
        "\u{200B}",
        "𝟙",
    ];
    let start = Instant::now();
    // a step that looks at the rest of the text would take minutes here
    for piece in PIECES {
        let long = piece.repeat(200_000 / piece.len());
        for before in ["", "55", "55（", "1e", "十"] {
            std::hint::black_box(read(Kind::Count, &format!("{before}{long}")));
            std::hint::black_box(read(Kind::MoneyWritten, &format!("{before}{long}）")));
        }
    }
    let zeros = "0".repeat(10_000_000);
    let spaces = "　".repeat(10_000_000 / 3);
    let remark = "含".repeat(10_000_000 / 3);
    for (text, count) in [
        (format!("55（{remark}）"), 55),
        (format!("55{spaces}件"), 55),
        (format!("5{spaces}5"), 55),
        (format!("{zeros}7"), 7),
        (format!("7.{zeros}"), 7),
        (format!("7{zeros}e-10000000"), 7),
        (format!("0.{zeros}7e10000001"), 7),
    ] {
        assert_eq!(read(Kind::Count, &text).value, Value::Count(count));
    }
    assert_eq!(read(Kind::Count, &format!("7{zeros}")).oddities, Oddities::TOO_LARGE);
    assert!(start.elapsed() < Duration::from_secs(60), "took {:?}", start.elapsed());
}

/// Writes a number in Chinese numerals, the way it is taught at school.
fn in_chinese(number: u64) -> String {
    const PLACES: [(u64, &str); 5] = [(100_000_000, "亿"), (10_000, "万"), (1000, "千"), (100, "百"), (10, "十")];
    let Some((place, name)) = PLACES.into_iter().find(|(place, _)| number >= *place) else {
        let digit = "零一二三四五六七八九".chars().nth(number as usize);
        return digit.unwrap().to_string();
    };
    let rest = number % place;
    let zero = if rest < place / 10 { "零" } else { "" };
    let rest = if rest == 0 { String::new() } else { format!("{zero}{}", in_chinese(rest)) };
    format!("{}{name}{rest}", in_chinese(number / place))
}

fn in_full_width(text: &str) -> String {
    text.chars()
        .map(|character| match character.to_digit(10) {
            Some(digit) => "０１２３４５６７８９".chars().nth(digit as usize).unwrap(),
            None => character,
        })
        .collect()
}

fn in_groups(number: i64, separator: &str) -> String {
    let digits = number.unsigned_abs().to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", groups.join(separator))
}

fn count() -> impl Strategy<Value = i64> {
    const LARGEST: i64 = 1 << 53;
    // few digits, and few digits above zero, as often as many
    let short = (0_u32..=15, 0_i64..100_000).prop_map(|(zeros, digits)| {
        let number = 10_i64.pow(zeros).saturating_mul(digits);
        if number > LARGEST { digits } else { number }
    });
    let sparse = proptest::collection::vec(prop_oneof![3 => Just(0), 1 => 1_i64..=9], 1..=15)
        .prop_map(|digits| digits.into_iter().fold(0, |number, digit| number * 10 + digit));
    prop_oneof![-LARGEST..=LARGEST, Just(LARGEST), short.prop_map(|number| -number), sparse]
}

/// Texts that resemble what cells hold.
fn near_figure() -> impl Strategy<Value = String> {
    "[0-9０-９,，.．。 \u{3000}\u{200B}\n+\\-−—eE/'¥（）()\\[\\]【】〇零一二两十百千万亿元件整注负无]{0,12}"
}

proptest! {
    #[test]
    fn whole_numbers_read_back(number in count()) {
        let read_count = |text: &str| read(Kind::SignedCount, text);
        let plain = number.to_string();
        let reading = read_count(&plain);
        prop_assert_eq!(reading, read_integer(Kind::SignedCount, number));
        prop_assert_eq!(reading.value, Value::Count(number));
        prop_assert!(reading.oddities.is_empty());

        let reading = read_count(&in_full_width(&plain));
        prop_assert_eq!(reading.value, Value::Count(number));
        prop_assert_eq!(reading.oddities, Oddities::NOTATION);

        for separator in [",", "，", " ", "\u{A0}"] {
            let reading = read_count(&in_groups(number, separator));
            prop_assert_eq!(reading.value, Value::Count(number));
            let is_long = number.unsigned_abs() >= 1000;
            let expected = if is_long { Oddities::NOTATION } else { Oddities::NONE };
            prop_assert_eq!(reading.oddities, expected);
        }

        let magnitude = number.unsigned_abs();
        let reading = read_count(&in_chinese(magnitude));
        prop_assert_eq!(reading.value, Value::Count(number.abs()), "{}", in_chinese(magnitude));
        prop_assert_eq!(reading.oddities, Oddities::CHINESE_NUMERAL);
    }

    #[test]
    fn amounts_read_back(digits in any::<i64>(), scale in 0_u8..=18) {
        // the least i64 has no counterpart above zero
        let amount = Decimal { digits: digits.max(-i64::MAX), scale };
        let unit = MoneyUnit::TenThousandYuan;
        let reading = read(Kind::MoneyTenThousand, &amount.to_string());
        prop_assert_eq!(reading.value, Value::Money(amount, unit));
        let reading = read(Kind::MoneyWritten, &format!("{amount}元"));
        prop_assert_eq!(reading.value, Value::Money(amount, MoneyUnit::Yuan));
        if let Some(converted) = amount.shift(-4) {
            let reading = read(Kind::MoneyTenThousand, &format!("{amount}元"));
            prop_assert_eq!(reading.value, Value::Money(converted.normalised(), unit));
            prop_assert!(reading.oddities.contains(Oddities::CONVERTED));
        }
    }

    #[test]
    fn any_text_is_read_and_explained(text in prop_oneof![any::<String>(), near_figure()]) {
        let explanations = [Oddities::NONSENSE, Oddities::FRACTION, Oddities::TOO_LARGE];
        for kind in KINDS {
            let reading = read(kind, &text);
            let is_money = matches!(kind, Kind::MoneyTenThousand | Kind::MoneyWritten);
            let is_explained = explanations.contains(&reading.oddities);
            let suits = match reading.value {
                Value::Unreadable => is_explained,
                Value::Blank => true,
                Value::Count(count) => !is_money && count.unsigned_abs() <= 1 << 53,
                Value::Money(amount, _) => is_money && amount.scale <= 18,
            };
            prop_assert!(suits, "{:?}: {:?}", kind, reading);
            let explained_in_vain = reading.value != Value::Unreadable
                && explanations.iter().any(|oddity| reading.oddities.contains(*oddity));
            prop_assert!(!explained_in_vain, "{:?}: {:?}", kind, reading);
        }
    }

    #[test]
    fn white_space_around_a_text_does_not_matter(
        text in prop_oneof![any::<String>(), near_figure()],
        before in "[ \u{3000}\u{A0}\u{200B}\u{FEFF}\r\n\t]{0,4}",
        after in "[ \u{3000}\u{A0}\u{200B}\u{FEFF}\r\n\t]{0,4}",
    ) {
        for kind in KINDS {
            prop_assert_eq!(read(kind, &format!("{before}{text}{after}")), read(kind, &text));
        }
    }
}
