//! What can be odd about the way a value is written.

/// A set of oddities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Oddities(u16);

impl Oddities {
    /// nothing odd
    pub const NONE: Oddities = Oddities(0);
    /// a mark or word in place of a figure (`/`, `—`, `无`); the cell counts as blank
    pub const PLACEHOLDER: Oddities = Oddities(1);
    /// no figure, or not one figure alone (`约55`, `2023-01-02`, `3/4`)
    pub const NONSENSE: Oddities = Oddities(1 << 1);
    /// a count that is not whole (`1.5`)
    pub const FRACTION: Oddities = Oddities(1 << 2);
    /// a count beyond 2^53, or an amount with more digits than can be kept
    pub const TOO_LARGE: Oddities = Oddities(1 << 3);
    /// below zero where that makes no sense; the value is kept
    pub const NEGATIVE: Oddities = Oddities(1 << 4);
    /// a unit that does not belong in the cell (`178项`, or 万元 where the form prints it)
    pub const UNIT: Oddities = Oddities(1 << 5);
    /// an amount written in another unit, converted exactly
    pub const CONVERTED: Oddities = Oddities(1 << 6);
    /// an amount without a unit, where the cell should name one
    pub const UNIT_MISSING: Oddities = Oddities(1 << 7);
    /// a remark in brackets behind the figure
    pub const REMARK: Oddities = Oddities(1 << 8);
    /// an unusual but harmless spelling (`１２`, `1,204`, `007`, `1.0` for a count)
    pub const NOTATION: Oddities = Oddities(1 << 9);
    /// white space between digits, not a thousands separator (`1 2`): one figure or two?
    pub const SPLIT: Oddities = Oddities(1 << 10);
    /// Chinese numerals (`十二`, `1.4万` for a count)
    pub const CHINESE_NUMERAL: Oddities = Oddities(1 << 11);
    /// an amount with decimals finer than 分, a hundredth of a yuan
    pub const MANY_DECIMALS: Oddities = Oddities(1 << 12);

    const LAST: Oddities = Oddities::MANY_DECIMALS;

    /// Whether all of `other` are in this set.
    #[must_use]
    pub fn contains(self, other: Oddities) -> bool {
        self.0 & other.0 == other.0
    }

    pub fn insert(&mut self, other: Oddities) {
        self.0 |= other.0;
    }

    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The oddities one by one, always in the order in which they are defined above.
    pub fn iter(self) -> impl Iterator<Item = Oddities> {
        (0..=Oddities::LAST.0.trailing_zeros()).map(|bit| Oddities(1 << bit)).filter(move |oddity| self.contains(*oddity))
    }
}
