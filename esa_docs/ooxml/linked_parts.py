"""Parts that a part of a Word file refers to, such as a picture: put into the package and declared in it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, R
from esa_docs.ooxml.package import (
    CONTENT_TYPES_PART,
    DOCUMENT_PART,
    Parts,
    relationships_part,
    write_package,
)

_EMPTY: Final = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()
_DEFAULT, _OVERRIDE = f"{{{CONTENT_TYPES}}}Default", f"{{{CONTENT_TYPES}}}Override"
_XML: Final = "xml"
_REMEMBERED: Final = 4
"""Packages: without pictures, with one that many documents share, a few that are of one document."""


@dataclass(frozen=True, slots=True)
class LinkedPart:
    """A part on its way into a package, with the reference to it.

    Attributes:
        relationship: id by which its owner refers to it.
        kind: last word of the relationship's type, such as ``image``.
        name: its name in the package, such as ``word/media/emblem.png``.
        media_type: such as ``image/png``.
        data: its bytes.
        links: parts that it refers to itself.
    """

    relationship: str
    kind: str
    name: str
    media_type: str
    data: bytes
    links: tuple[LinkedPart, ...] = ()


def with_linked_parts(
    parts: Mapping[str, bytes], linked: Iterable[LinkedPart], owner: str = DOCUMENT_PART
) -> Parts:
    """Put parts into a package, for one of its parts to refer to.

    Args:
        parts: the package.
        linked: the parts; they take the place of parts of the same name and of relationships of the same id.
        owner: the part that refers to them.
    """
    package = dict(parts)
    types = etree.fromstring(package[CONTENT_TYPES_PART])
    _link(package, types, tuple(linked), owner)
    package[CONTENT_TYPES_PART] = _written(types)
    return package


def package_maker(parts: Mapping[str, bytes]) -> Callable[[tuple[LinkedPart, ...]], bytes]:
    """Make the function that packs parts with those the document part refers to; it remembers the last."""

    @lru_cache(maxsize=_REMEMBERED)
    def pack(linked: tuple[LinkedPart, ...]) -> bytes:
        return write_package(with_linked_parts(parts, linked) if linked else parts)

    return pack


def _link(package: Parts, types: Any, linked: tuple[LinkedPart, ...], owner: str) -> None:
    """Add parts with all they refer to; ``package`` and ``types`` are changed."""
    if not linked:
        return
    place = relationships_part(owner)
    relationships = etree.fromstring(package.get(place, _EMPTY))
    replaced = {one.relationship for one in linked}
    for same in [one for one in relationships if one.get("Id") in replaced]:
        relationships.remove(same)
    for one in linked:
        where = posixpath.relpath(one.name, posixpath.dirname(owner))
        attributes = {"Id": one.relationship, "Type": f"{R}/{one.kind}", "Target": where}
        etree.SubElement(relationships, f"{{{RELATIONSHIPS}}}Relationship", attributes)
        package[one.name] = one.data
        _declare(types, one)
        _link(package, types, one.links, one.name)
    package[place] = _written(relationships)


def _declare(types: Any, part: LinkedPart) -> None:
    """Tell the kind of a part: by its ending where no other part has it, by its name otherwise."""
    ending = posixpath.splitext(part.name)[1].removeprefix(".").lower()
    known = {one.get("Extension", "").lower(): one.get("ContentType") for one in types.iter(_DEFAULT)}
    for same in [one for one in types.iter(_OVERRIDE) if one.get("PartName") == f"/{part.name}"]:
        types.remove(same)
    if ending != _XML and ending not in known:
        types.insert(0, etree.Element(_DEFAULT, {"Extension": ending, "ContentType": part.media_type}))
    elif known.get(ending) != part.media_type:
        etree.SubElement(types, _OVERRIDE, {"PartName": f"/{part.name}", "ContentType": part.media_type})


def _written(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
