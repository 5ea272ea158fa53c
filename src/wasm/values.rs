//! Plain values across the border: objects to JavaScript, and what JavaScript hands over.

use crate::report::Node;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

pub fn plain<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// A plain value as the JavaScript side hands it over (`plain` in `pkg/report.js`): a tree that ends, of text,
/// integers, null and objects; `true` stands for what is no value. Reading it by hand rather than by serde's
/// deserialiser keeps 10 KB of float printing out of the wasm.
#[cfg_attr(not(feature = "face-core"), allow(dead_code, reason = "the other faces take bytes, texts and numbers"))]
pub fn node(value: JsValue) -> Node {
    if let Some(text) = value.as_string() {
        return Node::Text(text);
    }
    if let Some(number) = value.as_f64() {
        return Node::Integer(number as i64);
    }
    if value.is_undefined() || value.is_null() {
        return Node::Null;
    }
    if js_sys::Array::is_array(&value) {
        return Node::List;
    }
    match value.dyn_ref::<js_sys::Object>() {
        Some(object) => {
            let entries = js_sys::Object::entries(object);
            let pairs = entries.iter().map(|entry| js_sys::Array::from(&entry));
            Node::Map(pairs.map(|pair| (pair.get(0).as_string().unwrap_or_default(), node(pair.get(1)))).collect())
        }
        None => Node::Bool,
    }
}
