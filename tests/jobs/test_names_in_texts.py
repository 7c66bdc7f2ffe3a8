"""Where texts of a document name a person, and how the search grows with the document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from growth import is_linear
from written_project import OFFICE, PEOPLE, put

from esa_docs import api
from esa_docs.jobs.people.mentions import mentions_in
from esa_docs.kinds import KINDS

HEAD = "kind: announcement\nsubject: ก\nsignature: {by: ก}\ntext:\n"
NAME = "สมมติ นามตัวอย่าง"
MANUAL = f"""\
kind: manual
title: งานแผน
author: ก
foreword: [คำนำ]
columns: [step, detail, owner, ผู้ตรวจ]
works:
  - name: งานหนึ่ง
    objectives: [เพื่อทดสอบ]
    scope: [{{text: ขอบเขต}}]
    steps: [{{text: ขั้นแรก}}]
    table: [{{step: ก, detail: ข, owner: ค, more: {{ผู้ตรวจ: นาย{NAME}}}}}]
"""
LETTER = f"""\
kind: letter
subject: ก
recipients:
  - {{to: ผู้อำนวยการโรงเรียนหนึ่ง, ผู้ประสาน: นาย{NAME}}}
  - {{to: ผู้อำนวยการโรงเรียนสอง, ผู้ประสาน: อื่น}}
text: ['ด้วย {{field:ผู้ประสาน}}']
signature: {{by: ก}}
"""


def fields_of(root: Path, text: str) -> list[str]:
    """Return the places at which a document names the director."""
    project = project_of(root, text)
    (director,) = project.people
    return [mention.field for mention in api.find_mentions(project, director) if "ข้อความ" in mention.role]


def project_of(root: Path, text: str) -> Any:
    put(root, "office.yaml", f"content: 2\n{OFFICE}")
    put(root, "people.yaml", PEOPLE)
    put(root, "2569/a.yaml", text)
    return api.load(root)


@pytest.mark.parametrize(
    ("paragraph", "field"),
    [
        (f"นาย{NAME} และคณะ", "text[0]"),
        ("'**นายสมมติ** นามตัวอย่าง'", "text[0]"),
        (f"'คณะ^[ได้แก่ นาย{NAME}]'", "text[0]"),
        (f"'นาย{NAME} ^[คือ {NAME}]'", "text[0]"),
        (f"{{table: {{columns: [ก, ข], rows: [[1, นาย{NAME}]]}}}}", "text[0].table.rows[0][1]"),
        (f"{{list: {{items: [{{text: ก, items: [{NAME}]}}]}}}}", "text[0].list.items[0].items[0]"),
        (f"{{landscape: [{{quote: {NAME}}}]}}", "text[0].landscape[0].quote[0]"),
        (f"{{chart: {{type: bar, columns: [ก, ข], rows: [[{NAME}, 1]]}}}}", "text[0].chart.rows[0][0]"),
    ],
)
def test_a_name_is_found_wherever_it_is_printed(tmp_path: Path, paragraph: str, field: str) -> None:
    assert fields_of(tmp_path, f"{HEAD}  - {paragraph}\n") == [field]


def test_a_name_is_found_in_columns_of_the_office(tmp_path: Path) -> None:
    assert fields_of(tmp_path, MANUAL) == ["works[0].table[0].more.ผู้ตรวจ"]


def test_a_name_is_found_in_columns_of_recipients(tmp_path: Path) -> None:
    assert fields_of(tmp_path, LETTER) == ["recipients[0].ผู้ประสาน"]


@pytest.mark.parametrize(
    "form",
    [
        "  - นาย{name}\n{more}",
        "  - {{table: {{columns: [ก], rows: [{cells}]}}}}\n",
        "  - {{list: {{items: [{items}]}}}}\n",
        "  - 'ก{notes}'\n",
    ],
    ids=["paragraphs", "table", "list", "notes"],
)
def test_the_search_is_linear_in_the_document(tmp_path: Path, form: str) -> None:
    documents = {}
    for size in (2, 40, 160):
        paragraphs = form.format(
            name=NAME,
            more=f"  - นาย{NAME}\n" * size,
            cells=", ".join([f"[{NAME}]"] * size),
            items=", ".join([NAME] * size),
            notes=f"^[{NAME}]ข" * size,
        )
        project = project_of(tmp_path / str(size), f"{HEAD}{paragraphs}")
        documents[size] = (api.find(project, "a"), project.people[0])

    def search(size: int) -> None:
        document, director = documents[size]
        assert len(list(mentions_in(document, KINDS, director))) > 1

    assert is_linear(search, 40)
