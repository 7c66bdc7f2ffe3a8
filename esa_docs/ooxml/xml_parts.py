"""XML parts of a Word file, read as Word reads them: nothing is fetched, no entity is replaced."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.package import NotAPackageError

_PARSER: Final = etree.XMLParser(
    resolve_entities=False, no_network=True, collect_ids=False, remove_comments=True, remove_pis=True
)

Element = Any


def parse_part(data: bytes, name: str = "") -> Element:
    """Return the root of an XML part, without its comments and processing instructions.

    Args:
        data: the part.
        name: its name in the package, for the message of the error.

    Raises:
        NotAPackageError: it is no XML, or it declares a document type, which no part of a Word file may do
            (ECMA-376 part 2, 9.1.3.1: entities could stand for anything).
    """
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError, LookupError) as fault:
        raise NotAPackageError(f"{name}: {fault}") from fault
    tree: Any = root.getroottree()
    if tree.docinfo.doctype:
        raise NotAPackageError(f"{name}: document type")
    return root


def serialise_part(root: Element) -> bytes:
    """Return the bytes of an XML part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
