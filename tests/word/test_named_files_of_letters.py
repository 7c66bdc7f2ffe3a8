"""Files that a letter names: where nothing can be, and files of the project that are no tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from circulars import HEAD_LINES
from qr_papers import put_letter
from written_project import put

from esa_docs import api
from esa_docs.diagnostics import Diagnostic

LONG = "x" * 300
PLACES = {
    "text: [{table: {file: %s.csv}}]": ("E648", HEAD_LINES + 2, 23),
    "text: [{chart: {type: bar, file: %s.csv}}]": ("E648", HEAD_LINES + 2, 34),
    "text: [{picture: {file: %s.png, alt: ก}}]": ("E644", HEAD_LINES + 2, 25),
    "attachments: [{text: ก, file: %s.pdf}]": ("E644", HEAD_LINES + 2, 31),
    "annexes: [{title: ก, file: %s.pdf}]": ("E644", HEAD_LINES + 2, 28),
    "annexes: [{title: ก, file: %s.docx}]": ("E644", HEAD_LINES + 2, 28),
    "annexes: [{title: ก, file: %s.png}]": ("E644", HEAD_LINES + 2, 28),
}


def errors(root: Path, keys: str) -> list[Diagnostic]:
    """Return the errors of a letter with some keys."""
    text = "" if keys.startswith("text:") else "text: [ก]\n"
    put_letter(root, f"to: นายอำเภอ\n{keys}\n{text}")
    return [each for each in api.check(api.load(root)) if each.severity == "error"]


@pytest.mark.parametrize("keys", PLACES)
def test_a_name_that_is_too_long_is_told_where_it_stands(tmp_path: Path, keys: str) -> None:
    (error,) = errors(tmp_path, keys % LONG)
    assert (error.code, error.location.line, error.location.column) == PLACES[keys]
    assert error.hint == "ไม่มีไฟล์ใดมีชื่อยาวอย่างนี้ได้ ให้ตั้งชื่อไฟล์ให้สั้นลง แล้วเขียนชื่อนั้นไว้ที่นี่"


@pytest.mark.parametrize("keys", PLACES)
def test_a_path_through_a_file_is_told_where_it_stands(tmp_path: Path, keys: str) -> None:
    put(tmp_path, "a.txt", "ก")
    (error,) = errors(tmp_path, keys % "a.txt/b/c")
    assert (error.code, error.location.line, error.location.column) == PLACES[keys]
    assert "'a.txt'" in error.hint


@pytest.mark.parametrize("name", ["office.yaml", "people.yaml", "2569/letter.yaml", "a.txt", "a"])
@pytest.mark.parametrize(
    ("keys", "column"),
    [("text: [{table: {file: %s}}]", 23), ("text: [{chart: {type: bar, file: %s}}]", 34)],
)
def test_a_file_that_is_no_table_is_told_where_it_is_named(
    tmp_path: Path, keys: str, column: int, name: str
) -> None:
    for file in ("a.txt", "a"):
        put(tmp_path, file, "ก")
    (error,) = errors(tmp_path, keys % name)
    assert (error.code, error.location.file.endswith("2569/letter.yaml")) == ("E621", True)
    assert (error.location.line, error.location.column) == (HEAD_LINES + 2, column)


def test_a_list_of_recipients_that_is_no_table_is_told_where_it_is_named(tmp_path: Path) -> None:
    put_letter(tmp_path, "recipients_from: office.yaml\ntext: [ก]\n")
    (error,) = [each for each in api.check(api.load(tmp_path)) if each.severity == "error"]
    assert (error.code, error.location.line, error.location.column) == ("E621", HEAD_LINES + 1, 18)


def test_a_table_of_another_program_is_told_at_the_file_with_its_cure(tmp_path: Path) -> None:
    put(tmp_path, "a.ods", "ก")
    (error,) = errors(tmp_path, "text: [{table: {file: a.ods}}]")
    assert (error.code, error.location.file.endswith("a.ods")) == ("E621", True)
