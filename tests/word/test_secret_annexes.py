"""The annexes of a secret paper: every page of them bears its class where the pages of the paper do."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pypdf import PdfWriter
from word_files import NAMES, parts_of, xml_of, xpath
from written_project import OFFICE, PEOPLE, put

from esa_docs import api
from esa_docs.jobs.building.annex import Annex, bind_annex, open_annex
from esa_docs.jobs.building.plan import Job
from esa_docs.model.document import Document
from esa_docs.word.templates.reading.template_file import shipped_template

TODAY = dt.date(2026, 9, 16)
HEAD = "subject: ก\nto: นายอำเภอ\ntext: [ข]\nsignature: {by: ก}\n"
ANNEXES = """\
annexes:
  - {title: แบบ, paragraphs: [ค, {landscape: [นอน]}]}
  - {title: ระเบียบ, file: a.pdf}
"""
KINDS = pytest.mark.parametrize("kind", ["letter", "memo"])


def pdf_of() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def paper(root: Path, kind: str, keys: str = "secrecy: ลับมาก\n") -> Document[Any]:
    """Write a project with a paper that has annexes, and return it."""
    put(root, "office.yaml", f"content: 2\n{OFFICE}letter_code: ศธ 04000\n")
    put(root, "people.yaml", PEOPLE)
    put(root, "2569/a.yaml", f"kind: {kind}\n{HEAD}{keys}{ANNEXES}")
    (root / "a.pdf").write_bytes(pdf_of())
    return api.find(api.load(root), "a")


def annex_of(root: Path, kind: str, keys: str = "secrecy: ลับมาก\n") -> Annex:
    return open_annex(Job(paper(root, kind, keys), root / "a.docx", with_pdf=True), TODAY)


def texts(data: bytes) -> dict[str, str]:
    """Return the text of the body, the head and the foot of a Word file of one section."""
    parts = parts_of(data)
    names = {"body": "word/document.xml", "head": "word/header1.xml", "foot": "word/footer1.xml"}
    return {
        name: "".join(xpath(etree.fromstring(parts[part]), ".//w:t/text()")) for name, part in names.items()
    }


def distances(data: bytes) -> list[tuple[str, ...]]:
    """Return how far the head and the foot of each section stand from the edges, in twips."""
    distances_of_sections = []
    for margins in xpath(xml_of(data), "//w:pgMar"):
        sides = [margins.get(f"{{{NAMES['w']}}}{side}") for side in ("header", "footer")]
        distances_of_sections.append(tuple(sides))
    return distances_of_sections


@KINDS
def test_dividers_and_the_sheet_for_bound_pages_bear_the_class(tmp_path: Path, kind: str) -> None:
    annex = annex_of(tmp_path, kind)
    assert annex.diagnostics == ()
    divider, sheet = (texts(file.data) for file in annex.dividers)
    assert (divider["head"], divider["foot"], "ระเบียบ" in divider["body"]) == ("ลับมาก", "ลับมาก", True)
    assert sheet == {"body": "", "head": "ลับมาก", "foot": "ลับมาก"}
    checked = api.render_checked(paper(tmp_path, kind), today=TODAY)
    assert checked.value is not None
    # The marks stand as far from the edges as on the upright pages of the paper.
    assert distances(annex.dividers[1].data)[0] == distances(checked.value)[0]


@KINDS
def test_a_paper_without_a_class_has_no_sheet(tmp_path: Path, kind: str) -> None:
    annex = annex_of(tmp_path, kind, "")
    assert (annex.sheet, len(annex.dividers)) == (None, 1)
    divider = texts(annex.dividers[0].data)
    assert (divider["head"], divider["foot"]) == ("", "")


def test_nothing_is_bound_where_the_sheet_could_not_be_made(tmp_path: Path) -> None:
    annex = annex_of(tmp_path, "letter")
    report = pdf_of()
    assert bind_annex(paper(tmp_path, "letter"), report, annex, [pdf_of(), None]).value == report


@KINDS
def test_each_section_of_the_annexes_in_word_bears_the_class(tmp_path: Path, kind: str) -> None:
    checked = api.render_checked(paper(tmp_path, kind), today=TODAY)
    assert checked.value is not None
    assert "W524" not in {each.code for each in checked.diagnostics}
    parts = parts_of(checked.value)
    relationships = etree.fromstring(parts["word/_rels/document.xml.rels"])
    targets = {each.get("Id"): each.get("Target") for each in relationships}
    sections = xpath(xml_of(checked.value), "//w:sectPr")
    assert len(sections) == 3
    for section in sections[1:]:
        for sort in ("header", "footer"):
            (identifier,) = xpath(section, f"w:{sort}Reference[@w:type='default']/@r:id")
            root = etree.fromstring(parts[f"word/{targets[identifier]}"])
            assert "ลับมาก" in "".join(map(str, root.itertext()))
    # On the lying page the class stands in the middle: half of 29.7 - 3 - 2 cm or less, in twips.
    (lying,) = xpath(sections[2], "w:footerReference[@w:type='default']/@r:id")
    tabs = xpath(etree.fromstring(parts[f"word/{targets[lying]}"]), "//w:tab[@w:val='center']/@w:pos")
    size, margins = xpath(sections[2], "w:pgSz")[0], xpath(sections[2], "w:pgMar")[0]
    width = int(size.get(f"{{{NAMES['w']}}}w"))
    sides = [int(margins.get(f"{{{NAMES['w']}}}{side}")) for side in ("left", "right")]
    assert abs(int(tabs[0]) * 2 - (width - sum(sides))) <= 2


def test_an_own_template_whose_further_pages_lack_the_class_is_told(tmp_path: Path) -> None:
    paper(tmp_path, "letter")
    own_template = tmp_path / "templates_docx/letter.docx"
    own_template.parent.mkdir()
    with (
        zipfile.ZipFile(shipped_template("letter.docx")) as shipped,
        zipfile.ZipFile(own_template, "w") as target,
    ):
        for name in shipped.namelist():
            data = shipped.read(name)
            if name in {"word/header1.xml", "word/footer1.xml"}:
                data = data.replace(b"{{ marks.secrecy }}", b"")
            target.writestr(name, data)
    checked = api.render_checked(api.find(api.load(tmp_path), "a"), today=TODAY)
    warning = [
        (each.code, each.location.line, each.field) for each in checked.diagnostics if each.code == "W524"
    ]
    assert warning == [("W524", 8, "annexes[0]")]


def test_the_class_of_a_paper_changes_what_is_bound(tmp_path: Path) -> None:
    marks = [paper(tmp_path, "letter", keys).annex[0].mark for keys in ("", "secrecy: ลับ\n")]
    assert marks == ["", "ลับ"]
