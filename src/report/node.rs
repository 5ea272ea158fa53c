//! A report as it arrives, before anything is known of it: a tree of plain values, from JSON or JavaScript.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A plain value. Numbers that are no integers keep their text, so that nothing is rounded on the way.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Node {
    #[default]
    Null,
    Bool,
    Integer(i64),
    /// A number with a fraction or beyond an `i64`, as written.
    Number(String),
    Text(String),
    List,
    Map(Vec<(String, Node)>),
}

impl Node {
    pub fn entries(&self) -> &[(String, Node)] {
        match self {
            Node::Map(entries) => entries,
            _ => &[],
        }
    }

    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().rev().find(|(name, _)| name == key).map(|(_, node)| node)
    }

    pub fn text(&self) -> Option<&str> {
        match self {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }

    /// For messages: what was there, in short.
    pub fn shown(&self) -> String {
        match self {
            Node::Null => "null".to_string(),
            Node::Bool => "true/false".to_string(),
            Node::Integer(number) => number.to_string(),
            Node::Number(text) | Node::Text(text) => text.clone(),
            Node::List => "[…]".to_string(),
            Node::Map(_) => "{…}".to_string(),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl From<serde_json::Value> for Node {
    fn from(value: serde_json::Value) -> Node {
        match value {
            serde_json::Value::Null => Node::Null,
            serde_json::Value::Bool(_) => Node::Bool,
            serde_json::Value::Number(number) => number.as_i64().map_or_else(|| Node::Number(number.to_string()), Node::Integer),
            serde_json::Value::String(text) => Node::Text(text),
            serde_json::Value::Array(_) => Node::List,
            serde_json::Value::Object(map) => Node::Map(map.into_iter().map(|(key, value)| (key, value.into())).collect()),
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

/// The JavaScript side hands over trees of bounded depth and sends fractions as text (`pkg/index.js`).
struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a plain value")
    }
    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }
    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }
    fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Bool)
    }
    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Integer(number))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(i64::try_from(number).map_or(Node::Bool, Node::Integer))
    }
    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        let whole = number as i64;
        Ok(if whole as f64 == number { Node::Integer(whole) } else { Node::Bool })
    }
    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_string()))
    }
    fn visit_string<E>(self, text: String) -> Result<Node, E> {
        Ok(Node::Text(text))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        while list.next_element::<serde::de::IgnoredAny>()?.is_some() {}
        Ok(Node::List)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Node::Map(entries))
    }
}
