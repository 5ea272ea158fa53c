//! Problems, what the search found about them, and what the words of it need, as plain numbers: so they go between the
//! WebAssembly module that checks and the one that searches. What was written is read as the same; other numbers are refused, never taken for something.

use super::explain::{Explained, Explanation, Part};
use super::localise::Change;
use super::outlook::{Called, Inquiry, Mended, Outlook};
use super::problem::{Equation, Figure, Freedom, Problem};
use super::slips::Slip;
use crate::answer::Written;

pub fn written<T: Numbers>(value: &T) -> Vec<i32> {
    let mut out = Vec::new();
    value.write(&mut out);
    out
}

/// `None`: the numbers are no such value, or more than one.
pub fn read<T: Numbers>(mut numbers: &[i32]) -> Option<T> {
    T::read(&mut numbers).filter(|_| numbers.is_empty())
}

pub trait Numbers: Sized {
    fn write(&self, out: &mut Vec<i32>);

    /// Takes what it reads from the front.
    fn read(from: &mut &[i32]) -> Option<Self>;
}

impl Numbers for i32 {
    fn write(&self, out: &mut Vec<i32>) {
        out.push(*self);
    }

    fn read(from: &mut &[i32]) -> Option<i32> {
        let (first, rest) = from.split_first()?;
        *from = rest;
        Some(*first)
    }
}

impl Numbers for u32 {
    fn write(&self, out: &mut Vec<i32>) {
        out.push(*self as i32);
    }

    fn read(from: &mut &[i32]) -> Option<u32> {
        i32::read(from).map(|number| number as u32)
    }
}

/// The upper half first.
impl Numbers for i64 {
    fn write(&self, out: &mut Vec<i32>) {
        out.extend([(*self >> 32) as i32, *self as i32]);
    }

    fn read(from: &mut &[i32]) -> Option<i64> {
        let (upper, lower) = (i32::read(from)?, u32::read(from)?);
        Some(i64::from(upper) << 32 | i64::from(lower))
    }
}

/// What fits into one number.
macro_rules! small {
    ($($kind:ty: $to:expr, $from:expr;)+) => {$(
        impl Numbers for $kind {
            fn write(&self, out: &mut Vec<i32>) {
                out.push($to(*self));
            }

            fn read(from: &mut &[i32]) -> Option<$kind> {
                $from(i32::read(from)?)
            }
        }
    )+};
}

small! {
    u8: i32::from, |number: i32| u8::try_from(number).ok();
    i8: i32::from, |number: i32| i8::try_from(number).ok();
    u16: i32::from, |number: i32| u16::try_from(number).ok();
    bool: i32::from, |number: i32| [false, true].get(number as usize).copied();
    Freedom: |freedom| freedom as i32, |number: i32| [Freedom::Kept, Freedom::Forced, Freedom::Open].get(number as usize).copied();
    Slip: |slip| slip as i32, |number: i32| Slip::numbered(number as usize);
}

/// Whether there is one, and it.
impl<T: Numbers> Numbers for Option<T> {
    fn write(&self, out: &mut Vec<i32>) {
        self.is_some().write(out);
        self.iter().for_each(|value| value.write(out));
    }

    fn read(from: &mut &[i32]) -> Option<Option<T>> {
        if bool::read(from)? { T::read(from).map(Some) } else { Some(None) }
    }
}

/// How many, and each of them.
impl<T: Numbers> Numbers for Vec<T> {
    fn write(&self, out: &mut Vec<i32>) {
        (self.len() as u32).write(out);
        self.iter().for_each(|value| value.write(out));
    }

    fn read(from: &mut &[i32]) -> Option<Vec<T>> {
        // A count that is none ends where the numbers end.
        (0..u32::read(from)?).map(|_| T::read(from)).collect()
    }
}

/// Its characters.
impl Numbers for String {
    fn write(&self, out: &mut Vec<i32>) {
        (self.chars().count() as u32).write(out);
        out.extend(self.chars().map(|character| character as i32));
    }

    fn read(from: &mut &[i32]) -> Option<String> {
        (0..u32::read(from)?).map(|_| char::from_u32(u32::read(from)?)).collect()
    }
}

/// The figure, or the text where there is none; neither: blank.
impl Numbers for Written {
    fn write(&self, out: &mut Vec<i32>) {
        let figure = if let Written::Figure(figure) = self { Some(*figure) } else { None };
        let text = if let Written::Text(text) = self { Some(text.clone()) } else { None };
        (figure, text).write(out);
    }

