//! The face of the module that checks. What may be called from outside and what it means stands in `pkg/index.d.ts`.
//!
//! Figures cross the border as numbers in a buffer, everything else (odd texts, options, answers) as plain objects.

use super::values::{node, plain};
use crate::answer::{Answer, Figure, Finding, Relations, Ruleset};
use crate::check::{Options, Outcome, Session, check_own};
use crate::form::{self, CELL_COUNT, CELLS};
use crate::repair;
use crate::report::Report;
use crate::rules::{self, BOOK, Language};
use serde::Serialize;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

struct Engine {
    /// The figure of each cell of a report, NaN where it has none or no plain integer; or the relations of a cell
    /// (the build has seen that the most touched cell fits; more would be left out, not written elsewhere).
    buffer: Vec<f64>,
    sessions: Vec<Option<Session>>,
}

thread_local! {
    static ENGINE: RefCell<Engine> = RefCell::new(Engine { buffer: vec![f64::NAN; CELL_COUNT], sessions: Vec::new() });
}

/// Where the buffer lies in memory.
#[wasm_bindgen(js_name = bufferAddress)]
pub fn buffer_address() -> usize {
    ENGINE.with_borrow(|engine| engine.buffer.as_ptr() as usize)
}

/// Wrong usage is thrown as a text, so that JavaScript can tell it from every error that is a defect of ours.
fn options(value: JsValue) -> Result<Options, JsValue> {
    Options::from_node(&node(value), &BOOK).map_err(JsValue::from)
}

/// The report whose plain figures lie in the buffer and whose rest is an object.
fn report(rest: JsValue) -> Report {
    let mut report = Report::from_node(&node(rest));
    ENGINE.with_borrow(|engine| report.add_figures(&engine.buffer));
    report
}

fn previous(value: JsValue) -> Option<Report> {
    (!value.is_null()).then(|| Report::from_node(&node(value)))
}

/// A finding on its way: of a relation between counts only what differs from report to report, as a list; the rest
/// stands on its [`card`], which JavaScript keeps. Building all of it anew took half the time of a broken check.
struct Sent<'a>(&'a Finding);

impl Serialize for Sent<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Sent(finding) = self;
        match (finding.instance, &finding.left, &finding.right, &finding.difference) {
            (Some(instance), Some(left @ Figure::Count(_)), Some(right), Some(difference)) => {
                let figures = (left, right, difference);
                (instance, finding.severity, figures, &finding.message, &finding.related, &finding.explained).serialize(serializer)
            }
            _ => finding.serialize(serializer),
        }
    }
}

fn sent(findings: &[Finding]) -> Vec<Sent<'_>> {
    findings.iter().map(Sent).collect()
}

/// Year, ok, findings, the four numbers of relations, overrides; JavaScript gives them their names.
fn answered(answer: &Answer) -> Result<JsValue, JsValue> {
    let Relations { held, broken, open, not_assessed } = answer.relations;
    plain(&(answer.year, answer.ok, sent(&answer.findings), (held, broken, open, not_assessed), &answer.overrides))
}

/// What is the same in every finding of the relation with this number.
#[wasm_bindgen]
pub fn card(relation: usize, english: bool) -> Result<JsValue, JsValue> {
    plain(&rules::card(relation, language(english)))
}

fn language(english: bool) -> Language {
    if english { Language::English } else { Language::Chinese }
}

/// Version and hash of the rule book.
#[wasm_bindgen]
pub fn ruleset() -> Result<JsValue, JsValue> {
    plain(&Ruleset { version: rules::VERSION, hash: rules::HASH })
}

#[wasm_bindgen]
pub fn check(rest: JsValue, last: JsValue, chosen: JsValue) -> Result<JsValue, JsValue> {
    answered(&check_own(&BOOK, report(rest), previous(last).as_ref(), options(chosen)?))
}

#[wasm_bindgen]
pub fn open(rest: JsValue, last: JsValue, chosen: JsValue) -> Result<usize, JsValue> {
    let session = Session::open(report(rest), previous(last).as_ref(), options(chosen)?);
    Ok(ENGINE.with_borrow_mut(|engine| {
        let free = engine.sessions.iter().position(Option::is_none).unwrap_or(engine.sessions.len());
        if free == engine.sessions.len() {
            engine.sessions.push(None);
        }
        engine.sessions[free] = Some(session);
        free
    }))
}

#[wasm_bindgen]
pub fn close(handle: usize) {
    ENGINE.with_borrow_mut(|engine| {
        if let Some(place) = engine.sessions.get_mut(handle) {
            *place = None;
        }
    });
}

fn with_session<T>(handle: usize, act: impl FnOnce(&mut Session, &mut [f64]) -> T) -> Result<T, JsValue> {
    ENGINE.with_borrow_mut(|engine| match engine.sessions.get_mut(handle) {
        Some(Some(session)) => Ok(act(session, &mut engine.buffer)),
        _ => Err("this session is closed".into()),
    })
}

/// What an edit has to tell: numbers rather than a `Result`, because this runs on every key stroke.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum Edited {
    /// No finding appeared or was resolved.
    Quietly = 0,
    /// [`take_change`] has something to tell.
    Told = 1,
    /// There is no such session.
    Closed = 2,
}

