"""Word files opened for checking: unpacked, parsed, and their packages checked."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from esa_docs.diagnostics import Checked, Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, w
from esa_docs.ooxml.package import (
    CONTENT_TYPES_PART,
    NotAPackageError,
    Parts,
    kind_of,
    read_package,
    target_part,
)
from esa_docs.ooxml.xml_parts import parse_part
from esa_docs.word.core_properties import is_unaltered
from esa_docs.word.verify.other_packages import words_of_package
from esa_docs.word.verify.parsed_file import PackagePart, ParsedWordFile
from esa_docs.word.verify.part_names import MAIN_PART, is_chart, is_story
from esa_docs.word.verify.places import cut

_PACKAGE_MARK: Final = b"PK"
"""With this a zip file begins."""
_PACKAGE_RELATIONSHIPS: Final = "_rels/.rels"
_ROOT: Final = w("document")
_STRICT_ROOT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}document"
_LONGEST_NAME: Final = 120
_XML_ENDINGS: Final = (".xml", ".rels")


def open_word_file(data: bytes, file_label: str) -> Checked[ParsedWordFile]:
    """Unpack and parse a Word file, and check that its package holds together.

    Returns:
        The file; None where it is no Word file (E701). Whatever its package lacks is an error (E702).
    """
    try:
        package = read_package(data)
        main_name = _main_name(package)
        parts = _parse_parts(package, main_name)
    except NotAPackageError:
        sort = words_of_package(data)
        is_package = data.startswith(_PACKAGE_MARK)
        return Checked(None, (_no_word_file(file_label, is_package=is_package, sort=sort),))
    main_tag = parts[main_name].root.tag if main_name in parts else ""
    if main_tag == _STRICT_ROOT:
        return Checked(None, (_strict_file(file_label),))
    # Workbooks and slides are packages with a main part too.
    if main_tag != _ROOT:
        return Checked(None, (_no_word_file(file_label, is_package=False),))
    document = ParsedWordFile(parts, main_name, is_unaltered(package))
    diagnostics = [*_parts_without_type(package, document), *_missing_parts(package, parts)]
    return Checked(document, tuple(diagnostics))


def _main_name(package: Parts) -> str:
    """Return the name of the part with the document: as the package says, else as Word calls it.

    Raises:
        NotAPackageError: the relationships of the package are no XML.
    """
    data = package.get(_PACKAGE_RELATIONSHIPS)
    if data is None:
        return MAIN_PART
    relationships = _parse_shared_part(_PACKAGE_RELATIONSHIPS, data)
    for relationship in relationships.root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        # Word Online calls the part document2.xml.
        if kind_of(relationship) == "officeDocument":
            return target_part("", relationship.get("Target", ""))
    return MAIN_PART


def _parse_parts(package: Parts, main_name: str) -> dict[str, PackagePart]:
    """Return the XML parts of a package by their names.

    Raises:
        NotAPackageError: a part is no XML.
    """
    parts = {}
    for name, data in package.items():
        if not name.endswith(_XML_ENDINGS):
            continue
        if name == main_name or is_story(name) or is_chart(name):
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


def _strict_file(file_label: str) -> Diagnostic:
    message = _("the file is a Strict Open XML Document, which is not looked into")
    hint = _("In Word: Save As, Word Document (.docx), without Strict; then look at it again.")
    return Diagnostic("E731", message, Location(file_label), hint, Severity.WARNING)


def _no_word_file(file_label: str, *, is_package: bool, sort: str = "") -> Diagnostic:
    """Return the diagnostic of a file that is damaged, or is another sort of file (E701).

    Args:
        file_label: how it names the file.
        is_package: whether the file is a zip file.
        sort: in words what sort of file it is; empty where that is not known.
    """
    if sort:
        message = _("a Word file (.docx) is expected, this is {sort}").format(sort=sort)
        hint = _("Open it in the program that made it, and save it there as Word Document (.docx).")
    elif is_package:
        message = _("the Word file is damaged, or needs a password")
        hint = _("Build the document again; one that came from elsewhere: open it in Word and save it anew.")
    else:
        message = _("a Word file (.docx) is expected, this is a file of another sort")
        hint = _("Name a file that ends in .docx; open a file of an old Word (.doc) and save it as .docx.")
    return Diagnostic("E701", message, Location(file_label), hint)


def _parts_without_type(package: Parts, document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E702 for each part that has no content type, neither its own nor that of its ending.

    In a file of others only parts count to which something leads: zip programs leave things behind.
    """
    types = document.parts[CONTENT_TYPES_PART]
    expected_names = set(package)
    if not document.is_ours:
        expected_names &= set(_all_targets(document.parts))
    defaults = types.root.iter(f"{{{CONTENT_TYPES}}}Default")
    overrides = types.root.iter(f"{{{CONTENT_TYPES}}}Override")
    typed_endings = {default.get("Extension", "").lower() for default in defaults}
    typed_parts = {unquote(override.get("PartName", "")) for override in overrides}
    for name in sorted(expected_names):
        _stem, _dot, ending = name.rpartition(".")
        has_type = f"/{name}" in typed_parts or ending.lower() in typed_endings
        if not has_type and name != CONTENT_TYPES_PART:
            message = _("the part {name} has no content type").format(name=cut(name, _LONGEST_NAME))
            yield types.diagnostic("E702", message, severity=Severity.ERROR)


def _missing_parts(package: Parts, parts: Mapping[str, PackagePart]) -> Iterator[Diagnostic]:
    """Generate E702 for each relationship that leads to a part that is not there."""
    names = {unquote(name).lower() for name in package}
    for name, part in parts.items():
        if not name.endswith(".rels"):
            continue
        for target in _targets(name, part):
            if target.lower() not in names:
                message = _("the part {name} is missing").format(name=cut(target, _LONGEST_NAME))
                yield part.diagnostic("E702", message, severity=Severity.ERROR)


def _all_targets(parts: Mapping[str, PackagePart]) -> Iterator[str]:
    for name, part in parts.items():
        if name.endswith(".rels"):
            yield from _targets(name, part)


def _targets(name: str, part: PackagePart) -> Iterator[str]:
    """Generate the names of the parts that a part of relationships leads to."""
    # word/_rels/document.xml.rels has the relationships of word/document.xml: their targets begin in word.
    folder = posixpath.dirname(posixpath.dirname(name))
    for relationship in part.root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        target = relationship.get("Target", "")
        # A target that is nothing but a fragment is a place in the same part.
        is_elsewhere = relationship.get("TargetMode") == "External"
        if not is_elsewhere and not target.startswith("#"):
            yield target_part(folder, target)
