//! What the caller may choose.

use crate::report::Node;
use crate::rules::{Book, Language, Severity};

/// What a blank cell means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Blank {
    /// It was left out: an error of its own, and it leaves its relations open.
    #[default]
    Missing,
    /// It is 0, as in published reports that leave zeros blank.
    Zero,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    pub language: Language,
    pub blank: Blank,
    /// Rule and its severity; `None` switches it off. Severities are only ever lowered, and hard relations
    /// never below a warning.
    pub severities: Vec<(u8, Option<Severity>)>,
}

impl Options {
    /// Options as a JavaScript caller writes them.
    ///
    /// # Errors
    /// Wrong usage: an unknown option, value, rule or severity, named in the message.
    pub fn from_node(node: &Node, book: &Book) -> Result<Options, String> {
        let mut options = Options::default();
        for (key, node) in node.entries() {
            match (key.as_str(), node, node.text()) {
                (_, Node::Null, _) => {}
                ("language", _, Some("zh")) => options.language = Language::Chinese,
                ("language", _, Some("en")) => options.language = Language::English,
                ("blank", _, Some("missing")) => options.blank = Blank::Missing,
                ("blank", _, Some("zero")) => options.blank = Blank::Zero,
                ("severities", Node::Map(list), _) => {
                    for (rule, severity) in list {
                        options.lower(book, rule, severity.text().unwrap_or_default())?;
                    }
                }
                ("language" | "blank" | "severities", _, _) => {
                    return Err(["options: ", key, " cannot be \"", &node.shown(), "\""].concat());
                }
                _ => return Err(["options: \"", key, "\" is not known"].concat()),
            }
        }
        Ok(options)
    }

    /// Lower the severity of a rule, by their names; "off" switches it off.
    ///
    /// # Errors
    /// The rule or the severity is not known.
    pub fn lower(&mut self, book: &Book, rule: &str, severity: &str) -> Result<(), String> {
        let index = book.find(rule).ok_or_else(|| ["severities: there is no rule \"", rule, "\""].concat())?;
        let chosen = match severity {
            "off" => None,
            name => Some(
                Severity::named(name).ok_or_else(|| ["severities: \"", severity, "\" is none of error, warning, notice, off"].concat())?,
            ),
        };
        self.severities.retain(|(other, _)| *other as usize != index);
        self.severities.push((index as u8, chosen));
        Ok(())
    }

    /// What becomes of a rule's own severity.
    pub(crate) fn apply(&self, book: &Book, rule: u8, own: Severity) -> Option<Severity> {
        match self.severities.iter().find(|(other, _)| *other == rule) {
            None => Some(own),
            Some((_, chosen)) if book.rules[rule as usize].hard => {
                Some(chosen.map_or(Severity::Warning, |chosen| chosen.min(Severity::Warning)).max(own))
            }
            Some((_, None)) => None,
            Some((_, Some(chosen))) => Some(own.max(*chosen)),
        }
    }

    /// The overrides that change something, in the order of the book.
    pub(crate) fn overrides(&self, book: &Book) -> Vec<(&'static str, &'static str)> {
        let mut list = Vec::new();
        if self.severities.is_empty() {
            return list;
        }
        for (index, rule) in book.rules.iter().enumerate() {
            // Some bodies may have been promised a graver severity than the usual one.
            let graver = rule.severity_where.iter().filter_map(|place| place.severity);
            let Some(gravest) = graver.chain([rule.severity]).min() else { continue };
            let now = self.apply(book, index as u8, gravest);
            if now != Some(gravest) {
                list.push((rule.id, now.map_or("off", Severity::name)));
            }
        }
        list
    }
}
