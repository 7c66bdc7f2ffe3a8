"""Fonts of a template in which no PDF is made: told by the check (E340), and when a PDF is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from shipped_documents import shipped_documents
from word_files import STYLES, pack, paragraph, parts_of, run, template

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.jobs.building.fonts_of_template import with_places_in_template
from esa_docs.word.templates.checking.check import check_template

ANGSANA = '<w:rFonts w:ascii="Angsana New" w:hAnsi="Angsana New" w:cs="Angsana New"/>'
IN_PARAGRAPH = template("ก", paragraph(run("ข", ANGSANA)))


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")


def in_style() -> bytes:
    parts = parts_of(template("ก"))
    styles = parts[STYLES].replace(b"TH SarabunPSK", b"Angsana New")
    return pack({**parts, STYLES: styles})


@pytest.mark.parametrize(
    ("data", "place"), [(IN_PARAGRAPH, "paragraph 2"), (in_style(), "the defaults of the file")]
)
def test_the_check_says_where_a_font_stands_that_gives_no_pdf(data: bytes, place: str) -> None:
    (diagnostic,) = check_template(data, "order.docx", None)
    assert (diagnostic.code, diagnostic.severity) == ("E340", "info")
    assert diagnostic.message.endswith(f"'Angsana New', in which no PDF is made: {place}")
    assert "TH SarabunPSK, TH Sarabun New" in diagnostic.hint


def test_a_refused_pdf_names_the_place_in_the_template(tmp_path: Path) -> None:
    own_template = tmp_path / "order.docx"
    own_template.write_bytes(IN_PARAGRAPH)
    document = replace(shipped_documents()["order"], templates={"order": own_template})
    refusal = Diagnostic("E722", "other fonts too: Angsana New", Location("build/first.docx"), "")
    other = Diagnostic("E723", "no numbers", Location("build/first.docx"), "")
    placed, unchanged = with_places_in_template([refusal, other], document)
    assert placed.location.file == own_template.as_posix()
    assert placed.message == "other fonts too: Angsana New; in the template: Angsana New (paragraph 2)"
    assert unchanged == other


def test_a_shipped_template_is_not_blamed() -> None:
    document = shipped_documents()["order"]
    refusal = Diagnostic("E722", "no such signs", Location("build/first.docx"), "")
    assert with_places_in_template([refusal], document) == (refusal,)
