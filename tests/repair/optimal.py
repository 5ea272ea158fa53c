"""Are the cheapest repairs the cheapest there are, and does every repair mend what it says?

    optimal.py [--cases 3000] [--seed 1] [--sets 8] [--disagreements FOLDER]

Consistent real reports with one to four errors of every kind, and every broken real report. The program prints the
problems it solves; the solver finds their least cost and their cheapest sets by another method, and the problems
themselves are held against the relations as form.py writes them down and against weights.toml."""

import argparse
import datetime
import json
import random
import sys
import tomllib
from collections import Counter
from pathlib import Path

import damage
import form
import reports
import slips
import solver

WEIGHTS = tomllib.loads((reports.PROJECT / "src/repair/data/weights.toml").read_text(encoding="utf-8"))["weight"]


def cases(count, seed):
    """Real broken reports with blanks as zeros and as missing, then about as many damaged ones as asked for."""
    real = reports.all_reports()
    for name, report in real.items():
        if not form.is_sound(report):
            for blank in ("zero", "missing"):
                yield {"name": name, "errors": 0, "kinds": ["real"], "report": report, "previous": None, "blank": blank}
    sound = {name: report for name, report in real.items() if form.is_sound(report)}
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        name = chance.choice(sorted(sound))
        # Every fifth as people err: there the list is full of slips, and the cheapest must be told all the same.
        errors = (1, 2, 3, 4, 0)[number % 5]
        if errors:
            report, kinds = damage.damaged(sound[name], errors, chance)
        else:
            kinds = chance.sample(sorted(slips.KINDS), chance.choice([1, 1, 2, 3]))
            report = slips.injected(sound[name], reports.previous_of(name, real), kinds, chance)
            if report is None:
                continue
        previous = reports.previous_of(name, real) if chance.random() < 0.3 else None
        blank = chance.choice(["zero", "missing"])
        yield {"name": name, "errors": errors, "kinds": kinds, "report": report, "previous": previous, "blank": blank}


def is_total(cell):
    parts = cell.split(".")
    return parts[0] != "disclosure" and (parts[-1] == "total" or parts[-2] == "results_total")


def expected_weight(figure, case):
    """The weight of a figure by the table in weights.toml."""
    written = case["report"]["cells"].get(figure["cell"])
    value = form.number(written)
    is_blank = value == 0 and not any(character.isdigit() for character in str(written if written is not None else ""))
    if is_blank and case["blank"] == "missing":
        return 0
    negative = value is not None and value < 0 and not form.is_signed(figure["cell"])
    holds = "unreadable" if value is None or negative else "blank" if is_blank else "zero" if value == 0 else "figure"
    places = ("total", "any") if is_total(figure["cell"]) else ("any",)
    return next(line["weight"] for line in WEIGHTS if line["place"] in places and line["holds"] in (holds, "any"))


def faults_of_problems(case, problems):
    """Are these the relations of the form over what the cells hold, with the weights of the table?"""
    relations = form.relations(case["report"])
    inequalities = form.inequalities(case["report"])
    sums = {frozenset(terms): key for key, terms in {**relations, **inequalities}.items()}
    told = set()
    for problem in problems:
        cells = [figure["cell"] for figure in problem["figures"]]
        for equation in problem["equations"]:
            terms = [(cells[at], by) for at, by in equation["terms"] if cells[at]]
            key = sums.get(frozenset(terms)) or sums.get(frozenset((cell, -by) for cell, by in terms))
            if key is None or equation["constant"] != 0:
                yield f"no relation of the form: {terms} = {equation['constant']}"
            elif (key in inequalities) != (len(terms) < len(equation["terms"])):
                yield f"{key} has the wrong kind"
            told.add(key)
        touched = {key for key, terms in {**relations, **inequalities}.items() if any(cell in cells for cell, _ in terms)}
        if touched - told:
            yield f"left out: {sorted(touched - told)}"
        for figure in problem["figures"]:
            if figure["cell"] and figure["weight"] != expected_weight(figure, case):
                yield f"{figure['cell']} weighs {figure['weight']}, by the table {expected_weight(figure, case)}"
    blanks = {cell for cell, value in case["report"]["cells"].items() if value is None or str(value).strip() in ("", "/")}
    blanks |= set(form.figures(case["report"])) - set(case["report"]["cells"])
    decided = lambda key: case["blank"] == "zero" or not any(cell in blanks for cell, _ in relations[key])
    missing = {key for key in form.broken(case["report"]) if decided(key)} - told
    if missing:
        yield f"broken and in no problem: {sorted(missing)}"


