"""Parts to which a part of a Word file refers, such as a picture: they are put into its package."""

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
from esa_docs.ooxml.xml_parts import parse_part, serialise_part

_EMPTY: Final = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()
_DEFAULT, _OVERRIDE = f"{{{CONTENT_TYPES}}}Default", f"{{{CONTENT_TYPES}}}Override"
_XML: Final = "xml"
# One package has no pictures, one has the picture of many documents; a few belong to single documents.
_REMEMBERED: Final = 4
"""Packages that a function of `package_maker` remembers."""


@dataclass(frozen=True, slots=True)
class LinkedPart:
    """A part that is to be put into a package, with the reference to it.

    Attributes:
        relationship: id by which another part refers to it.
        kind: last word of the relationship's type, such as ``image``.
        name: its name in the package, such as ``word/media/emblem.png``.
        media_type: such as ``image/png``.
        data: its bytes.
        links: parts to which it refers itself.
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
    """Return a package with further parts to which one of its parts refers.

    Args:
        parts: the package.
        linked: the further parts; they replace parts of the same name and relationships of the same id.
        owner: name of the part that refers to them.
    """
    package = dict(parts)
    types = parse_part(package[CONTENT_TYPES_PART], CONTENT_TYPES_PART)
    _link(package, types, tuple(linked), owner)
    package[CONTENT_TYPES_PART] = serialise_part(types)
    return package


def package_maker(parts: Mapping[str, bytes]) -> Callable[[tuple[LinkedPart, ...]], bytes]:
    """Return a function that packs a package with further parts, to which the document part refers.

    The function remembers its last packages.
    """

    @lru_cache(maxsize=_REMEMBERED)
    def pack(linked: tuple[LinkedPart, ...]) -> bytes:
        if not linked:
            return write_package(parts)
        return write_package(with_linked_parts(parts, linked))

    return pack


def _link(package: Parts, types: Any, linked: tuple[LinkedPart, ...], owner: str) -> None:
    """Put parts, and the parts to which they refer, into a package; change ``package`` and ``types``."""
    if not linked:
        return
    name_of_relationships = relationships_part(owner)
    relationships = parse_part(package.get(name_of_relationships, _EMPTY), name_of_relationships)
    _remove_relationships(relationships, {part.relationship for part in linked})
    for part in linked:
        target = posixpath.relpath(part.name, posixpath.dirname(owner))
        attributes = {"Id": part.relationship, "Type": f"{R}/{part.kind}", "Target": target}
        etree.SubElement(relationships, f"{{{RELATIONSHIPS}}}Relationship", attributes)
        package[part.name] = part.data
        _declare(types, part)
        _link(package, types, part.links, part.name)
    package[name_of_relationships] = serialise_part(relationships)


def _remove_relationships(relationships: Any, ids: set[str]) -> None:
    for relationship in list(relationships):
        if relationship.get("Id") in ids:
            relationships.remove(relationship)


def _declare(types: Any, part: LinkedPart) -> None:
    """Declare the media type of a part: by its ending if no other part has it, else by its name."""
    _remove_override(types, part)
    _stem, suffix = posixpath.splitext(part.name)
    ending = suffix.removeprefix(".").lower()
    types_of_endings = {}
    for default in types.iter(_DEFAULT):
        types_of_endings[default.get("Extension", "").lower()] = default.get("ContentType")
    if ending != _XML and ending not in types_of_endings:
        types.insert(0, etree.Element(_DEFAULT, {"Extension": ending, "ContentType": part.media_type}))
    elif types_of_endings.get(ending) != part.media_type:
        etree.SubElement(types, _OVERRIDE, {"PartName": f"/{part.name}", "ContentType": part.media_type})


def _remove_override(types: Any, part: LinkedPart) -> None:
    for override in list(types.iter(_OVERRIDE)):
        if override.get("PartName") == f"/{part.name}":
            types.remove(override)
