"""Comments of a template, which no finished paper carries.

They are notes to those who look after the template. Word prints them beside the text, and a paper that is
signed says nothing but its text; Word also anchors a comment once, so a loop could not repeat it. So they
are left out with all their parts, and with the names of those who wrote them; a diagnostic says so.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, w
from esa_docs.ooxml.package import (
    CONTENT_TYPES_PART,
    DOCUMENT_PART,
    Parts,
    kind_of,
    relationships_part,
    target_part,
)
from esa_docs.ooxml.xml_parts import parse_part, serialise_part

_MARKS: Final = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference")))
_KINDS: Final = frozenset({"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"})
"""Last words of the types of the relationships that lead to parts of comments."""
_RELATIONSHIP: Final = f"{{{RELATIONSHIPS}}}Relationship"

Element = Any


def remove_comment_marks(root: Element) -> None:
    """Remove the places of comments from a part; their runs go where empty runs go."""
    for mark in list(root.iter(*_MARKS)):
        mark.getparent().remove(mark)


@dataclass(frozen=True, slots=True)
class Uncommented:
    """A package without comments.

    Attributes:
        parts: its parts.
        has_comments: whether somebody had written any.
    """

    parts: Parts
    has_comments: bool


def without_comments(package: Mapping[str, bytes]) -> Uncommented:
    """Return a package without the parts of comments, their relationships and their content types.

    Raises:
        NotAPackageError: relationships, content types or comments are no XML.
    """
    parts = dict(package)
    relationships_name = relationships_part(DOCUMENT_PART)
    if relationships_name not in parts:
        return Uncommented(parts, has_comments=False)
    relationships = parse_part(parts[relationships_name], relationships_name)
    folder = posixpath.dirname(DOCUMENT_PART)
    names: dict[str, None] = {}
    for relationship in list(relationships.iter(_RELATIONSHIP)):
        if kind_of(relationship) in _KINDS:
            names[target_part(folder, relationship.get("Target", ""))] = None
            relationships.remove(relationship)
    if not names:
        return Uncommented(parts, has_comments=False)
    has_comments = any(_has_comments(package, name) for name in names)
    parts[relationships_name] = serialise_part(relationships)
    _remove_parts(parts, names.keys())
    return Uncommented(parts, has_comments)


def comments_left_out(file_label: str) -> Diagnostic:
    """Return that the comments of a template are left out (E323)."""
    message = _("the template has comments; finished papers are made without them")
    hint = _("Nothing needs to be done. Whatever must be printed belongs into the text of the template.")
    return Diagnostic("E323", message, Location(file_label), hint, Severity.INFO)


def _has_comments(package: Mapping[str, bytes], name: str) -> bool:
    """Return whether a part holds a comment; others to which such relationships lead hold none."""
    if name not in package:
        return False
    return parse_part(package[name], name).find(w("comment")) is not None


def _remove_parts(parts: Parts, names: Collection[str]) -> None:
    """Remove parts with their relationships and content types from a package."""
    for name in names:
        parts.pop(name, None)
        parts.pop(relationships_part(name), None)
    if CONTENT_TYPES_PART not in parts:
        return
    types = parse_part(parts[CONTENT_TYPES_PART], CONTENT_TYPES_PART)
    for override in list(types.iter(f"{{{CONTENT_TYPES}}}Override")):
        if override.get("PartName", "").lstrip("/") in names:
            types.remove(override)
    parts[CONTENT_TYPES_PART] = serialise_part(types)
