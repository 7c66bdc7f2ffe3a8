"""The sections of a Word file: their pages as they are, with heads and feet of the file or of the paper."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from lxml import etree

from esa_docs.i18n import gettext as _
from esa_docs.model.annexes import AnnexHeaders
from esa_docs.ooxml.measures import whole_number
from esa_docs.ooxml.names import R, W, w
from esa_docs.ooxml.package import DOCUMENT_PART
from esa_docs.ooxml.xml_parts import serialise_part
from esa_docs.word.annexes.own_heads import FIRST_NUMBER, name_of_head
from esa_docs.word.annexes.section_properties import References
from esa_docs.word.annexes.word_files.faults import words_of_lost_link
from esa_docs.word.annexes.word_files.held_schema import refuse_broken_root
from esa_docs.word.annexes.word_files.opening import OpenedFile
from esa_docs.word.annexes.word_files.own_parts import OwnParts
from esa_docs.word.annexes.word_files.paper_package import PaperPackage
from esa_docs.word.annexes.word_files.removing import remove_all

_SORTS: Final = {"header": "hdr", "footer": "ftr"}
_REFERENCES: Final = tuple(w(f"{sort}Reference") for sort in _SORTS)
_LEFT_OUT: Final = tuple(map(w, ("footnotePr", "endnotePr", "printerSettings")))
_MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{sort}+xml"
_ON: Final = frozenset({"1", "true", "on"})

Element = Any


@dataclass(slots=True)
class Heads:
    """Heads and feet of the paper and of its files.

    Attributes:
        package: the package of the paper.
        of_paper: those that hold at the end of the paper.
        has_even_pages: whether the paper has heads and feet of even pages.
        mark: what those of the paper bear on every page, such as ลับ; empty where nothing is.
    """

    package: PaperPackage
    of_paper: References
    has_even_pages: bool
    mark: str = ""
    _numbers: Any = field(default_factory=lambda: count(FIRST_NUMBER))
    _empty: dict[str, str] = field(default_factory=dict)

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages that have heads and feet."""
        return ("default", "even") if self.has_even_pages else ("default",)

    def complete(self) -> References:
        """Return references to all heads and feet of the paper, also to empty ones where it has none."""
        references = {}
        for sort in _SORTS:
            for pages in self.pages:
                reference = self.of_paper.get((sort, pages))
                references[sort, pages] = reference or _xml(sort, pages, self.empty(sort))
        return references

    def empty(self, sort: str) -> str:
        """Return the id of an empty head or foot."""
        if sort not in self._empty:
            root = etree.Element(w(_SORTS[sort]), nsmap={"w": W})
            etree.SubElement(etree.SubElement(root, w("p")), w("r"))
            self._empty[sort] = self.package.refer(DOCUMENT_PART, sort, self.add(sort, root))
        return self._empty[sort]

    def add(self, sort: str, root: Element) -> str:
        """Return the name of a part that holds a head or foot."""
        name = self.name(sort)
        self.fill(sort, name, root)
        return name

    def name(self, sort: str) -> str:
        """Return a name that no head or foot has."""
        return name_of_head(sort, next(self._numbers))

    def fill(self, sort: str, name: str, root: Element) -> None:
        """Add the part of a head or foot under its name."""
        self.package.add_part(name, serialise_part(root), _MEDIA_TYPE.format(sort=sort))


def _xml(sort: str, pages: str, identifier: str) -> str:
    return f'<w:{sort}Reference w:type="{pages}" r:id="{identifier}"/>'


