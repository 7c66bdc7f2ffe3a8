"""What verify says of files of other programs: style is a remark, and an error is what Word refuses."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from altering import FILE_LABEL, append_inside, duplicate
from audited import audit
from foreign_files import (
    GOOGLE_TABLE,
    LIBREOFFICE,
    MAC,
    PARAGRAPH,
    TEXT_BOX_IN_BOTH_BRANCHES,
    WPS,
    foreign_file,
    part,
    word_file_with_all,
)
from word_files import DOCUMENT, HEADER, SETTINGS, STYLES, alter_part, pack, parts_of, template

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.model.document import Document
from esa_docs.word.render import render
from esa_docs.word.verify import verify

CORE = "docProps/core.xml"
PROGRAM = "docProps/app.xml"


def weights(data: bytes) -> dict[str, set[Severity]]:
    """Return the severities of the findings of each code."""
    severities: dict[str, set[Severity]] = {}
    for diagnostic in verify(data, FILE_LABEL):
        severities.setdefault(diagnostic.code, set()).add(diagnostic.severity)
    return severities


def finding(data: bytes, code: str) -> Diagnostic:
    """Return the only finding of a code."""
    (diagnostic,) = [diagnostic for diagnostic in verify(data, FILE_LABEL) if diagnostic.code == code]
    return diagnostic


OF_OTHERS = {
    "Word with divs, effects and a bibliography": word_file_with_all(),
    "Word with the ids of a text box in both branches": word_file_with_all(TEXT_BOX_IN_BOTH_BRANCHES),
    "Google Docs": foreign_file(GOOGLE_TABLE + PARAGRAPH, program="Google Docs"),
    "LibreOffice": foreign_file(LIBREOFFICE, program="LibreOffice/24.2.7.2$Windows_X86_64"),
    "WPS": foreign_file(WPS, program="WPS Office_12.2.0.13110_F1E327BC-269C-435d-A152-05C5408002CA"),
    "Word for Mac": foreign_file(MAC, program="Microsoft Macintosh Word"),
}


@pytest.mark.parametrize("data", OF_OTHERS.values(), ids=OF_OTHERS)
def test_a_file_as_others_write_it_has_remarks_alone(data: bytes) -> None:
    severities = weights(data)
    assert severities
    assert set().union(*severities.values()) == {Severity.INFO}


def test_openxml_audit_stumbles_over_the_same_files(tmp_path: Path) -> None:
    """The files are of the kind that failed: the audit calls what Word itself writes an error."""
    path = tmp_path / "word.docx"
    path.write_bytes(OF_OTHERS["Word with divs, effects and a bibliography"])
    assert audit(path) != []


ODD = {
    "an odd element": append_inside("//w:body", "<w:nonsense/>"),
    "a table in a run": append_inside("//w:r", "<w:tbl/>"),
}


@pytest.mark.parametrize("alter", ODD.values(), ids=ODD)
def test_what_word_refuses_is_an_error_in_any_file(alter: Any) -> None:
    data = alter_part(word_file_with_all(), DOCUMENT, alter)
    assert weights(data)["E720"] == {Severity.ERROR}
    assert "Word" in finding(data, "E720").hint


def test_what_word_bears_is_none() -> None:
    decimals = foreign_file(GOOGLE_TABLE)
    repeated_bookmark = word_file_with_all(
        '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>' * 2 + PARAGRAPH
    )
    unclosed_field = word_file_with_all('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>')
    braces = word_file_with_all("<w:p><w:r><w:t>{{ ชื่อ }}</w:t></w:r></w:p>")

    assert weights(decimals)["E720"] == {Severity.INFO}
    assert weights(repeated_bookmark)["E719"] == {Severity.WARNING}
    assert weights(unclosed_field)["E717"] == {Severity.WARNING}
    assert weights(braces)["E703"] == {Severity.WARNING}


def test_findings_of_one_kind_are_one_with_their_number_and_first_place() -> None:
    runs = "".join(f"<w:r><w:t>ก{number}</w:t></w:r>" for number in range(12))
    diagnostic = finding(word_file_with_all(f"<w:p>{runs}</w:p>"), "E710")
    assert "12" in diagnostic.message
    assert "'ก0'" in diagnostic.message
    assert (diagnostic.field, diagnostic.severity) == (DOCUMENT, Severity.INFO)


def test_a_finding_that_stands_once_names_its_place() -> None:
    diagnostic = finding(word_file_with_all("<w:p><w:r><w:t>ข้อความเดียว</w:t></w:r></w:p>"), "E710")
    assert diagnostic.message.endswith("'ข้อความเดียว')")


# Whose file it is.


@pytest.fixture(scope="module")
def data(manual: Document[Any]) -> bytes:
    return render(manual, today=dt.date(2026, 9, 16))


def test_a_file_made_here_is_held_to_our_rules_and_one_saved_by_others_is_not(data: bytes) -> None:
    twice = alter_part(data, DOCUMENT, duplicate("//w:p[w:pPr/w:pStyle[@w:val='BodyText']]/w:r[not(w:rPr)]"))
    properties = parts_of(word_file_with_all())
    saved_by_word = pack(
        {**parts_of(twice), CORE: properties[CORE], "docProps/app.xml": properties["docProps/app.xml"]}
    )

    assert weights(twice) == {"E711": {Severity.WARNING}}
    assert weights(saved_by_word) == {"E711": {Severity.INFO}}


def test_a_file_of_an_own_template_counts_as_ours(data: bytes) -> None:
    """An own template was saved by Word, whose name stands in the file; the core properties are ours."""
    program = parts_of(word_file_with_all())[PROGRAM]
    with_tag = alter_part(data, DOCUMENT, append_inside("//w:body/w:p", "<w:r><w:t>{{ x }}</w:t></w:r>"))
    of_own_template = pack({**parts_of(with_tag), PROGRAM: program})

    assert weights(of_own_template)["E703"] == {Severity.ERROR}


# Odd packages that Word opens; those with other names: test_part_names.py.


def test_what_zip_programs_leave_behind_is_no_fault_of_others(data: bytes) -> None:
    left_behind = {"__MACOSX/._a": b"x", "word/.DS_Store": b"x"}
    assert "E702" not in weights(pack({**parts_of(word_file_with_all()), **left_behind}))
    assert weights(pack({**parts_of(data), **left_behind}))["E702"] == {Severity.ERROR}


def test_a_strict_document_is_named_and_not_judged() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    content = part("document", f"<w:body>{PARAGRAPH}</w:body>").decode()
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = {DOCUMENT: content.replace(main, strict).encode()}
    assert weights(foreign_file("", parts=parts)) == {"E731": {Severity.WARNING}}


def test_settings_and_styles_of_others_are_looked_into() -> None:
    odd_settings = alter_part(word_file_with_all(), SETTINGS, append_inside("/w:settings", "<w:nonsense/>"))
    odd_styles = alter_part(word_file_with_all(), STYLES, append_inside("/w:styles", "<w:nonsense/>"))
    assert finding(odd_settings, "E720").field == SETTINGS
    assert finding(odd_styles, "E720").field == STYLES


@pytest.mark.parametrize(("name", "words"), [(DOCUMENT, "(at 'ก')"), (HEADER, "(at 'ก') (in a header)")])
def test_a_finding_outside_of_the_text_names_its_part_in_words(
    name: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    data = alter_part(template("x", header="y"), name, append_inside("//w:p", "<w:r><w:t>ก</w:t></w:r>"))
    diagnostic = finding(data, "E710")
    assert diagnostic.field == name
    assert diagnostic.message.endswith(words)


OTHER_PACKAGES = {
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/epub+zip": ".epub",
    "application/x-other": "application/x-other",
}


@pytest.mark.parametrize(("media_type", "words"), OTHER_PACKAGES.items())
def test_another_file_named_docx_is_told_by_its_sort(media_type: str, words: str) -> None:
    data = pack({"mimetype": media_type.encode(), "content.xml": b"<x/>"})
    (diagnostic,) = verify(data, "a.docx")
    assert diagnostic.code == "E701"
    assert words in diagnostic.message
