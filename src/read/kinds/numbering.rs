//! Numbers that Word puts in front of paragraphs by itself: a reader sees them, the text does not hold them.

use super::markup::{Language, Token, Tokens};

#[derive(Default)]
pub struct Numbering {
    /// Lists by their id, with the definition each follows. Sorted, as are the places.
    lists: Vec<(String, String)>,
    definitions: Vec<Definition>,
    /// Where in `definitions` each stands, by its id.
    places: Vec<(String, usize)>,
    /// The level of the paragraph that is being read, said before its list.
    pub level: usize,
}

#[derive(Default)]
struct Definition {
    levels: Vec<Level>,
}

#[derive(Default)]
struct Level {
    start: usize,
    format: String,
    /// "%1、", "（%2）".
    pattern: String,
    count: Option<usize>,
}

/// Word has nine.
const LEVELS: usize = 9;

impl Numbering {
    pub fn read(text: &str) -> Numbering {
        let mut numbering = Numbering::default();
        let mut list = String::new();
        for token in Tokens::new(text, Language::Xml) {
            let Token::Start(tag) = token else { continue };
            let value = || tag.attribute("val").unwrap_or_default().into_owned();
            let level = numbering.definitions.last_mut().and_then(|definition| definition.levels.last_mut());
            match (&*tag.name, level) {
                ("abstractNum", _) => {
                    let id = tag.attribute("abstractNumId").unwrap_or_default().into_owned();
                    numbering.places.push((id, numbering.definitions.len()));
                    numbering.definitions.push(Definition::default());
                }
                ("lvl", _) => {
                    if let Some(definition) = numbering.definitions.last_mut().filter(|definition| definition.levels.len() < LEVELS) {
                        definition.levels.push(Level { start: 1, ..Level::default() });
                    }
                }
                ("start", Some(level)) => level.start = tag.number("val").unwrap_or(1),
                ("numFmt", Some(level)) => level.format = value(),
                ("lvlText", Some(level)) => level.pattern = value(),
                ("num", _) => list = tag.attribute("numId").unwrap_or_default().into_owned(),
                ("abstractNumId", _) => {
                    numbering.lists.push((list.clone(), value()));
                }
                _ => {}
            }
        }
        numbering.lists.sort();
        numbering.places.sort();
        numbering
    }

    /// The number of the next paragraph of a list; empty where there is none to see.
    pub fn next(&mut self, list: &str) -> String {
        let level = std::mem::take(&mut self.level);
        let place = known(&self.lists, list).and_then(|id| known(&self.places, id));
        let Some(definition) = place.and_then(|place| self.definitions.get_mut(*place)) else {
            return String::new();
        };
        for (index, entry) in definition.levels.iter_mut().enumerate().skip(level) {
            entry.count = (index == level).then(|| entry.count.map_or(entry.start, |count| count.saturating_add(1)));
        }
        let Some(own) = definition.levels.get(level) else { return String::new() };
        if matches!(own.format.as_str(), "bullet" | "none" | "") {
            return String::new();
        }
        let mut out = String::new();
        let mut parts = own.pattern.split('%');
        out.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let which = part.chars().next().and_then(|digit| digit.to_digit(10)).and_then(|digit| (digit as usize).checked_sub(1));
            match which.and_then(|which| definition.levels.get(which)) {
                Some(entry) => {
                    out.push_str(&written(entry.count.unwrap_or(entry.start), &entry.format));
                    out.push_str(part.get(1..).unwrap_or_default());
                }
                None => out.push_str(part),
            }
        }
        out
    }
}

/// What belongs to an id in a sorted list.
fn known<'a, Value>(list: &'a [(String, Value)], id: &str) -> Option<&'a Value> {
    let place = list.binary_search_by(|(other, _)| other.as_str().cmp(id)).ok()?;
    list.get(place).map(|(_, value)| value)
}

fn written(number: usize, format: &str) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let is_chinese =
        matches!(format, "chineseCounting" | "chineseCountingThousand" | "ideographDigital" | "japaneseCounting" | "taiwaneseCounting");
    // Beyond that no list of a report goes.
    let (Some(tens), Some(ones)) = (DIGITS.get(number / 10), DIGITS.get(number % 10)) else { return number.to_string() };
    match (is_chinese, number) {
        (true, 1..10) => (*ones).to_string(),
        (true, 10..20) => format!("十{ones}"),
        (true, 20..) => format!("{tens}十{ones}"),
        (true, 0) | (false, _) => number.to_string(),
    }
}
