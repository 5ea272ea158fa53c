//! A document (a Word file, a page, a sheet, plain text) read to a report.

pub mod block;
