"""A new content file of a project with marks shows how marks and blocks are written; others do not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from numbered_office import write_project
from PIL import Image

from esa_docs import api

WITH_PARAGRAPHS = ("announcement", "letter", "manual", "memo", "minutes", "order", "pmqa", "sar")
EXAMPLE = """\
#   - table:
#       columns: [รายการตัวอย่าง, จำนวน]
#       rows:
#         - [กระดาษตัวอย่าง, 10]
#     caption: วัสดุตัวอย่าง
#     id: t1
#   - 'ตาม**ตารางที่ {ref:t1}** ตัวอย่าง'
"""
PICTURES_AND_CHARTS = """\
#   - {picture: {file: pictures/example.jpg}, caption: ภาพตัวอย่าง}
#   - {chart: {type: bar, of: t1}, caption: แผนภูมิตัวอย่าง}
#   - {landscape: [ข้อความตัวอย่าง]}
"""
OF_RECIPIENTS = """\
#   - 'โรงเรียน{field:ชื่อโรงเรียน} ตัวอย่าง'
#   - {table: {columns: [รหัส, รายการ], rows: [['0421', กระดาษตัวอย่าง]], rows_of: รหัส}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "office")


def set_version_2(root: Path) -> None:
    office = root / "office.yaml"
    office.write_text(f"content: 2\n{office.read_text(encoding='utf-8')}", encoding="utf-8")


def put_picture(root: Path) -> None:
    path = root / "pictures" / "example.jpg"
    path.parent.mkdir()
    Image.new("RGB", (1200, 900), "white").save(path)


def in_use(example: str) -> str:
    """Return an example without its comment signs."""
    return re.sub("^# ", "", example, flags=re.MULTILINE)


@pytest.mark.parametrize("kind", WITH_PARAGRAPHS)
def test_a_new_file_shows_a_block_once(kind: str, root: Path) -> None:
    set_version_2(root)
    text = api.start(root, kind, "a", 2569)[0].read_text(encoding="utf-8")
    assert text.count(EXAMPLE) == 1
    assert text.count(PICTURES_AND_CHARTS) == 1
    assert text.count("**หนา**") == 1
    assert text.count(OF_RECIPIENTS) == (kind == "letter")
    assert text.count("rows_of") == (kind == "letter")
    assert {fault.code for fault in api.check(api.load(root))} <= {"W505"}


@pytest.mark.parametrize("kind", ["announcement", "manual", "order", "letter"])
def test_with_its_comment_signs_deleted_the_block_is_content(kind: str, root: Path) -> None:
    set_version_2(root)
    path = api.start(root, kind, "a", 2569)[0]
    text = path.read_text(encoding="utf-8")
    put_picture(root)
    for example in (EXAMPLE, PICTURES_AND_CHARTS):
        text = text.replace(example, in_use(example))
    path.write_text(text, encoding="utf-8")
    project = api.load(root)
    faults = [fault for fault in api.check(project) if fault.code != "W505"]
    assert (faults, len(project.documents)) == ([], 1)
    assert {fault.code for fault in api.check(project)} == {"W505"}


@pytest.mark.parametrize(("kind", "heading"), [("sar", "# strengths:\n"), ("pmqa", "# six_months:\n")])
def test_new_part_files_show_them_below_their_first_list(kind: str, heading: str, root: Path) -> None:
    set_version_2(root)
    _file, *part_files = api.start(root, kind, "a", 2569)
    assert len(part_files) > 5
    for path in part_files:
        text = path.read_text(encoding="utf-8")
        assert text.count(EXAMPLE) == 1
        assert text.count(PICTURES_AND_CHARTS) == 1
        start = text.index(heading)
        assert text[start:].startswith(f"{heading}#   - ข้อความตัวอย่าง\n# เครื่องหมาย")
        assert "rows_of" not in text


@pytest.mark.parametrize(("kind", "key"), [("sar", "strengths"), ("pmqa", "six_months")])
def test_the_blocks_of_a_part_file_are_content_without_their_signs(kind: str, key: str, root: Path) -> None:
    set_version_2(root)
    put_picture(root)
    _file, path, *_paths = api.start(root, kind, "a", 2569)
    text = path.read_text(encoding="utf-8")
    for example in (f"# {key}:\n#   - ข้อความตัวอย่าง\n", EXAMPLE, PICTURES_AND_CHARTS):
        text = text.replace(example, in_use(example))
    path.write_text(text, encoding="utf-8")
    project = api.load(root)
    faults = [fault for fault in api.check(project) if fault.is_error or fault.code.startswith("W1")]
    assert (faults, len(project.documents)) == ([], 1)


def test_what_is_said_to_each_recipient_is_content_without_its_signs(root: Path) -> None:
    set_version_2(root)
    path = api.start(root, "letter", "a", 2569)[0]
    text = path.read_text(encoding="utf-8").replace(OF_RECIPIENTS, in_use(OF_RECIPIENTS))
    recipients = "recipients:\n  - {to: ผอ.โรงเรียนตัวอย่าง, key: '0421', ชื่อโรงเรียน: บ้านตัวอย่าง}\n"
    text = re.sub(r"^to:.*\n", recipients, text, flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    assert [fault.as_line() for fault in api.check(api.load(root)) if fault.code != "W505"] == []


@pytest.mark.parametrize("kind", ["sar", "pmqa"])
def test_new_part_files_of_version_1_show_none(kind: str, root: Path) -> None:
    _file, *part_files = api.start(root, kind, "a", 2569)
    texts = [path.read_text(encoding="utf-8") for path in part_files]
    assert len(texts) > 5
    assert [text for text in texts if "**" in text or "picture" in text] == []


@pytest.mark.parametrize("kind", WITH_PARAGRAPHS)
def test_a_new_file_of_version_1_shows_none(kind: str, root: Path) -> None:
    text = api.start(root, kind, "a", 2569)[0].read_text(encoding="utf-8")
    assert ("วัสดุตัวอย่าง" in text, "**" in text) == (False, False)
