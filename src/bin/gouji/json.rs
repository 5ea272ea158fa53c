//! The answers as JSON, for scripts.

use crate::batch::Batch;
use gouji::rules::BookFace;
use serde_json::{Map, Value};

/// `{"reports": [{"file": "…", …the answer…}]}`, in the order given.
pub fn reports(batch: &Batch) -> Value {
    let reports: Vec<Value> = batch
        .outcomes
        .iter()
        .map(|outcome| {
            let mut out = Map::new();
            out.insert("file".to_string(), outcome.file.clone().into());
            match &outcome.result {
                Err(why) => {
                    out.insert("unreadable".to_string(), why.clone().into());
                }
                Ok(answer) => {
                    if let Ok(Value::Object(answer)) = serde_json::to_value(answer) {
                        out.extend(answer);
                    }
                }
            }
            Value::Object(out)
        })
        .collect();
    serde_json::json!({ "reports": reports })
}

/// The rule book as JSON, its examples as JSON too rather than as text, and the slips that repairs know.
pub fn with_examples(book: &BookFace) -> Value {
    let mut value = serde_json::to_value(book).unwrap_or_default();
    for rule in value["rules"].as_array_mut().into_iter().flatten() {
        let examples = rule["examples"].as_str().and_then(|text| serde_json::from_str(text).ok());
        rule["examples"] = examples.unwrap_or_default();
    }
    let slips = gouji::repair::slips().map(|slip| {
        let example: Value = serde_json::from_str(slip.example).unwrap_or_default();
        serde_json::json!({ "id": slip.id, "zh": slip.words.zh, "en": slip.words.en, "example": example })
    });
    value["slips"] = slips.collect();
    value
}
