"""Errors of every kind put into consistent reports, to hold the cheapest repairs against a solver: they need not look
like anything that people do."""

import form

KINDS = ["value", "near", "digit", "huge", "zero", "blank", "unreadable", "negative", "total", "swap"]
UNREADABLE = ["若干", "1.5", "3件4", "?", "12a"]


def cells_of(report):
    return sorted(form.figures(report))


def damaged(report, errors, random):
    """A copy of the report with so many errors, and their kinds."""
    cells = dict(report["cells"])
    kinds = []
    free = cells_of(report)
    random.shuffle(free)
    # Errors that share a row or a column are the hard ones, so that half of the cases look for them.
    if errors > 1 and random.random() < 0.5:
        line = random.choice(form.lines(report) + form.stacks(report))
        free.sort(key=lambda cell: cell not in line)
    for cell in free[:errors]:
        kind = random.choice(KINDS)
        if kind == "total":
            cell = random.choice([cell for cell in free if cell.endswith(".total") or "results_total" in cell])
        value = form.number(report["cells"].get(cell))
        cells[cell] = changed(kind, value, cell, cells, free, random)
        kinds.append(kind)
    return {**report, "cells": cells}, kinds


def changed(kind, value, cell, cells, free, random):
    digits = str(abs(value))
    match kind:
        case "value" | "total":
            return random.randrange(0, max(20, 2 * value))
        case "near":
            return max(0, value + random.choice([-2, -1, 1, 2, 10, 100]))
        case "digit":
            at = random.randrange(len(digits))
            return int(digits[:at] + str(random.randrange(10)) + digits[at + 1 :])
        case "huge":
            return random.randrange(100_000, 10_000_000)
        case "zero":
            return 0
        case "blank":
            return random.choice([None, "", "/"])
        case "unreadable":
            return random.choice(UNREADABLE)
        case "negative":
            return -random.choice([1, 2, value, value + 3]) or -1
        case "swap":
            other = random.choice(free)
            mine = cells.get(cell)
            taken = cells.get(other)
            cells[other] = mine
            return taken
    raise ValueError(kind)
