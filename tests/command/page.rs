//! `--html`: what stands on the page, where its links lead, and that nothing from a report becomes markup.

use super::{Folder, RIGHT, WRONG, code, gouji, reports};
use base64::Engine;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::fs;

fn page(folder: &Folder, arguments: &[&str]) -> String {
    let out = format!("{}/out/page.html", folder.path());
    fs::create_dir_all(format!("{}/out", folder.path())).unwrap();
    gouji(&[&["check", "--html", &out], arguments].concat());
    fs::read_to_string(out).unwrap()
}

/// Everything between `<` and `>`, but for the style.
fn tags(page: &str) -> Vec<&str> {
    page.split('<').skip(1).filter_map(|after| after.split_once('>')).map(|(tag, _)| tag).collect()
}

/// The values of an attribute.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!(" {attribute}=\"");
    tags(page).iter().filter_map(|tag| tag.split_once(begin.as_str())).filter_map(|(_, after)| after.split('"').next()).collect()
}

#[test]
fn every_cell_leads_to_its_findings() {
    let folder = Folder::new("page-links");
    let page = page(&folder, &[RIGHT, WRONG, "tests/reports", "--blank", "zero"]);
    let ids = values(&page, "id");
    let known: HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id stands for one place");
    let links = values(&page, "href");
    for link in &links {
        assert!(link.strip_prefix('#').is_some_and(|id| known.contains(id)), "{link} leads nowhere");
    }
    for (index, report) in reports(&[RIGHT, WRONG, "tests/reports", "--blank", "zero"]).iter().enumerate() {
        // A folder may hold a file that is no report.
        let Some(findings) = report["findings"].as_array() else { continue };
        let rules: HashSet<&str> = findings.iter().map(|finding| finding["rule"].as_str().unwrap()).collect();
        for rule in rules {
            assert!(links.contains(&format!("#report-{}-{rule}", index + 1).as_str()), "{rule} of report {index}");
        }
        for finding in findings {
            assert!(page.contains(finding["message"].as_str().unwrap()), "{finding}");
        }
    }
}

#[test]
fn the_page_loads_and_runs_nothing() {
    let folder = Folder::new("page-closed");
    let page = page(&folder, &["tests/reports", "--blank", "zero"]);
    let style = page.split_once("<style>").and_then(|(_, after)| after.split_once("</style>")).map(|(style, _)| style).unwrap();
    let digest = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(style));
    let policy = values(&page, "content").into_iter().find(|content| content.starts_with("default-src")).unwrap();
    assert_eq!(policy, format!("default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"));
    assert!(!style.contains("url(") && !style.contains("@import"));
    for tag in tags(&page) {
        assert!(!tag.starts_with("script") && !tag.contains(" style=") && !tag.contains(" src="), "{tag}");
        assert!(!tag.split([' ', '\n']).skip(1).any(|attribute| attribute.starts_with("on")), "{tag}");
    }
}

/// A page made of hostile texts has the very tags of a page made of harmless ones.
#[test]
fn what_reports_say_stays_text() {
    const HOSTILE: [&str; 4] = [
        "<script>alert(1)</script>",
        "</title></style><img src=x onerror=alert(1)>",
        "\\\" onmouseover=\\\"x' autofocus='",
        "&lt;b&gt; <!-- \\u0000 ]]>",
    ];
    let made = |name: &str, texts: [&str; 4]| {
        let folder = Folder::new(name);
        for (index, text) in texts.into_iter().enumerate() {
            folder.write(
                &format!("{index}.json"),
                format!(r#"{{"body": "{text}", "year": 2024, "cells": {{"requests.received.natural": "{text}x", "unknown {text}": 1}}, "explanations": {{"report-all-zero": "{text}", "disclosure-regulations-without-power@disclosure.regulations.made": "{text}"}}}}"#),
            );
        }
        page(&folder, &[folder.path(), "--blank", "zero"])
    };
    let (hostile, harmless) = (made("page-hostile", HOSTILE), made("page-harmless", ["甲", "乙", "丙", "丁"]));
    assert_eq!(tags(&hostile), tags(&harmless));
    assert!(hostile.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && hostile.contains("&amp;lt;b&amp;gt;"));
    assert!(!hostile.chars().any(|c| c.is_control() && c != '\n'));
}

#[cfg(unix)]
#[test]
fn names_of_files_stay_text() {
    let folder = Folder::new("page-names");
    folder.write("<img src=x onerror=alert(1)>.json", "{}");
    folder.write("\"'&.json", "{");
    let page = page(&folder, &[folder.path()]);
    assert!(!page.contains("<img") && page.contains("&lt;img src=x onerror=alert(1)&gt;.json") && page.contains("&quot;&#39;&amp;.json"));
}

#[test]
fn the_page_speaks_both_languages_and_is_the_same_in_every_run() {
    let folder = Folder::new("page-languages");
    let chinese = page(&folder, &[RIGHT, WRONG, "--blank", "zero"]);
    assert!(chinese.contains("<html lang=\"zh-CN\">") && chinese.contains("空白按 0 计"));
    assert_eq!(chinese, page(&folder, &[RIGHT, WRONG, "--blank", "zero"]));
    let english = page(&folder, &[WRONG, "--blank", "zero", "--language", "en"]);
    let body = english.split_once("</style>").unwrap().1;
    assert!(english.contains("<html lang=\"en\">") && body.contains("Bodies and rules"));
    assert!(!body.contains("单位与规则") && !body.contains("必须修改"));
}

#[test]
fn beside_the_page_only_the_summary_is_printed_unless_a_format_is_asked_for() {
    let folder = Folder::new("page-beside");
    let out = format!("{}/page.html", folder.path());
    let printed =
        |arguments: &[&str]| String::from_utf8(gouji(&[&["check", RIGHT, WRONG, "--html", &out], arguments].concat()).stdout).unwrap();
    assert_eq!(printed(&[]).lines().count(), 1);
    assert!(printed(&["--format", "text"]).contains("[requests-results-total@"));
    assert!(printed(&["--format", "json"]).starts_with('{'));
    assert_eq!(code(&["check", RIGHT, "--html", &out]), 0);
    assert_eq!(code(&["check", WRONG, "--html", &out]), 1);
    assert_eq!(code(&["check", RIGHT, "--html", &format!("{}/no/such/folder.html", folder.path())]), 2);
}

/// A page written into the folder of reports is no report in the next run.
#[test]
fn the_page_is_not_read_as_a_report() {
    let folder = Folder::new("page-inside");
    folder.write("a.json", fs::read(format!("{}/{RIGHT}", env!("CARGO_MANIFEST_DIR"))).unwrap());
    let out = format!("{}/page.html", folder.path());
    for _ in 0..2 {
        assert_eq!(code(&["check", folder.path(), "--html", &out]), 0);
    }
}