/// Write a cell. The relations it stands in lie in the buffer afterwards: their number, then for each its index,
/// its state and its difference (NaN where there is none, infinite where it is money: ask [`relation`]).
fn edited(handle: usize, cell: u8, write: &mut dyn FnMut(&mut Report)) -> Edited {
    let told = with_session(handle, |session, buffer| {
        let told = session.write(cell, write);
        let mut numbers = 0;
        for index in session.touched() {
            let state = session.state(*index as usize);
            let difference = match state.difference {
                None => f64::NAN,
                Some(Figure::Count(difference)) => difference as f64,
                Some(Figure::Money(_)) => f64::INFINITY,
            };
            let place = 1 + numbers * 3;
            if let Some(room) = buffer.get_mut(place..place + 3) {
                room.copy_from_slice(&[f64::from(*index), f64::from(state.state as u8), difference]);
                numbers += 1;
            }
        }
        if let Some(room) = buffer.first_mut() {
            *room = numbers as f64;
        }
        told
    });
    match told {
        Ok(true) => Edited::Told,
        Ok(false) => Edited::Quietly,
        Err(_) => Edited::Closed,
    }
}

#[wasm_bindgen(js_name = setInteger)]
pub fn set_integer(handle: usize, cell: u8, number: f64) -> Edited {
    edited(handle, cell, &mut |report| report.set_integer(cell, number as i64))
}

#[wasm_bindgen(js_name = setText)]
pub fn set_text(handle: usize, cell: u8, text: &str) -> Edited {
    edited(handle, cell, &mut |report| report.set_text(cell, text))
}

/// Blank, or what is no value at all.
#[wasm_bindgen(js_name = setOther)]
pub fn set_other(handle: usize, cell: u8, value: JsValue) -> Edited {
    let value = node(value);
    edited(handle, cell, &mut |report| report.set_node(cell, &value))
}

#[wasm_bindgen(js_name = takeChange)]
pub fn take_change(handle: usize) -> Result<JsValue, JsValue> {
    let change = with_session(handle, |session, _| session.take_change())?;
    plain(&(sent(&change.appeared), change.resolved))
}

#[wasm_bindgen]
pub fn findings(handle: usize, whole: bool) -> Result<JsValue, JsValue> {
    plain(&sent(&with_session(handle, |session, _| session.findings(whole))?))
}

/// The state of one relation, by its number.
#[wasm_bindgen]
pub fn relation(handle: usize, index: usize) -> Result<JsValue, JsValue> {
    plain(&with_session(handle, |session, _| session.state(index))?)
}

#[wasm_bindgen]
pub fn relations(handle: usize) -> Result<JsValue, JsValue> {
    plain(&with_session(handle, |session, _| session.relations())?)
}

/// False where the finding names no rule.
#[wasm_bindgen]
pub fn explain(handle: usize, finding: &str, text: Option<String>) -> Result<bool, JsValue> {
    with_session(handle, |session, _| session.explain(finding, text.as_deref()))
}

#[wasm_bindgen]
pub fn answer(handle: usize) -> Result<JsValue, JsValue> {
    answered(&with_session(handle, |session, _| session.answer())?)
}

/// What is broken, for the module that searches for repairs.
#[wasm_bindgen]
pub fn problems(handle: usize) -> Result<Vec<i32>, JsValue> {
    with_session(handle, |session, _| repair::asked(session))
}

/// What that module has to ask about what it found.
///
/// # Panics
/// It asks for cells that are none: `use` in `pkg/face.js` sees to it that the two modules are of one build.
#[wasm_bindgen(js_name = lookedUp)]
pub fn looked_up(handle: usize, solved: &[i32]) -> Result<Vec<i32>, JsValue> {
    with_session(handle, |session, _| repair::looked_up(session, solved).expect("it asks for cells of the form"))
}

/// The ids of all cells, by index, a line each: one text crosses the border faster than hundreds, and this is part of
/// every start.
#[wasm_bindgen(js_name = cellIds)]
pub fn cell_ids() -> String {
    CELLS.iter().map(|cell| cell.id).collect::<Vec<_>>().join("\n")
}

/// Rule and place of all relations, by index, a line each.
#[wasm_bindgen(js_name = relationNames)]
pub fn relation_names() -> String {
    BOOK.instances.iter().map(|instance| [BOOK.rule(instance).id, "@", instance.at].concat()).collect::<Vec<_>>().join("\n")
}

/// The names of the states, in the order of the numbers in the buffer.
#[wasm_bindgen(js_name = stateNames)]
pub fn state_names() -> Result<JsValue, JsValue> {
    let all = [Outcome::Holds, Outcome::Broken, Outcome::Open, Outcome::NotAssessed];
    plain(&all.map(Outcome::name))
}

#[wasm_bindgen]
pub fn form(year: f64) -> Result<JsValue, JsValue> {
    let whole = year as i64;
    match form::face(whole).filter(|_| whole as f64 == year) {
        Some(form) => plain(&form),
        None => Ok(JsValue::NULL),
    }
}

#[wasm_bindgen]
pub fn years() -> Result<JsValue, JsValue> {
    plain(&form::years().collect::<Vec<_>>())
}

#[wasm_bindgen]
pub fn rules(english: bool) -> Result<JsValue, JsValue> {
    plain(&rules::book_face(language(english)))
}
