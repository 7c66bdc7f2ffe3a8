"""A Word file held against the schema before it is put in: the paper is held against it too.

Word bears some of what the schema does not allow. An attribute too many is left out; anything else is told
with the cure, for Word would repair the whole paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.names import W, w
from esa_docs.word.annexes.word_files.faults import FilePlace, breaks_schema
from esa_docs.word.annexes.word_files.opening import OpenedFile
from esa_docs.word.verify.schema_faults import FaultKind, PlacedFault
from esa_docs.word.verify.schema_walk import schema_faults
from esa_docs.word.verify.schema_words import fault_in_words

_PREFIXES: Final = {"w": W, "xml": "http://www.w3.org/XML/1998/namespace"}

Element = Any


def refuse_broken_root(file: FilePlace, root: Element) -> None:
    """Refuse a file that Word would repair or refuse for one of its parts.

    Attributes too many, which Word bears, are left out; so this stands before the part is written.

    Args:
        file: the file.
        root: root of the part; changed.

    Raises:
        ContentError: it is one (E344).
    """
    for placed in schema_faults(root):
        if not _is_mended(placed):
            raise breaks_schema(file, fault_in_words(placed.fault))


def refuse_broken_pieces(opened: OpenedFile, name: str, elements: Iterable[Element]) -> None:
    """Refuse styles or lists as `refuse_broken_root` does.

    Args:
        opened: the file.
        name: ``styles`` or ``numbering``.
        elements: the styles or lists, which are moved.

    Raises:
        ContentError: Word would repair one (E344).
    """
    root = etree.Element(w(name), nsmap={"w": W})
    root.extend(list(elements))
    refuse_broken_root(opened.file, root)


def _is_mended(placed: PlacedFault) -> bool:
    """Return whether a fault was one of an attribute, which is left out."""
    fault = placed.fault
    if fault.kind is not FaultKind.ODD_ATTRIBUTE:
        return False
    prefix, colon, name = fault.name.rpartition(":")
    full_name = name
    if colon:
        namespace = _PREFIXES.get(prefix) or placed.element.nsmap.get(prefix)
        full_name = f"{{{namespace}}}{name}"
    return placed.element.attrib.pop(full_name, None) is not None
