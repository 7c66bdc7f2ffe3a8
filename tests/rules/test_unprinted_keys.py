"""Of two keys none wins in silence: what is not printed is told at its place (E222), or refused (E215)."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_project import diagnostics_of, put, put_office

from esa_docs import api

MINUTES = """\
kind: minutes
number: 1
date: 16 กันยายน 2569
begins: 09.30 น.
place: ห้องประชุม
body: คณะทำงาน
committee: คณะทำงานอื่น
recorder: ก
members:
  - person: ก
    role: หัวหน้าคณะทำงาน
    note: เจ้าภาพ
"""
EDITION_NAME = "ภาวะผู้นำของผู้บริหารในการนำองค์การไปสู่เป้าหมาย"
"""Issue 1.1.1 in the edition of 2560, which does not give the words of 1.1.2."""
SAR = """\
kind: sar
scheme: sar-2560
indicators:
  - indicator: 1.1
    issues:
      - number: 1
        name: ประเด็นของสำนักงาน
      - number: 2
        name: ประเด็นที่เปิดเอง
"""
TABLE = """\
kind: sar
scheme: sar-2560
general:
  - heading: สถานศึกษา
    tables:
      - file: schools.csv
        rows:
          - [ก, ข]
"""


def rows_of(root: Path, text: str) -> list[tuple[str, str, int, int]]:
    """Return the diagnostics of a project with one document."""
    put(root, "2569/own.yaml", text)
    return diagnostics_of(api.load(root))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with its office alone."""
    return put_office(tmp_path / "office")


def test_what_minutes_do_not_print_is_told(root: Path) -> None:
    assert rows_of(root, MINUTES) == [("E222", "own", 7, 12), ("E222", "own", 12, 11)]


def test_words_of_an_issue_that_the_edition_has_otherwise_are_told(root: Path) -> None:
    put(root, "2569/own.yaml", SAR)
    (diagnostic,) = [each for each in api.check(api.load(root)) if each.code == "E222"]
    assert (diagnostic.location.line, diagnostic.location.column) == (7, 15)
    assert EDITION_NAME in diagnostic.message


def test_the_words_of_the_edition_may_stand_there_too(root: Path) -> None:
    put(root, "2569/own.yaml", SAR.replace("ประเด็นของสำนักงาน", EDITION_NAME))
    assert [each for each in api.check(api.load(root)) if each.code == "E222"] == []


def test_rows_beside_a_file_are_refused(root: Path) -> None:
    put(root, "schools.csv", "โรงเรียน,จำนวน\nหนึ่ง,2\n")
    assert ("E215", "own", 6, 9) in rows_of(root, TABLE)


def test_a_file_alone_is_read(root: Path) -> None:
    put(root, "schools.csv", "โรงเรียน,จำนวน\nหนึ่ง,2\n")
    text = TABLE.replace("        rows:\n          - [ก, ข]\n", "")
    codes = [code for code, _name, _line, _column in rows_of(root, text)]
    assert "E215" not in codes
