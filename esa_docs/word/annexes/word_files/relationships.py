"""The relationships of a part of a Word file: what leads from it to other parts, and out of the file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from esa_docs.ooxml.names import RELATIONSHIPS
from esa_docs.ooxml.package import NotAPackageError, kind_of, relationships_part, target_part
from esa_docs.ooxml.xml_parts import parse_part


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship of a part.

    Attributes:
        id: its id.
        kind: last word of its type.
        type: its type.
        target: the part to which it leads; the address where it leads out of the file.
        is_external: whether it leads out of the file.
    """

    id: str
    kind: str
    type: str
    target: str
    is_external: bool


def read_relationships(name: str, data: bytes) -> Iterator[Relationship]:
    """Generate the relationships of a part.

    Args:
        name: name of the part.
        data: the part that holds them.

    Raises:
        NotAPackageError: they are no XML, another root holds them, or one lacks what Word asks of each.
    """
    folder = posixpath.dirname(name)
    part_name = relationships_part(name)
    root = parse_part(data, part_name)
    if root.tag != f"{{{RELATIONSHIPS}}}Relationships":
        raise NotAPackageError(part_name)
    seen_ids: set[str] = set()
    for element in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        identifier = element.get("Id")
        is_whole = identifier and element.get("Type") and element.get("Target")
        if not is_whole or identifier in seen_ids:
            raise NotAPackageError(part_name)
        seen_ids.add(identifier)
        target = element.get("Target", "")
        is_external = element.get("TargetMode") == "External"
        if not is_external:
            target = target_part(folder, target)
        yield Relationship(identifier, kind_of(element), element.get("Type", ""), target, is_external)


def owner_of(name: str) -> str:
    """Return the part to which a part of relationships belongs; empty for any other part."""
    folder, file = posixpath.split(name)
    if posixpath.basename(folder) != "_rels" or not file.endswith(".rels"):
        return ""
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
