"""Verify leaves alone what is right, and judges odd files without breaking down."""

from __future__ import annotations

import datetime as dt
from copy import deepcopy
from typing import Any

import pytest
from altering import (
    BODY,
    FILE_LABEL,
    RELATIONS,
    THAI_RUN,
    TYPES,
    Alter,
    append_inside,
    codes_in,
    first_match,
    insert_before,
    problems_in,
    set_text,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from word_files import (
    DOCUMENT,
    HEADER,
    NAMES,
    STYLES,
    Element,
    W,
    alter_part,
    attribute,
    elements,
    only_match,
    pack,
    parts_of,
    xml_of,
    xpath,
)

from esa_docs.diagnostics import Diagnostic
from esa_docs.model.document import Document
from esa_docs.word.render import render
from esa_docs.word.verify import verify


@pytest.fixture(scope="module")
def data(manual: Document[Any]) -> bytes:
    return render(manual, today=dt.date(2026, 9, 16))


# What is right must not be called wrong.

SMALL = (
    '<w:tbl><w:tblPr><w:tblLayout w:type="fixed"/><w:tblCellMar/></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>'
    '<w:tc><w:tcPr><w:tcW w:w="9" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
)


def _merge_first_cells_of_last_row(root: Element) -> None:
    row = first_match(root, "//w:tr[last()]")
    cell, next_cell = xpath(row, "w:tc")[:2]
    width = only_match(cell, "w:tcPr/w:tcW")
    total = int(attribute(width, "w") or 0) + int(only_match(next_cell, "w:tcPr/w:tcW/@w:w"))
    width.set(f"{{{W}}}w", str(total))
    width.addnext(elements('<w:gridSpan w:val="2"/>')[0])
    row.remove(next_cell)


def _append_external_relation(root: Element) -> None:
    link = deepcopy(root[0])
    link.set("Id", "rIdOut")
    link.set("Type", f"{NAMES['r']}/hyperlink")
    link.set("Target", "https://www.obec.go.th/")
    link.set("TargetMode", "External")
    root.append(link)


def _set_exact_height_of_title(root: Element) -> None:
    spacing = only_match(root, "//w:p[w:pPr/w:pStyle[@w:val='Title']]/w:pPr/w:spacing")
    spacing.set(f"{{{W}}}line", "9")
    spacing.set(f"{{{W}}}lineRule", "exact")


def _insert_comments(root: Element) -> None:
    for element in xpath(root, "//w:rPr | //w:r | //w:p | //w:tc"):
        element.insert(0, etree.Comment("x"))


ALLOWED: list[tuple[str, str, Alter]] = [
    # what is right, the altered part, alteration
    ("a page break in justified text", DOCUMENT, append_inside(THAI_RUN, '<w:br w:type="page"/>')),
    (
        "a line break in centred text",
        DOCUMENT,
        append_inside("//w:p[w:pPr/w:pStyle[@w:val='Title']]/w:r", "<w:br/>"),
    ),
    (
        "a run of spaces alone",
        DOCUMENT,
        insert_before(f"{BODY}/w:r", "<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t> </w:t></w:r>"),
    ),
    ("an empty cell", DOCUMENT, append_inside("//w:tc", "<w:p/>")),
    ("a spanned row", DOCUMENT, _merge_first_cells_of_last_row),
    ("a table of one row without a head", DOCUMENT, insert_before(BODY, SMALL)),
    ("a link out of the file", RELATIONS, _append_external_relation),
    (
        "exact height in a centred line",
        DOCUMENT,
        _set_exact_height_of_title,
    ),
    ("bold in both scripts", DOCUMENT, insert_before(f"{THAI_RUN}/w:rPr/w:cs", "<w:b/><w:bCs/>")),
    ("a comment in the XML", DOCUMENT, _insert_comments),
    ("U+00A0 and U+2060", DOCUMENT, set_text(f"{THAI_RUN}/w:t", "พ.ศ.\u00a0๒\u2060ก".replace(".", ""))),
    (
        "a bookmark across",
        DOCUMENT,
        insert_before(f"{BODY}/w:r", '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'),
    ),
    ("THAIARABIC in capitals", HEADER, set_text("//w:instrText", "PAGE \\* THAIARABIC")),
]


@pytest.mark.parametrize(("part", "alter"), [case[1:] for case in ALLOWED], ids=[case[0] for case in ALLOWED])
def test_what_is_right_is_left_alone(part: str, alter: Alter, data: bytes) -> None:
    altered_data = alter_part(data, part, alter)
    unaltered_part = etree.tostring(xml_of(data, part), xml_declaration=True, encoding="UTF-8")
    assert parts_of(altered_data)[part] != unaltered_part
    assert problems_in(altered_data) == []


# Odd packages.


def test_a_file_without_any_other_part_is_checked(data: bytes) -> None:
    parts = parts_of(data)
    only_document = pack({TYPES: parts[TYPES], DOCUMENT: parts[DOCUMENT]})
    assert set(codes_in(only_document)) == {"E712", "E713", "E730"}


ODD_DOCUMENTS = [
    "<w:t>ก</w:t>",
    "<w:instrText>ก</w:instrText>",
    "<w:br/>",
    '<w:spacing w:lineRule="exact"/>',
    '<w:jc w:val="distribute"/>',
    '<w:rPr><w:rStyle w:val="a"/><w:b/></w:rPr>',
    "<w:tbl><w:tr/><w:tr><w:tc/></w:tr></w:tbl>",
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr></w:tc></w:tr></w:tbl>',
    "<w:fldChar/>",
    "<w:bookmarkStart/><w:bookmarkStart/>",
    "<wp:docPr/><wp:docPr/>",
    "<w:hyperlink/>",
    "<w:p>ก<w:t>ข</w:t></w:p>",
    "<w:r><w:t/><w:rPr/></w:r>",
]


@pytest.mark.parametrize("place", ["", "body", "document", "p", "r", "tc", "pPr"])
@pytest.mark.parametrize("odd_xml", ODD_DOCUMENTS)
def test_odd_documents_are_judged_never_a_crash(odd_xml: str, place: str, data: bytes) -> None:
    xml = f"<w:{place}>{odd_xml}</w:{place}>" if place else odd_xml
    # A file whose main part begins with another element is of another sort: not looked into.
    document = etree.tostring(elements(f"<w:document>{xml}</w:document>")[0], with_tail=False)
    styles = etree.tostring(elements(xml)[0], with_tail=False)
    odd_file = pack({**parts_of(data), DOCUMENT: document, STYLES: styles})
    assert "E712" in codes_in(odd_file)


ODD_VALUES = ["", "x", "-1", "50%", "1.5", "๕", "9" * 30, "distribute", "exact", "begin", "end", "BodyText"]


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(draw=st.data())
def test_odd_packages_are_judged_never_a_crash(draw: st.DataObject, data: bytes) -> None:
    roots = {name: etree.fromstring(part) for name, part in parts_of(data).items()}
    for name in draw.draw(st.lists(st.sampled_from(list(roots)), max_size=3)):
        roots.pop(name, None)
    for _ in range(draw.draw(st.integers(1, 12))):
        name = draw.draw(st.sampled_from(sorted(roots)))
        _spoil(draw, roots[name])
    odd_file = pack({name: etree.tostring(root) for name, root in roots.items()})

    diagnostics = verify(odd_file, FILE_LABEL, ("คำนำ",))
    assert {type(diagnostic) for diagnostic in diagnostics} <= {Diagnostic}
    codes = {diagnostic.code for diagnostic in diagnostics}
    assert codes <= {f"E7{number:02}" for number in (*range(1, 21), *range(27, 31))}


def _spoil(draw: st.DataObject, root: Element) -> None:
    """Remove, move, repeat or alter an element of a part."""
    every_element = list(root.iter())
    element = every_element[draw.draw(st.integers(0, len(every_element) - 1))]
    place = every_element[draw.draw(st.integers(0, len(every_element) - 1))]
    change = draw.draw(st.sampled_from(["remove", "move", "repeat", "set value", "clear"]))
    is_root = element is root
    match change:
        case "set value" if element.attrib:
            name = draw.draw(st.sampled_from(sorted(element.attrib)))
            element.set(name, draw.draw(st.sampled_from(ODD_VALUES)))
        case "clear":
            element.attrib.clear()
        case "repeat":
            place.append(deepcopy(element))
        case "remove" if not is_root:
            element.getparent().remove(element)
        case "move" | "set value" if element not in {place, *place.iterancestors()}:
            place.append(element)
