//! The rule book as bytes: numbers of seven bits a byte, texts by their place in one list. Four times smaller than
//! Rust statics, whose every text is a pointer; `src/rules/packed.rs` reads it, field by field in the same order.

use super::form::Text;
use super::rules::{Book, KINDS, LEVELS, Naming, Relation, Rule, SEVERITIES, SeverityWhere};

#[derive(Default)]
struct Packer {
    bytes: Vec<u8>,
    texts: Vec<String>,
}

/// Which rules a module of the WebAssembly holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Whole,
    /// Without what documents raise: nothing here reads documents.
    Check,
    /// Only what documents raise: nothing here checks a report.
    Documents,
}

/// The packed book, its texts, and the number of its first rule in the whole book.
pub fn book(book: &Book, part: Part) -> (Vec<u8>, Vec<String>, usize) {
    let mut packer = Packer::default();
    let is_of_documents = |rule: &Rule| rule.block.raised_by.as_deref() == Some("document");
    let rules = book.rules.iter().filter(|rule| part == Part::Whole || is_of_documents(rule) == (part == Part::Documents));
    let rules: Vec<_> = rules.collect();
    let first = match part {
        Part::Documents => book.rules.iter().position(is_of_documents).unwrap_or(book.rules.len()),
        Part::Whole | Part::Check => 0,
    };
    packer.number(rules.len());
    for rule in rules {
        let block = &rule.block;
        packer.text(&block.id);
        packer.number(match block.raised_by.as_deref() {
            None => 0,
            Some("report") => 2,
            Some("document") => 3,
            Some(_) => 1,
        });
        packer.number(match rule.naming {
            Naming::Row => 0,
            Naming::Column => 1,
            Naming::Cell => 2,
        });
        packer.severity(&block.severity);
        packer.number(block.severity_where.len());
        block.severity_where.iter().for_each(|place| packer.severity_where(place));
        packer.number(usize::from(block.hard));
        packer.number(rule.follows_from.len());
        rule.follows_from.iter().for_each(|index| packer.number(*index));
        packer.number(usize::from(block.since));
        packer.number(usize::from(block.until.unwrap_or(u16::MAX)));
        packer.text(&block.certainty);
        for text in [&block.basis, &block.title, &block.message, &block.why, &block.help, &rule.equation] {
            packer.both(text);
        }
    }
    let checked = if part == Part::Documents { &[] } else { book.rules.as_slice() };
    packer.number(checked.iter().map(|rule| rule.instances.len()).sum());
    for (index, rule) in checked.iter().enumerate() {
        for instance in &rule.instances {
            packer.number(index);
            packer.text(&instance.at);
            for place in [instance.row, instance.column, instance.cell] {
                // One more than the index, so that 0 is none.
                packer.number(place.map_or(0, |place| place + 1));
            }
            packer.number(usize::from(instance.layouts));
            packer.number(instance.linears.len());
            for linear in &instance.linears {
                packer.number(match linear.relation {
                    Relation::Equal => 0,
                    Relation::AtMost => 1,
                    Relation::AtLeast => 2,
                });
                packer.signed(linear.constant);
                packer.number(linear.terms.len());
                for term in &linear.terms {
                    packer.number(term.cell);
                    packer.number(usize::from(term.right) | usize::from(term.previous) << 1);
                    packer.signed(i32::from(term.coefficient));
                }
            }
        }
    }
    (packer.bytes, packer.texts, first)
}

impl Packer {
    fn number(&mut self, mut number: usize) {
        while number > 0x7f {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// Zigzag: 0, -1, 1, -2 …
    fn signed(&mut self, number: i32) {
        self.number(((number << 1) ^ (number >> 31)) as u32 as usize);
    }

    fn text(&mut self, text: &str) {
        assert!(!text.contains('\u{1}'), "the separator of texts");
        let place = self.texts.iter().position(|other| other == text).unwrap_or_else(|| {
            self.texts.push(text.to_string());
            self.texts.len() - 1
        });
        self.number(place);
    }

    fn both(&mut self, text: &Text) {
        self.text(&text.zh);
        self.text(&text.en);
    }

    /// "none" comes after the severities.
    fn severity(&mut self, name: &str) {
        self.number(SEVERITIES.iter().position(|severity| *severity == name).unwrap_or(SEVERITIES.len()));
    }

    fn severity_where(&mut self, place: &SeverityWhere) {
        self.number(place.at.len());
        place.at.iter().for_each(|at| self.text(at));
        self.number(usize::from(mask(&place.level, &LEVELS)));
        self.number(usize::from(mask(&place.kind, &KINDS)));
        self.number(usize::from(place.same_body));
        self.severity(&place.severity);
    }
}

/// The positions of `names` in `all` as bits; every bit where none is named.
pub fn mask(names: &[String], all: &[&str]) -> u8 {
    let bits = names.iter().filter_map(|name| all.iter().position(|other| other == name)).fold(0, |mask, bit| mask | 1 << bit);
    if names.is_empty() { u8::MAX } else { bits }
}
