//! gouji 勾稽 checks the 政府信息公开工作年度报告, the annual report on government information disclosure:
//! about 200 figures in three tables that must lock into one another.
//!
//! Data flows one way: a [`report`] (what one body filed) is held against the rule book ([`rules`]: what must
//! hold, since when, on what basis, in which words) over the official [`form`] (what the notices prescribe);
//! the [`check`] yields an [`answer`]; where something is broken, [`repair`] says which figures are probably wrong. A
//! document of any kind is read to a report first (`read`, a WebAssembly module of its own). Form and rule book are data
//! (`src/form/data`, `src/rules/data`); a new relation is one block there, and the evaluation, the highlighted cells, the
//! printed equation, the documentation, the TypeScript unions and the tests follow from it.
//!
//! ```
//! use gouji::{check::{check, Options}, report::Report};
//!
//! let report = Report::from_json(r#"{"year": 2024, "cells": {
//!     "requests.received.natural": 1, "requests.results_total.natural": "１", "requests.carried_out.natural": 1
//! }}"#)?;
//! let answer = check(&report, None, &Options { blank: gouji::check::Blank::Zero, ..Options::default() });
//! let finding = answer.findings.iter().find(|finding| finding.rule == "requests-balance").unwrap();
//! assert_eq!(finding.message, "自然人列：一(1)+二(0)=1，三（七）(1)+四(1)=2，差 -1");
//! assert!(!answer.ok);
//! # Ok::<(), String>(())
//! ```

pub mod answer;
pub mod check;
pub mod form;
#[cfg(any(not(target_arch = "wasm32"), feature = "face-read"))]
pub mod read;
pub mod repair;
pub mod report;
pub mod rules;

#[cfg(target_arch = "wasm32")]
mod wasm;