def faults_of_repair(problems, repair, case):
    """Does a repair mend everything, and cost what its changes weigh?"""
    to = {change["cell"]: change["to"] for change in repair["changes"]}
    if len(to) != len(repair["changes"]):
        yield "a cell changes twice"
    weights, known = 0, set()
    for problem in problems:
        at = {figure["cell"]: number for number, figure in enumerate(problem.figures) if figure["cell"]}
        known |= set(at)
        mine = {at[cell]: value for cell, value in to.items() if cell in at}
        weights += sum(problem.figures[number]["weight"] for number in mine)
        left = [problem.figures[number]["cell"] for number in problem.forced if number not in mine]
        if left:
            yield f"left as no value: {left}"
        still = [problem.figures[number]["cell"] for number, value in mine.items() if value == problem.figures[number]["value"]]
        if any(problem.figures[at[cell]]["freedom"] == "kept" for cell in still):
            yield f"changed to what stood there: {still}"
        given = {number: value for number, value in mine.items() if value is not None}
        free = problem.always_free | set(mine)
        if problem.satisfied(free, given)[0] is None:
            yield "an error is left standing"
        for change in repair["changes"]:
            if change["to"] is None and change["cell"] in at:
                yield from faults_of_range(problem, free, given, at[change["cell"]], change)
    if weights != repair["cost"]:
        yield f"cost {repair['cost']}, its changes weigh {weights}"
    if set(to) - known:
        yield f"changes cells that stand in no problem: {sorted(set(to) - known)}"
    # The same without the program's equations.
    if case["blank"] == "zero" and None not in to.values():
        after = {**case["report"], "cells": {**case["report"]["cells"], **to}}
        if not form.is_sound(after):
            yield f"still broken: {sorted(form.broken(after)) or 'a figure that is no count'}"


def faults_of_range(problem, free, given, number, change):
    """Both ends of a range can be reached, and nothing beyond them can."""
    if change.get("range") is None:
        yield f"{change['cell']} has neither value nor range"
        return
    least, most = change["range"]
    can_be = lambda value: problem.satisfied(free, {**given, number: value})[0] is not None
    for end, beyond in ((least, -1), (most, 1)):
        if end is None:
            continue
        if not can_be(end):
            yield f"{change['cell']} cannot be {end}"
        if end + beyond >= problem.least(number) and can_be(end + beyond):
            yield f"{change['cell']} can be {end + beyond}, the range says {least} to {most}"


def faults_of_case(case, told, sets, direct):
    """Everything wrong with what the program says of a case; Unsure where the solver cannot tell."""
    answer = told["answer"]
    faults = list(faults_of_problems(case, told["problems"]))
    problems = [solver.Problem(problem) for problem in told["problems"]]
    listed = answer["repairs"]
    if not problems:
        return faults + (["repairs of nothing"] if listed else [])
    complete = answer["repairsComplete"]
    solved = [problem.optimum(sets if complete else 1) for problem in problems]
    for problem, (cost, _, _) in zip(problems, solved, strict=True):
        other = problem.optimum_direct() if direct else None
        if other is not None and other != cost:
            raise solver.Unsure(f"{cost} by cuts, {other} by the model with M")
    least = sum(cost for cost, _, _ in solved)
    if not listed:
        if complete:
            faults.append("no repair, and yet complete")
        return faults
    cheapest = min(repair["cost"] for repair in listed)
    if cheapest < least or (cheapest > least and complete):
        faults.append(f"the cheapest repair costs {cheapest}, the optimum is {least}")
    changes = [json.dumps(sorted(repair["changes"], key=lambda change: change["cell"])) for repair in listed]
    if len(set(changes)) < len(changes):
        faults.append("two repairs are equal")
    for number, repair in enumerate(listed):
        faults += [f"repair {number + 1}: {fault}" for fault in faults_of_repair(problems, repair, case)]
    if len(problems) == 1 and complete and not answer["moreRepairs"]:
        problem = problems[0]
        forced = {problem.figures[at]["cell"] for at in problem.forced}
        told_sets = {frozenset(change["cell"] for change in repair["changes"]) - forced for repair in listed}
        for optimal in solved[0][1]:
            if frozenset(problem.figures[at]["cell"] for at in optimal) not in told_sets:
                faults.append(f"as cheap and not told: {sorted(problem.figures[at]['cell'] for at in optimal)}")
    return faults


