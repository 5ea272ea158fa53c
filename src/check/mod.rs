//! One report against the rule book: which relations hold, are broken, or are open; and the live form.
//!
//! [`check`] looks at a whole report. A [`Session`] keeps a report and, after each edit, looks again only at the
//! relations the edited cell stands in. Both are the same assessment (`assessment.rs`), so they cannot disagree.

mod assessment;
mod context;
mod findings;
mod options;
mod outcome;
mod phrase;
mod session;
mod whole;

pub use options::{Blank, Options};
pub use outcome::Outcome;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use phrase::filled;
pub use session::{Change, RelationState, Session};

use crate::answer::Answer;
use crate::report::Report;
use crate::rules::{BOOK, Book};

/// Check a report, with last year's report of the same body where there is one.
///
/// An invalid report is an answer, never an error: whatever is wrong with it is a finding.
pub fn check(report: &Report, previous: Option<&Report>, options: &Options) -> Answer {
    check_with(&BOOK, report, previous, options)
}

/// [`check`] with another rule book; tests change a rule and see what notices.
#[doc(hidden)]
pub fn check_with(book: &'static Book, report: &Report, previous: Option<&Report>, options: &Options) -> Answer {
    check_own(book, report.clone(), previous, options.clone())
}

/// [`check`] of a report that nobody else needs.
pub(crate) fn check_own(book: &'static Book, report: Report, previous: Option<&Report>, options: Options) -> Answer {
    assessment::Assessment::new(book, report, previous, options).answer()
}
