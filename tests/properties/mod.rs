//! What must be so for every report, whatever is in it. The generators say what they take for granted.

mod consistent;
mod evaluate;
mod generate;
mod outcomes;
mod session;
mod severities;
