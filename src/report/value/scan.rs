//! Reading a text character by character.

/// Full-width ASCII (U+FF01 to U+FF5E) as ASCII; any other character as it is.
pub(super) fn fold(character: char) -> char {
    match character {
        '！'..='～' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        _ => character,
    }
}

/// White space, a control character or an invisible character.
pub(super) fn is_blank(character: char) -> bool {
    is_space(character) || is_invisible(character)
}

fn is_space(character: char) -> bool {
    is_break(character) || matches!(character, ' ' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// A line break, tab or other control character: white space that no one uses to group digits.
fn is_break(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}'
    )
}

/// Characters without any width: nobody sees them. Those that turn digits round (U+202D, U+202E) are no blanks:
/// with them "21" is seen as "12".
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202C}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}'
    )
}

/// All dashes in use as a minus sign, or as a placeholder.
pub(super) fn is_dash(character: char) -> bool {
    matches!(character, '-' | '－' | '\u{2010}'..='\u{2015}' | '−' | '─' | '﹣')
}

/// The white space between two characters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    None,
    /// only characters without width
    Invisible,
    /// one space
    Space,
    /// several spaces, a tab or a line break
    Wide,
}

/// A place in a text; a copy of it looks ahead.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'text> {
    pub(super) rest: &'text str,
}

impl<'text> Cursor<'text> {
    pub(super) fn new(rest: &'text str) -> Cursor<'text> {
        Cursor { rest }
    }

    /// The next character, as written.
    pub(super) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    pub(super) fn advance(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let next = characters.next();
        self.rest = characters.as_str();
        next
    }

    /// Steps over the next character if it meets the condition.
    pub(super) fn accept(&mut self, condition: impl Fn(char) -> bool) -> bool {
        let met = self.peek().is_some_and(condition);
        if met {
            self.advance();
        }
        met
    }

    /// Steps over a word, whatever its case and width.
    pub(super) fn accept_word(&mut self, word: &str) -> bool {
        let mut ahead = *self;
        for expected in word.chars() {
            if !ahead.accept(|found| fold(found).eq_ignore_ascii_case(&expected)) {
                return false;
            }
        }
        *self = ahead;
        true
    }

    /// Steps over white space.
    pub(super) fn gap(&mut self) -> Gap {
        let mut gap = Gap::None;
        while let Some(character) = self.peek().filter(|next| is_blank(*next)) {
            gap = match gap {
                Gap::Wide => Gap::Wide,
                _ if is_break(character) => Gap::Wide,
                Gap::Space if is_space(character) => Gap::Wide,
                Gap::Space => Gap::Space,
                _ if is_space(character) => Gap::Space,
                _ => Gap::Invisible,
            };
            self.advance();
        }
        gap
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }
}
