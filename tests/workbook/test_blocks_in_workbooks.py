"""A block among paragraphs goes out to Excel as a line that stands for it, and comes back as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from office_with_sar import FIRST, FIRST_PART, PROOF, edit, export, part, take_back, write_project
from written_project import OFFICE, put

from esa_docs import api
from esa_docs.model.cell_forms import LineError, Paragraphs

TABLE: dict[str, Any] = {"table": {"columns": ["ก", "ข"], "rows": [["1", "2"]]}, "caption": "จำนวน"}
BLOCK = """\
        - table:
            columns: [ก, ข]
            rows: [['1', '2']]
          caption: จำนวน
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_project(tmp_path / "content")
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    blocked_part = FIRST_PART.replace("0f", PROOF).replace("          ทำต่อ\n", f"          ทำต่อ\n{BLOCK}")
    put(root, "2569/sar/1-1.yaml", blocked_part)
    return root


def cell_with(workbook: Path, text: str) -> str:
    """Return the name of the cell of the first sheet in which a text stands."""
    for row in openpyxl.load_workbook(workbook)[FIRST].iter_rows():
        for cell in row:
            if text in str(cell.value):
                return str(cell.coordinate)
    raise AssertionError(text)


def test_a_block_survives_a_change_of_the_paragraphs_beside_it(root: Path) -> None:
    workbook = export(root)
    name = cell_with(workbook, "[[ตาราง 1: จำนวน]]")

    take_back(root, edit(workbook, {name: "ก่อนแล้ว\n[[ตาราง 1: จำนวน]]\nเพิ่ม"}))

    (document,) = api.load(root).documents
    content: Any = document.content
    before, block, behind = content.indicators[0].issues[0].six_months.results
    assert (before, behind) == ("ก่อนแล้ว", "เพิ่ม")
    assert block.caption == "จำนวน"
    assert block.table.cells == (("ก", "ข"), ("1", "2"))


def test_a_round_trip_changes_nothing(root: Path) -> None:
    before = part(root, "1-1").read_bytes()
    imported = take_back(root, edit(export(root), {}))

    assert (imported.paths, part(root, "1-1").read_bytes()) == ((), before)


def test_a_line_that_stands_for_no_block_is_refused() -> None:
    form = Paragraphs()

    assert form.show(["ก", TABLE]) == "ก\n[[ตาราง 1: จำนวน]]"
    assert form.read("[[ตาราง 1: จำนวน]]\nข", ["ก", TABLE]) == [TABLE, "ข"]
    with pytest.raises(LineError):
        form.read("[[ตาราง 2: จำนวน]]", ["ก", TABLE])
