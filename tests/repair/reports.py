"""Real reports to damage, and the program that repairs them."""

import json
import os
import subprocess
from pathlib import Path

import form

PROJECT = Path(__file__).resolve().parents[2]
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
