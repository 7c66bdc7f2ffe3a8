"""What the text of a Word file refers to, brought into the package of the paper: pictures, charts, links."""

from __future__ import annotations

import posixpath
from itertools import count
from typing import Any, Final

from lxml import etree

from esa_docs.i18n import gettext as _
from esa_docs.links import is_safe_address
from esa_docs.ooxml.foreign import PART_PREFIX
from esa_docs.ooxml.names import RELATIONSHIPS, A, R, V, local, w
from esa_docs.ooxml.package import CONTENT_TYPES_PART, relationships_part
from esa_docs.ooxml.xml_parts import parse_part, serialise_part
from esa_docs.word.annexes.word_files.brought_parts import (
    is_broken_picture,
    is_xml,
    read_brought_part,
    refuse_broken_part,
)
from esa_docs.word.annexes.word_files.faults import damaged, words_of_lost_link, words_of_missing
from esa_docs.word.annexes.word_files.opening import OpenedFile
from esa_docs.word.annexes.word_files.paper_package import PaperPackage, media_type_of
from esa_docs.word.annexes.word_files.relationships import Relationship
from esa_docs.word.annexes.word_files.removing import remove, unwrap
from esa_docs.word.annexes.word_files.theme import Theme, resolve_drawings

_OFFICE_REFERENCE: Final = "{urn:schemas-microsoft-com:office:office}relid"
_DRAWINGS: Final = (w("drawing"), w("pict"), w("object"))
_LINKS_OF_DRAWINGS: Final = (f"{{{A}}}hlinkClick", f"{{{A}}}hlinkHover", f"{{{A}}}hlinkMouseOver")
_HYPERLINK: Final = "hyperlink"
_HEADS: Final = (w("headerReference"), w("footerReference"))
"""References that `own_sections` has settled."""

Element = Any