    fn read(from: &mut &[i32]) -> Option<Written> {
        match Numbers::read(from)? {
            (Some(figure), None) => Some(Written::Figure(figure)),
            (None, Some(text)) => Some(Written::Text(text)),
            (None, None) => Some(Written::Blank),
            (Some(_), Some(_)) => None,
        }
    }
}

impl<One: Numbers, Other: Numbers> Numbers for (One, Other) {
    fn write(&self, out: &mut Vec<i32>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut &[i32]) -> Option<(One, Other)> {
        Some((One::read(from)?, Other::read(from)?))
    }
}

/// Field after field.
macro_rules! fields {
    ($($kind:ident { $($field:ident),+ })+) => {$(
        impl Numbers for $kind {
            fn write(&self, out: &mut Vec<i32>) {
                let $kind { $($field),+ } = self;
                $($field.write(out);)+
            }

            fn read(from: &mut &[i32]) -> Option<$kind> {
                Some($kind { $($field: Numbers::read(from)?),+ })
            }
        }
    )+};
}

fields! {
    Figure { cell, value, freedom, place, last, signed, weight }
    Equation { instance, rule, is_row, terms, constant, total }
    Change { figure, least, most }
    Part { slip, subject, other, changes }
    Explanation { parts, points, cost }
    Explained { explanations, complete, more }
    Inquiry { plans, cells }
    Called { cell, id, name, short, row, column, holds, text }
    Mended { findings, relations, equations }
    Outlook { cells, mended }
}

/// The rest of it follows from these.
impl Numbers for Problem {
    fn write(&self, out: &mut Vec<i32>) {
        self.figures.write(out);
        self.equations.write(out);
    }

    fn read(from: &mut &[i32]) -> Option<Problem> {
        let (figures, equations) = <(Vec<Figure>, Vec<Equation>)>::read(from)?;
        let has = |figure: u16| usize::from(figure) < figures.len();
        let is_whole = |equation: &Equation| equation.terms.iter().all(|term| has(term.0)) && equation.total.is_none_or(has);
        equations.iter().all(is_whole).then(|| Problem::new(figures, equations))
    }
}

