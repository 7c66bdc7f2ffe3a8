"""Verify leaves alone what is right, and judges odd files without breaking down."""

from __future__ import annotations

import datetime as dt
from copy import deepcopy
from typing import Any

import pytest
from altering import (
    BODY,
    RELATIONS,
    SHOWN,
    THAI_RUN,
    TYPES,
    Alter,
    before,
    first,
    found_in,
    inside,
    text,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from word_files import (
    DOCUMENT,
    HEADER,
    STYLES,
    Element,
    W,
    altered,
    attribute,
    elements,
    pack,
    parts_of,
    the,
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
ALLOWED: list[tuple[str, str, Alter]] = [
    ("a page break in justified text", DOCUMENT, inside(THAI_RUN, '<w:br w:type="page"/>')),
    (
        "a line break in centred text",
        DOCUMENT,
        inside("//w:p[w:pPr/w:pStyle[@w:val='Title']]/w:r", "<w:br/>"),
    ),
    (
        "a run of spaces alone",
        DOCUMENT,
        before(f"{BODY}/w:r", "<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t> </w:t></w:r>"),
    ),
    ("an empty cell", DOCUMENT, inside("//w:tc", "<w:p/>")),
    ("a spanned row", DOCUMENT, lambda root: _span(root, "w:tc[1]", "w:tc[2]")),
    ("a table of one row without a head", DOCUMENT, before(BODY, SMALL)),
    ("a link out of the file", RELATIONS, lambda root: root.append(_external(root))),
    (
        "exact height in a centred line",
        DOCUMENT,
        inside("//w:p[w:pPr/w:pStyle[@w:val='Title']]/w:pPr", '<w:spacing w:line="9" w:lineRule="exact"/>'),
    ),
    ("bold in both scripts", DOCUMENT, before(f"{THAI_RUN}/w:rPr/w:cs", "<w:b/><w:bCs/>")),
    (
        "a comment in the XML",
        DOCUMENT,
        lambda root: [
            one.insert(0, etree.Comment("x")) for one in xpath(root, "//w:rPr | //w:r | //w:p | //w:tc")
        ],
    ),
    ("U+00A0 and U+2060", DOCUMENT, text(f"{THAI_RUN}/w:t", "พ.ศ.\u00a0๒\u2060ก".replace(".", ""))),
    (
        "a bookmark across",
        DOCUMENT,
        before(f"{BODY}/w:r", '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'),
    ),
    (
        "bookmarks without ids",
        DOCUMENT,
        before(f"{BODY}/w:r", '<w:bookmarkStart w:name="x"/><w:bookmarkStart w:name="y"/>'),
    ),
    ("THAIARABIC in capitals", HEADER, text("//w:instrText", "PAGE \\* THAIARABIC")),
]


def _span(root: Element, kept: str, gone: str) -> None:
    """Merge two cells of the last row of a table."""
    row = first(root, "//w:tr[last()]")
    cell, lost = the(row, kept), the(row, gone)
    width = the(cell, "w:tcPr/w:tcW")
    total = int(attribute(width, "w") or 0) + int(the(lost, "w:tcPr/w:tcW/@w:w"))
    width.set(f"{{{W}}}w", str(total))
    width.addnext(elements('<w:gridSpan w:val="2"/>')[0])
    row.remove(lost)


def _external(root: Element) -> Element:
    link = deepcopy(root[0])
    link.set("Id", "rIdOut")
    link.set("Target", "https://www.obec.go.th/")
    link.set("TargetMode", "External")
    return link


@pytest.mark.parametrize(("part", "alter"), [case[1:] for case in ALLOWED], ids=[case[0] for case in ALLOWED])
def test_what_is_right_is_left_alone(part: str, alter: Alter, data: bytes) -> None:
    changed = altered(data, part, alter)
    assert parts_of(changed)[part] != etree.tostring(
        xml_of(data, part), xml_declaration=True, encoding="UTF-8"
    )
    assert found_in(changed) == []


# Odd packages.


def test_a_file_without_any_other_part_is_checked(data: bytes) -> None:
    parts = parts_of(data)
    alone = {TYPES: parts[TYPES], DOCUMENT: parts[DOCUMENT]}
    assert {one.code for one in verify(pack(alone), SHOWN)} == {"E712", "E713"}


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
@pytest.mark.parametrize("odd", ODD_DOCUMENTS)
def test_odd_documents_are_judged_never_a_crash(odd: str, place: str, data: bytes) -> None:
    root = elements(f"<w:{place}>{odd}</w:{place}>" if place else odd)[0]
    content = etree.tostring(root, with_tail=False)
    found = verify(pack({**parts_of(data), DOCUMENT: content, STYLES: content}), SHOWN)
    assert "E712" in {one.code for one in found}


ODD_VALUES = ["", "x", "-1", "50%", "1.5", "๕", "9" * 30, "distribute", "exact", "begin", "end", "BodyText"]


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(draw=st.data())
def test_odd_packages_are_judged_never_a_crash(draw: st.DataObject, data: bytes) -> None:
    parts = {name: etree.fromstring(part) for name, part in parts_of(data).items()}
    for name in draw.draw(st.lists(st.sampled_from(list(parts)), max_size=3)):
        parts.pop(name, None)
    for _ in range(draw.draw(st.integers(1, 12))):
        _spoil(draw, parts[draw.draw(st.sampled_from(sorted(parts)))])
    found = verify(pack({name: etree.tostring(root) for name, root in parts.items()}), SHOWN, ("คำนำ",))
    assert {type(one) for one in found} <= {Diagnostic}
    assert {one.code for one in found} <= {f"E7{number:02}" for number in range(1, 20)}


def _spoil(draw: st.DataObject, root: Element) -> None:
    """Take away, move, repeat or alter one element of a part."""
    every = list(root.iter())
    one = every[draw.draw(st.integers(0, len(every) - 1))]
    other = every[draw.draw(st.integers(0, len(every) - 1))]
    what = draw.draw(st.sampled_from(["drop", "move", "twin", "value", "bare"]))
    if what == "value" and one.attrib:
        one.set(draw.draw(st.sampled_from(sorted(one.attrib))), draw.draw(st.sampled_from(ODD_VALUES)))
    elif what == "bare":
        one.attrib.clear()
    elif what == "twin":
        other.append(deepcopy(one))
    elif one is not root and what == "drop":
        one.getparent().remove(one)
    elif one is not root and one not in other.iterancestors() and one is not other:
        other.append(one)
