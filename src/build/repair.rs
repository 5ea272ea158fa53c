//! `src/repair/data`: what it costs to call a figure wrong, and the slips that people make.

use super::source::{Fault, Source};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Weights {
    weight: Vec<Weight>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Weight {
    place: Spanned<String>,
    holds: Spanned<String>,
    weight: Spanned<u32>,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Slips {
    plain: u32,
    followed: u32,
    near: u32,
    margin: u32,
    several: u32,
    slip: Vec<Slip>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Slip {
    id: Spanned<String>,
    points: u32,
    reason: String,
    zh: String,
    en: String,
    example: Spanned<Example>,
}

/// Figures of a published report, and what was typed instead of them.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Example {
    report: String,
    /// Last year's report.
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    /// What the repair says, in Chinese.
    said: String,
    cells: Vec<Mistyped>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Mistyped {
    cell: String,
    published: i64,
    typed: i64,
}

/// Weights and slips as read.
pub struct Repair {
    weights: Vec<Weight>,
    slips: Slips,
}

const HOLDS: [&str; 5] = ["unreadable", "blank", "zero", "figure", "any"];
const WORDS: [&str; 7] = ["cell", "other", "from", "to", "list", "place", "count"];

pub fn load(sources: &[Source]) -> Result<Repair, Vec<Fault>> {
    let named = |name: &str| {
        let found = sources.iter().find(|source| source.name.ends_with(name));
        found.ok_or_else(|| vec![Fault { file: name.to_string(), line: 0, message: "is missing".to_string() }])
    };
    let (weights_source, slips_source) = (named("weights.toml")?, named("slips.toml")?);
    let weights: Weights = weights_source.parse()?;
    let slips: Slips = slips_source.parse()?;
    let mut faults = Vec::new();
    for line in &weights.weight {
        if !["total", "any"].contains(&line.place.get_ref().as_str()) {
            faults.push(weights_source.fault(&line.place.span(), "place is total or any"));
        }
        if !HOLDS.contains(&line.holds.get_ref().as_str()) {
            faults.push(weights_source.fault(&line.holds.span(), format!("holds is one of {}", HOLDS.join(", "))));
        }
        if *line.weight.get_ref() == 0 || line.reason.is_empty() {
            faults.push(weights_source.fault(&line.weight.span(), "a weight is at least 1 and has a reason"));
        }
    }
    for (index, slip) in slips.slip.iter().enumerate() {
        let mut refuse = |message: String| faults.push(slips_source.fault(&slip.id.span(), message));
        if slips.slip[..index].iter().any(|other| other.id.get_ref() == slip.id.get_ref()) {
            refuse(format!("\"{}\" is there twice", slip.id.get_ref()));
        }
        if slip.points >= slips.plain || slip.reason.is_empty() {
            refuse("a slip has a reason, and fewer points than a plain change".to_string());
        }
        let example = slip.example.get_ref();
        if example.cells.is_empty() || example.cells.iter().any(|cell| cell.published == cell.typed) {
            faults.push(slips_source.fault(&slip.example.span(), "an example has cells, each with another figure typed than published"));
        }
        let mut refuse = |message: String| faults.push(slips_source.fault(&slip.id.span(), message));
        for text in [&slip.zh, &slip.en] {
            for word in text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).filter(|word| !WORDS.contains(word)) {
                refuse(format!("there is no word {{{word}}}; there are {}", WORDS.join(", ")));
            }
        }
    }
    if faults.is_empty() { Ok(Repair { weights: weights.weight, slips }) } else { Err(faults) }
}

impl Repair {
    /// `src/repair/problem.rs` includes it.
    pub fn weights(&self) -> String {
        let mut out = String::new();
        let w = &mut out;
        let _ = writeln!(w, "static WEIGHTS: [Weight; {}] = [", self.weights.len());
        for line in &self.weights {
            let holds = match line.holds.get_ref().as_str() {
                "unreadable" => "Some(Holds::Unreadable)",
                "blank" => "Some(Holds::Blank)",
                "zero" => "Some(Holds::Zero)",
                "figure" => "Some(Holds::Figure)",
                _ => "None",
            };
            let total = line.place.get_ref() == "total";
            let _ = writeln!(w, "Weight {{ total: {total}, holds: {holds}, weight: {} }},", line.weight.get_ref());
        }
        out.push_str("];\n");
        out
    }

    /// `src/repair/slips/mod.rs` includes it.
    pub fn slips(&self) -> String {
        let mut out = String::new();
        let w = &mut out;
        let _ = writeln!(w, "pub const PLAIN: u32 = {};\npub const FOLLOWED: u32 = {};", self.slips.plain, self.slips.followed);
        let _ = writeln!(w, "pub const NEAR: u32 = {};\npub const MARGIN: u32 = {};", self.slips.near, self.slips.margin);
        let _ = writeln!(w, "pub const SEVERAL: u32 = {};", self.slips.several);
        let _ = writeln!(w, "#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Slip {{");
        for slip in &self.slips.slip {
            let _ = writeln!(w, "/// {}\n{},", slip.reason, variant(slip.id.get_ref()));
        }
        let count = self.slips.slip.len();
        let _ = writeln!(w, "}}\nstatic ALL: [Slip; {count}] = [");
        for slip in &self.slips.slip {
            let _ = writeln!(w, "Slip::{},", variant(slip.id.get_ref()));
        }
        let _ = writeln!(w, "];\nstatic POINTS: [u32; {count}] = [");
        for slip in &self.slips.slip {
            let _ = writeln!(w, "{},", slip.points);
        }
        let _ = writeln!(w, "];\nstatic SLIPS: [Words; {count}] = [");
        for slip in &self.slips.slip {
            let _ = writeln!(w, "Words {{ id: {:?}, words: Text {{ zh: {:?}, en: {:?} }} }},", slip.id.get_ref(), slip.zh, slip.en);
        }
        out.push_str("];\n#[cfg(not(target_arch = \"wasm32\"))]\nstatic EXAMPLES: &[&str] = &[");
        for slip in &self.slips.slip {
            let _ = writeln!(out, "{:?},", serde_json::to_string(slip.example.get_ref()).unwrap_or_default());
        }
        out.push_str("];\n");
        out
    }
}

/// "zero-too-many" as `ZeroTooMany`.
fn variant(id: &str) -> String {
    let capitalised = |word: &str| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect::<String>();
    id.split('-').map(capitalised).collect()
}
