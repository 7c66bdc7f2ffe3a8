"""One content file, many documents: a letter for each recipient."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from small_office import outcomes, write_office

from esa_docs import api
from esa_docs.jobs.copies import copies_of
from esa_docs.kinds import KINDS
from esa_docs.kinds.letter.content import Letter
from esa_docs.model.document import Document
from esa_docs.model.office import Office

TODAY = dt.date(2026, 9, 16)
OFFICE = Office.model_validate({"name": "สำนักงานตัวอย่าง", "short_name": "สพป.ตัวอย่าง", "parent": "ต้นสังกัด"})


def letter(recipients: list[dict[str, str]], **changes: Any) -> Document[Any]:
    content = {"subject": "ก", "text": ["ข"], "recipients": recipients, "separate_files": True, **changes}
    return KINDS.by_name["letter"].document("letters/a", 2569, Letter.model_validate(content), OFFICE)


def copies(document: Document[Any]) -> tuple[Document[Any], ...]:
    return copies_of(document, KINDS)


def names(recipients: list[dict[str, str]]) -> list[str]:
    return [copy.name for copy in copies(letter(recipients))]


def names_of_addressees(document: Document[Any]) -> list[str]:
    return [recipient.to for recipient in document.content.addressees]


def test_245_recipients_have_a_document_each() -> None:
    recipients = [{"to": f"ผู้รับที่ {number}", "short": f"ย่อ-{number}"} for number in range(1, 246)]
    letters = copies(letter(recipients))

    assert [copy.name for copy in letters[:2]] == ["letters/a/001-ย่อ-1", "letters/a/002-ย่อ-2"]
    assert letters[-1].name == "letters/a/245-ย่อ-245"
    assert len({copy.key for copy in letters}) == 245
    assert [names_of_addressees(copy) for copy in letters] == [[recipient["to"]] for recipient in recipients]
    assert {copy.copy_of for copy in letters} == {"letters/a"}


def test_recipients_in_one_file_are_one_document() -> None:
    document = letter([{"to": "ก"}, {"to": "ข"}], separate_files=False)
    assert copies(document) == (document,)


def test_one_recipient_by_name_has_a_file_in_a_folder_too() -> None:
    document = letter([], to="ก")
    (copy,) = copies(document)
    assert copy.name == "letters/a/001"
    assert names_of_addressees(copy) == ["ก"]


def test_two_recipients_with_the_same_short_name_do_not_meet() -> None:
    assert names([{"to": "ก", "short": "สพป."}, {"to": "ข", "short": "สพป."}]) == [
        "letters/a/001-สพป",
        "letters/a/002-สพป",
    ]


@pytest.mark.parametrize(
    ("short", "ending"),
    [
        ("สพป.เลย เขต 3", "-สพป.เลย-เขต-3"),
        ("../../ออก", "-ออก"),
        ('a<b>:"|?*c', "-a-b-c"),
        ("a\\b/c", "-a-b-c"),
        ("...", ""),
        ("CON", "-CON"),
        ("ย" * 80, "-" + "ย" * 60),
    ],
)
def test_a_short_name_becomes_the_end_of_a_name_every_system_allows(short: str, ending: str) -> None:
    assert names([{"to": "ก", "short": short}]) == [f"letters/a/001{ending}"]


def test_copies_are_built_into_a_folder_and_left_alone_the_next_time(tmp_path: Path) -> None:
    root = write_office(tmp_path / "content", names=())
    path = root / "2569" / "letters" / "a.yaml"
    path.parent.mkdir(parents=True)
    text = "kind: letter\nsubject: ก\ntext: [ข]\nseparate_files: true\nrecipients:\n"
    path.write_text(f"{text}  - {{to: ค}}\n  - {{to: ง, short: งง}}\n", encoding="utf-8")
    first = api.build(api.load(root), out=tmp_path / "build", today=TODAY)
    again = api.build(api.load(root), out=tmp_path / "build", today=TODAY)

    keys = ("2569/letters/a/001", "2569/letters/a/002-งง")
    assert outcomes(first) == dict.fromkeys(keys, "written")
    assert outcomes(again) == dict.fromkeys(keys, "unchanged")
    folder = tmp_path / "build/2569/letters/a"
    assert sorted(path.name for path in folder.iterdir()) == ["001.docx", "002-งง.docx"]
