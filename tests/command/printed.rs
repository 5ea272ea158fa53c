//! `gouji rules` and `gouji form`.

use super::{gouji, stdout};
use serde_json::Value;

#[test]
fn the_rule_book_is_printed() {
    let book: Value = serde_json::from_str(&stdout(&["rules", "--format", "json"])).unwrap();
    let rules = book["rules"].as_array().unwrap();
    assert_eq!(rules.len(), gouji::rules::BOOK.rules.len());
    for rule in rules {
        assert!(rule["examples"]["holds"].is_array() && rule["examples"]["fails"].is_array(), "{}", rule["id"]);
    }
    for language in ["zh", "en"] {
        let page = stdout(&["rules", "--format", "md", "--language", language]);
        for rule in rules {
            assert!(page.contains(&format!("`{}`", rule["id"].as_str().unwrap())));
        }
    }
}

#[test]
fn the_blank_form_is_printed() {
    for (year, cells) in [("2020", 198), ("2024", 200)] {
        let form: Value = serde_json::from_str(&stdout(&["form", year])).unwrap();
        assert_eq!(form["cells"].as_array().unwrap().len(), cells);
        assert_eq!(form["tables"].as_array().unwrap().len(), 3);
        let page = stdout(&["form", year, "--format", "html"]);
        assert_eq!(page.matches("data-gouji-cell").count(), cells);
    }
    for year in ["2018", "2100", "99999999999"] {
        let out = gouji(&["form", year]);
        assert_eq!(out.status.code(), Some(2), "{year}");
        assert!(String::from_utf8(out.stderr).unwrap().contains(year));
    }
}
