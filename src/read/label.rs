//! Which row of the form a label means: as printed, in a known variant, or misprinted but close to one row only.
//!
//! Labels are compared by their letters and digits alone. A text may hold more in front of the label (the heading of
//! its group, the header of the table), so it is the end of the text that counts.

use super::plain::{letters, trace, traces};
use crate::form::{CELLS, Table};
use std::cmp::Ordering;
use std::sync::LazyLock;

/// A row of the disclosure or the requests table, whatever the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowName {
    pub table: Table,
    pub id: &'static str,
}

/// How sure a match is, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The official words.
    Exact,
    /// Other words that are known to be in use, or the official ones without their number.
    Variant,
    /// A misprint, or figures put right because only so they add up: a finding tells it.
    Guessed,
}

impl Certainty {
    pub fn name(self) -> &'static str {
        ["exact", "variant", "guessed"][self as usize]
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    pub row: RowName,
    pub certainty: Certainty,
    /// The label that was recognised, as the form or the list of variants prints it.
    pub label: &'static str,
}

pub struct RowVariants {
    pub table: &'static str,
    pub id: &'static str,
    pub labels: &'static [&'static str],
    pub whole: &'static [&'static str],
    /// A form in `whole` counts only directly behind this row.
    pub after: Option<&'static str>,
}

/// One way to name a row.
struct Name {
    letters: Vec<char>,
    /// Its last letter, and which letters it has.
    last: Option<char>,
    traces: u64,
    found: Match,
    /// It must be all of the text.
    whole: bool,
    /// It must stand directly behind this row.
    after: Option<&'static str>,
}

static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let mut names: Vec<Name> = Vec::new();
    let mut add = |row: RowName, label: &'static str, text: &str, certainty: Certainty, whole: Option<Option<&'static str>>| {
        let letters = letters(text);
        if !names.iter().any(|name| name.letters == letters) {
            let (last, traces) = (letters.last().copied(), traces(&letters));
            names.push(Name {
                letters,
                last,
                traces,
                found: Match { row, certainty, label },
                whole: whole.is_some(),
                after: whole.flatten(),
            });
        }
    };
    let rows = || {
        (0..2).flat_map(|layout| CELLS.iter().filter_map(move |cell| Some((cell, cell.place(layout)?.0)))).filter_map(|(cell, row)| {
            let (_, id) = cell.id.rsplit_once('.').and_then(|(path, _)| path.split_once('.'))?;
            (cell.table != Table::Disputes).then_some((RowName { table: cell.table, id }, row))
        })
    };
    for (name, row) in rows() {
        add(name, row.label, row.label, Certainty::Exact, None);
    }
    for variants in super::ROW_VARIANTS {
        let Some((row, _)) = rows().find(|(row, _)| row.id == variants.id && row.table.id() == variants.table) else { continue };
        variants.labels.iter().for_each(|label| add(row, label, label, Certainty::Variant, None));
        variants.whole.iter().for_each(|label| add(row, label, label, Certainty::Variant, Some(variants.after)));
    }
    // Word numbers lists by itself, and the number is no part of the text. "其他" alone is the name of a column.
    for (name, row) in rows().filter(|(_, row)| row.name.zh.chars().count() > 2) {
        let without_number = row.label.find(row.name.zh).map_or(row.label, |start| &row.label[start..]);
        add(name, row.label, without_number, Certainty::Variant, Some(None));
        add(name, row.label, row.name.zh, Certainty::Variant, Some(None));
    }
    names
});

/// A text that ends with the name of a row; `before` is the row directly above.
pub fn exact(letters: &[char], before: Option<RowName>) -> Option<Match> {
    let is_there = |name: &&Name| name.after.is_none_or(|after| before.is_some_and(|before| before.id == after));
    let is_it = |name: &&Name| if name.whole { letters == name.letters } else { letters.ends_with(&name.letters) };
    let last = letters.last().copied();
    let fits = |name: &&Name| name.last == last && is_it(name) && is_there(name);
    NAMES.iter().filter(fits).max_by_key(|name| name.letters.len()).map(|name| name.found)
}

/// A text that ends with the misprinted name of one row, or with the beginning of one: the rest stands on other lines.
pub fn guess(letters: &[char]) -> Option<Match> {
    /// Longer than any label with its group headings.
    const ENOUGH: usize = 80;
    let letters = letters.get(letters.len().saturating_sub(ENOUGH)..)?;
    broken_off(letters).or_else(|| misprinted(letters))
}

