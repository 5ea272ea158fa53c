//! A document with something changed, as slips of the pen and programs change it.

use gouji::read::block::{Block, Document, Origin, Place};

pub struct Draft {
    pub document: Document,
}

impl Draft {
    pub fn new(document: Document) -> Draft {
        Draft { document }
    }

    /// Every line or cell with just this text says another.
    pub fn says(mut self, old: &str, new: &str) -> Draft {
        let mut changed = 0;
        let mut change = |text: &mut String| {
            if text == old {
                *text = new.to_string();
                changed += 1;
            }
        };
        for block in &mut self.document.blocks {
            match block {
                Block::Heading(text) | Block::Paragraph(text) => change(text),
                Block::Table(grid) => grid.rows.iter_mut().flatten().for_each(|place| change(&mut place.text)),
            }
        }
        assert!(changed > 0, "nothing says {old}");
        self
    }

    /// Change the row with this label; an empty list removes it.
    fn row(mut self, label: &str, change: impl FnOnce(Vec<Place>) -> Vec<Vec<Place>>) -> Draft {
        for block in &mut self.document.blocks {
            let Block::Table(grid) = block else { continue };
            let is_it = |row: &Vec<Place>| row.iter().any(|place| place.text == label && place.origin == Origin::Own);
            if let Some(index) = grid.rows.iter().position(is_it) {
                let row = grid.rows.remove(index);
                let rows = change(row);
                grid.rows.splice(index..index, rows);
                return self;
            }
        }
        panic!("no row {label}");
    }

    pub fn without_row(self, label: &str) -> Draft {
        self.row(label, |_| Vec::new())
    }

    pub fn row_twice(self, label: &str) -> Draft {
        self.row(label, |row| vec![row.clone(), row])
    }

    /// Behind the label stand these cells and no others.
    pub fn behind(self, label: &str, figures: &[&str]) -> Draft {
        self.row(label, |row| {
            let mut row: Vec<Place> = row.into_iter().take_while(|place| place.text != label).collect();
            let own = |text: &str| Place { text: text.to_string(), origin: Origin::Own };
            row.push(own(label));
            row.extend(figures.iter().map(|text| own(text)));
            vec![row]
        })
    }

    /// A row of its own directly behind another.
    pub fn extra_row(self, label: &str, cells: &[&str]) -> Draft {
        let own = |text: &&str| Place { text: text.to_string(), origin: Origin::Own };
        self.row(label, |row| vec![row, cells.iter().map(own).collect()])
    }

    pub fn line_before(mut self, line: &str, new: &[&str]) -> Draft {
        let at = self.position(line);
        self.document.blocks.splice(at..at, new.iter().map(|text| Block::Paragraph(text.to_string())));
        self
    }

    pub fn line_behind(mut self, line: &str, new: &[&str]) -> Draft {
        let at = self.position(line) + 1;
        self.document.blocks.splice(at..at, new.iter().map(|text| Block::Paragraph(text.to_string())));
        self
    }

    pub fn without_line(mut self, line: &str) -> Draft {
        let at = self.position(line);
        self.document.blocks.remove(at);
        self
    }

    /// The block behind a line comes before another line.
    pub fn moved(mut self, behind: &str, before: &str) -> Draft {
        let block = self.document.blocks.remove(self.position(behind) + 1);
        let at = self.position(before);
        self.document.blocks.insert(at, block);
        self
    }

    /// The block behind a line stands there twice.
    pub fn twice(mut self, behind: &str) -> Draft {
        let at = self.position(behind) + 1;
        let block = self.document.blocks[at].clone();
        self.document.blocks.insert(at, block);
        self
    }

    pub fn block_first(mut self, block: Block) -> Draft {
        self.document.blocks.insert(0, block);
        self
    }

    fn position(&self, line: &str) -> usize {
        let is_it = |block: &Block| matches!(block, Block::Heading(text) | Block::Paragraph(text) if text == line);
        self.document.blocks.iter().position(is_it).unwrap_or_else(|| panic!("no line {line}"))
    }
}
