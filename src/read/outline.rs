//! The six sections: where each begins, and what is odd about their headings.

use super::label::{self, distance, tolerated};
use super::lines::Line;
use super::oddity::Oddity;
use super::plain::letters;
use crate::form::{GROUPS, SECTIONS};
use crate::report::SECTION_KEYS;
use crate::rules::id;

const NUMERALS: &str = "一二三四五六七八九十";
/// Comparing with every title takes long. No report has so many numbered lines of this length.
const MOST_GUESSES: usize = 1000;
/// No heading has more letters.
const LONGEST: usize = 40;

#[derive(Clone, Debug)]
pub struct Heading<'a> {
    pub line: usize,
    /// The printed number, 1 for 一.
    number: Option<usize>,
    printed: &'a str,
    /// Text of the section on the line of its heading.
    pub rest: &'a str,
    /// Not the official title and none of its variants.
    renamed: bool,
}

pub struct Outline<'a> {
    pub sections: [Option<Heading<'a>>; 6],
    extra: Vec<Heading<'a>>,
}

impl<'a> Outline<'a> {
    pub fn of(lines: &[Line<'a>]) -> Outline<'a> {
        let mut guesses = MOST_GUESSES;
        let candidates: Vec<(usize, Heading<'a>)> =
            lines.iter().enumerate().filter_map(|(index, line)| recognised(line.text()?, index, &mut guesses)).collect();
        let mut outline = Outline { sections: Default::default(), extra: Vec::new() };
        let mut most = [(false, 0); 6];
        for (position, (section, heading)) in candidates.iter().enumerate() {
            // A table of contents has the same lines: the heading is the one with the most under it.
            let end = candidates.get(position + 1).map_or(lines.len(), |(_, next)| next.line);
            let under = 1 + lines[heading.line + 1..end].iter().map(weight).sum::<usize>() + heading.rest.len();
            // An index of sheets has the titles without their numbers.
            let rank = (heading.number.is_some(), under);
            if rank > most[*section] {
                most[*section] = rank;
                outline.sections[*section] = Some(heading.clone());
            }
        }
        outline.add_renamed(lines);
        outline
    }

    /// Numbered lines that are no known title: a section under another name, or one too many.
    fn add_renamed(&mut self, lines: &[Line<'a>]) {
        if self.sections.iter().all(Option::is_none) {
            return;
        }
        let numbered = lines.iter().enumerate().filter_map(|(index, line)| Some((index, line.text().and_then(unknown_heading)?)));
        let mut guesses = MOST_GUESSES;
        for (line, (number, printed)) in numbered.collect::<Vec<_>>() {
            let before = self.chosen().filter(|heading| heading.line < line).max_by_key(|heading| heading.line).cloned();
            let after = self.chosen().filter(|heading| heading.line > line).min_by_key(|heading| heading.line).cloned();
            let is_chosen = self.chosen().any(|heading| heading.line == line);
            let follows = before.as_ref().is_some_and(|before| before.number == Some(number - 1)) || (number == 1 && before.is_none());
            let precedes = after.as_ref().is_none_or(|after| after.number == Some(number + 1));
            if is_chosen || !follows || !precedes || guesses == 0 {
                continue;
            }
            guesses -= 1;
            if is_label(printed) {
                continue;
            }
            let heading = Heading { line, number: Some(number), printed, rest: "", renamed: true };
            match self.sections.get_mut(number - 1) {
                Some(place @ None) => *place = Some(heading),
                _ => self.extra.push(heading),
            }
        }
    }

    fn chosen(&self) -> impl Iterator<Item = &Heading<'a>> {
        self.sections.iter().flatten().chain(&self.extra)
    }

    pub fn is_empty(&self) -> bool {
        self.sections.iter().all(Option::is_none)
    }

    pub fn is_heading(&self, line: usize) -> bool {
        self.chosen().any(|heading| heading.line == line)
    }

    /// The first line of the first section.
    pub fn begins(&self) -> Option<usize> {
        self.chosen().map(|heading| heading.line).min()
    }

    /// Which section a line belongs to: `None` before the first and in one too many.
    pub fn section_at(&self, line: usize) -> Option<usize> {
        let last = self.chosen().map(|heading| heading.line).filter(|heading| *heading <= line).max()?;
        self.sections.iter().position(|heading| heading.as_ref().is_some_and(|heading| heading.line == last))
    }

    /// The text under each heading; lines that belong to a table are left out.
    pub fn texts(&self, lines: &[Line], in_table: &[bool]) -> Option<[String; 6]> {
        if self.is_empty() {
            return None;
        }
        let mut texts: [String; 6] = Default::default();
        for (index, line) in lines.iter().enumerate() {
            let (Some(section), false) = (self.section_at(index), in_table[index]) else { continue };
            let text = match &self.sections[section] {
                Some(heading) if heading.line == index => heading.rest,
                _ => line.text().unwrap_or_default(),
            };
            let text = text.trim();
            if !text.is_empty() {
                if !texts[section].is_empty() {
                    texts[section].push('\n');
                }
                texts[section].push_str(text);
            }
        }
        Some(texts)
    }

    pub fn oddities(&self) -> Vec<Oddity> {
        let mut found = Vec::new();
        let mut last = 0;
        for (index, heading) in self.sections.iter().enumerate() {
            let section = Oddity::section(index);
            let Some(heading) = heading else {
                // A section of prose without a heading has no text, and the check of the report says that.
                if !self.is_empty() && SECTIONS[index].table.is_some() {
                    found.push(section.raised(id::HEADING_MISSING, "", ""));
                }
                continue;
            };
            if heading.number.is_some_and(|number| number != index + 1) {
                found.push(section.clone().raised(id::SECTION_MISNUMBERED, heading.printed, SECTIONS[index].ordinal));
            }
            if heading.renamed {
                found.push(section.clone().raised(id::SECTION_RENAMED, heading.printed, SECTIONS[index].title));
            }
            if heading.line < last {
                found.push(section.raised(id::SECTION_OUT_OF_ORDER, heading.printed, ""));
            }
            last = last.max(heading.line);
        }
        for heading in &self.extra {
            let at = heading.number.map_or_else(String::new, |number| number.to_string());
            found.push(Oddity::new(id::SECTION_EXTRA, &at).with(heading.printed, ""));
        }
        found
    }
}

/// The key of a section in `sections`, for `at`.
pub fn key(section: usize) -> &'static str {
    SECTION_KEYS.get(section).copied().unwrap_or_default()
}

fn weight(line: &Line) -> usize {
    match line {
        Line::Text { text, .. } => text.len(),
        Line::Row(row) => row.cells.iter().map(|cell| cell.text.len() + 1).sum(),
    }
}

/// A section and its heading, where the line is one.
fn recognised<'a>(text: &'a str, line: usize, guesses: &mut usize) -> Option<(usize, Heading<'a>)> {
    let text = text.trim();
    let (number, title) = match numbered(text) {
        Some((number, title)) => (Some(number), title),
        None => otherwise_numbered(text),
    };
    // Text may follow on the same line: "六、其他需要报告的事项：无".
    let end = title.find(['。', '：', ':', '\n', '\t', ' ', '\u{3000}']).unwrap_or(title.len());
    let parts = [(title, ""), (&title[..end], title[end..].trim_start_matches(['。', '：', ':']))];
    for (part, rest) in parts.into_iter().take(if end == title.len() { 1 } else { 2 }) {
        let found = letters(part);
        if found.len() > LONGEST {
            continue;
        }
        let printed = &text[..text.len() - rest.len()];
        let heading = |renamed| Heading { line, number, printed, rest, renamed };
        if let Some(section) = titles().position(|titles| titles.contains(&found)) {
            return Some((section, heading(false)));
        }
        if number.is_some() && rest.is_empty() && *guesses > 0 {
            *guesses -= 1;
            let close = |title: &Vec<char>| {
                title.len().abs_diff(found.len()) <= tolerated(title.len()) && distance(title, &found) <= tolerated(title.len())
            };
            if let Some(section) = titles().position(|titles| titles.iter().any(close)) {
                return Some((section, heading(true)));
            }
        }
    }
    None
}

/// The titles of each section, in letters.
fn titles() -> impl Iterator<Item = &'static Vec<Vec<char>>> {
    static TITLES: std::sync::LazyLock<Vec<Vec<Vec<char>>>> = std::sync::LazyLock::new(|| {
        let variants =
            |key: &'static str| super::SECTION_VARIANTS.iter().filter(move |(of, _)| *of == key).flat_map(|(_, titles)| titles.iter());
        let title = |section: &'static crate::form::Section| {
            [&section.title].into_iter().chain(variants(section.key)).map(|title| letters(title)).collect()
        };
        SECTIONS.iter().map(title).collect()
    });
    TITLES.iter()
}

