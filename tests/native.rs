//! All tests of the core on this machine, as one program: a program for each subject would be linked as often as there are
//! subjects, which took longer than the tests do. `wasm.rs` is the other one. `cargo test --test native reading::` runs
//! one subject.

#![cfg(not(target_arch = "wasm32"))]

mod blocks;
mod command;
mod corpus;
mod detection;
mod documents;
mod examples;
mod forms;
mod fuzz;
mod hostile;
mod layouts;
mod messages;
mod mutation;
mod options;
mod properties;
mod reading;
mod real_reports;
mod repair;
mod reports;
mod slips;
mod values;