fn broken_off(letters: &[char]) -> Option<Match> {
    const SHORTEST: usize = 6;
    let last = letters.last();
    let ends_with_beginning = |name: &&Name| {
        let most = name.letters.len().saturating_sub(1).min(letters.len());
        !name.whole && (SHORTEST..=most).any(|length| last == name.letters.get(length - 1) && letters.ends_with(&name.letters[..length]))
    };
    let mut fitting = NAMES.iter().filter(ends_with_beginning);
    let first = fitting.next()?;
    fitting.all(|other| other.found.row == first.found.row).then_some(Match { certainty: Certainty::Variant, ..first.found })
}

fn misprinted(letters: &[char]) -> Option<Match> {
    // The best is that with the fewest errors for its length: a short label may also be the end of a long one.
    let mut best: Option<(usize, usize, &Name)> = None;
    let mut tie = false;
    // Which letters stand in the last one, the last two, and so on.
    let mut of_end = vec![0];
    of_end.extend(letters.iter().rev().scan(0, |traces, letter| {
        *traces |= trace(*letter);
        Some(*traces)
    }));
    for name in NAMES.iter().filter(|name| !name.whole) {
        let length = name.letters.len();
        let tolerated = tolerated(length);
        // What is further from the end can be no part of a match that is tolerated.
        let end = letters.len().min(length + tolerated);
        // Each letter of the label that stands nowhere there is one error.
        if (name.traces & !of_end[end]).count_ones() as usize > tolerated {
            continue;
        }
        let distance = distance_to_end(&name.letters, &letters[letters.len() - end..]);
        if distance > tolerated {
            continue;
        }
        let order = best.map_or(Ordering::Less, |(least, of, _)| (distance * of).cmp(&(least * length)));
        match (order, best) {
            (Ordering::Greater, _) => {}
            (Ordering::Equal, Some((_, _, other))) => tie |= other.found.row != name.found.row,
            _ => (best, tie) = (Some((distance, length, name)), false),
        }
    }
    let (_, _, name) = best.filter(|_| !tie)?;
    Some(Match { certainty: Certainty::Guessed, ..name.found })
}

/// How many letters of a label may be wrong. "七总计", "3其他" and "规章" leave no room for an error.
pub fn tolerated(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        8..=11 => 2,
        _ => (length / 4).min(6),
    }
}

/// The edit distance between a label and the best end of a text.
fn distance_to_end(label: &[char], text: &[char]) -> usize {
    // Row by row of the usual table; the text may begin anywhere, so the first row is zero.
    let mut row = vec![0; text.len() + 1];
    for (index, letter) in label.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (place, other) in text.iter().enumerate() {
            let substituted = diagonal + usize::from(letter != other);
            diagonal = row[place + 1];
            row[place + 1] = substituted.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row.last().copied().unwrap_or(label.len())
}

/// The edit distance between two whole texts, for titles.
pub fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (place, against) in other.iter().enumerate() {
            let substituted = diagonal + usize::from(letter != against);
            diagonal = row[place + 1];
            row[place + 1] = substituted.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row.last().copied().unwrap_or(one.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_is_itself_and_nothing_else() {
        for name in NAMES.iter().filter(|name| name.after.is_none()) {
            let found = exact(&name.letters, None).unwrap();
            assert_eq!(found.row, name.found.row, "{}", name.found.label);
        }
    }

    /// One letter replaced at any place of any label: it is the same row, or nobody's, and never another's.
    #[test]
    fn a_wrong_letter_never_leads_to_another_row() {
        for name in NAMES.iter().filter(|name| !name.whole) {
            for place in 0..name.letters.len() {
                let mut misprint = name.letters.clone();
                misprint[place] = '囧';
                let found = exact(&misprint, None).or_else(|| guess(&misprint));
                assert!(found.is_none_or(|found| found.row == name.found.row), "{} at {place}: {found:?}", name.found.label);
                if name.letters.len() >= 5 && place > 0 {
                    assert!(found.is_some(), "{} at {place}", name.found.label);
                }
            }
        }
    }

    /// What looks alike: none may be taken for another.
    #[test]
    fn totals_and_others_stay_apart() {
        for text in ["其他", "申请人情况自然人其他", "自然人", "其他结果", "尚未审结", "法人或其他组织"] {
            let letters = letters(text);
            assert_eq!(exact(&letters, None).or_else(|| guess(&letters)), None, "{text}");
        }
        for (text, id) in
            [("（六）其他处理", "other"), ("3.其他", "other.remaining"), ("（七）总计", "results_total"), ("总计", "results_total")]
        {
            assert_eq!(exact(&letters(text), None).unwrap().row.id, id, "{text}");
        }
    }
}
