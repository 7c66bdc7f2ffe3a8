"""The package of a paper while Word files are put into it: parts, their types, and what refers to them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from itertools import count
from typing import Any, Final

from lxml import etree

from esa_docs.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, R
from esa_docs.ooxml.package import CONTENT_TYPES_PART, Parts, relationships_part
from esa_docs.ooxml.xml_parts import parse_part, serialise_part

_EMPTY: Final = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()
_DEFAULT, _OVERRIDE = f"{{{CONTENT_TYPES}}}Default", f"{{{CONTENT_TYPES}}}Override"

Element = Any


class PaperPackage:
    """The parts of a paper, to which parts are added.

    Attributes:
        parts: bytes of the parts that are there so far, but for types and relationships.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Take the package of a paper."""
        self.parts = dict(parts)
        self._types = parse_part(self.parts[CONTENT_TYPES_PART], CONTENT_TYPES_PART)
        self._relationships: dict[str, Element] = {}
        self._numbers = count(1)

    def add_part(self, name: str, data: bytes, media_type: str) -> None:
        """Add a part, or change what it holds.

        Args:
            name: its name.
            data: its bytes.
            media_type: its type.
        """
        if name not in self.parts:
            attributes = {"PartName": f"/{name}", "ContentType": media_type}
            etree.SubElement(self._types, _OVERRIDE, attributes)
        self.parts[name] = data

    def refer(self, owner: str, kind: str, target: str, *, is_external: bool = False) -> str:
        """Return the id by which a part refers to another one, or to an address.

        Args:
            owner: name of the part that refers.
            kind: type of the relationship, or its last word.
            target: name of the other part, or the address.
            is_external: whether it is an address.
        """
        identifier = f"rIdEsaA{next(self._numbers)}"
        full_kind = kind if "/" in kind else f"{R}/{kind}"
        attributes = {"Id": identifier, "Type": full_kind, "Target": target}
        if is_external:
            attributes["TargetMode"] = "External"
        else:
            attributes["Target"] = posixpath.relpath(target, posixpath.dirname(owner))
        etree.SubElement(self.relationships(owner), f"{{{RELATIONSHIPS}}}Relationship", attributes)
        return identifier

    def relationships(self, owner: str) -> Element:
        """Return the root of the relationships of a part; they may be added to."""
        if owner not in self._relationships:
            name = relationships_part(owner)
            self._relationships[owner] = parse_part(self.parts.get(name, _EMPTY), name)
        return self._relationships[owner]

    def finished(self) -> Parts:
        """Return all parts."""
        parts = {**self.parts, CONTENT_TYPES_PART: serialise_part(self._types)}
        for owner, root in self._relationships.items():
            if len(root):
                parts[relationships_part(owner)] = serialise_part(root)
        return parts


def media_type_of(types: Element, name: str) -> str:
    """Return the type of a part as the content types of its package say it; empty where they do not."""
    for override in types.iter(_OVERRIDE):
        if override.get("PartName", "").casefold() == f"/{name}".casefold():
            return str(override.get("ContentType", ""))
    ending = name.rpartition(".")[2].casefold()
    for default in types.iter(_DEFAULT):
        if default.get("Extension", "").casefold() == ending:
            return str(default.get("ContentType", ""))
    return ""
