"""Word files opened for checking: unpacked, parsed, and their packages checked."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import CONTENT_TYPES, RELATIONSHIPS
from esa_docs.ooxml.package import CONTENT_TYPES_PART, NotAPackageError, Parts, read_package
from esa_docs.ooxml.xml_parts import parse_part
from esa_docs.word.verify.parsed_file import MAIN_PART, PackagePart, ParsedWordFile, is_chart, is_story

_PACKAGE_MARK: Final = b"PK"
"""With this a zip file begins."""
_XML_ENDINGS: Final = (".xml", ".rels")


def open_word_file(data: bytes, file_label: str) -> Checked[ParsedWordFile]:
    """Unpack and parse a Word file, and check that its package holds together.

    Returns:
        The file; None where it is no Word file (E701). Whatever its package lacks is an error (E702).
    """
    try:
        package = read_package(data)
        parts = _parse_parts(package)
    except NotAPackageError:
        return Checked(None, (_no_word_file(file_label, is_package=data.startswith(_PACKAGE_MARK)),))
    if MAIN_PART not in parts:
        return Checked(None, (_no_word_file(file_label, is_package=False),))
    diagnostics = [*_parts_without_type(package, parts), *_missing_parts(package, parts)]
    return Checked(ParsedWordFile(parts), tuple(diagnostics))


def _parse_parts(package: Parts) -> dict[str, PackagePart]:
    """Return the XML parts of a package by their names."""
    parts = {}
    for name, data in package.items():
        if not name.endswith(_XML_ENDINGS):
            continue
        if is_story(name) or is_chart(name):
            parts[name] = _parse_part(name, data)
        else:
            parts[name] = _parse_shared_part(name, data)
    return parts


def _parse_part(name: str, data: bytes) -> PackagePart:
    return PackagePart(name, parse_part(data, name))


@lru_cache(maxsize=64)
def _parse_shared_part(name: str, data: bytes) -> PackagePart:
    """Return a part that the documents of one template share, parsed once for all of them."""
    return _parse_part(name, data)


def _no_word_file(file_label: str, *, is_package: bool) -> Diagnostic:
    """Return the diagnostic of a file that is damaged, or is another sort of file (E701)."""
    if is_package:
        message = _("the Word file is damaged, or needs a password")
        hint = _("Build the document again; one that came from elsewhere: open it in Word and save it anew.")
    else:
        message = _("a Word file (.docx) is expected, this is a file of another sort")
        hint = _("Name a file that ends in .docx; open a file of an old Word (.doc) and save it as .docx.")
    return Diagnostic("E701", message, Location(file_label), hint)


def _parts_without_type(package: Parts, parts: Mapping[str, PackagePart]) -> Iterator[Diagnostic]:
    """Generate E702 for each part that has no content type, neither its own nor that of its ending."""
    types = parts[CONTENT_TYPES_PART]
    defaults = types.root.iter(f"{{{CONTENT_TYPES}}}Default")
    overrides = types.root.iter(f"{{{CONTENT_TYPES}}}Override")
    typed_endings = {default.get("Extension", "").lower() for default in defaults}
    typed_parts = {override.get("PartName") for override in overrides}
    for name in package:
        _stem, _dot, ending = name.rpartition(".")
        has_type = f"/{name}" in typed_parts or ending.lower() in typed_endings
        if not has_type and name != CONTENT_TYPES_PART:
            message = _("the part {name} has no content type").format(name=name)
            yield types.diagnostic("E702", message, error=True)


def _missing_parts(package: Parts, parts: Mapping[str, PackagePart]) -> Iterator[Diagnostic]:
    """Generate E702 for each relationship that leads to a part that is not there."""
    for name, part in parts.items():
        if not name.endswith(".rels"):
            continue
        for target in _targets(name, part):
            if target not in package:
                message = _("the part {name} is missing").format(name=target)
                yield part.diagnostic("E702", message, error=True)


def _targets(name: str, part: PackagePart) -> Iterator[str]:
    """Generate the names of the parts that a part of relationships leads to."""
    # word/_rels/document.xml.rels has the relationships of word/document.xml: their targets begin in word.
    folder = posixpath.dirname(posixpath.dirname(name))
    for relationship in part.root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        target = relationship.get("Target", "")
        if relationship.get("TargetMode") == "External":
            continue
        if target.startswith("/"):
            yield target.lstrip("/")
        else:
            yield posixpath.normpath(posixpath.join(folder, target))