impl Explained {
    /// Every figure it speaks of is one of the problem's.
    pub fn is_about(&self, problem: &Problem) -> bool {
        let has = |figure: u16| usize::from(figure) < problem.figures.len();
        let mut parts = self.explanations.iter().flat_map(|explanation| &explanation.parts);
        parts.all(|part| has(part.subject) && part.other.is_none_or(has) && part.changes.iter().all(|change| has(change.figure)))
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::super::{asked, explain, inquired, looked_up, outlook, put_into_words, repairs, solve};
    use super::{Explained, Inquiry, Numbers, Outlook, Problem, read, written};
    use crate::answer::Repairs;
    use crate::check::{Blank, Options, Session};
    use crate::form::{CELL_COUNT, CellIndex};
    use crate::report::Report;
    use crate::rules::Language;
    use proptest::prelude::*;

    /// What is typed into a cell.
    #[derive(Clone, Debug)]
    enum Typed {
        Figure(i64),
        Text(&'static str),
    }

    fn typed() -> impl Strategy<Value = Typed> {
        prop_oneof![
            8 => (0..40i64).prop_map(Typed::Figure),
            2 => (-9..100_000i64).prop_map(Typed::Figure),
            1 => prop_oneof![Just(1i64 << 53), Just(-(1 << 53)), Just((1 << 53) - 1), Just(i64::from(u32::MAX))].prop_map(Typed::Figure),
            1 => prop_oneof![Just("?"), Just(""), Just("-3"), Just("12.5")].prop_map(Typed::Text),
        ]
    }

    fn report(year: i64, typed: &[(usize, Typed)]) -> Report {
        let mut report = Report::from_json(&format!("{{\"year\": {year}, \"cells\": {{}}}}")).expect("this is JSON");
        for (cell, typed) in typed {
            match typed {
                Typed::Figure(figure) => report.set_integer(*cell as CellIndex, *figure),
                Typed::Text(text) => report.set_text(*cell as CellIndex, text),
            }
        }
        report
    }

    type Cells = Vec<(usize, Typed)>;

    /// What stands in a report, and in last year's where there is one.
    fn filed() -> impl Strategy<Value = (Cells, Option<Cells>)> {
        let cells = || proptest::collection::vec((0..CELL_COUNT, typed()), 0..12);
        (cells(), proptest::option::of(cells()))
    }

    /// As the two modules talk, about what one form has broken and another one looks up.
    fn by_numbers(broken: &Session, looks_up: &Session, solved: &[i32]) -> Option<Repairs> {
        put_into_words(&asked(broken), solved, &looked_up(looks_up, solved)?, Language::Chinese)
    }

    fn again<T: Numbers>(value: &T) -> T {
        read(&written(value)).expect("what was written can be read")
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn what_was_written_is_read_as_the_same_and_solved_alike((now, before) in filed(), year in 2019..2026i64, zero in any::<bool>()) {
            let previous = before.map(|cells| report(year - 1, &cells));
            let blank = if zero { Blank::Zero } else { Blank::Missing };
            let session = Session::open(report(year, &now), previous.as_ref(), Options { blank, ..Options::default() });
            let problems = Problem::broken(&session.assessment);
            for problem in problems.iter() {
                let same: Problem = again(problem);
                prop_assert_eq!(&same, problem);
                let explained = explain(problem);
                prop_assert_eq!(&explain(&same), &explained);
                prop_assert_eq!(again(&explained), explained);
            }
            let inquiry = inquired(&problems, &problems.iter().map(explain).collect::<Vec<_>>());
            prop_assert_eq!(&again(&inquiry), &inquiry);
            let outlook = outlook(&session.assessment, &inquiry).expect("these are cells");
            prop_assert_eq!(&again(&outlook), &outlook);
            let solved = solve(&asked(&session)).expect("these are problems");
            prop_assert_eq!(by_numbers(&session, &session, &solved), Some(repairs(&session)));
        }

        #[test]
        fn any_numbers_are_refused_or_taken(numbers in proptest::collection::vec(prop_oneof![Just(0), Just(1), 0..9i32, any::<i32>()], 0..60)) {
            if let Some(problems) = read::<Vec<Problem>>(&numbers) {
                prop_assert_eq!(again(&problems), problems);
            }
            if let Some(explained) = read::<Vec<Explained>>(&numbers) {
                prop_assert_eq!(again(&explained), explained);
            }
            if let Some(inquiry) = read::<Inquiry>(&numbers) {
                prop_assert_eq!(again(&inquiry), inquiry);
            }
            if let Some(outlook) = read::<Outlook>(&numbers) {
                prop_assert_eq!(again(&outlook), outlook);
            }
            let session = Session::open(report(2024, &[]), None, Options::default());
            prop_assert_eq!(by_numbers(&session, &session, &numbers).is_some(), numbers == solve(&asked(&session)).expect("no problems"));
        }
    }

    #[test]
    fn whole_numbers_of_any_size_survive() {
        for number in [0, 1, -1, 1 << 31, -(1 << 31), (1 << 32) - 1, 1 << 53, -(1 << 53), i64::MAX, i64::MIN] {
            assert_eq!(again(&number), number);
        }
    }

    #[test]
    fn numbers_of_other_problems_are_refused() {
        let broken = |to: i64| {
            let upheld = crate::form::cell("disputes.reconsideration.upheld").expect("a cell");
            let report = report(2024, &[(usize::from(upheld), Typed::Figure(to))]);
            Session::open(report, None, Options { blank: Blank::Zero, ..Options::default() })
        };
        let (one, none) = (broken(3), broken(0));
        let solved = solve(&asked(&one)).expect("these are problems");
        assert!(by_numbers(&one, &one, &solved).is_some_and(|repairs| !repairs.repairs.is_empty()));
        assert_eq!(by_numbers(&none, &one, &solved), None);
        assert_eq!(by_numbers(&one, &one, &[]), None);
        assert_eq!(by_numbers(&one, &one, &solved[..solved.len() - 1]), None);
        assert_eq!(by_numbers(&one, &one, &[solved.as_slice(), &[0]].concat()), None);
        // A figure that the problem does not have, and a cell that the form does not have.
        let (inquiry, mut explained): (Inquiry, Vec<Explained>) = read(&solved).expect("what was found");
        explained[0].explanations[0].parts[0].subject = Problem::broken(&one.assessment)[0].figures.len() as u16;
        assert_eq!(by_numbers(&one, &one, &written(&(inquiry, explained))), None);
        assert_eq!(looked_up(&one, &written(&Inquiry { plans: Vec::new(), cells: vec![u8::MAX] })), None);
        assert_eq!(solve(&[1, 2, 3]), None);
    }
}
