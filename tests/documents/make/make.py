"""Writes the documents of tests/documents/programs: published figures as programs save them.

    make documents

python-docx writes Word files and openpyxl Excel files; LibreOffice (apt: libreoffice-writer libreoffice-calc, run
without a screen) reads these and saves them anew in its own manner, as .docx, .xlsx, .html and .txt. What they are
called: report.house.kind, where the house says by which hands it went and how its figures are written.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

import forms
from forms import TEXTS, as_published, blank_for_zero, full_width, in_groups

OUT = forms.PROJECT / "tests/documents/programs"


def word(path, of, write, *, split_after=None, notes=False):
    document = Document()
    title = document.add_heading(of.title, level=0)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(f"根据《中华人民共和国政府信息公开条例》，现公布{of.body}{of.year}年政府信息公开工作年度报告。")
    document.add_paragraph(f"本报告中所列数据的统计期限自{of.year}年1月1日起至{of.year}年12月31日止。")
    tables = {table["section"]: table for table in of.form["tables"]}
    for section in of.form["sections"]:
        document.add_heading(f"{section['ordinal']}、{section['title']}", level=1)
        if section["key"] in TEXTS:
            document.add_paragraph(TEXTS[section["key"]])
            continue
        table = tables[section["key"]]
        parts = [forms.rows(table, of, write)]
        if split_after and table["id"] == "requests":
            parts = forms.split(parts[0], table["headRows"], split_after)
        for index, part in enumerate(parts):
            if index > 0:
                document.add_paragraph("（续表）")
            word_table(document, part)
        if notes:
            document.add_paragraph("注：本表数据由各科室填报，单位：件。")
    document.save(path)


def word_table(document, rows):
    table = document.add_table(rows=len(rows), cols=forms.width(rows), style="Table Grid")
    for row, column, cell in forms.placed(rows):
        corner = table.cell(row, column)
        if cell.columns > 1 or cell.rows > 1:
            corner = corner.merge(table.cell(row + cell.rows - 1, column + cell.columns - 1))
        # A break inside a label, as narrow columns have it.
        lines = [cell.text[:4], cell.text[4:]] if cell.kind == "header" and len(cell.text) > 5 else [cell.text]
        corner.text = lines[0]
        for line in lines[1:]:
            corner.paragraphs[0].add_run().add_break()
            corner.paragraphs[0].add_run(line)
        for paragraph in corner.paragraphs:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            for run in paragraph.runs:
                run.font.size = Pt(9)


def number(text):
    """What a clerk types into a sheet becomes a number where the program takes it for one."""
    try:
        return int(text)
    except ValueError:
        try:
            return float(text)
        except ValueError:
            return text or None


def sheet(path, of, write, *, one_sheet):
    book = Workbook()
    page = book.active
    page.title = "年度报告"
    line = Side(style="thin")
    page["A1"] = of.title
    page["A1"].font = Font(size=16, bold=True)
    page.merge_cells("A1:J1")
    at = 3
    tables = {table["section"]: table for table in of.form["tables"]}
    for section in of.form["sections"]:
        if not one_sheet:
            page, at = book.create_sheet(section["title"][:20]), 1
        page.cell(at, 1, f"{section['ordinal']}、{section['title']}")
        at += 1
        if section["key"] in TEXTS:
            page.cell(at, 1, TEXTS[section["key"]])
            page.merge_cells(start_row=at, end_row=at, start_column=1, end_column=10)
            at += 2
            continue
        rows = forms.rows(tables[section["key"]], of, write)
        for row, column, cell in forms.placed(rows):
            place = page.cell(at + row, 1 + column, number(cell.text) if cell.kind == "value" else cell.text)
            place.border = Border(line, line, line, line)
            place.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            if cell.columns > 1 or cell.rows > 1:
                page.merge_cells(start_row=at + row, end_row=at + row + cell.rows - 1, start_column=1 + column, end_column=column + cell.columns)
        at += len(rows) + 1
    book.save(path)


def resave(program, source, kind, path):
    """What LibreOffice makes of a file."""
    with tempfile.TemporaryDirectory() as folder:
        home = f"-env:UserInstallation=file://{folder}/profile"
        subprocess.run([program, home, "--headless", "--convert-to", kind, "--outdir", folder, source], check=True, capture_output=True)
        made = Path(folder) / f"{Path(source).stem}.{kind.split(':')[0]}"
        shutil.copyfile(made, path)


def main():
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        sys.exit("LibreOffice is needed: apt-get install --no-install-recommends libreoffice-writer libreoffice-calc")
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    suqian, pingtan, huaian, shanghai, transport = map(
        forms.report, ["suqian-2024", "pingtan-2020", "huaian-2024", "shanghai-office-2019", "pingtan-transport-2022"])

    word(OUT / "suqian-2024.word-grouped.docx", suqian, in_groups, notes=True)
    word(OUT / "pingtan-2020.word-wide-split.docx", pingtan, full_width, split_after=12)
    word(OUT / "huaian-2024.word-blank.docx", huaian, blank_for_zero, split_after=17, notes=True)
    word(OUT / "pingtan-transport-2022.word.docx", transport, as_published)
    sheet(OUT / "shanghai-office-2019.excel.xlsx", shanghai, as_published, one_sheet=True)
    sheet(OUT / "suqian-2024.excel-sheets.xlsx", suqian, as_published, one_sheet=False)
    sheet(OUT / "huaian-2024.excel-blank.xlsx", huaian, blank_for_zero, one_sheet=True)

    for source, house, kind in [
        ("suqian-2024.word-grouped.docx", "writer-grouped", "html:HTML (StarWriter)"),
        ("pingtan-2020.word-wide-split.docx", "writer-wide-split", "html:HTML (StarWriter)"),
        ("huaian-2024.word-blank.docx", "writer-blank", "docx:MS Word 2007 XML"),
        ("pingtan-transport-2022.word.docx", "writer", "docx:MS Word 2007 XML"),
        ("pingtan-transport-2022.word.docx", "writer", "txt:Text (encoded):UTF8"),
        ("shanghai-office-2019.excel.xlsx", "calc", "html:HTML (StarCalc)"),
        ("shanghai-office-2019.excel.xlsx", "calc", "xlsx:Calc MS Excel 2007 XML"),
        ("suqian-2024.excel-sheets.xlsx", "calc-sheets", "html:HTML (StarCalc)"),
        ("suqian-2024.excel-sheets.xlsx", "calc-sheets", "xlsx:Calc MS Excel 2007 XML"),
        ("huaian-2024.excel-blank.xlsx", "calc-blank", "html:HTML (StarCalc)"),
    ]:
        name = source.split(".")[0]
        resave(program, OUT / source, kind, OUT / f"{name}.{house}.{kind.split(':')[0]}")
    for path in sorted(OUT.iterdir()):
        print(f"{path.stat().st_size:>8}  {path.name}")


main()
