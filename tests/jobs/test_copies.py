"""One content file, many documents: a letter for each recipient."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import pytest
from small_office import MEETING, outcomes, write_office
from written_project import put

from esa_docs import api
from esa_docs.jobs.building.copies import copies_of
from esa_docs.kinds import KINDS
from esa_docs.kinds.letter.content import Letter
from esa_docs.kinds.letter.rules import check_letter
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

    assert [copy.name for copy in letters[:2]] == ["letters/a/ย่อ-1", "letters/a/ย่อ-2"]
    assert letters[-1].name == "letters/a/ย่อ-245"
    assert len({copy.key for copy in letters}) == 245
    assert [names_of_addressees(copy) for copy in letters] == [[recipient["to"]] for recipient in recipients]
    assert {copy.copy_of for copy in letters} == {"letters/a"}


def test_recipients_in_one_file_are_one_document() -> None:
    document = letter([{"to": "ก"}, {"to": "ข"}], separate_files=False)
    assert copies(document) == (document,)


def test_one_recipient_by_name_has_a_file_in_a_folder_too() -> None:
    document = letter([], to="ผู้อำนวยการโรงเรียนตัวอย่าง")
    (copy,) = copies(document)
    assert copy.name == "letters/a/ผู้อำนวยการโรงเรียนตัวอย่าง"
    assert names_of_addressees(copy) == ["ผู้อำนวยการโรงเรียนตัวอย่าง"]


@pytest.mark.parametrize(
    ("recipient", "name"),
    [
        ({"to": "ผู้รับ", "short": "ย่อ", "key": "57030001"}, "57030001"),
        ({"to": "ผู้รับ", "short": "ย่อ"}, "ย่อ"),
        ({"to": "ผู้รับ"}, "ผู้รับ"),
        ({"to": "ผู้รับ", "short": "..."}, "ผู้รับ"),
        ({"to": "ผู้รับ", "key": "สพป.เลย เขต 3"}, "สพป.เลย เขต 3"),
    ],
)
def test_a_file_is_named_by_the_key_else_the_short_name_else_the_name(
    recipient: dict[str, str], name: str
) -> None:
    assert names([recipient]) == [f"letters/a/{name}"]


def test_a_recipient_who_goes_or_moves_renames_no_other_file() -> None:
    recipients = [{"to": f"ผู้รับที่ {number}", "key": f"r{number}"} for number in range(1, 31)]
    without_third = recipients[:2] + recipients[3:]
    names_before = names(recipients)

    assert names(without_third) == [name for name in names_before if name != "letters/a/r3"]
    assert names(recipients[::-1]) == names_before[::-1]


LONG = "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษามัธยมศึกษาตัวอย่างที่มีชื่อยาวกว่าชื่อใด ๆ เขต "


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("สพป.เลย เขต 3", "สพป.เลย-เขต-3"),
        ("../../ออก", "ออก"),
        ('a<b>:"|?*c', "a-b-c"),
        ("a\\b/c", "a-b-c"),
        ("CON", "CON-"),
        ("lpt1.txt", "lpt1.txt-"),
        ("ย" * 60, "ย" * 60),
        ("ย" * 61, "ย" * 51 + "-" + _digest("ย" * 61)),
        (LONG + "1", LONG.replace(" ", "-")[:51] + "-" + _digest(LONG + "1")),
    ],
)
def test_a_short_name_becomes_a_name_every_system_allows(short: str, name: str) -> None:
    assert names([{"to": "ก", "short": short}]) == [f"letters/a/{name}"]


def test_a_name_of_nothing_but_signs_is_named_by_its_hash() -> None:
    assert names([{"to": "???"}]) == [f"letters/a/{_digest('???')}"]


def test_long_names_that_begin_alike_have_files_of_their_own() -> None:
    first, second = names([{"to": LONG + "1"}, {"to": LONG + "2"}])
    assert first != second
    assert max(len(f"{name.rpartition('/')[2]}.new-2.docx".encode()) for name in (first, second)) <= 255


def problems(recipients: list[dict[str, str]], **changes: Any) -> list[tuple[str, Any]]:
    content = letter(recipients, **changes).content
    return [(problem.code, problem.path) for problem in check_letter(content, OFFICE)]


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [
        ({"key": "a1"}, {"key": "a1"}, "key"),
        ({"key": "a1"}, {"key": "A1"}, "key"),
        ({"key": "\u00e9"}, {"key": "e\u0301"}, "key"),
        ({"short": "สพป."}, {"short": "สพป."}, "short"),
        ({"short": "a b"}, {"short": "a/b"}, "short"),
        ({"short": "ข"}, {"key": "ข"}, "key"),
        ({"short": "ผู้รับสอง"}, {}, "to"),
    ],
)
def test_two_recipients_whose_files_would_be_one_are_an_error_at_the_second(
    first: dict[str, str], second: dict[str, str], field: str
) -> None:
    recipients = [{"to": "ผู้รับหนึ่ง", **first}, {"to": "ผู้รับสอง", **second}]
    assert problems(recipients) == [("E440", ("recipients", 1, field))]
    assert problems(recipients, separate_files=False) == []


@pytest.mark.parametrize(
    "key",
    ["a/b", "a\\b", "a:b", "a?", "CON", "aux.2569", "Com1", "a.", ".a", "~$a", "ก" * 81, "a" * 241],
)
def test_a_key_that_cannot_be_a_file_name_is_an_error(key: str) -> None:
    assert problems([{"to": "ก", "key": key}]) == [("E440", ("recipients", 0, "key"))]


@pytest.mark.parametrize("key", ["001", "a.b", "CONSOLE", "ก" * 80, "a" * 240, "com10", "โรงเรียน 1"])
def test_a_key_that_can_be_a_file_name_is_taken_as_it_is(key: str) -> None:
    assert problems([{"to": "ก", "key": key}]) == []
    assert names([{"to": "ก", "key": key}]) == [f"letters/a/{key}"]


def test_copies_are_built_into_a_folder_and_left_alone_the_next_time(tmp_path: Path) -> None:
    root = write_office(tmp_path / "content", names=())
    path = root / "2569" / "letters" / "a.yaml"
    path.parent.mkdir(parents=True)
    text = "kind: letter\nsubject: ก\ntext: [ข]\nseparate_files: true\nrecipients:\n"
    path.write_text(f"{text}  - {{to: ค, key: 01}}\n  - {{to: ง, short: งง}}\n", encoding="utf-8")
    first = api.build(api.load(root), out=tmp_path / "build", today=TODAY)
    again = api.build(api.load(root), out=tmp_path / "build", today=TODAY)

    keys = ("2569/letters/a/01", "2569/letters/a/งง")
    assert outcomes(first) == dict.fromkeys(keys, "written")
    assert outcomes(again) == dict.fromkeys(keys, "unchanged")
    assert [result.key for result in first.results] == list(keys)
    folder = tmp_path / "build/2569/letters/a"
    assert sorted(path.name for path in folder.iterdir()) == ["01.docx", "งง.docx"]


LETTER = "kind: letter\nsubject: ก\ntext: [ข]\n"


@pytest.mark.parametrize(("key", "is_told"), [("x", True), ("X", True), ("y", False), ("x-1", False)])
def test_a_copy_that_would_be_the_file_of_another_document_is_told(
    tmp_path: Path, key: str, *, is_told: bool
) -> None:
    root = write_office(tmp_path / "content", names=())
    put(root, "2569/a.yaml", f"{LETTER}separate_files: true\nrecipients: [{{to: ก, key: {key}}}]\n")
    put(root, "2569/a/x.yaml", f"{LETTER}to: ข\n")
    put(root, "2569/a/b/c.yaml", f"{LETTER}to: ค\n")
    project = api.load(root)

    errors = [diagnostic for diagnostic in api.check(project) if diagnostic.is_error]
    codes = [(error.code, Path(error.location.path).name) for error in errors]
    assert codes == [("E404", "a.yaml")] * is_told
    assert project.faulty == ("2569/a",) * is_told
    other_keys = [document.key for document in project.documents if document.key != "2569/a"]
    assert other_keys == ["2569/a/b/c", "2569/a/x"]


def test_a_paper_that_would_be_the_file_of_another_document_is_told(tmp_path: Path) -> None:
    root = write_office(tmp_path / "content", names=())
    put(root, "2569/m.yaml", f"{MEETING}papers: [agenda]\n")
    put(root, "2569/m/agenda.yaml", f"{LETTER}to: ข\n")
    project = api.load(root)

    errors = [diagnostic for diagnostic in api.check(project) if diagnostic.is_error]
    assert [(error.code, Path(error.location.path).name) for error in errors] == [("E404", "m.yaml")]
    assert "2569/m/agenda" in errors[0].message
