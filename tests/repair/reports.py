"""Real reports to damage, and the program that repairs them."""

import json
import os
import re
import subprocess
from pathlib import Path

import form

PROJECT = Path(__file__).resolve().parents[2]
README = Path(__file__).with_name("README.md")
FIXTURES = PROJECT / "tests" / "reports"


def all_reports():
    """Name and report: those of the suite, and of the folder that GOUJI_REPORTS names what is not among them."""
    folders = [FIXTURES]
    if os.environ.get("GOUJI_REPORTS") and Path(os.environ["GOUJI_REPORTS"]).is_dir():
        folders.append(Path(os.environ["GOUJI_REPORTS"]))
    found, seen = {}, set()
    for file in (file for folder in folders for file in sorted(folder.glob("*.json"))):
        report = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(report, dict) or "cells" not in report:
            continue
        report = {key: report[key] for key in ("year", "layouts", "cells") if key in report}
        identity = (report["year"], tuple(sorted((cell, form.number(value)) for cell, value in report["cells"].items() if value)))
        if identity not in seen:
            seen.add(identity)
            found[file.stem] = report
    return found


def previous_of(name, reports):
    """The report of the same body for the year before, where there is one: files are named body-year."""
    body, _, year = name.rpartition("-")
    return reports.get(f"{body}-{int(year) - 1}") if year.isdigit() else None


def repaired(cases):
    """What the program makes of cases ({"report", "previous", "blank"}): problems, answer, microseconds of each."""
    program = os.environ.get("GOUJI_PROBLEMS") or PROJECT / "target" / "release" / "examples" / "problems"
    lines = "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
    ended = subprocess.run([str(program)], input=lines, capture_output=True, text=True, encoding="utf-8", check=False)
    if ended.returncode != 0:
        raise SystemExit(f"{program} ended with status {ended.returncode}: {ended.stderr[-2000:]}")
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    if len(answers) != len(cases):
        raise SystemExit(f"{len(cases)} cases, {len(answers)} answers")
    return answers


def percentile(sorted_values, share):
    return sorted_values[min(len(sorted_values) - 1, int(share * len(sorted_values)))]


def table(head, lines):
    """A table in Markdown; the first column is text, the others are figures."""
    rule = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, rule, *lines])


def speed(times):
    """How long the repairs took, by what is counted: {count: [(microseconds, complete)]}."""
    lines = []
    for count, of in sorted(times.items()):
        micro = sorted(time for time, _ in of)
        shown = [f"{percentile(micro, share) / 1000:.2f}" for share in (0.5, 0.99, 1)]
        lines.append([str(count), str(len(of)), *shown, str(sum(not complete for _, complete in of))])
    return table(["wrong at once", "cases", "p50 (ms)", "p99 (ms)", "longest (ms)", "cut short"], lines)


def write_readme(parts):
    """Put tables between their marks in README.md."""
    text = README.read_text(encoding="utf-8")
    for name, part in parts.items():
        begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
        text, count = re.subn(f"{begin}.*?{end}", lambda _, part=part: f"{begin}\n\n{part}\n\n{end}", text, flags=re.DOTALL)
        if count != 1:
            raise SystemExit(f"{README.name} has no place for {name}")
    README.write_text(text, encoding="utf-8")
