//! Many files at once: kinds mixed, folders in folders, files that cannot be read, the table of text.

use super::{Folder, RIGHT, WRONG, code, gouji, reports, stdout};
use serde_json::Value;
use std::fs;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// Columns 自然人 to 总计, as in the official form.
const PAGE: &str = "<h1>甲县2024年政府信息公开工作年度报告</h1><h2>三、收到和处理政府信息公开申请情况</h2><table>\
    <tr><td>一、本年新收政府信息公开申请数量</td><td>3</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>3</td></tr>\
    <tr><td>二、上年结转政府信息公开申请数量</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>\
    <tr><td>四、结转下年度继续办理</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr></table>";

fn files(reports: &[Value]) -> Vec<&str> {
    reports.iter().map(|report| report["file"].as_str().unwrap().rsplit('/').next().unwrap()).collect()
}

#[test]
fn a_broken_file_never_stops_the_others() {
    let folder = Folder::new("broken");
    for index in 0..40 {
        folder.write(&format!("{index:02}-a.json"), fixture(if index % 2 == 0 { RIGHT } else { WRONG }));
    }
    let alone = reports(&[folder.path(), "--blank", "zero"]);
    let deep = "[".repeat(100_000);
    let broken: [(&str, &[u8]); 6] = [
        ("03-b.json", b"{"),
        ("07-b.docx", b"PK\x03\x04 cut off"),
        ("11-b.xlsx", b""),
        ("15-b.json", b"\xff\xfe"),
        ("19-b.html", b"<p>nothing of a report"),
        ("23-b.json", deep.as_bytes()),
    ];
    for (name, bytes) in broken {
        folder.write(name, bytes);
    }
    let all = reports(&[folder.path(), "--blank", "zero"]);
    let (unreadable, answered): (Vec<Value>, Vec<Value>) = all.into_iter().partition(|report| report.get("unreadable").is_some());
    assert_eq!(answered, alone, "the others are answered as if the broken files were not there");
    assert_eq!(files(&unreadable), broken.map(|(name, _)| name));
    let out = gouji(&["check", folder.path(), "--format", "csv"]);
    assert_eq!(out.status.code(), Some(2), "2 wins over 1");
    let told = String::from_utf8(out.stderr).unwrap();
    assert!(broken.iter().all(|(name, _)| told.contains(name)), "{told}");
}

#[test]
fn of_many_files_the_order_is_that_of_names_in_every_run() {
    let folder = Folder::new("order");
    let names: Vec<String> = (0..120).map(|index| format!("{:03}.json", (index * 37) % 120)).collect();
    for (index, name) in names.iter().enumerate() {
        folder.write(name, fixture(if index % 3 == 0 { WRONG } else { RIGHT }));
    }
    let mut sorted: Vec<&str> = names.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    assert_eq!(files(&reports(&[folder.path()])), sorted);
    for format in ["text", "json", "csv", "sarif"] {
        let run = || gouji(&["check", folder.path(), "--format", format]).stdout;
        assert!(run() == run(), "{format} differs from run to run");
    }
}

