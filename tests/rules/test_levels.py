"""A level that a roster gives is printed or told (W517)."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_project import put, put_office

from esa_docs import api
from esa_docs.diagnostics import Severity
from esa_docs.model.levels import post_with_level

HEAD = "รหัส,คำนำหน้าชื่อ,ชื่อ,นามสกุล,ตำแหน่ง,ระดับ\n"
ROSTER = """\
people:
  - {id: ก, prefix: นาย, first_name: สมมติ, last_name: นาม, position: ผู้อำนวยการ}
"""
PERSON = "{{id: ข, prefix: นาย, first_name: ข, last_name: ค, position: {position}, level: {level}}}"


@pytest.mark.parametrize(
    ("position", "level", "severity", "hint"),
    [
        ("ครู", "ชำนานการ", Severity.WARNING, "'ชำนาญการ'"),
        ("ครู", "ระดับ ชำนาญการพิเสษ", Severity.WARNING, "'ชำนาญการพิเศษ'"),
        ("ช่างไม้", "ลูกจ้างประจำ", Severity.INFO, "position"),
        ("ผู้อำนวยการกลุ่มอำนวยการ", "ชำนาญการพิเศษ", Severity.INFO, "position"),
    ],
)
def test_a_level_that_is_not_printed_is_told(
    position: str, level: str, severity: Severity, hint: str, tmp_path: Path
) -> None:
    put_office(tmp_path)
    person = PERSON.format(position=position, level=level)
    text = f"{ROSTER}  - {person}\n"
    put(tmp_path, "people.yaml", text)
    (diagnostic,) = [d for d in api.check(api.load(tmp_path)) if d.code == "W517"]
    column = text.splitlines()[-1].index(level) + 1
    assert (Path(diagnostic.location.path).name, diagnostic.location.line, diagnostic.location.column) == (
        *("people.yaml", 3),
        column,
    )
    assert diagnostic.severity is severity
    assert hint in diagnostic.hint


@pytest.mark.parametrize("level", ["ชำนาญการ พิเศษ", "วิทยฐานะชำนาญการพิเศษ", "อาวุโส"])
def test_a_level_that_is_printed_is_not_told(level: str, tmp_path: Path) -> None:
    put_office(tmp_path)
    put(tmp_path, "people.yaml", f"{ROSTER}  - {PERSON.format(position='ครู', level=level)}\n")
    assert [d.as_line() for d in api.check(api.load(tmp_path)) if d.code == "W517"] == []


@pytest.mark.parametrize(
    ("position", "level", "printed"),
    [
        ("ครู", "ชำนาญการ พิเศษ", "ครูชำนาญการพิเศษ"),
        ("ครูชำนาญการพิเศษ", "ชำนาญการพิเศษ", "ครูชำนาญการพิเศษ"),
        ("ครูชำนาญการ พิเศษ", "ชำนาญการพิเศษ", "ครูชำนาญการ พิเศษ"),
        ("ครูชำนาญการพิเศษ", "วิทยฐานะชำนาญการ พิเศษ", "ครูชำนาญการพิเศษ"),
        ("ครูผู้ช่วย", None, "ครูผู้ช่วย"),
        ("ผู้อำนวยการกลุ่ม", "ชำนาญการพิเศษ", "ผู้อำนวยการกลุ่ม"),
    ],
)
def test_a_level_is_printed_once(position: str, level: str | None, printed: str) -> None:
    assert post_with_level(position, level) == printed


def test_a_level_of_many_is_told_once_and_of_earlier_posts_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    put_office(tmp_path)
    (tmp_path / "people.yaml").unlink()
    rows = [f"ข{number},นาย,ข,ค{number},ครู,ชำนานการ\n" for number in range(3)]
    put(tmp_path, "people.csv", f"{HEAD}ก,นาย,ก,ข,ผู้อำนวยการ,\n{''.join(rows)}")
    (diagnostic,) = [d for d in api.check(api.load(tmp_path)) if d.code == "W517"]
    assert (Path(diagnostic.location.path).name, diagnostic.location.line) == ("people.csv", 3)
    assert "(here and at 2 further places)" in diagnostic.message

    (tmp_path / "people.csv").unlink()
    posts = "position: ครู, posts: [{position: ครูผู้ช่วย, level: ชำนานการ, until: 1 ตุลาคม 2560}]"
    person = f"{{id: ข, prefix: นาย, first_name: ข, last_name: ค, {posts}}}"
    put(tmp_path, "people.yaml", f"{ROSTER}  - {person}\n")
    (diagnostic,) = [d for d in api.check(api.load(tmp_path)) if d.code == "W517"]
    assert (Path(diagnostic.location.path).name, diagnostic.location.line) == ("people.yaml", 3)
    assert diagnostic.severity is Severity.WARNING
