"""Drawings take the place of their marks, alone in a run or with text beside them."""

from __future__ import annotations

import pytest

from esa_docs.word.drawings import Drawing, declare_drawing_namespaces, drawing_mark, insert_drawings, is_mark

FIRST, SECOND = Drawing("<w:r><first/></w:r>", ("ก",)), Drawing("<w:r><second/></w:r>", ("ข",))
BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>"
PLAIN = '<w:r><w:t xml:space="preserve">'
END = "</w:t></w:r>"


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (f"<w:p>{BOLD}{drawing_mark(0)}{END}</w:p>", f"<w:p>{FIRST.run}</w:p>"),
        (f"<w:p>{PLAIN}ก {drawing_mark(1)}{END}</w:p>", f"<w:p>{PLAIN}ก {END}{SECOND.run}</w:p>"),
        (f"<w:p>{BOLD}{drawing_mark(1)}ข{END}</w:p>", f"<w:p>{SECOND.run}{BOLD}ข{END}</w:p>"),
        (
            f"<w:p>{BOLD}{drawing_mark(0)}{END}</w:p><w:p>{PLAIN}ค{END}{BOLD}{drawing_mark(1)}{END}</w:p>",
            f"<w:p>{FIRST.run}</w:p><w:p>{PLAIN}ค{END}{SECOND.run}</w:p>",
        ),
        (
            f"<w:p>{PLAIN}{drawing_mark(0)} {drawing_mark(1)}{END}</w:p>",
            f"<w:p>{FIRST.run}{PLAIN} {END}{SECOND.run}</w:p>",
        ),
        (f"<w:p>{PLAIN}ก{END}</w:p>", f"<w:p>{PLAIN}ก{END}</w:p>"),
    ],
)
def test_a_mark_gives_way_to_its_drawing(xml: str, expected: str) -> None:
    assert insert_drawings(xml, [FIRST, SECOND]) == expected


def test_a_mark_is_known_and_text_is_none() -> None:
    assert is_mark(drawing_mark(12))
    assert not is_mark("d12")


def test_names_are_declared_once() -> None:
    xml = '<?xml version="1.0"?>\n<w:document xmlns:w="w" xmlns:wp="x"><w:body/></w:document>'
    declared_xml = declare_drawing_namespaces(xml)

    assert declared_xml.count("xmlns:wp=") == 1
    assert declared_xml.count("xmlns:wps=") == declared_xml.count("xmlns:mc=") == 1
    assert declare_drawing_namespaces(declared_xml) == declared_xml


def test_each_further_print_of_a_drawing_has_ids_of_its_own() -> None:
    run = '<w:r><x id="1000" name="1000"/><y id="1001"/><st id="1001"/><b r:id="rId1000"/><z id="3"/></w:r>'
    drawings = [Drawing(run, ()), SECOND]
    mark = f"{PLAIN}{drawing_mark(0)}{END}"

    first, second, third = insert_drawings(f"{mark}\n{mark}\n{mark}", drawings).split("\n")

    assert first == run
    assert second == run.replace(' id="1000"', ' id="3000"').replace(' id="1001"', ' id="3001"')
    assert third == run.replace(' id="1000"', ' id="4000"').replace(' id="1001"', ' id="4001"')
