//! How much a document may ask of memory and time. A report with everything around it stays far below each of these;
//! what is above is refused with the figure, never half read.

/// Bytes of a file as it comes. Word files with scanned seals and pictures reach tens of megabytes.
pub const FILE: usize = 50 << 20;

/// Bytes that one file may unpack to, all its parts that are read together.
pub const UNPACKED: usize = 64 << 20;

/// How many times larger a part may be than it is packed. Real tables reach about 40; a bomb reaches 1000.
pub const UNPACKED_RATIO: usize = 300;

/// Below this many bytes any ratio is harmless.
pub const RATIO_MATTERS_FROM: usize = 4 << 20;

/// Parts in a packed file. A report with a hundred pictures has about two hundred.
pub const PARTS: usize = 10_000;

/// Tables in tables: pages laid out with tables have about ten.
pub const NESTED_TABLES: usize = 50;

/// Columns of a table; the form has fifteen. A browser stops at as many.
pub const COLUMNS: usize = 1_000;

/// Columns of a table in plain text.
pub const COLUMNS_OF_TEXT: usize = 64;

/// Sheets of an Excel file.
pub const SHEETS: usize = 500;

/// Places in all tables of a document, covered ones included. The form has about 600.
pub const PLACES: usize = 1_000_000;

/// Bytes of text in the places that spans cover, which each repeat the text of their cell.
pub const REPEATED_TEXT: usize = 32 << 20;
