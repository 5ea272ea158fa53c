"""Slips put into consistent reports, each kind as people make it. Nothing here knows how the program looks for them;
that the two agree on what a slip is would prove nothing.

Every slip is a function (report, previous, chance) that gives the cells it changes with what they then hold, or None
where this report has no place for it. `report` is the whole report, `previous` last year's or None."""

import form


def value(report, cell):
    return form.number(report["cells"].get(cell)) or 0


def all_cells(report):
    return [cell for line in form.lines(report) for cell in line]


def pick(report, chance, fits):
    """One of the cells whose figure fits, or None."""
    cells = [cell for cell in all_cells(report) if fits(value(report, cell))]
    return chance.choice(cells) if cells else None


def neighbours(report):
    """Pairs of cells beside each other, left before right."""
    return [pair for line in form.lines(report) for pair in zip(line, line[1:])]


def of_digits(report, chance, fits, change):
    """A slip of one figure: `change` gives all ways to mistype its digits."""
    cell = pick(report, chance, fits)
    if cell is None:
        return None
    right = str(value(report, cell))
    ways = sorted({way for way in change(right) if way != right and way and (way == "0" or way[0] != "0")})
    return {cell: int(chance.choice(ways))} if ways else None


def transposed(report, previous, chance):
    swap = lambda text: [text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in range(len(text) - 1)]
    return of_digits(report, chance, lambda figure: figure >= 10, swap)


def dropped(report, previous, chance):
    drop = lambda text: [text[:at] + text[at + 1 :] for at in range(len(text))]
    return of_digits(report, chance, lambda figure: figure >= 10, drop)


def doubled(report, previous, chance):
    double = lambda text: [text[:at] + text[at] + text[at:] for at in range(len(text))]
    return of_digits(report, chance, lambda figure: figure > 0, double)


def added(report, previous, chance):
    def add(text):
        for at in range(len(text) + 1):
            for digit in "0123456789":
                is_double = digit in text[max(0, at - 1) : at + 1]
                is_zero_behind = digit == "0" and at == len(text)
                if not is_double and not is_zero_behind:
                    yield text[:at] + digit + text[at:]

    return of_digits(report, chance, lambda figure: figure > 0, add)


def zero_too_many(report, previous, chance):
    return of_digits(report, chance, lambda figure: figure > 0, lambda text: [text + "0"])


def run_together(report, previous, chance):
    pairs = [(one, other) for one, other in neighbours(report) if value(report, one) > 0 and value(report, other) > 0]
    if not pairs:
        return None
    one, other = chance.choice(pairs)
    both = int(f"{value(report, one)}{value(report, other)}")
    return chance.choice([{one: both, other: 0}, {one: 0, other: both}])


def split(report, previous, chance):
    pairs = [(one, other) for one, other in neighbours(report) if value(report, one) >= 10 and value(report, other) == 0]
    if not pairs:
        return None
    one, other = chance.choice(pairs)
    digits = str(value(report, one))
    # What begins with 0 would look like no figure.
    ways = [at for at in range(1, len(digits)) if digits[at] != "0"]
    at = chance.choice(ways) if ways else 0
    return {one: int(digits[:at]), other: int(digits[at:])} if ways else None


def exchanged(report, previous, chance):
    pairs = [pair for line in form.lines(report) + form.stacks(report) for pair in zip(line, line[1:])]
    pairs = [pair for pair in pairs if value(report, pair[0]) != value(report, pair[1])]
    if not pairs:
        return None
    one, other = chance.choice(pairs)
    return {one: value(report, other), other: value(report, one)}


def shifted(line, report, chance):
    """The figures of a line one cell further, where what falls out at the end is a 0."""
    figures = [value(report, cell) for cell in line]
    ways = []
    if figures[-1] == 0:
        ways.append([0, *figures[:-1]])
    if figures[0] == 0:
        ways.append([*figures[1:], 0])
    ways = [way for way in ways if way != figures]
    return dict(zip(line, chance.choice(ways), strict=True)) if ways else None


