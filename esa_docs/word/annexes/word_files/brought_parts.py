"""Which parts of a Word file may come into a paper: each begins as its kind must, and its schema holds.

Word refuses the whole paper where one part of it is broken, so a broken part is a fault of the annex.
"""

from __future__ import annotations

from typing import Any, Final

from esa_docs.ooxml.names import A, C
from esa_docs.ooxml.xml_parts import parse_part
from esa_docs.word.annexes.word_files.faults import damaged
from esa_docs.word.annexes.word_files.held_schema import refuse_broken_root
from esa_docs.word.annexes.word_files.opening import OpenedFile
from esa_docs.word.annexes.word_files.relationships import Relationship
from esa_docs.word.verify.schema_names import name_of
from esa_docs.word.verify.schema_table import schema_table

_DIAGRAM: Final = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_DRAWN_DIAGRAM: Final = "http://schemas.microsoft.com/office/drawing/2008/diagram"
_CHART_STYLE: Final = "http://schemas.microsoft.com/office/drawing/2012/chartStyle"
_NEW_CHART: Final = "http://schemas.microsoft.com/office/drawing/2014/chartex"
_ROOTS: Final = {
    "chart": f"{{{C}}}chartSpace",
    "chartUserShapes": f"{{{C}}}userShapes",
    "chartStyle": f"{{{_CHART_STYLE}}}chartStyle",
    "chartColorStyle": f"{{{_CHART_STYLE}}}colorStyle",
    "chartEx": f"{{{_NEW_CHART}}}chartSpace",
    "themeOverride": f"{{{A}}}themeOverride",
    "diagramData": f"{{{_DIAGRAM}}}dataModel",
    "diagramLayout": f"{{{_DIAGRAM}}}layoutDef",
    "diagramQuickStyle": f"{{{_DIAGRAM}}}styleDef",
    "diagramColors": f"{{{_DIAGRAM}}}colorsDef",
    "diagramDrawing": f"{{{_DRAWN_DIAGRAM}}}drawing",
}
"""Root elements of parts that are XML, by the kinds of the relationships that lead to them."""
_PACKED_KINDS: Final = frozenset({"image", "package", "oleObject", "audio", "video", "media", "hdphoto"})
"""Kinds of parts that are no XML; a picture in SVG has an ending of its own."""
_XML_ENDINGS: Final = (".xml", ".rels")
_PICTURE: Final = "image"
_SIGNATURES: Final = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF"),
    *(b"\x01\x00\x00\x00", b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00"),
    *(b"\x1f\x8b", b"\x00\x00\x01\x00", b"II\xbc"),
)
"""How pictures that Word shows begin: PNG, JPEG, GIF, BMP, TIFF, WebP; EMF and WMF, also packed; icons."""
_SVG: Final = (b"<svg", b":svg", b"s\x00v\x00g\x00")
_HEAD_OF_SVG: Final = 4096
"""Bytes among which an SVG begins; a declaration, a document type and comments may stand before."""

Element = Any


def is_xml(relationship: Relationship) -> bool:
    """Return whether the part to which a relationship leads must be XML, by its name or by its kind."""
    return relationship.target.endswith(_XML_ENDINGS) or relationship.kind in _ROOTS


def is_broken_picture(opened: OpenedFile, relationship: Relationship) -> bool:
    """Return whether a relationship leads to bytes that no program shows as a picture."""
    is_picture = relationship.kind == _PICTURE and not relationship.is_external
    data = opened.parts.get(relationship.target)
    if not is_picture or data is None:
        return False
    head = data[:_HEAD_OF_SVG]
    is_svg = any(name in head for name in _SVG)
    return not is_svg and not data.startswith(_SIGNATURES)


def read_brought_part(opened: OpenedFile, relationship: Relationship) -> Element:
    """Return the root of a part that comes into a paper.

    Args:
        opened: the file.
        relationship: what leads to the part.

    Raises:
        ContentError: it begins with another element than its kind must (E344).
        NotAPackageError: it is no XML.
    """
    root = parse_part(opened.parts[relationship.target], relationship.target)
    is_story = relationship.target in opened.roots
    expected_root = _ROOTS.get(relationship.kind, root.tag)
    if is_story or relationship.kind in _PACKED_KINDS or root.tag != expected_root:
        raise damaged(opened.file)
    return root


def refuse_broken_part(opened: OpenedFile, root: Element) -> None:
    """Refuse a file one of whose parts breaks the schema, where the schema knows such parts.

    Raises:
        ContentError: it does (E344).
    """
    if name_of(root) in schema_table().elements:
        refuse_broken_root(opened.file, root)
