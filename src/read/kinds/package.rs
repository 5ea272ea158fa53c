//! How the parts of an office file refer to one another.

use super::Refusal;
use super::archive::Archive;
use super::markup::{Language, Token, Tokens};

/// What a part refers to: (id, type, name of the part).
pub struct Reference {
    pub id: String,
    pub kind: String,
    pub part: String,
}

/// The references of a part, by its name; of the whole file for "".
pub fn references(archive: &mut Archive, part: &str) -> Result<Vec<Reference>, Refusal> {
    let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
    let list = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let Some(text) = archive.text(&list)? else { return Ok(Vec::new()) };
    let references = Tokens::new(&text, Language::Xml).filter_map(|token| match token {
        Token::Start(tag) if tag.name == "Relationship" => {
            let target = tag.attribute("Target")?.into_owned();
            let part = match target.strip_prefix('/') {
                Some(absolute) => absolute.to_string(),
                None if folder.is_empty() => target,
                None => format!("{folder}/{target}"),
            };
            // The last word of an address such as ".../relationships/worksheet".
            let kind = tag.attribute("Type")?.rsplit('/').next().unwrap_or_default().to_string();
            Some(Reference { id: tag.attribute("Id")?.into_owned(), kind, part })
        }
        _ => None,
    });
    Ok(references.collect())
}

/// The name of the part that holds the document itself.
pub fn main_part(archive: &mut Archive) -> Result<Option<String>, Refusal> {
    Ok(references(archive, "")?.into_iter().find(|reference| reference.kind == "officeDocument").map(|reference| reference.part))
}