@dataclass(slots=True)
class OwnSections:
    """The sections of one Word file.

    Attributes:
        opened: the file.
        parts: brings what heads and feet refer to.
        heads: heads and feet of the paper.
        ids: relationships to heads and feet of the file that came in, by the names of their parts there.
    """

    opened: OpenedFile
    parts: OwnParts
    heads: Heads
    ids: dict[str, str] = field(default_factory=dict)

    def settle(self, headers: AnnexHeaders) -> None:
        """Bring the properties of all sections into the form of the paper.

        Args:
            headers: whose heads and feet they have.
        """
        sections = list(self.opened.body.iter(w("sectPr")))
        for place, section in enumerate(sections):
            for tag in _LEFT_OUT:
                remove_all(section.findall(tag))
            if headers == "own":
                self._take_own(section, is_first=place == 0)
            else:
                self._take_those_of_paper(section, is_first=place == 0)
        first_type = sections[0].find(w("type"))
        if first_type is not None:
            sections[0].remove(first_type)
        even_heads = self.opened.setting("evenAndOddHeaders")
        is_even = even_heads is not None and even_heads.get(w("val"), "true") in _ON
        if is_even and headers == "own" and not self.heads.has_even_pages:
            self.opened.remarks.append(_("heads and feet of even pages give way to those of all pages"))

    def _take_those_of_paper(self, section: Element, *, is_first: bool) -> None:
        remove_all(list(section.iter(*_REFERENCES)))
        remove_all(section.findall(w("titlePg")))
        for numbering in section.findall(w("pgNumType")):
            numbering.attrib.pop(w("start"), None)
        if is_first:
            _put_references(section, self.heads.complete())

    def _take_own(self, section: Element, *, is_first: bool) -> None:
        relationships = self.opened.relationships(DOCUMENT_PART)
        references: dict[tuple[str, str], str] = {}
        for element in list(section.iter(*_REFERENCES)):
            sort = "header" if element.tag == _REFERENCES[0] else "footer"
            relationship = relationships.get(element.get(f"{{{R}}}id", ""))
            if relationship is not None and relationship.target in self.opened.roots:
                pages = element.get(w("type"), "default")
                references[sort, pages] = _xml(sort, pages, self._head(sort, relationship.target))
            elif relationship is None or relationship.target in self.opened.parts:
                self.opened.remarks.append(words_of_lost_link())
            section.remove(element)
        if is_first:
            self._complete(section, references)
        _put_references(section, references)

    def _complete(self, section: Element, references: dict[tuple[str, str], str]) -> None:
        """Name empty heads and feet where the file has none, so that those of the paper end before it."""
        has_first_page = section.find(w("titlePg")) is not None
        for sort in _SORTS:
            usual = references.get((sort, "default")) or _xml(sort, "default", self.heads.empty(sort))
            references[sort, "default"] = usual
            if self.heads.has_even_pages:
                references.setdefault((sort, "even"), usual.replace('"default"', '"even"'))
            if has_first_page:
                references.setdefault((sort, "first"), _xml(sort, "first", self.heads.empty(sort)))

    def _head(self, sort: str, source: str) -> str:
        """Return the id of the relationship to a head or foot of the file."""
        if source not in self.ids:
            root = self.opened.roots[source]
            name = self.heads.name(sort)
            self.parts.refer(root, source, name)
            refuse_broken_root(self.opened.file, root)
            self.heads.fill(sort, name, root)
            self.ids[source] = self.heads.package.refer(DOCUMENT_PART, sort, name)
        return self.ids[source]


def _put_references(section: Element, references: References) -> None:
    """Put references to heads and feet before all other properties of a section."""
    xml = "".join(references[key] for key in sorted(references, key=lambda key: key[0] == "footer"))
    holder = etree.fromstring(f'<w:x xmlns:w="{W}" xmlns:r="{R}">{xml}</w:x>')
    section[0:0] = list(holder)


def section_of_heading(body: Element) -> list[Element]:
    """Return the properties of a section for the heading of an annex, where its file begins with columns.

    The file then begins on the page of the heading. Empty where the heading stands in the first section of
    the file.

    Args:
        body: the body of the file; changed.
    """
    first = next(body.iter(w("sectPr")))
    columns = first.find(w("cols"))
    if columns is None or whole_number(columns.get(w("num"))) <= 1:
        return []
    heading = deepcopy(first)
    remove_all(heading.findall(w("cols")))
    remove_all(list(first.iter(*_REFERENCES)))
    remove_all(first.findall(w("pgNumType")))
    first.insert(0, etree.Element(w("type"), {w("val"): "continuous"}))
    holder = etree.Element(w("body"), nsmap=body.nsmap)
    holder.append(heading)
    return [heading]