class OwnParts:
    """Brings parts of a Word file into the package of the paper, each once."""

    def __init__(self, opened: OpenedFile, package: PaperPackage, theme: Theme) -> None:
        """Take the file and the package of the paper."""
        self._opened = opened
        self._package = package
        self._theme = theme
        self._types = parse_part(opened.parts[CONTENT_TYPES_PART], CONTENT_TYPES_PART)
        self._names: dict[str, str] = {}
        self._numbers = count(1)

    def refer(self, root: Element, source: str, owner: str) -> None:
        """Let a part with text refer to parts of the paper.

        Args:
            root: its root; changed.
            source: its name in the file.
            owner: name of the part of the paper into which it comes.
        """
        relationships = self._opened.relationships(source)
        new_ids: dict[str, str] = {}
        for element in list(root.iter(etree.Element)):
            if element.tag in _HEADS:
                continue
            for attribute in _references(element):
                relationship = relationships.get(element.get(attribute))
                if relationship is None or not self._comes_along(relationship):
                    self._leave_out(element, attribute, relationship)
                    continue
                if relationship.id not in new_ids:
                    new_ids[relationship.id] = self._refer_to(relationship, owner)
                element.set(attribute, new_ids[relationship.id])

    def _comes_along(self, relationship: Relationship) -> bool:
        if relationship.is_external:
            return relationship.kind == _HYPERLINK and is_safe_address(relationship.target)
        is_there = relationship.target in self._opened.parts
        return is_there and not is_broken_picture(self._opened, relationship)

    def _refer_to(self, relationship: Relationship, owner: str) -> str:
        if relationship.is_external:
            return self._package.refer(owner, relationship.type, relationship.target, is_external=True)
        return self._package.refer(owner, relationship.type, self._brought(relationship))

    def _leave_out(self, element: Element, attribute: str, relationship: Relationship | None) -> None:
        """Take away what refers to nothing, or to what lies outside the file."""
        identifier = element.attrib.pop(attribute)
        if relationship is not None:
            self._opened.remarks.append(_words_of(relationship, self._opened))
        elif identifier or element.tag not in _LINKS_OF_DRAWINGS:
            # Word writes an empty id where a drawing has an action and no address.
            self._opened.remarks.append(words_of_lost_link())
        if element.tag == w("hyperlink"):
            _unwrap_link(element)
        elif element.tag in _LINKS_OF_DRAWINGS:
            remove(element)
        elif not _references(element):
            _remove_drawing(element)

    def _brought(self, relationship: Relationship) -> str:
        """Return the name in the paper of a part of the file, which comes in when it is asked for first.

        Raises:
            ContentError: it is not as its kind must be (E344).
            NotAPackageError: it is no XML and must be.
        """
        name = relationship.target
        if name in self._names:
            return self._names[name]
        folder, file = posixpath.split(name)
        _stem, ending = posixpath.splitext(file)
        new_file = f"{PART_PREFIX}{self._opened.number}_{next(self._numbers)}{ending}"
        new_name = posixpath.join(folder or "word", new_file)
        self._names[name] = new_name
        data = self._opened.parts[name]
        if relationships_part(name) in self._opened.parts or is_xml(relationship):
            data = self._with_its_own(relationship, new_name, data)
        media_type = media_type_of(self._types, name)
        if not media_type:
            raise damaged(self._opened.file)
        self._package.add_part(new_name, data, media_type)
        return new_name

    def _with_its_own(self, link: Relationship, new_name: str, data: bytes) -> bytes:
        """Return a part, such as a chart, having brought what it refers to itself; its theme is resolved.

        Args:
            link: what leads to it.
            new_name: its name in the paper.
            data: its bytes.
        """
        kept_ids = set()
        for relationship in self._opened.relationships(link.target).values():
            if self._comes_along(relationship):
                self._keep(relationship, new_name)
                kept_ids.add(relationship.id)
            elif not relationship.is_external:
                self._opened.remarks.append(_words_of(relationship, self._opened))
        if not is_xml(link):
            return data
        root = read_brought_part(self._opened, link)
        self._leave_out_lost(root, kept_ids)
        refuse_broken_part(self._opened, root)
        return serialise_part(root)

    def _keep(self, relationship: Relationship, owner: str) -> None:
        """Let a part that is brought in refer to what it referred to, under the same id."""
        attributes = {"Id": relationship.id, "Type": relationship.type}
        if relationship.is_external:
            attributes.update(Target=relationship.target, TargetMode="External")
        else:
            attributes["Target"] = f"/{self._brought(relationship)}"
        relationships = self._package.relationships(owner)
        etree.SubElement(relationships, f"{{{RELATIONSHIPS}}}Relationship", attributes)

    def _leave_out_lost(self, part: Element, kept_ids: set[str]) -> None:
        """Remove from a part what refers to nothing any more, and resolve its theme."""
        resolve_drawings(part, self._theme)
        for element in list(part.iter(etree.Element)):
            ids = [element.get(attribute) for attribute in _references(element)]
            if not kept_ids.issuperset(filter(None, ids)):
                remove(element)


def _words_of(relationship: Relationship, opened: OpenedFile) -> str:
    """Return in words what goes with a relationship that does not come along."""
    if is_broken_picture(opened, relationship):
        words = _("pictures that no program can show are left out ({name})")
        return words.format(name=posixpath.basename(relationship.target))
    if not relationship.is_external and relationship.kind != _HYPERLINK:
        return words_of_missing(relationship.target)
    if relationship.kind == _HYPERLINK:
        return _("links to files of a machine stand as plain text")
    return _("pictures that lie outside the file are left out")


def _remove_drawing(element: Element) -> None:
    """Remove an element, and the drawing in which it stands."""
    drawing = next(element.iterancestors(*_DRAWINGS), element)
    remove(drawing)


def _unwrap_link(link: Element) -> None:
    """Leave the text of a link that leads nowhere any more."""
    if link.get(w("anchor")) is None:
        unwrap(link)


def _references(element: Element) -> list[str]:
    """Return the attributes of an element that refer to relationships."""
    names = [name for name in element.attrib if name.startswith(f"{{{R}}}") or name == _OFFICE_REFERENCE]
    return [name for name in names if local(name) not in {"pict"} or element.tag.startswith(f"{{{V}}}")]
