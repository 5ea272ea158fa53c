//! What would mend a report, as it comes back. How it is found stands in `src/repair`.

use serde::{Serialize, Serializer};

/// What would mend a report.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Repairs {
    /// The likeliest first; each mends all that is broken.
    pub repairs: Vec<Repair>,
    /// False: not all was found in time; what is listed is right all the same.
    pub repairs_complete: bool,
    /// There are more repairs as cheap as the cheapest than are listed.
    pub more_repairs: bool,
    /// Cells to look up in the register: those that the repairs disagree about or leave undetermined.
    pub look_up: Vec<String>,
}

/// Changes that would leave no relation at error level broken.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Repair {
    pub changes: Vec<RepairChange>,
    /// The weights of the changed figures; the cheapest repairs have the lowest cost there is.
    pub cost: u32,
    /// No other repair is as likely.
    pub unique: bool,
    /// What probably happened, and the relations that then hold.
    pub reason: String,
    /// The things that happened; each with its own changes.
    pub parts: Vec<RepairPart>,
    /// The findings that go away: `rule@at`.
    pub mends: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RepairChange {
    pub cell: String,
    /// What stands there now.
    pub from: Written,
    /// `None`: undetermined, and `range` says between which numbers it lies.
    pub to: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<(Option<i64>, Option<i64>)>,
}

/// What stands in a cell: a figure, nothing, or a text that is no figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    Figure(i64),
    Blank,
    Text(String),
}

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Written::Figure(figure) => serializer.serialize_i64(*figure),
            Written::Blank => serializer.serialize_none(),
            Written::Text(text) => serializer.serialize_str(text),
        }
    }
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RepairPart {
    /// The slip it looks like; `None`: a figure is wrong and nothing tells how it came about.
    pub slip: Option<&'static str>,
    /// The cells that change for it, the one it is about first.
    pub cells: Vec<String>,
    pub reason: String,
}
