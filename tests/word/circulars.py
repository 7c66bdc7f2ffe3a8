"""Circulars with fields for each recipient, in a small project, and what their letters say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qr_papers import TODAY, put_letter
from word_files import xml_of, xpath
from written_project import put

from esa_docs import api
from esa_docs.kinds import KINDS
from esa_docs.model.document import Document

HEAD_LINES = 4
"""Lines of the letter above the keys of a test."""
SCHOOLS = """\
ที่,เรียน,รหัส,ชื่อโรงเรียน,งบประมาณ,กำหนดส่ง,หมายเหตุ
1,ผอ.รร.บ้านป่า,0421,บ้านป่า,"12,500.50",16/9/2569,ก
2,ผอ.รร.บ้านนา,0422,บ้านนา,900,2569-10-01,ข
"""
TEXT = "text:\n  - ด้วยโรงเรียน{field:ชื่อโรงเรียน} ได้รับ {field:งบประมาณ} บาท ส่งภายใน {field:กำหนดส่ง}\n"
SENTENCES = [
    "ด้วยโรงเรียนบ้านป่า ได้รับ ๑๒,๕๐๐.๕๐ บาท ส่งภายใน ๑๖ กันยายน ๒๕๖๙",
    "ด้วยโรงเรียนบ้านนา ได้รับ ๙๐๐ บาท ส่งภายใน ๑ ตุลาคม ๒๕๖๙",
]


def put_circular(root: Path, keys: str, table: str = SCHOOLS, *, content: int = 2) -> Path:
    """Write a project with a circular and its table of recipients, and return the folder."""
    put(root, "lists/a.csv", table)
    return put_letter(root, f"recipients_from: lists/a.csv\n{keys}", content=content)


def letters_of(root: Path) -> list[Document[Any]]:
    """Return the letters that a build makes of the circular."""
    document = api.find(api.load(root), "letter")
    copies = KINDS.by_name["letter"].copies
    assert copies is not None
    return list(copies(document))


def printed_letters(root: Path) -> list[bytes]:
    """Return the Word files that a build makes of the circular; none has an error."""
    files = []
    for letter in letters_of(root):
        checked = api.render_checked(letter, today=TODAY)
        assert [diagnostic for diagnostic in checked.diagnostics if diagnostic.severity == "error"] == []
        assert checked.value is not None
        files.append(checked.value)
    return files


def lines_with(data: bytes, words: str) -> list[str]:
    """Return the paragraphs of a Word file that have some words."""
    lines = []
    for paragraph in xpath(xml_of(data), ".//w:p"):
        line = "".join(xpath(paragraph, ".//w:t/text()")).replace("\u00a0", " ")
        if words in line:
            lines.append(line)
    return lines


def tables_of(data: bytes) -> list[list[list[str]]]:
    """Return the texts of the tables with a head, row by row."""
    tables = []
    for table in xpath(xml_of(data), ".//w:tbl[.//w:tblHeader]"):
        rows = []
        for row in xpath(table, "./w:tr"):
            rows.append([text_of(cell) for cell in xpath(row, "./w:tc")])
        tables.append(rows)
    return tables


def text_of(element: Any) -> str:
    """Return the text of an element."""
    return "".join(xpath(element, ".//w:t/text()")).replace("\u00a0", " ")