def write_slowest(folder, all_cases, told):
    """The twenty cases that took longest, each a file that the program reads as it stands."""
    folder.mkdir(parents=True, exist_ok=True)
    slowest = sorted(zip(all_cases, told, strict=True), key=lambda pair: -pair[1]["microseconds"])[:20]
    for case, one in slowest:
        name = f"{one['microseconds']:08}-{case['name']}-{case['errors']}.json"
        (folder / name).write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--cases", type=int, default=3000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--sets", type=int, default=8, help="cheapest sets to enumerate")
    arguments.add_argument("--direct", type=int, default=20, help="every which case to solve with M as well (0: none)")
    arguments.add_argument("--write", action="store_true", help="put what came out into README.md")
    arguments.add_argument("--slow", type=Path, help="folder for the slowest cases")
    arguments.add_argument("--disagreements", type=Path, help="folder for the cases that disagree")
    options = arguments.parse_args()
    all_cases = list(cases(options.cases, options.seed))
    inputs = [{key: case[key] for key in ("report", "previous", "blank")} for case in all_cases]
    told = reports.repaired(inputs)
    counts = Counter()
    for number, (case, one) in enumerate(zip(all_cases, told, strict=True)):
        counts["cases"] += 1
        counts["without problem"] += not one["problems"]
        counts["cut short"] += not one["answer"]["repairsComplete"]
        counts["cut short without any repair"] += not one["answer"]["repairsComplete"] and not one["answer"]["repairs"]
        try:
            faults = faults_of_case(case, one, options.sets, options.direct and number % options.direct == 0)
        except solver.Unsure as unsure:
            counts["solver unsure"] += 1
            print(f"case {number} ({case['name']}): the solver cannot tell: {unsure}")
            continue
        if not faults:
            continue
        counts["disagreements"] += 1
        if counts["disagreements"] <= 20:
            print(f"case {number} ({case['name']}, {case['blank']}, {'+'.join(case['kinds'])}):")
            for fault in faults[:4]:
                print(f"    {fault}")
        if options.disagreements:
            options.disagreements.mkdir(parents=True, exist_ok=True)
            text = json.dumps({**case, "faults": faults, "answer": one["answer"]}, ensure_ascii=False, indent=1)
            (options.disagreements / f"{number}.json").write_text(text, encoding="utf-8")
    names = ("cases", "without problem", "cut short", "cut short without any repair", "solver unsure", "disagreements")
    told_counts = "; ".join(f"{name}: {counts[name]}" for name in names)
    times = {}
    for case, one in zip(all_cases, told, strict=True):
        if case["errors"]:
            times.setdefault(case["errors"], []).append((one["microseconds"], one["answer"]["repairsComplete"]))
    quick = reports.speed(times)
    print(told_counts, quick, sep="\n\n")
    if options.slow:
        write_slowest(options.slow, all_cases, told)
    if options.write:
        counted = f"{told_counts}; seed {options.seed}, {datetime.date.today().isoformat()}."
        reports.write_readme({"optimality": counted, "speed with errors": quick})
    checked = counts["cases"] - counts["without problem"] - counts["cut short"] - counts["solver unsure"]
    if checked < 0.8 * counts["cases"]:
        sys.exit(f"only {checked} cases could be compared")
    if counts["disagreements"]:
        sys.exit(1)


if __name__ == "__main__":
    main()
