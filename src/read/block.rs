//! What every kind of document becomes before anything is recognised: headings, paragraphs and tables, in order.

/// A document, whatever it was written in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading by its markup; many reports only set headings in bold, which then are paragraphs.
    Heading(String),
    /// One line of text as a reader sees it.
    Paragraph(String),
    Table(Grid),
}

/// A table with its spans resolved: every row has the same number of places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    pub rows: Vec<Vec<Place>>,
}

/// One place of a grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The text of the cell that covers the place, lines joined by `\n`, white space as written otherwise.
    pub text: String,
    /// Where the cell that covers the place begins: this very place, or one to the left or above it.
    pub origin: Origin,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    #[default]
    Own,
    /// Covered by a cell that begins further left or further up.
    Spanned,
    /// The source had no cell here: the row was too short.
    Missing,
}
