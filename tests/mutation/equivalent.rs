//! Mutants that say the same as the rule, so that no example could tell them apart.

/// Rule (`*`: any), what was changed, and why it makes no difference. Figures below 0 are left out of account: in a
/// cell that is no signed count they are an error by themselves.
pub const EQUIVALENT: &[(&str, &str, &str)] = &[
    // Years in which the rule cannot speak anyway.
    ("*", "since 2018", "there is no form before 2019, so the rule is never asked of 2018"),
    ("year-without-form", "since 2020", "it is about years without a form, and such a year has no rules in force either"),
    ("year-without-form", "since 2021", "as above"),
    ("year-unconfirmed", "since 2019", "only years after the last confirmed one (2025) raise it"),
    ("year-unconfirmed", "since 2021", "as above"),
    ("year-unconfirmed", "since 2025", "as above"),
    ("previous-of-other-body", "since 2019", "the year before 2019 has no form, so no report of it is compared"),
    ("procurement-unit-missing", "until 2021", "the cell is in the 2019 layout only, which is judged as of 2020 at the latest"),
    ("procurement-unit-missing", "until dropped", "as above"),
    // A sum of counts is at most 0 only where it is 0.
    ("requests-column-without-requests", "relation turned to <=", "what is not below 0 is at most 0 only where it is 0"),
    ("requests-column-without-requests", "when requests.received.{column} + requests.carried_in.{column} = 0: turned to <=", "as above"),
    ("disputes-without-requests", "relation turned to <=", "as above"),
    ("disputes-without-requests", "when requests.received.<applicant> + requests.carried_in.<applicant> = 0: turned to <=", "as above"),
    (
        "disputes-without-requests",
        "when previous.requests.received.<applicant> + previous.requests.carried_in.<applicant> = 0: turned to <=",
        "as above",
    ),
    ("disclosure-regulations-without-power", "relation turned to <=", "as above"),
    ("disclosure-decisions-without-items", "relation turned to <=", "as above"),
    ("disclosure-decisions-without-items", "when disclosure.{row}.items_last_year = 0: turned to <=", "as above"),
    ("procurement-amount-without-projects", "relation turned to <=", "as above"),
    ("procurement-amount-without-projects", "when disclosure.procurement.projects = 0: turned to <=", "as above"),
    ("procurement-projects-without-amount", "relation turned to <=", "as above"),
    ("procurement-projects-without-amount", "when disclosure.procurement.amount = 0: turned to <=", "as above"),
    // A single figure, or a single sum, is 0 with any factor.
    ("disclosure-regulations-without-power", "left: -1 * {cell} for 1", "a single figure is 0 with any factor"),
    ("disclosure-regulations-without-power", "left: 2 * {cell} for 1", "as above"),
    ("disclosure-decisions-without-items", "left: -1 * disclosure.{row}.decisions for 1", "as above"),
    ("disclosure-decisions-without-items", "left: 2 * disclosure.{row}.decisions for 1", "as above"),
    ("requests-column-without-requests", "left: -1 * requests.<outcome>.{column} for 1", "a single sum is 0 with any factor"),
    ("requests-column-without-requests", "left: 2 * requests.<outcome>.{column} for 1", "as above"),
    (
        "disclosure-decisions-without-items",
        "when disclosure.{row}.items_last_year = 0: -1 * disclosure.{row}.items_last_year for 1",
        "as above",
    ),
    (
        "disclosure-decisions-without-items",
        "when disclosure.{row}.items_last_year = 0: 2 * disclosure.{row}.items_last_year for 1",
        "as above",
    ),
    ("disclosure-decisions-without-items", "when disclosure.{row}.items_change = 0: -1 * disclosure.{row}.items_change for 1", "as above"),
    ("disclosure-decisions-without-items", "when disclosure.{row}.items_change = 0: 2 * disclosure.{row}.items_change for 1", "as above"),
    ("procurement-amount-without-projects", "left: -1 * disclosure.procurement.amount for 1", "as above"),
    ("procurement-amount-without-projects", "left: 2 * disclosure.procurement.amount for 1", "as above"),
    (
        "procurement-amount-without-projects",
        "when disclosure.procurement.projects = 0: -1 * disclosure.procurement.projects for 1",
        "as above",
    ),
    (
        "procurement-amount-without-projects",
        "when disclosure.procurement.projects = 0: 2 * disclosure.procurement.projects for 1",
        "as above",
    ),
    ("procurement-projects-without-amount", "left: -1 * disclosure.procurement.projects for 1", "as above"),
    ("procurement-projects-without-amount", "left: 2 * disclosure.procurement.projects for 1", "as above"),
    ("procurement-projects-without-amount", "when disclosure.procurement.amount = 0: -1 * disclosure.procurement.amount for 1", "as above"),
    ("procurement-projects-without-amount", "when disclosure.procurement.amount = 0: 2 * disclosure.procurement.amount for 1", "as above"),
    ("disputes-without-requests", "left: -1 * disputes.<group>.total for 1", "as above"),
    ("disputes-without-requests", "left: 2 * disputes.<group>.total for 1", "as above"),
    // Two counts are 0 together however often each is counted.
    (
        "requests-column-without-requests",
        "when requests.received.{column} + requests.carried_in.{column} = 0: 2 * requests.received.{column} for 1",
        "two counts are 0 together however often each is counted",
    ),
    (
        "requests-column-without-requests",
        "when requests.received.{column} + requests.carried_in.{column} = 0: 2 * requests.carried_in.{column} for 1",
        "as above",
    ),
    (
        "disputes-without-requests",
        "when requests.received.<applicant> + requests.carried_in.<applicant> = 0: 2 * requests.received.<applicant> for 1",
        "as above",
    ),
    (
        "disputes-without-requests",
        "when requests.received.<applicant> + requests.carried_in.<applicant> = 0: 2 * requests.carried_in.<applicant> for 1",
        "as above",
    ),
    (
        "disputes-without-requests",
        "when previous.requests.received.<applicant> + previous.requests.carried_in.<applicant> = 0: 2 * previous.requests.received.<applicant> for 1",
        "as above",
    ),
    (
        "disputes-without-requests",
        "when previous.requests.received.<applicant> + previous.requests.carried_in.<applicant> = 0: 2 * previous.requests.carried_in.<applicant> for 1",
        "as above",
    ),
];
