"""The 24 page numbers of the manual, beside those of the print: see docs/notes/001-page-numbers.md."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ENTRIES = ("work", "objectives", "scope", "steps", "flow chart", "table")
PRINTED = (1, 2, 2, 3, 4, 5, 7, 8, 8, 8, 9, 10, 12, 13, 13, 14, 16, 17, 20, 21, 21, 21, 22, 23)
"""The page numbers in the contents of the original."""
OURS = (1, 2, 2, 3, 4, 5, 7, 8, 8, 8, 10, 11, 13, 14, 14, 15, 17, 18, 21, 22, 22, 22, 24, 25)
"""The page numbers that our manual has."""
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
FRONT_PAGES = 3
"""Pages before the first work. They have no number."""
HEADINGS = ("2. วัตถุประสงค์", "3. ขอบเขตของงาน", "5. ขั้นตอนการปฏิบัติงาน", "6. Flow Chart", "7. สรุปมาตรฐาน")


def build(out: Path, *arguments: str, fonts: Path, content: Path = ROOT / "content") -> str:
    """Build the manual as a clerk does; return what the command said."""
    command = [sys.executable, "-m", "esa_docs.cli", "build", "manual", *arguments]
    folders = ["-C", str(content), "--out", str(out)]
    process = subprocess.run(
        [*command, *folders],
        env={**os.environ, "ESA_DOCS_FONTS": str(fonts), "ESA_DOCS_LANG": "en"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert (process.returncode, process.stdout) == (0, ""), process.stderr
    return process.stderr


def contents_of(word: Path) -> list[str]:
    """Return the number at the end of each entry of the contents, as Word shows it on opening the file."""
    with zipfile.ZipFile(word) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    numbers: list[str] = []
    for link in root.iter(f"{W}hyperlink"):
        if link.get(f"{W}anchor", "").startswith("_Toc"):
            numbers.append(text_of_last_run(link))
    return numbers


def text_of_last_run(entry: etree._Element) -> str:
    """Return the text of the last run that has one."""
    runs = [run for run in entry.iter(f"{W}r") if run.find(f"{W}t") is not None]
    texts = [text.text or "" for text in runs[-1].iter(f"{W}t")]
    return "".join(texts)


def pages_of(pdf: Path) -> list[str]:
    """Return the text of each page."""
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout
    # pdftotext writes a form feed behind every page, also the last.
    return text.decode().split("\f")[:-1]


def headings_of(pages: list[str]) -> list[str]:
    """Return the page number printed above each heading, work by work."""
    numbers: list[str] = []
    for page in pages[FRONT_PAGES:]:
        number, *lines = [line.strip() for line in page.splitlines() if line.strip()]
        if lines[0].startswith("คู่มือการปฏิบัติงาน"):
            numbers.append(number)
        for line in lines:
            if line.startswith(HEADINGS):
                numbers.append(number)
    return numbers


def test_without_fonts_and_office_suite_the_numbers_are_the_same(tmp_path: Path) -> None:
    messages = build(tmp_path, fonts=tmp_path / "none")

    assert "page numbers as rdocx" in messages
    assert contents_of(tmp_path / "2569/manual.docx") == [str(number) for number in OURS]


@pytest.mark.office
def test_every_entry_is_the_page_of_its_heading(tmp_path: Path) -> None:
    messages = build(tmp_path, "--pdf", fonts=ROOT / ".fonts")
    numbers = [str(number) for number in OURS]

    assert "page numbers as LibreOffice" in messages
    assert contents_of(tmp_path / "2569/manual.docx") == numbers
    pages = pages_of(tmp_path / "2569/manual.pdf")
    assert headings_of(pages) == numbers
    assert re.findall(r"\.{5,} ?(\d+)$", pages[2], re.MULTILINE) == numbers


@pytest.mark.office
def test_thai_digits_stand_in_contents_and_heads_alike(project_dir: Path, tmp_path: Path) -> None:
    office = project_dir / "office.yaml"
    text = office.read_text(encoding="utf-8")
    assert "manual: arabic" in text
    office.write_text(text.replace("manual: arabic", "manual: thai"), encoding="utf-8")
    out = tmp_path / "build"
    build(out, "--pdf", fonts=ROOT / ".fonts", content=project_dir)

    numbers = contents_of(out / "2569/manual.docx")
    assert len(numbers) == len(OURS)
    for number in numbers:
        assert re.fullmatch("[๐-๙]+", number)
    pages = pages_of(out / "2569/manual.pdf")
    heads = [page.split()[0] for page in pages[FRONT_PAGES:]]
    for page_number, head in enumerate(heads, 1):
        assert head == str(page_number).translate(THAI)


def test_the_note_holds_the_numbers_of_both() -> None:
    text = (ROOT / "docs/notes/001-page-numbers.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| ([a-z 1-4]+) \| (\d+) \| \**(\d+)\** \| ([a-z 1-4]+) \| (\d+) \| \**(\d+)\** \|$", text, re.M
    )

    assert len(rows) == len(OURS) // 2
    for column in (0, 3):
        names = [row[column] for row in rows]
        assert [name for name in names if not name.startswith("work ")] == [*ENTRIES[1:], *ENTRIES[1:]]
    # A row has two entries side by side, each with its printed number and ours.
    printed = [int(row[1]) for row in rows] + [int(row[4]) for row in rows]
    ours = [int(row[2]) for row in rows] + [int(row[5]) for row in rows]
    assert printed == list(PRINTED)
    assert ours == list(OURS)


def test_the_printed_numbers_are_those_of_the_original() -> None:
    manual = ROOT.parent / "shared" / "reference" / "manual-loei3.txt"
    if not manual.is_file():
        pytest.skip("the text of the original does not lie beside this checkout")
    lines = manual.read_text(encoding="utf-8").splitlines()
    is_head = [line.endswith("\tหน้า") for line in lines]
    first_entry = is_head.index(True) + 1
    entries = lines[first_entry : first_entry + len(PRINTED)]

    assert [int(entry.rpartition("\t")[2]) for entry in entries] == list(PRINTED)
