//! The rule book as others read it: a serialisable picture in one language.

use super::{BOOK, Book, HASH, Instance, Language, Rule, RuleKind, Severity, VERSION};
use crate::answer::{Basis, FindingCell};
use serde::Serialize;

#[derive(Serialize)]
pub struct BookFace {
    pub version: &'static str,
    pub hash: &'static str,
    pub rules: Vec<RuleFace>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleFace {
    pub id: &'static str,
    pub title: &'static str,
    pub kind: &'static str,
    pub severity: Severity,
    pub hard: bool,
    pub consequence: bool,
    pub since: u16,
    pub until: Option<u16>,
    pub equation: Option<&'static str>,
    pub why: &'static str,
    pub help: &'static str,
    pub basis: Basis,
    pub instances: Vec<InstanceFace>,
    /// JSON text.
    #[cfg(not(target_arch = "wasm32"))]
    pub examples: &'static str,
}

#[derive(Serialize)]
pub struct InstanceFace {
    pub at: &'static str,
    pub cells: Vec<FindingCell>,
}

/// The rule book in one language.
///
/// ```
/// use gouji::rules::{Language, book_face};
///
/// let book = book_face(Language::Chinese);
/// let balance = book.rules.iter().find(|rule| rule.id == "requests-balance").unwrap();
/// assert_eq!(balance.equation, Some("一 + 二 = 三（七） + 四"));
/// ```
pub fn book_face(language: Language) -> BookFace {
    BookFace {
        version: VERSION,
        hash: HASH,
        rules: BOOK.rules.iter().enumerate().map(|(index, rule)| rule_face(&BOOK, index as u8, rule, language)).collect(),
    }
}

fn rule_face(book: &Book, index: u8, rule: &'static Rule, language: Language) -> RuleFace {
    RuleFace {
        id: rule.id,
        title: rule.title.in_language(language),
        kind: match rule.kind {
            RuleKind::Relation => "relation",
            RuleKind::Cell => "cell",
            RuleKind::Report => "report",
            RuleKind::Document => "document",
        },
        severity: rule.severity,
        hard: rule.hard,
        consequence: rule.is_consequence(),
        since: rule.since,
        until: (rule.until != u16::MAX).then_some(rule.until),
        equation: (rule.kind == RuleKind::Relation).then(|| rule.equation.in_language(language)),
        why: rule.why.in_language(language),
        help: rule.help.in_language(language),
        basis: Basis { text: rule.basis.in_language(language), certainty: rule.certainty },
        instances: book.instances.iter().filter(|instance| instance.rule == index).map(|instance| instance_face(book, instance)).collect(),
        #[cfg(not(target_arch = "wasm32"))]
        examples: rule.examples,
    }
}

fn instance_face(book: &Book, instance: &Instance) -> InstanceFace {
    InstanceFace { at: instance.at, cells: book.cells(instance) }
}

/// What is the same in every finding of a relation.
#[derive(Serialize)]
pub struct Card {
    pub rule: &'static str,
    pub at: &'static str,
    pub cells: Vec<FindingCell>,
    pub why: &'static str,
    pub help: &'static str,
    pub basis: Basis,
}

/// What is the same in every finding of the relation with this number.
pub fn card(instance: usize, language: Language) -> Option<Card> {
    let instance = BOOK.instances.get(instance)?;
    let rule = BOOK.rule(instance);
    Some(Card {
        rule: rule.id,
        at: instance.at,
        cells: BOOK.cells(instance),
        why: rule.why.in_language(language),
        help: rule.help.in_language(language),
        basis: Basis { text: rule.basis.in_language(language), certainty: rule.certainty },
    })
}