def row_shifted(report, previous, chance):
    lines = [line[:-1] for line in form.lines(report)]
    lines = [line for line in lines if any(value(report, cell) for cell in line)]
    return shifted(chance.choice(lines), report, chance) if lines else None


def column_shifted(report, previous, chance):
    lines = [[form.request(row, column) for row in form.results(report)] for column in form.COLUMNS]
    lines = [line for line in lines if any(value(report, cell) for cell in line)]
    return shifted(chance.choice(lines), report, chance) if lines else None


def wrong_applicant(report, previous, chance):
    lines = [line for line in form.lines(report) if line[0].startswith("requests.")]
    lines = [line for line in lines if any(value(report, cell) for cell in line[:-1])]
    if not lines:
        return None
    line = chance.choice(lines)[:-1]
    source = chance.choice([cell for cell in line if value(report, cell)])
    target = chance.choice([cell for cell in line if cell != source])
    # Mostly one request; a whole cell is `exchanged` or `shifted` in disguise.
    count = min(value(report, source), chance.choice([1, 1, 1, 2, 3]))
    return {source: value(report, source) - count, target: value(report, target) + count}


def last_year(report, previous, chance):
    if previous is None:
        return None
    cells = [cell for cell in all_cells(report) if cell in previous["cells"]]
    cells = [cell for cell in cells if value(previous, cell) not in (0, value(report, cell))]
    return {cell: value(previous, cell) for cell in [chance.choice(cells)]} if cells else None


def total_column_unfilled(report, previous, chance):
    rows = chance.choice([form.rows(report), form.results(report)])
    return {form.request(row, "total"): 0 for row in rows}


def results_total_unfilled(report, previous, chance):
    return {form.request("results_total", column): 0 for column in form.COLUMNS}


def carried_and_handled(report, previous, chance):
    columns = [column for column in form.APPLICANTS if value(report, form.request("carried_out", column))]
    if not columns:
        return None
    column = chance.choice(columns)
    rows = [row for row in form.results(report) if value(report, form.request(row, column))] or form.results(report)
    count = min(value(report, form.request("carried_out", column)), chance.choice([1, 1, 2, 5]))
    cells = [form.request(row, where) for row in (chance.choice(rows), "results_total") for where in (column, "total")]
    return {cell: value(report, cell) + count for cell in cells}


def minus_sign(report, previous, chance):
    cell = pick(report, chance, lambda figure: figure > 0)
    return {cell: -value(report, cell)} if cell else None


KINDS = {
    "digits transposed": transposed,
    "digit dropped": dropped,
    "digit doubled": doubled,
    "digit added": added,
    "a zero too many": zero_too_many,
    "two figures run together": run_together,
    "one figure split over two": split,
    "two cells exchanged": exchanged,
    "row shifted by one": row_shifted,
    "column shifted by one": column_shifted,
    "under the wrong applicant": wrong_applicant,
    "last year's figure left": last_year,
    "总计 column left at 0": total_column_unfilled,
    "（七）总计 row left at 0": results_total_unfilled,
    "carried over and handled": carried_and_handled,
    "minus sign": minus_sign,
}


def injected(report, previous, kinds, chance):
    """The report with a slip of each of these kinds, in different cells, each breaking something; or None."""
    cells = {cell: value(report, cell) for cell in all_cells(report)}
    touched = set()
    for kind in kinds:
        changes = KINDS[kind](report, previous, chance)
        changes = {cell: to for cell, to in (changes or {}).items() if to != value(report, cell)}
        alone = {**report, "cells": {**report["cells"], **changes}}
        if not changes or touched & changes.keys() or form.is_sound(alone):
            return None
        touched |= changes.keys()
        cells |= changes
    wrong = {**report, "cells": {**report["cells"], **cells}}
    return None if form.is_sound(wrong) else wrong
