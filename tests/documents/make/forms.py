"""What goes into the documents: the figures of a published report in the official form, and how a house writes them."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
GOUJI = PROJECT / "target/debug/gouji"

TEXTS = {
    "overview": "本机关认真贯彻落实《中华人民共和国政府信息公开条例》，全年主动公开政府信息 1204 条，办理情况总体平稳。",
    "problems": "存在的主要问题：部分信息更新不够及时。改进情况：明确专人负责，按月检查。",
    "other": "本年度收取信息处理费 0 元。",
}


@dataclass
class Report:
    name: str
    body: str
    year: int
    cells: dict
    form: dict

    @property
    def title(self):
        return f"{self.body}{self.year}年{self.form['title']}"


def report(name):
    known = json.loads((PROJECT / f"tests/reports/{name}.json").read_text(encoding="utf-8"))
    printed = subprocess.run([GOUJI, "form", str(known["year"]), "--format", "json"], check=True, capture_output=True)
    body = known.get("body") or "某县人民政府"
    return Report(name, body, known["year"], known["cells"], json.loads(printed.stdout))


# How a house writes a figure.

def as_published(text):
    return text


def full_width(text):
    return text.translate(str.maketrans("0123456789.-", "０１２３４５６７８９．－"))


def blank_for_zero(text):
    return "" if text == "0" else text


def in_groups(text):
    whole, point, fraction = text.partition(".")
    return f"{int(whole):,}{point}{fraction}" if whole.isdigit() else text


@dataclass
class Cell:
    text: str
    columns: int
    rows: int
    kind: str


def rows(table, of, write):
    """A table of the form, its values written by the house."""

    def cell(printed):
        text = printed["text"]
        if printed["cell"] is not None:
            # What the source of a fixture could not tell is written as 0.
            value = of.cells.get(printed["cell"])
            text = write("0" if value is None else str(value))
        return Cell(text, printed["colSpan"], printed["rowSpan"], printed["kind"])

    return [[cell(printed) for printed in row] for row in table["rows"]]


def placed(table):
    """The cells of a table with the row and column where each begins: (row, column, cell)."""
    taken = set()
    for row, cells in enumerate(table):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            for down in range(cell.rows):
                for right in range(cell.columns):
                    taken.add((row + down, column + right))
            yield row, column, cell
            column += cell.columns


def width(table):
    return max(column + cell.columns for _, column, cell in placed(table))


def split(table, head, after):
    """A table that begins anew on the next page: the rows up to `after`, then the head and the rest."""
    first = [list(row) for row in table[:after]]
    rest = [list(row) for row in table[:head]]
    reach = {}
    for row, column, cell in placed(table):
        if row < after:
            if row >= head and row + cell.rows > after:
                reach[column] = Cell(cell.text, cell.columns, row + cell.rows - after, cell.kind)
                first[row] = [other if other is not cell else Cell(cell.text, cell.columns, after - row, cell.kind) for other in first[row]]
        else:
            if len(rest) <= head + row - after:
                rest.append([])
                if row == after:
                    rest[-1].extend(reach[key] for key in sorted(reach))
            rest[head + row - after].append(cell)
    return first, rest