/// "三、…" to 3 and "…"; up to two stray letters may stand in front.
fn numbered(text: &str) -> Option<(usize, &str)> {
    let text = text.trim_start_matches(['#', '*', ' ', '\u{3000}']);
    let stray = text.char_indices().take(3).find(|(_, c)| NUMERALS.contains(*c))?.0;
    if text[..stray].chars().any(|c| !c.is_ascii_alphanumeric()) {
        return None;
    }
    let mut rest = text[stray..].chars();
    let mut number = 0;
    while let Some(digit) = rest.clone().next().and_then(|c| NUMERALS.chars().position(|numeral| numeral == c)) {
        number = if number == 10 { 11 + digit } else { digit + 1 };
        rest.next();
    }
    let mark = rest.next()?;
    matches!(mark, '、' | '.' | '．' | '，' | ',' | '：' | ':' | ' ' | '\u{3000}').then(|| (number, rest.as_str().trim()))
}

/// "第三部分 …" is the number of a section; "（三）…" is that of a part of one, and stands before a title here and there.
fn otherwise_numbered(text: &str) -> (Option<usize>, &str) {
    let numeral = |text: &str| NUMERALS.chars().position(|numeral| text.chars().eq([numeral])).map(|place| place + 1);
    let part = text.strip_prefix('第').and_then(|rest| rest.split_once("部分"));
    if let Some((number, title)) = part.and_then(|(number, title)| Some((numeral(number)?, title))) {
        return (Some(number), title.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '：' | ':' | '.' | '．')));
    }
    let bracketed = text.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']));
    match bracketed.filter(|(number, _)| numeral(number).is_some()) {
        Some((_, title)) => (None, title.trim_start_matches(|c: char| c.is_whitespace() || c == '、')),
        None => (None, text),
    }
}

/// The labels of a table are numbered, too.
fn is_label(text: &str) -> bool {
    let all = letters(text);
    label::exact(&all, None).or_else(|| label::guess(&all)).is_some() || GROUPS.iter().any(|group| letters(group.label) == all)
}

/// A numbered line that could be a heading: short and no sentence.
fn unknown_heading(text: &str) -> Option<(usize, &str)> {
    const SHORT: usize = 25;
    let text = text.trim();
    let (number, title) = numbered(text)?;
    let is_sentence = text.contains(['。', '；', '，', ';', '！', '？']);
    let length = letters(title).len();
    (number > 0 && (2..=SHORT).contains(&length) && !is_sentence).then_some((number, text))
}
