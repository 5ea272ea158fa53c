//! Reports whose tables are in the layout of other years, which bodies do file: each table is judged by what it is.

use gouji::check::{Options, Outcome, Session, check};
use gouji::report::Report;
use serde_json::{Value, json};

fn report(report: Value) -> Report {
    Report::from_json(&report.to_string()).unwrap()
}

fn raises(of: Value, rule: &str) -> bool {
    check(&report(of), None, &Options::default()).findings.iter().any(|finding| finding.rule == rule)
}

/// The state of a relation to last year; `None` where it is not in force.
fn state(this: Value, last: Value, rule: &str, at: &str) -> Option<Outcome> {
    let session = Session::open(report(this), Some(&report(last)), Options::default());
    session.relations().into_iter().find(|relation| relation.rule == rule && relation.at == at).map(|relation| relation.state)
}

#[test]
fn an_old_table_in_a_later_year_is_judged_by_the_rules_of_its_last_year() {
    for year in [2021, 2022, 2025] {
        let of = |layout: u16| json!({"year": year, "layouts": {"disclosure": layout}, "cells": {"disclosure.procurement.amount": "25.1"}});
        // In force until 2020.
        assert!(raises(of(2019), "procurement-unit-missing"), "{year}");
        assert!(!raises(of(2021), "procurement-unit-missing"), "{year}: the cell is in another layout");
    }
}

#[test]
fn a_new_table_in_an_earlier_year_is_judged_by_the_rules_of_its_first_year() {
    let this = json!({"year": 2020, "layouts": {"disclosure": 2021}, "cells": {}});
    let last = json!({"year": 2019, "layouts": {"disclosure": 2021}, "cells": {}});
    // In force since 2022: from the second year of its layout on.
    assert_eq!(state(this, last, "disclosure-in-force-roll-forward", "regulations"), None);
}

#[test]
fn last_year_counts_where_its_table_has_the_same_figures() {
    let this = json!({"year": 2022, "cells": {}});
    let in_force = |last: Value| state(this.clone(), last, "disclosure-in-force-roll-forward", "regulations");
    assert_eq!(in_force(json!({"year": 2021, "cells": {}})), Some(Outcome::Open));
    assert_eq!(in_force(json!({"year": 2021, "layouts": {"disclosure": 2019}, "cells": {}})), Some(Outcome::NotAssessed));
    // The layout of another table makes no difference.
    assert_eq!(in_force(json!({"year": 2021, "layouts": {"requests": 2019}, "cells": {}})), Some(Outcome::Open));
    assert_eq!(in_force(json!({"year": 2020, "cells": {}})), Some(Outcome::NotAssessed), "not last year's");

    let this = json!({"year": 2020, "cells": {}});
    let items = |last: Value| state(this.clone(), last, "disclosure-items-roll-forward", "licensing");
    assert_eq!(items(json!({"year": 2019, "cells": {}})), Some(Outcome::Open));
    assert_eq!(items(json!({"year": 2019, "layouts": {"requests": 2021}, "cells": {}})), Some(Outcome::Open));
    assert_eq!(items(json!({"year": 2019, "layouts": {"disclosure": 2021}, "cells": {}})), Some(Outcome::NotAssessed));
}
