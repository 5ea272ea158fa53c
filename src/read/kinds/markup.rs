//! Tags and text of HTML and XML, in order. One reader for both: neither a conforming HTML tokenizer nor an XML library
//! earns its weight for what is needed here, and an entity that a
//! document defines itself is never expanded, so there is nothing to bomb with.

use std::borrow::Cow;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Html,
    Xml,
}

#[derive(Debug, PartialEq)]
pub enum Token<'a> {
    Start(Tag<'a>),
    /// The name of what ends, in lower case for HTML, without its prefix for XML.
    End(Cow<'a, str>),
    Text(Cow<'a, str>),
}

#[derive(Debug, PartialEq)]
pub struct Tag<'a> {
    pub name: Cow<'a, str>,
    /// `<w:tab/>`. Without meaning in HTML.
    pub closed: bool,
    attributes: &'a str,
    language: Language,
}

pub struct Tokens<'a> {
    rest: &'a str,
    language: Language,
    /// The element whose content is no markup, while it is being read.
    raw: Option<&'static str>,
}

/// Elements of HTML whose content is text up to their own end tag.
const RAW: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

impl<'a> Tokens<'a> {
    pub fn new(text: &'a str, language: Language) -> Tokens<'a> {
        Tokens { rest: text, language, raw: None }
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn name(&self, written: &'a str) -> Cow<'a, str> {
        match self.language {
            Language::Xml => Cow::Borrowed(written.rsplit_once(':').map_or(written, |(_, name)| name)),
            Language::Html if written.bytes().any(|byte| byte.is_ascii_uppercase()) => Cow::Owned(written.to_ascii_lowercase()),
            Language::Html => Cow::Borrowed(written),
        }
    }

    /// What stands between `<` and `>`, quoted `>` included; the rest of the text where there is no `>`.
    fn tag(&mut self) -> &'a str {
        let bytes = self.rest.as_bytes();
        let next = |from: usize| bytes.get(from..)?.iter().position(|byte| matches!(byte, b'>' | b'"' | b'\'')).map(|length| from + length);
        let mut from = 1;
        let end = loop {
            let Some(at) = next(from) else { break None };
            let quote = bytes[at];
            if quote == b'>' {
                break Some(at);
            }
            // A quote begins a value only after "=": elsewhere it is a slip of the pen and must not swallow the page.
            let begins_value = bytes[..at].iter().rev().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'=');
            from = 1 + if begins_value {
                let Some(length) = bytes[at + 1..].iter().position(|byte| *byte == quote) else { break None };
                at + 1 + length
            } else {
                at
            };
        };
        let inside = self.take(end.unwrap_or(self.rest.len()));
        self.take(1);
        inside.strip_prefix('<').unwrap_or(inside)
    }

    /// Comments, declarations, processing instructions; the text of CDATA. `None` where `<` begins none of these.
    fn declaration(&mut self) -> Option<Option<Token<'a>>> {
        if !matches!(self.rest.as_bytes().get(1), Some(b'!' | b'?')) {
            return None;
        }
        let skip_past = |tokens: &mut Self, end: &str| {
            let length = tokens.rest.find(end).map_or(tokens.rest.len(), |at| at + end.len());
            tokens.take(length)
        };
        if self.rest.starts_with("<!--") {
            self.take(2);
            skip_past(self, "-->");
        } else if self.language == Language::Xml && self.rest.starts_with("<![CDATA[") {
            let inside = skip_past(self, "]]>");
            let text = inside.trim_start_matches("<![CDATA[").trim_end_matches("]]>");
            return Some(Some(Token::Text(Cow::Borrowed(text))));
        } else if self.language == Language::Xml && self.rest.starts_with("<!") {
            // Only a document type stands there, and it may hold declarations in brackets.
            let inside = self.rest.find(['[', '>']).unwrap_or(self.rest.len());
            let end = if self.rest[inside..].starts_with('[') { "]>" } else { ">" };
            skip_past(self, end);
        } else if self.rest.starts_with("<!") || self.rest.starts_with("<?") {
            // "<![if !supportEmptyParas]>" of Word, "<?xml:namespace … />" of Word.
            skip_past(self, ">");
        } else {
            return None;
        }
        Some(None)
    }

