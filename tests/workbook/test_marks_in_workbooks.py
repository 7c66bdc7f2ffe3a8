"""Marks of a text go out to Excel as they are typed, and come back as they were."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from office_with_sar import FIRST, FIRST_PART, PROOF, edit, export, part, take_back, write_project
from written_project import OFFICE, put

from esa_docs import api
from esa_docs.workbook.written_parts import read_values

MARKED = r"มี**แผน** [ก](https://a.th/x_y) ^[ดู: *ข*] \*ค\* m^2^"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_project(tmp_path / "content")
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    marked_part = FIRST_PART.replace("0f", PROOF).replace("[มีแผน]", f"\n  - '{MARKED}'")
    put(root, "2569/sar/1-1.yaml", marked_part)
    return root


def test_marks_stand_in_cells_as_typed(root: Path) -> None:
    sheet = openpyxl.load_workbook(export(root))[FIRST]
    assert MARKED in {cell.value for cell in chain.from_iterable(sheet.iter_rows())}


def test_a_round_trip_keeps_marks(root: Path) -> None:
    before = part(root, "1-1").read_bytes()
    imported = take_back(root, edit(export(root), {}))
    assert (imported.paths, part(root, "1-1").read_bytes()) == ((), before)


def test_marks_typed_in_a_cell_come_into_the_content(root: Path) -> None:
    typed = "**ข** ทำแล้ว\n*ค*: [ง](https://a.th)\n{ref:ก"
    take_back(root, edit(export(root), {"J3": typed}))
    assert read_values(part(root, "1-1"))["strengths"] == typed.split("\n")
    (document,) = api.load(root).documents
    content: Any = document.content
    strengths = content.indicators[0].strengths
    assert [str(text) for text in strengths] == ["ข ทำแล้ว", "ค: ง", "{ref:ก"]
    assert [text.source for text in strengths] == typed.split("\n")
