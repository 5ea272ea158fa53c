//! Reads the packed rule book (`src/build/pack.rs` wrote it, field by field in the same order). What it yields lives
//! as long as the program; it is read once.

use super::{Instance, Linear, Naming, Relation, Rule, RuleKind, Severity, SeverityWhere, Term, Text};

pub struct Unpacked {
    pub rules: &'static [Rule],
    pub instances: &'static [Instance],
    pub linears: &'static [Linear],
    pub terms: &'static [Term],
}

struct Reader {
    bytes: std::slice::Iter<'static, u8>,
    texts: Vec<&'static str>,
}

pub fn unpack(bytes: &'static [u8], texts: &'static str) -> Unpacked {
    let mut reader = Reader { bytes: bytes.iter(), texts: texts.split('\u{1}').collect() };
    let rules = (0..reader.number()).map(|index| reader.rule(index)).collect::<Vec<_>>();
    let (mut instances, mut linears, mut terms) = (Vec::new(), Vec::new(), Vec::new());
    for index in 0..reader.number() {
        instances.push(reader.instance(index, &mut linears, &mut terms));
    }
    Unpacked { rules: rules.leak(), instances: instances.leak(), linears: linears.leak(), terms: terms.leak() }
}

impl Reader {
    fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        for byte in self.bytes.by_ref() {
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                break;
            }
        }
        number
    }

    fn signed(&mut self) -> i32 {
        let number = self.number() as u32;
        (number >> 1) as i32 ^ -((number & 1) as i32)
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Reader) -> T) -> &'static [T] {
        let count = self.number();
        (0..count).map(|_| item(self)).collect::<Vec<_>>().leak()
    }

    fn text(&mut self) -> &'static str {
        let place = self.number();
        self.texts.get(place).copied().unwrap_or_default()
    }

    fn both(&mut self) -> Text {
        Text { zh: self.text(), en: self.text() }
    }

    fn severity(&mut self) -> Option<Severity> {
        [Severity::Error, Severity::Warning, Severity::Notice].get(self.number()).copied()
    }

    #[cfg_attr(target_arch = "wasm32", expect(unused_variables, reason = "only examples need the index"))]
    fn rule(&mut self, index: usize) -> Rule {
        Rule {
            id: self.text(),
            kind: match self.number() {
                0 => RuleKind::Relation,
                1 => RuleKind::Cell,
                2 => RuleKind::Report,
                _ => RuleKind::Document,
            },
            naming: match self.number() {
                0 => Naming::Row,
                1 => Naming::Column,
                _ => Naming::Cell,
            },
            severity: self.severity().unwrap_or(Severity::Error),
            severity_where: self.list(|reader| SeverityWhere {
                at: reader.list(Reader::text),
                levels: reader.number() as u8,
                kinds: reader.number() as u8,
                same_body: reader.number() == 1,
                severity: reader.severity(),
            }),
            hard: self.number() == 1,
            follows_from: self.list(|reader| reader.number() as u8),
            since: self.number() as u16,
            until: self.number() as u16,
            certainty: self.text(),
            basis: self.both(),
            title: self.both(),
            message: self.both(),
            why: self.both(),
            help: self.both(),
            equation: self.both(),
            #[cfg(not(target_arch = "wasm32"))]
            examples: super::EXAMPLES[index],
        }
    }

    /// A row, a column or a cell; 255 where there is none.
    fn place(&mut self) -> u8 {
        (self.number() as u8).wrapping_sub(1)
    }

    fn instance(&mut self, index: usize, linears: &mut Vec<Linear>, terms: &mut Vec<Term>) -> Instance {
        let (rule, at) = (self.number() as u8, self.text());
        let (row, column, cell) = (self.place(), self.place(), self.place());
        let layouts = self.number() as u8;
        let (first, count) = (linears.len() as u16, self.number());
        for _ in 0..count {
            let relation = match self.number() {
                0 => Relation::Equal,
                1 => Relation::AtMost,
                _ => Relation::AtLeast,
            };
            let constant = self.signed();
            let first = terms.len();
            for _ in 0..self.number() {
                let (cell, flags) = (self.number() as u8, self.number());
                terms.push(Term { cell, coefficient: self.signed() as i8, right: flags & 1 == 1, previous: flags & 2 == 2 });
            }
            let of = terms.get(first..).unwrap_or_default();
            linears.push(Linear {
                relation,
                constant,
                instance: index as u16,
                previous: of.iter().any(|term| term.previous),
                terms: (first as u16, of.len() as u8),
            });
        }
        Instance { rule, at, row, column, cell, layouts, linears: (first, count as u8) }
    }
}