    fn text(&mut self, raw: &'a str) -> Token<'a> {
        Token::Text(unescaped(raw, self.language))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.raw.take() {
            let end = raw_end(self.rest, name);
            if end > 0 {
                let raw = self.take(end);
                return Some(Token::Text(Cow::Borrowed(raw)));
            }
        }
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if !self.rest.starts_with('<') {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let raw = self.take(end);
                return Some(self.text(raw));
            }
            if let Some(declaration) = self.declaration() {
                match declaration {
                    Some(token) => return Some(token),
                    None => continue,
                }
            }
            let is_end = self.rest.starts_with("</");
            let begins_name =
                self.rest.as_bytes().get(1 + usize::from(is_end)).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_');
            if !begins_name {
                // "<" as text, as in "3<5".
                let end = self.rest.get(1..).and_then(|rest| rest.find('<')).map_or(self.rest.len(), |at| at + 1);
                let raw = self.take(end);
                return Some(self.text(raw));
            }
            let inside = self.tag();
            let inside = inside.strip_prefix('/').unwrap_or(inside);
            let end = inside.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(inside.len());
            let (written, attributes) = inside.split_at(end);
            let name = self.name(written);
            if is_end {
                return Some(Token::End(name));
            }
            if self.language == Language::Html {
                self.raw = RAW.into_iter().find(|raw| *raw == name);
            }
            return Some(Token::Start(Tag { name, closed: inside.ends_with('/'), attributes, language: self.language }));
        }
    }
}

fn raw_end(text: &str, name: &str) -> usize {
    text.match_indices("</")
        .find(|(at, _)| text.as_bytes().get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes())))
        .map_or(text.len(), |(at, _)| at)
}

impl<'a> Tag<'a> {
    /// The value of an attribute, by its name in lower case (HTML) or without its prefix (XML).
    pub fn attribute(&self, wanted: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            let end = rest
                .find(|c: char| c.is_ascii_whitespace() || c == '=' || c == '/')
                .unwrap_or(rest.len())
                .max(usize::from(rest.starts_with('=')));
            if end == 0 {
                return None;
            }
            let (name, after) = rest.split_at(end);
            let after = after.trim_start();
            let mut value = "";
            rest = after;
            if let Some(given) = after.strip_prefix('=') {
                let given = given.trim_start();
                let quote = given.chars().next().filter(|c| matches!(c, '"' | '\''));
                (value, rest) = match quote.and_then(|quote| given.get(1..)?.split_once(quote)) {
                    Some(parts) => parts,
                    None => given.split_at(given.find(|c: char| c.is_ascii_whitespace()).unwrap_or(given.len())),
                };
            }
            let is_wanted = match self.language {
                Language::Html => name.eq_ignore_ascii_case(wanted),
                Language::Xml => name.rsplit_once(':').map_or(name, |(_, name)| name) == wanted,
            };
            if is_wanted {
                return Some(unescaped(value, self.language));
            }
        }
    }

    pub fn number(&self, name: &str) -> Option<usize> {
        let value = self.attribute(name)?;
        // As browsers read it: digits up to anything else.
        let value = value.trim();
        let digits = value.bytes().take_while(u8::is_ascii_digit).count();
        // More digits than that are a number beyond any limit.
        value.get(..digits.min(9))?.parse().ok()
    }
}

/// The entities that office programs and editors write; any other stays as written.
const NAMED: [(&str, char); 24] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("minus", '−'),
    ("hellip", '…'),
    ("middot", '·'),
    ("times", '×'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("shy", '\u{ad}'),
];

fn unescaped(text: &str, language: Language) -> Cow<'_, str> {
    let Some(first) = text.find('&') else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    let mut rest = &text[first..];
    while let Some(after) = rest.strip_prefix('&') {
        match entity(after, language) {
            Some((character, length)) => {
                out.push(character);
                rest = &after[length..];
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
        let next = rest.find('&').unwrap_or(rest.len());
        out.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    Cow::Owned(out)
}

/// The character and how many bytes after `&` it takes.
fn entity(after: &str, language: Language) -> Option<(char, usize)> {
    if let Some(number) = after.strip_prefix('#') {
        let (digits, radix) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (number, 10),
        };
        let length = digits.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
        let code = u32::from_str_radix(digits.get(..length)?, radix).ok()?;
        let character = char::from_u32(code).filter(|c| *c != '\0').unwrap_or(char::REPLACEMENT_CHARACTER);
        let end = after.len() - digits.len() + length;
        return Some((character, end + usize::from(after[end..].starts_with(';'))));
    }
    let length = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, rest) = after.split_at(length);
    // "&nbsp" without its semicolon is still a blank to a browser.
    let (_, character) = NAMED.into_iter().find(|(known, _)| *known == name)?;
    match rest.starts_with(';') {
        true => Some((character, length + 1)),
        false => (language == Language::Html).then_some((character, length)),
    }
}