#[test]
fn all_kinds_in_one_folder() {
    let folder = Folder::new("kinds");
    folder.write("a.json", fixture(RIGHT));
    folder.write("b/page.HTML", PAGE);
    folder.write("b/page.md", PAGE);
    folder.write("c.pdf", b"%PDF-1.7");
    folder.write("d/picture.png", b"\x89PNG");
    folder.write("d/LICENSE", "words");
    folder.write(".hidden.json", "{");
    folder.write(".hidden/report.json", "{");
    folder.write("~$page.docx", "owner");
    let all = reports(&[folder.path(), "--blank", "zero"]);
    assert_eq!(files(&all), ["a.json", "page.HTML", "page.md"]);
    for report in &all[1..] {
        assert_eq!(report["year"], 2024);
        let balance = |finding: &&Value| finding["rule"] == "requests-balance" && finding["at"] == "natural";
        let balance = report["findings"].as_array().unwrap().iter().find(balance).expect("3 received, none processed");
        assert_eq!((&balance["left"], &balance["right"]), (&3.into(), &0.into()));
        let rules: Vec<&str> = report["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap()).collect();
        assert!(rules.contains(&"rows-missing") || rules.contains(&"row-missing"), "what is odd about the document joins in: {rules:?}");
    }
    let text = stdout(&["check", folder.path()]);
    assert!(text.contains("另有 3 个其他文件未核对（无扩展名 1、pdf 1、png 1）"), "{text}");
}

/// In a folder others are passed over; a file that is named is tried, and the answer says what to do.
#[test]
fn a_file_named_explicitly_is_always_tried() {
    let folder = Folder::new("named");
    let pdf = folder.write("report.pdf", b"%PDF-1.7\n");
    let out = gouji(&["check", &pdf, RIGHT]);
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8(out.stdout).unwrap().contains("复制"), "the remedy: copy the text");
    assert_eq!(code(&["check", &folder.write("page.odd", PAGE), "--blank", "zero"]), 1);
    assert_eq!(code(&["check", &folder.write("report-without-ending", fixture(RIGHT))]), 0);
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_end() {
    let folder = Folder::new("circle");
    folder.write("inner/a.json", fixture(RIGHT));
    std::os::unix::fs::symlink(folder.path(), format!("{}/inner/back", folder.path())).unwrap();
    std::os::unix::fs::symlink("nowhere", format!("{}/inner/b.json", folder.path())).unwrap();
    assert_eq!(files(&reports(&[folder.path()])), ["a.json"]);
}

/// Chinese letters take two columns; the last column begins at the same place in every line.
#[test]
fn the_table_is_aligned() {
    let folder = Folder::new("aligned");
    for (name, body) in [("甲.json", "甲县"), ("b.json", "B"), ("一个名字很长很长很长很长很长很长很长很长的文件.json", "平潭综合实验区")]
    {
        folder.write(name, format!(r#"{{"body": "{body}", "year": 2024, "cells": {{}}}}"#));
    }
    folder.write("z.json", "{");
    let text = stdout(&["check", folder.path()]);
    let table: Vec<&str> = text.lines().take_while(|line| !line.is_empty()).collect();
    assert_eq!(table.len(), 5, "a head and four files");
    let begins: Vec<usize> = table.iter().map(|line| line[..line.rfind(' ').unwrap() + 1].width()).collect();
    assert!(begins.iter().all(|begin| *begin == begins[0]), "{begins:?}\n{text}");
    assert!(table[2].ends_with("无法读取") && table[1].ends_with("须修改"), "{text}");
}

#[test]
fn what_reports_say_cannot_steer_the_terminal() {
    let folder = Folder::new("steer");
    folder.write("a.json", r#"{"body": "\u001b[2J甲\u202e县\r", "year": 2024, "cells": {"\u001b[31mx": 1}, "explanations": {"report-all-zero": "\u001b]0;x\u0007"}}"#);
    folder.write("b.json", "{\"\u{1b}[31m");
    for arguments in [&["check", folder.path()][..], &["check", folder.path(), "--blank", "zero", "--language", "en"]] {
        let out = gouji(arguments);
        for text in [out.stdout, out.stderr] {
            let text = String::from_utf8(text).unwrap();
            assert!(!text.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{text:?}");
        }
    }
}

#[test]
fn nothing_but_results_where_nobody_watches() {
    let folder = Folder::new("quiet");
    for index in 0..30 {
        folder.write(&format!("{index}.json"), fixture(RIGHT));
    }
    assert!(gouji(&["check", folder.path(), "--format", "json"]).stderr.is_empty());
}

#[test]
fn a_document_is_read_to_the_shape_of_a_report() {
    let folder = Folder::new("read");
    let file = folder.write("page.html", PAGE);
    let report: Value = serde_json::from_str(&stdout(&["read", &file])).unwrap();
    assert_eq!((&report["body"], &report["year"]), (&"甲县".into(), &2024.into()));
    assert_eq!(report["cells"]["requests.received.natural"], "3");
    assert_eq!(report["meta"]["found"].as_object().unwrap().len(), 21, "three rows of seven");
    let again = folder.write("again.json", report.to_string());
    let rules = |file: &str| -> Vec<String> {
        let report = &reports(&[file, "--blank", "zero"])[0];
        report["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap().to_string()).collect()
    };
    assert!(rules(&again).iter().all(|rule| rules(&file).contains(rule)), "what was read and printed is a report that can be checked");
    let out = gouji(&["read", &folder.write("c.pdf", b"%PDF-1.7\n")]);
    assert_eq!((out.status.code(), out.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8(out.stderr).unwrap().contains("c.pdf"));
}
