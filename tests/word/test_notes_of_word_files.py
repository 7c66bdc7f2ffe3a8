"""Notes of Word files that are annexes: their numbers are those that Word shows in the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from annexed_papers import (
    W,
    parts_of,
    plain_word_file,
    put_word_file,
    rendered,
    select,
    text_of,
    with_notes,
    write_order,
    xml_of,
    zipped,
)

from esa_docs.word.annexes.word_files.note_numbers import in_format

ANNEX = "  - {title: คู่มือ, file: file.docx}\n"


def with_footnote_settings(data: bytes, settings: str) -> bytes:
    package = parts_of(data)
    xml = package["word/settings.xml"].decode()
    place = next(each for each in ("<w:endnotePr", "<w:compat") if each in xml)
    package["word/settings.xml"] = xml.replace(
        place, f"<w:footnotePr>{settings}</w:footnotePr>{place}", 1
    ).encode()
    return zipped(package)


def number_of(element: Any) -> str:
    return str(element.get(f"{{{W}}}id"))


def marks_of(root: Path, data: bytes) -> tuple[list[str], list[str]]:
    """Return the marks of the footnotes in the text, and what is messages of the file."""
    put_word_file(root, "file.docx", data)
    file = rendered(write_order(root, ANNEX))
    assert file.value is not None, [each.as_line() for each in file.diagnostics]
    references = select(xml_of(file.value), "//w:footnoteReference")
    notes = {number_of(each): text_of(each) for each in xml_of(file.value, "word/footnotes.xml")}
    marks = [each.getnext().text or "" for each in references]
    for reference, mark in zip(references, marks, strict=True):
        assert notes[number_of(reference)].startswith(f"{mark} footnote")
    messages = [each.message for each in file.diagnostics if each.code == "E345"]
    return marks, messages


@pytest.mark.parametrize(
    ("settings", "marks"),
    [
        ('<w:numStart w:val="5"/>', ["5", "6"]),
        ('<w:numFmt w:val="chicago"/>', ["*", "†"]),
        ('<w:numFmt w:val="thaiNumbers"/><w:numStart w:val="10"/>', ["๑๐", "๑๑"]),
    ],
)
def test_numbers_begin_and_look_as_in_the_file(tmp_path: Path, settings: str, marks: list[str]) -> None:
    data = with_footnote_settings(with_notes(plain_word_file()), settings)
    assert marks_of(tmp_path, data) == (marks, [])


@pytest.mark.parametrize("where", ["settings", "section"])
def test_numbers_begin_anew_in_each_section(tmp_path: Path, where: str) -> None:
    restart = '<w:numStart w:val="3"/><w:numRestart w:val="eachSect"/>'
    data = with_notes(plain_word_file())
    package = parts_of(data)
    notes_of_section = f"<w:footnotePr>{restart}</w:footnotePr>" if where == "section" else ""
    section = (
        f"<w:p><w:pPr><w:sectPr>{notes_of_section}<w:pgSz w:w='11906' w:h='16838'/></w:sectPr></w:pPr></w:p>"
    )
    xml = package["word/document.xml"].decode()
    first, _paragraph, second = xml.partition(
        '</w:p><w:p><w:r><w:t>noted</w:t></w:r><w:r><w:footnoteReference w:id="3"/>'
    )
    package["word/document.xml"] = (
        f"{first}</w:p>{section}{_paragraph.removeprefix('</w:p>')}{second}".encode()
    )
    data = zipped(package)
    if where == "settings":
        assert marks_of(tmp_path, with_footnote_settings(data, restart)) == (["3", "3"], [])
    else:
        # The second section goes on counting: it says nothing of its own.
        assert marks_of(tmp_path, data) == (["3", "4"], [])


@pytest.mark.parametrize("settings", ['<w:numRestart w:val="eachPage"/>', '<w:numFmt w:val="cardinalText"/>'])
def test_other_countings_are_told(tmp_path: Path, settings: str) -> None:
    data = with_footnote_settings(with_notes(plain_word_file()), settings)
    marks, messages = marks_of(tmp_path, data)
    assert (marks, len(messages)) == (["1", "2"], 1)


@pytest.mark.parametrize(
    ("number", "number_format", "written"),
    [
        (5, "chicago", "**"),
        (4, "chicago", "§"),
        (0, "chicago", "0"),
        (0, "thaiLetters", "0"),
        (3, "none", ""),
        (7, "decimalZero", "07"),
        (14, "upperRoman", "XIV"),
        (28, "lowerLetter", "bb"),
        (4, "other", "4"),
    ],
)
def test_numbers_in_the_formats_of_word(number: int, number_format: str, written: str) -> None:
    assert in_format(number, number_format) == written
