"""A new content file of a project with marks shows how marks and blocks are written; others do not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from numbered_office import write_project

from esa_docs import api

WITH_PARAGRAPHS = ("announcement", "letter", "manual", "memo", "order", "pmqa", "sar")
EXAMPLE = """\
#   - table:
#       columns: [รายการตัวอย่าง, จำนวน]
#       rows:
#         - [กระดาษตัวอย่าง, 10]
#     caption: วัสดุตัวอย่าง
#     id: t1
#   - 'ตาม**ตารางที่ {ref:t1}** ตัวอย่าง'
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "office")


def set_version_2(root: Path) -> None:
    office = root / "office.yaml"
    office.write_text(f"content: 2\n{office.read_text(encoding='utf-8')}", encoding="utf-8")


@pytest.mark.parametrize("kind", WITH_PARAGRAPHS)
def test_a_new_file_shows_a_block_once(kind: str, root: Path) -> None:
    set_version_2(root)
    text = api.start(root, kind, "a", 2569)[0].read_text(encoding="utf-8")
    assert text.count(EXAMPLE) == 1
    assert text.count("**หนา**") == 1
    assert {fault.code for fault in api.check(api.load(root))} <= {"W505"}


@pytest.mark.parametrize("kind", ["announcement", "manual", "order", "letter"])
def test_with_its_comment_signs_deleted_the_block_is_content(kind: str, root: Path) -> None:
    set_version_2(root)
    path = api.start(root, kind, "a", 2569)[0]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(EXAMPLE, re.sub("^# ", "", EXAMPLE, flags=re.MULTILINE)), encoding="utf-8")
    project = api.load(root)
    faults = [fault for fault in api.check(project) if fault.code != "W505"]
    assert (faults, len(project.documents)) == ([], 1)
    assert {fault.code for fault in api.check(project)} == {"W505"}


@pytest.mark.parametrize("kind", WITH_PARAGRAPHS)
def test_a_new_file_of_version_1_shows_none(kind: str, root: Path) -> None:
    text = api.start(root, kind, "a", 2569)[0].read_text(encoding="utf-8")
    assert ("วัสดุตัวอย่าง" in text, "**" in text) == (False, False)
