"""The form and its hard relations, written down once more: what the program says is held against this, so that
nothing here is taken from it. Cells are named as everywhere: table.row.column."""

import re
import unicodedata

APPLICANTS = ["natural", "business", "research", "charity", "legal_service", "other"]
COLUMNS = APPLICANTS + ["total"]
RESULTS_BEFORE_OTHER = [
    "granted",
    "granted_in_part",
    "refused.state_secret",
    "refused.law_forbids",
    "refused.security_stability",
    "refused.third_party",
    "refused.internal_affairs",
    "refused.process_information",
    "refused.enforcement_files",
    "refused.administrative_inquiry",
    "unable.not_held",
    "unable.needs_creation",
    "unable.still_unclear",
    "not_processed.petition",
    "not_processed.repeat",
    "not_processed.publication",
    "not_processed.excessive",
    "not_processed.reconfirm",
]
OTHER_RESULTS = {2019: ["other"], 2021: ["other.not_corrected", "other.fee_unpaid", "other.remaining"]}
DISPUTES = ["reconsideration", "litigation_direct", "litigation_after"]
DISPUTE_RESULTS = ["upheld", "corrected", "other", "pending"]
ITEMS = ["licensing", "other_services", "penalties", "coercion", "fees"]


def layout(report, table):
    """2019 or 2021: which form a table follows; the year decides where the report does not say."""
    return report.get("layouts", {}).get(table) or (2019 if report["year"] <= 2020 else 2021)


def results(report):
    return RESULTS_BEFORE_OTHER + OTHER_RESULTS[layout(report, "requests")]


def rows(report):
    """All rows of the requests table from top to bottom."""
    return ["received", "carried_in", *results(report), "results_total", "carried_out"]


def request(row, column):
    return f"requests.{row}.{column}"


def dispute(group, column):
    return f"disputes.{group}.{column}"


def lines(report):
    """Cells that stand side by side: every row of the requests table, every group of disputes."""
    requests = [[request(row, column) for column in COLUMNS] for row in rows(report)]
    return requests + [[dispute(group, column) for column in [*DISPUTE_RESULTS, "total"]] for group in DISPUTES]


def stacks(report):
    """Cells that stand one above the other in the requests table."""
    return [[request(row, column) for row in rows(report)] for column in COLUMNS]


def relations(report):
    """Every hard relation as its key and the cells whose sum must be 0, with their signs."""
    sums = {}
    for column in COLUMNS:
        sums[f"requests-balance@{column}"] = [
            (request("received", column), 1),
            (request("carried_in", column), 1),
            (request("results_total", column), -1),
            (request("carried_out", column), -1),
        ]
        total = (request("results_total", column), -1)
        sums[f"requests-results-total@{column}"] = [(request(row, column), 1) for row in results(report)] + [total]
    for row in rows(report):
        total = (request(row, "total"), -1)
        sums[f"requests-applicants-total@{row}"] = [(request(row, column), 1) for column in APPLICANTS] + [total]
    for group in DISPUTES:
        total = (dispute(group, "total"), -1)
        sums[f"disputes-total@{group}"] = [(dispute(group, column), 1) for column in DISPUTE_RESULTS] + [total]
    return sums


def inequalities(report):
    """Sums that must not be below 0: items of last year and their change, in the layout of 2019."""
    if layout(report, "disclosure") != 2019:
        return {}
    cells = lambda row: [(f"disclosure.{row}.items_last_year", 1), (f"disclosure.{row}.items_change", 1)]
    return {f"disclosure-items-negative@{row}": cells(row) for row in ITEMS}


def is_signed(cell):
    return cell.endswith(".items_change")


def number(written):
    """What a cell holds as a whole number: 0 where it is blank, None where it cannot be read."""
    text = unicodedata.normalize("NFKC", "" if written is None else str(written)).strip()
    if text in ("", "/", "-", "—", "无"):
        return 0
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    return int(text) if re.fullmatch(r"[+-]?\d+", text) else None


def figures(report):
    """The figures of all hard relations and inequalities, blanks as 0."""
    cells = {cell for terms in [*relations(report).values(), *inequalities(report).values()] for cell, _ in terms}
    return {cell: number(report["cells"].get(cell)) for cell in cells}


def broken(report):
    """The hard relations that the figures break, blanks counting as 0; those with unreadable figures are none."""
    values = figures(report)
    total = lambda terms: sum(values[cell] * sign for cell, sign in terms)
    readable = lambda terms: all(values[cell] is not None for cell, _ in terms)
    return {key for key, terms in relations(report).items() if readable(terms) and total(terms) != 0}


def is_sound(report):
    """Every figure a count, every relation held."""
    values = figures(report)
    domains = all(value is not None and (value >= 0 or is_signed(cell)) for cell, value in values.items())
    amounts = all(sum(values[cell] for cell, _ in terms) >= 0 for terms in inequalities(report).values()) if domains else False
    return domains and amounts and not broken(report)
