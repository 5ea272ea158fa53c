//! Options as a caller writes them: each means what it says, and what is no option is refused by name.

use gouji::check::{Blank, Options};
use gouji::report::Node;
use gouji::rules::{BOOK, Language, Severity};
use serde_json::{Value, json};

fn read(options: Value) -> Result<Options, String> {
    Options::from_node(&Node::from(options), &BOOK)
}

fn rule(id: &str) -> u8 {
    BOOK.find(id).unwrap() as u8
}

#[test]
fn each_option_means_what_it_says() {
    for (word, language) in [("zh", Language::Chinese), ("en", Language::English)] {
        assert_eq!(read(json!({"language": word})), Ok(Options { language, ..Options::default() }));
    }
    for (word, blank) in [("missing", Blank::Missing), ("zero", Blank::Zero)] {
        assert_eq!(read(json!({"blank": word})), Ok(Options { blank, ..Options::default() }));
    }
    let chosen = json!({"severities": {
        "report-all-zero": "off", "requests-balance": "warning", "cell-notation": "notice", "cell-unreadable": "error",
    }});
    let mut severities = read(chosen).unwrap().severities;
    severities.sort_by_key(|(rule, _)| *rule);
    let mut expected = vec![
        (rule("report-all-zero"), None),
        (rule("requests-balance"), Some(Severity::Warning)),
        (rule("cell-notation"), Some(Severity::Notice)),
        (rule("cell-unreadable"), Some(Severity::Error)),
    ];
    expected.sort_by_key(|(rule, _)| *rule);
    assert_eq!(severities, expected);
}

#[test]
fn what_is_left_out_or_null_is_as_usual() {
    for usual in [json!(null), json!({}), json!({"language": null, "blank": null, "severities": null}), json!({"severities": {}})] {
        assert_eq!(read(usual), Ok(Options::default()));
    }
    // The package takes undefined for null, also where it passes options on that it does not know.
    assert_eq!(read(json!({"colour": null})), Ok(Options::default()));
}

#[test]
fn the_last_word_on_a_rule_counts() {
    let mut options = Options::default();
    for severity in ["notice", "off", "warning"] {
        options.lower(&BOOK, "cell-notation", severity).unwrap();
    }
    options.lower(&BOOK, "cell-unreadable", "notice").unwrap();
    assert_eq!(options.severities, [(rule("cell-notation"), Some(Severity::Warning)), (rule("cell-unreadable"), Some(Severity::Notice))]);
}

#[test]
fn what_is_no_option_is_refused_by_name() {
    for (options, named) in [
        (json!({"language": "fr"}), "\"fr\""),
        (json!({"language": 1}), "language"),
        (json!({"blank": "nought"}), "\"nought\""),
        (json!({"blank": true}), "blank"),
        (json!({"severities": "off"}), "severities"),
        (json!({"severities": ["requests-balance"]}), "severities"),
        (json!({"severities": {"no-such-rule": "off"}}), "no-such-rule"),
        (json!({"severities": {"requests-balance": "loud"}}), "loud"),
        (json!({"severities": {"requests-balance": 1}}), "error, warning, notice, off"),
        (json!({"colour": "red"}), "colour"),
    ] {
        let refusal = read(options.clone()).unwrap_err();
        assert!(refusal.contains(named), "{options}: {refusal}");
    }
}
