//! Of which year a report is, and whose: from its title, else from the period of its figures.

use super::lines::Line;
use super::plain::plain;

#[derive(Debug, Default, PartialEq)]
pub struct Title {
    pub body: Option<String>,
    pub year: Option<i64>,
}

/// `begins`: the first line of the first section; the title stands before it.
pub fn title(lines: &[Line], begins: Option<usize>) -> Title {
    let head: Vec<&str> = lines.iter().take(begins.unwrap_or(lines.len())).map(|line| line.text().unwrap_or_default()).collect();
    // Pages list the reports of other years before the report: the title is the last, and one with a year before one without.
    let titles = head.iter().enumerate().filter(|(_, text)| is_title(text));
    let found = titles.max_by_key(|(index, text)| (year(text).is_some(), *index));
    let Some((index, text)) = found else { return Title { body: None, year: period(&head) } };
    let before = head[..index].iter().rev().find(|text| !text.trim().is_empty());
    Title { body: body(text).or_else(|| before.and_then(|text| name(text))), year: year(text).or_else(|| period(&head)) }
}

fn is_title(text: &str) -> bool {
    const LONGEST: usize = 200;
    if text.len() > LONGEST || !text.contains('报') || text.contains(['。', '；', '，']) {
        return false;
    }
    let plain = plain(text);
    plain.contains("信息公开") && ["年度报告", "工作报告", "年报"].iter().any(|end| plain.ends_with(end))
}

/// "西岗街道2020年政府信息公开工作年度报告": what remains without the year and the name of the report.
fn body(title: &str) -> Option<String> {
    let end = title.find("政府信息公开").or_else(|| title.find("信息公开"))?;
    let mut rest = title[..end].trim_matches(|c: char| c.is_whitespace() || c == '#' || c == '*').to_string();
    if let Some((start, end)) = year_range(&rest) {
        let behind = if rest[end..].starts_with('度') { '度'.len_utf8() } else { 0 };
        rest.replace_range(start..end + behind, "");
    }
    let rest: String = rest.chars().filter(|c| !c.is_whitespace()).collect();
    let rest = rest.trim_start_matches("关于");
    (rest.chars().count() >= 2).then(|| rest.to_string())
}

/// The line above a title that has no name in it.
fn name(text: &str) -> Option<String> {
    const LONGEST: usize = 30;
    const ENDS: [&str; 18] =
        ["政府", "办公室", "办公厅", "厅", "局", "委员会", "委", "办", "处", "中心", "街道", "镇", "乡", "区", "县", "市", "省", "院"];
    let name: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '#' | '*')).collect();
    let fits = (2..=LONGEST).contains(&name.chars().count()) && ENDS.iter().any(|end| name.ends_with(end));
    (fits && !name.contains(['：', ':', '>', '|', '，', '。'])).then_some(name)
}

/// "统计期限自2024年1月1日至…", which may go on in the next line.
fn period(head: &[&str]) -> Option<i64> {
    const MARKS: [&str; 3] = ["统计期限", "数据统计", "1月1日"];
    let joined =
        |index: usize| head.iter().skip(index).take(2).flat_map(|text| text.chars()).filter(|c| !c.is_whitespace()).collect::<String>();
    (0..head.len()).map(joined).find_map(|text| {
        let mark = MARKS.iter().find_map(|mark| text.find(mark))?;
        year(&text[mark..]).or_else(|| year(&text))
    })
}

fn year(text: &str) -> Option<i64> {
    let (start, end) = year_range(text)?;
    text[start..end].chars().filter_map(digit).try_fold(0, |year: i64, digit| Some(year.checked_mul(10)? + i64::from(digit)))
}

fn digit(character: char) -> Option<u32> {
    match character {
        '0'..='9' => character.to_digit(10),
        '０'..='９' => Some(u32::from(character) - u32::from('０')),
        '〇' | '○' | '零' | 'O' | 'Ｏ' | '◯' => Some(0),
        _ => "一二三四五六七八九".chars().position(|numeral| numeral == character).map(|place| place as u32 + 1),
    }
}

/// From the first of four digits to behind 年: "2024 年", "二〇二四年".
fn year_range(text: &str) -> Option<(usize, usize)> {
    let mut digits: Vec<(usize, u32)> = Vec::new();
    for (place, character) in text.char_indices() {
        match digit(character) {
            Some(digit) => digits.push((place, digit)),
            None if character.is_whitespace() => {}
            None => {
                if let ('年', [(start, 2), (_, 0), (_, tens), (_, ones)]) = (character, digits.as_slice())
                    && tens * 10 + ones <= 99
                {
                    return Some((*start, place + character.len_utf8()));
                }
                digits.clear();
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_as_published() {
        for (written, body_of, year_of) in [
            ("西岗街道 2020 年政府信息公开工作年度报告", "西岗街道", 2020),
            ("2019年上海市人民政府办公厅政府信息公开工作年度报告", "上海市人民政府办公厅", 2019),
            ("西山区2025年度政府信息公开工作年度报告", "西山区", 2025),
            ("衡阳市司法局政府信息公开2021年度报告", "衡阳市司法局", 2021),
            ("鼎城区司法局2021年度政府信息公开工作报告", "鼎城区司法局", 2021),
            ("螺洋街道２０２１年度信息公开年度报告", "螺洋街道", 2021),
            ("某县人民政府二〇二四年政府信息公开工作年度报告", "某县人民政府", 2024),
        ] {
            assert!(is_title(written), "{written}");
            assert_eq!((body(written).as_deref(), year(written)), (Some(body_of), Some(year_of)), "{written}");
        }
        assert!(!is_title("根据《条例》规定，编制本年度政府信息公开工作年度报告。"));
    }
}
