//! What comes back from a check: one serialisable shape, the same in the browser, in Node and on the command line.

mod repairs;

pub use repairs::{Repair, RepairChange, RepairPart, Repairs, Written};

use crate::rules::Severity;
use serde::{Serialize, Serializer};

/// The answer to one report.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    pub year: Option<i64>,
    /// True when no error stands.
    pub ok: bool,
    pub findings: Vec<Finding>,
    pub relations: Relations,
    /// Severities that the caller changed: rule id and what it is now.
    #[serde(serialize_with = "as_map")]
    pub overrides: Vec<(&'static str, &'static str)>,
    pub ruleset: Ruleset,
    /// What would mend it, where that was asked for.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub repairs: Option<Repairs>,
}

/// How many relations (consequences left out) came out in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Relations {
    pub held: u32,
    pub broken: u32,
    pub open: u32,
    pub not_assessed: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ruleset {
    pub version: &'static str,
    pub hash: &'static str,
}

/// One thing that is wrong or worth a look; `rule@at` is unique in an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    pub rule: &'static str,
    pub at: String,
    pub severity: Severity,
    pub cells: Vec<FindingCell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right: Option<Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<Figure>,
    pub message: String,
    pub why: &'static str,
    pub help: String,
    pub basis: Basis,
    pub related: Vec<String>,
    pub explained: Option<String>,
    /// Which relation of the book it is, where it is one.
    #[serde(skip)]
    #[doc(hidden)]
    pub instance: Option<u16>,
}

impl Finding {
    /// `rule@at`, or the rule alone where there is no `at`.
    pub fn key(&self) -> String {
        key(self.rule, &self.at)
    }
}

/// `rule@at`, or the rule alone where there is no `at`.
pub fn key(rule: &str, at: &str) -> String {
    if at.is_empty() { rule.to_string() } else { [rule, "@", at].concat() }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingCell {
    pub cell: &'static str,
    pub role: Role,
    /// The figure is last year's.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub previous: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Left,
    Right,
    /// In a condition.
    When,
    /// The one cell that a finding is about.
    Cell,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Basis {
    pub text: &'static str,
    pub certainty: &'static str,
}

/// A number for counts, a decimal string for money.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    Count(i64),
    Money(String),
}

/// JavaScript holds integers exactly up to this.
const SAFE: i64 = 1 << 53;

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Figure::Count(count) if (-SAFE..=SAFE).contains(count) => serializer.serialize_i64(*count),
            // A sum of figures beyond what JavaScript holds exactly: nearest double, exact in the message.
            Figure::Count(count) => serializer.serialize_f64(*count as f64),
            Figure::Money(text) => serializer.serialize_str(text),
        }
    }
}

fn as_map<S: Serializer>(pairs: &[(&'static str, &'static str)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().copied())
}
