"""Parts put into a package with the references to them and their kinds."""

from __future__ import annotations

import io

import docx
from lxml import etree

from esa_docs.ooxml.linked_parts import LinkedPart, package_maker, with_linked_parts
from esa_docs.ooxml.package import read_package, write_package

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT, RELATIONS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
EMPTY = {
    TYPES: b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="xml" ContentType="application/xml"/></Types>',
    DOCUMENT: b"",
}
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOOK = LinkedPart("rId1", "package", "word/embeddings/one.xlsx", BOOK_TYPE, b"book")
CHART = LinkedPart("rIdChart", "chart", "word/charts/one.xml", CHART_TYPE, b"chart", (BOOK,))


def picture(data: bytes) -> LinkedPart:
    return LinkedPart("rIdEmblem", "image", "word/media/emblem.png", "image/png", data)


def chart(data: bytes) -> LinkedPart:
    return LinkedPart("rIdC", "chart", "word/charts/one.xml", CHART_TYPE, data)


def children(data: bytes) -> list[tuple[str, dict[str, str]]]:
    """Return name and attributes of each element below the root of a part."""
    elements = []
    for element in etree.fromstring(data):
        attributes = {str(name): str(value) for name, value in element.attrib.items()}
        elements.append((etree.QName(element).localname, attributes))
    return elements


def test_a_picture_put_into_a_package_is_found_by_python_docx() -> None:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    parts = with_linked_parts(read_package(buffer.getvalue()), [picture(b"picture")])
    word = docx.Document(io.BytesIO(write_package(parts)))
    part = word.part.related_parts["rIdEmblem"]
    assert part.blob == b"picture"
    assert part.content_type == "image/png"
    assert str(part.partname) == "/word/media/emblem.png"


def test_a_part_takes_the_place_of_the_one_of_its_name_and_is_declared_once() -> None:
    for make_part in (picture, chart):
        once = with_linked_parts(EMPTY, [make_part(b"1")])
        twice = with_linked_parts(once, [make_part(b"2")])
        name = make_part(b"").name
        assert {part for part in once if once[part] != twice[part]} == {name}
        assert twice[name] == b"2"


def test_a_part_brings_along_what_it_refers_to_itself() -> None:
    parts = with_linked_parts(EMPTY, [CHART])
    target = {"Id": "rIdChart", "Type": f"{R}/chart", "Target": "charts/one.xml"}
    assert children(parts[RELATIONS]) == [("Relationship", target)]
    inner = {"Id": "rId1", "Type": f"{R}/package", "Target": "../embeddings/one.xlsx"}
    assert children(parts["word/charts/_rels/one.xml.rels"]) == [("Relationship", inner)]
    assert (parts["word/charts/one.xml"], parts["word/embeddings/one.xlsx"]) == (b"chart", b"book")


def test_xml_is_declared_by_name_and_another_ending_for_all_its_parts() -> None:
    parts = with_linked_parts(EMPTY, [CHART, picture(b"")])
    assert children(parts[TYPES]) == [
        ("Default", {"Extension": "png", "ContentType": "image/png"}),
        ("Default", {"Extension": "xlsx", "ContentType": BOOK_TYPE}),
        ("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        ("Override", {"PartName": "/word/charts/one.xml", "ContentType": CHART_TYPE}),
    ]


def test_an_ending_declared_as_something_else_is_left_to_its_parts() -> None:
    other = LinkedPart("rIdOther", "image", "word/media/other.png", "image/x-other", b"")
    first = with_linked_parts(EMPTY, [picture(b"")])
    types_before = children(first[TYPES])
    types_after = children(with_linked_parts(first, [other])[TYPES])
    added_types = [declaration for declaration in types_after if declaration not in types_before]
    assert added_types == [
        ("Override", {"PartName": "/word/media/other.png", "ContentType": "image/x-other"})
    ]


def test_relationships_of_other_parts_stay() -> None:
    parts = with_linked_parts(with_linked_parts(EMPTY, [picture(b"")]), [CHART])
    ids = [attributes["Id"] for _name, attributes in children(parts[RELATIONS])]
    assert ids == ["rIdEmblem", "rIdChart"]


def test_a_package_is_made_once_for_equal_parts() -> None:
    make = package_maker(EMPTY)
    assert make((picture(b"1"),)) is make((picture(b"1"),))
    assert read_package(make((picture(b"2"),)))["word/media/emblem.png"] == b"2"
    assert read_package(make(())) == EMPTY
