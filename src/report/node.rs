//! A report as it arrives, before anything is known of it: a tree of plain values, from JSON or JavaScript.

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
