"""Tracked changes and comments of a template: accepted and read past, whatever part they stand in."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path

import pytest
from filling import FILE_LABEL, fill_in
from revised import REVISIONS, commented, revised
from shipped_documents import TODAY, print_with, shipped_documents
from word_files import (
    DOCUMENT,
    ROOT,
    SETTINGS,
    lines_of,
    paragraph,
    parts_of,
    run,
    template,
    texts_of_all,
    xml_of,
    xpath,
)

from esa_docs.diagnostics import Severity
from esa_docs.word.render import render_checked
from esa_docs.word.templates.compiling import compile_template
from esa_docs.word.theme import Look
from esa_docs.word.verify import verify

FOLDER = ROOT / "templates_docx"
NAMES = sorted(path.stem for path in FOLDER.glob("[!~]*.docx"))


def stories_of(data: bytes) -> dict[str, list[str]]:
    """Return the visible lines of each part with text."""
    names = [
        name for name in parts_of(data) if name.startswith(("word/document", "word/header", "word/foot"))
    ]
    return {name: lines_of(data, name) for name in names}


def finished_codes(data: bytes) -> Counter[str]:
    """Return the codes that verify finds in a paper, with their numbers."""
    return Counter(diagnostic.code for diagnostic in verify(data, "a.docx"))


@pytest.mark.parametrize("name", NAMES)
def test_a_template_with_tracked_changes_prints_what_it_printed_before(name: str) -> None:
    data = (FOLDER / f"{name}.docx").read_bytes()
    document = shipped_documents()[name]

    plain = print_with(document, data)
    changed = print_with(document, revised(data))

    assert stories_of(changed) == stories_of(plain)
    assert len(stories_of(plain)[DOCUMENT]) >= 5
    for part in (*stories_of(changed), SETTINGS):
        assert xpath(xml_of(changed, part), REVISIONS) == [], part
    assert finished_codes(changed) == finished_codes(plain)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_full_of_comments_prints_what_it_printed_before(name: str) -> None:
    data = (FOLDER / f"{name}.docx").read_bytes()
    document = shipped_documents()[name]

    plain = print_with(document, data)
    changed = print_with(document, commented(data))

    assert stories_of(changed) == stories_of(plain)
    assert "E703" not in finished_codes(changed)


def test_tracked_changes_are_told_once_and_are_no_fault(tmp_path: Path) -> None:
    data = (FOLDER / "order.docx").read_bytes()
    look = Look("TH SarabunPSK", "thai")
    (diagnostic,) = compile_template(revised(data), FILE_LABEL, look).diagnostics
    assert (diagnostic.code, diagnostic.severity) == ("E313", Severity.INFO)
    assert (diagnostic.location.path, diagnostic.location.line) == (FILE_LABEL, 0)
    assert compile_template(data, FILE_LABEL, look).diagnostics == ()
    path = tmp_path / "order.docx"
    path.write_bytes(revised(data))
    document = dataclasses.replace(shipped_documents()["order"], templates={"order": path})
    checked = render_checked(document, "a.docx", today=TODAY)
    assert [diagnostic.code for diagnostic in checked.diagnostics] == ["E313", "E501"]


def test_marks_of_comments_and_notes_split_no_tag() -> None:
    start, end = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
    reference = '<w:r><w:commentReference w:id="4"/></w:r>'
    note = '<w:r><w:footnoteReference w:id="9"/></w:r>'
    pieces = (run("ก {"), start, run("{ on"), reference, run("e"), note, run(" }"), end, run("} ข {{ one }}"))
    root = xml_of(fill_in(template(paragraph(*pieces))))
    names = [child.tag.rpartition("}")[2] for child in xpath(root, "//w:p[1]/*")]
    assert texts_of_all(xpath(root, "//w:p[1]")) == ["ก หนึ่ง ข หนึ่ง"]
    # Comments are left out of finished papers (E323).
    assert names == ["r", "r", "r"]
    assert xpath(root, "//w:commentReference") == []
    assert xpath(root, "//w:footnoteReference/@w:id") == ["9"]
