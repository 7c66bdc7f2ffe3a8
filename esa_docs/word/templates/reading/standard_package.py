"""The package of a template with the names that Word's desktop program gives its parts.

The main part is named by the relationships of the package, not by its name: Word in the browser calls it
``document2.xml``, other programs call headers as they like. A finished file has the usual names and the type
of a document, also where the template was saved as a template (.dotx).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from esa_docs.diagnostics import ContentError
from esa_docs.ooxml.names import CONTENT_TYPES, RELATIONSHIPS
from esa_docs.ooxml.package import CONTENT_TYPES_PART, DOCUMENT_PART, Parts, relationships_part
from esa_docs.ooxml.xml_parts import parse_part, serialise_part
from esa_docs.word.templates.faults.faults import strict_form
from esa_docs.word.templates.faults.tag_faults import macros_inside

_PACKAGE_RELATIONSHIPS: Final = "_rels/.rels"
_STRICT: Final = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_MAIN: Final = "officeDocument"
_USUAL_NAMES: Final = {
    _MAIN: DOCUMENT_PART,
    **{name: f"word/{name}.xml" for name in ("styles", "settings", "numbering", "fontTable", "comments")},
    **{name: f"word/{name}.xml" for name in ("footnotes", "endnotes")},
}
"""Names of parts of which a file has one, by the last word of their relationship's type."""
_NUMBERED: Final = ("header", "footer")
_MAIN_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAIN_TYPES: Final = re.compile(
    r"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template"
    r"|ms-word\.(?:document\.macroEnabled|template\.macroEnabledTemplate))\.main\+xml"
)
"""Types of .dotx, .docm and .dotm."""
_MACROS: Final = re.compile(r"(?:^|/)vbaProject\.bin$", re.IGNORECASE)

Element = Any


def standard_package(package: Mapping[str, bytes], file_label: str) -> Parts:
    """Return the parts of a template under their usual names.

    Raises:
        ContentError: it is of the strict form (E311), or it holds macros (E321).
        NotAPackageError: what names its parts is no XML.
    """
    relationships = package.get(_PACKAGE_RELATIONSHIPS, b"")
    if _STRICT in relationships:
        raise ContentError([strict_form(file_label)])
    if any(_MACROS.search(name) for name in package):
        raise ContentError([macros_inside(file_label)])
    if not relationships or CONTENT_TYPES_PART not in package:
        return dict(package)
    new_names = _new_names(package)
    parts = _renamed(package, new_names) if new_names else dict(package)
    parts[CONTENT_TYPES_PART] = _types_of_a_document(parts[CONTENT_TYPES_PART], new_names)
    return parts


def _new_names(package: Mapping[str, bytes]) -> dict[str, str]:
    """Return the usual name of each part that has another, by its name in the package."""
    new_names: dict[str, str] = {}
    main_part = ""
    for kind, target in _targets(package, ""):
        if kind == _MAIN and not main_part:
            main_part = target
    for kind, target in [(_MAIN, main_part), *_targets(package, main_part)]:
        if target not in package or target in new_names:
            continue
        name = _usual_name(kind, target, {*package, *new_names.values()})
        if name != target:
            new_names[target] = name
    return new_names


def _targets(package: Mapping[str, bytes], owner: str) -> Iterator[tuple[str, str]]:
    """Generate the last word of the type, and the part, of each relationship of a part or of the package."""
    name = relationships_part(owner) if owner else _PACKAGE_RELATIONSHIPS
    if name not in package:
        return
    names = {part.casefold(): part for part in package}
    for relationship in parse_part(package[name], name).iter(f"{{{RELATIONSHIPS}}}Relationship"):
        if relationship.get("TargetMode") != "External":
            target = _resolved(owner, relationship.get("Target", ""))
            # Names of parts are equal whatever the size of their letters.
            yield relationship.get("Type", "").rpartition("/")[2], names.get(target.casefold(), target)


def _resolved(owner: str, target: str) -> str:
    """Return the name of the part to which a target of another part leads."""
    if target.startswith("/"):
        return target.removeprefix("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(owner), target))


def _usual_name(kind: str, name: str, used_names: set[str]) -> str:
    """Return the usual name of a part; its own where it has none."""
    if kind in _USUAL_NAMES:
        return _USUAL_NAMES[kind]
    if kind not in _NUMBERED or re.fullmatch(rf"word/{kind}\d*\.xml", name):
        return name
    number = 1
    while f"word/{kind}{number}.xml" in used_names:
        number += 1
    return f"word/{kind}{number}.xml"


def _renamed(package: Mapping[str, bytes], new_names: Mapping[str, str]) -> Parts:
    """Return a package under new names; its relationships name their parts from the root of the package."""
    parts: Parts = {}
    owners = {relationships_part(name): name for name in package if name != CONTENT_TYPES_PART}
    for name, data in package.items():
        if name == _PACKAGE_RELATIONSHIPS:
            parts[name] = _with_new_targets(data, "", new_names)
        elif name in owners:
            owner = owners[name]
            new_name = relationships_part(new_names.get(owner, owner))
            parts[new_name] = _with_new_targets(data, owner, new_names)
        elif name not in new_names and name in new_names.values():
            # Nothing leads to a part whose name another part bears by right.
            continue
        else:
            parts[new_names.get(name, name)] = data
    return parts


def _with_new_targets(data: bytes, owner: str, new_names: Mapping[str, str]) -> bytes:
    root = parse_part(data)
    names = {name.casefold(): new_name for name, new_name in new_names.items()}
    for relationship in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        target = relationship.get("Target", "")
        if relationship.get("TargetMode") == "External" or target.startswith("#"):
            continue
        name = _resolved(owner, target)
        relationship.set("Target", f"/{names.get(name.casefold(), name)}")
    return serialise_part(root)


def _types_of_a_document(data: bytes, new_names: Mapping[str, str]) -> bytes:
    """Return the content types under new names, with the main part as that of a document."""
    root = parse_part(data, CONTENT_TYPES_PART)
    names = {f"/{name}".casefold(): f"/{new_name}" for name, new_name in new_names.items()}
    is_changed = False
    for override in list(root.iter(f"{{{CONTENT_TYPES}}}Override")):
        name = override.get("PartName", "")
        new_name = names.get(name.casefold(), name)
        if new_name == name and name in names.values():
            root.remove(override)
        is_main = _OTHER_MAIN_TYPES.fullmatch(override.get("ContentType", "")) is not None
        if is_main:
            override.set("ContentType", _MAIN_TYPE)
        override.set("PartName", new_name)
        is_changed = is_changed or is_main or new_name != name
    return serialise_part(root) if is_changed else data
