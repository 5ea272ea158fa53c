"""How often a repair restores what a slip changed: slips put into consistent real reports at random.

    restore.py [--cases 300] [--seed 1] [--write] [--failures FOLDER] [--least PERCENT]

`--cases` are those of each kind (of two and of three slips at once three times as many); `--write` puts the tables
into README.md; with `--least` the command fails where fewer of the identifiable cases are restored first."""

import argparse
import datetime
import json
import random
import sys
from pathlib import Path

import form
import reports
import slips

# A report of this many requests is one of a city or a large district.
LARGE = 1000
TRIES = 40


class Tally:
    def __init__(self):
        self.cases = self.first = self.three = self.identifiable = self.identifiable_first = 0

    def add(self, place, unique):
        self.cases += 1
        self.first += place == 0
        self.three += place is not None and place < 3
        self.identifiable += unique
        self.identifiable_first += unique and place == 0

    def line(self, name):
        share = lambda part, whole: f"{100 * part / whole:.1f} %" if whole else "–"
        parts = [share(part, self.cases) for part in (self.first, self.three, self.identifiable)]
        return [name, str(self.cases), *parts, share(self.identifiable_first, self.identifiable)]


def cases(count, seed):
    """Kinds of slip, the sound report, and the report with the slips; every kind over all reports in turn."""
    real = reports.all_reports()
    sound = {name: report for name, report in real.items() if form.is_sound(report)}
    names = sorted(sound)
    kinds = sorted(slips.KINDS)
    series = [(kind, lambda chance, kind=kind: [kind], count) for kind in slips.KINDS]
    series += [(f"{slip_count} slips at once", lambda chance, n=slip_count: chance.sample(kinds, n), 3 * count) for slip_count in (2, 3)]
    for label, choose, wanted in series:
        # A small report has few places for some slips: what was there already does not count twice.
        seen = set()
        for number in range(wanted):
            chance = random.Random(f"{seed}/{label}/{number}")
            for _ in range(TRIES):
                name = chance.choice(names)
                previous = reports.previous_of(name, real)
                chosen = choose(chance)
                wrong = slips.injected(sound[name], previous, chosen, chance)
                identity = json.dumps([name, wrong and wrong["cells"]], sort_keys=True)
                if wrong is not None and identity not in seen:
                    seen.add(identity)
                    # Last year's report is at hand where a slip needs it, and in half of the others.
                    given = previous if "last year's figure left" in chosen or chance.random() < 0.5 else None
                    yield {"label": label, "kinds": chosen, "name": name, "right": sound[name], "report": wrong, "previous": given}
                    break


def place_of(case, repairs):
    """Which repair restores every figure, or None."""
    right, wrong = form.figures(case["right"]), form.figures(case["report"])
    for place, repair in enumerate(repairs):
        to = {change["cell"]: change["to"] for change in repair["changes"]}
        if {**wrong, **to} == right:
            return place
    return None


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--cases", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--write", action="store_true")
    arguments.add_argument("--failures", type=Path)
    arguments.add_argument("--least", type=float)
    options = arguments.parse_args()
    all_cases = list(cases(options.cases, options.seed))
    told = reports.repaired([{"report": case["report"], "previous": case["previous"], "blank": "zero"} for case in all_cases])
    tallies, sizes, times = {}, {}, {}
    one_slip, failures = Tally(), []
    for case, one in zip(all_cases, told, strict=True):
        repairs = one["answer"]["repairs"]
        place = place_of(case, repairs)
        unique = bool(repairs) and repairs[0]["unique"]
        tallies.setdefault(case["label"], Tally()).add(place, unique)
        size = "large" if form.number(case["right"]["cells"].get("requests.received.total")) >= LARGE else "small"
        if len(case["kinds"]) == 1:
            one_slip.add(place, unique)
            sizes.setdefault(f"one slip, {size} reports", Tally()).add(place, unique)
        else:
            sizes.setdefault(f"{case['label']}, {size} reports", Tally()).add(place, unique)
        times.setdefault(len(case["kinds"]), []).append((one["microseconds"], one["answer"]["repairsComplete"]))
        if place != 0:
            failures.append((case, one["answer"], place, unique))
    head = ["slip", "cases", "first", "of the first three", "identifiable", "first of the identifiable"]
    lines = [tally.line(label) for label, tally in tallies.items()]
    several = [line for line in lines if line[0].endswith("at once")]
    lines = [line for line in lines if line not in several] + [one_slip.line("**all single slips**"), *several]
    restored = reports.table(head, lines)
    by_size = reports.table(["reports", *head[1:]], [tally.line(label) for label, tally in sorted(sizes.items())])
    quick = reports.speed(times)
    print(restored, by_size, quick, sep="\n\n")
    if options.failures:
        write_failures(options.failures, failures)
    if options.write:
        counted = f"{len(all_cases)} cases, seed {options.seed}, {datetime.date.today().isoformat()}."
        reports.write_readme({"restoration": f"{counted}\n\n{restored}", "size": by_size, "speed with slips": quick})
    share = 100 * one_slip.identifiable_first / max(1, one_slip.identifiable)
    if options.least is not None and share < options.least:
        sys.exit(f"{share:.1f} % of the identifiable single slips are restored first; at least {options.least} % should be")


def write_failures(folder, failures):
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "failures.txt").open("w", encoding="utf-8") as out:
        for case, answer, place, unique in failures:
            right, wrong = form.figures(case["right"]), form.figures(case["report"])
            changes = ", ".join(f"{cell} {right[cell]}→{wrong[cell]}" for cell in sorted(right) if right[cell] != wrong[cell])
            where = "not told" if place is None else f"told as number {place + 1}"
            out.write(f"{case['label']} ({case['name']}): {changes}\n  {where}, {'unique' if unique else 'not unique'}\n")
            for repair in answer["repairs"][:3]:
                mended = ", ".join(f"{change['cell']}→{change['to']}" for change in repair["changes"])
                out.write(f"    {'+'.join(part['slip'] or 'plain' for part in repair['parts'])}: {mended}\n")
    (folder / "failures.json").write_text(
        json.dumps([{**case, "answer": answer, "place": place} for case, answer, place, _ in failures], ensure_ascii=False),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
