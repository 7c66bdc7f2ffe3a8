"""Heads and feet of landscape pages: copies whose tab stops stand as far apart as the page is wide.

A section of landscape pages has the heads of the pages around it. What stands there at tab stops, such as the
number in the middle and the mark of a draft at the right, would keep the places of an upright page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from esa_docs.ooxml.linked_parts import LinkedPart, with_linked_parts
from esa_docs.ooxml.names import w
from esa_docs.ooxml.package import DOCUMENT_PART, read_package, relationships_part, write_package
from esa_docs.ooxml.xml_parts import parse_part, serialise_part
from esa_docs.word.blocks.moved_tabs import move_tabs, tabs_of_styles
from esa_docs.word.blocks.page_rooms import SECTION, PageForm

_REFERENCE: Final = re.compile(r"<w:(?P<kind>header|footer)Reference\b(?P<attributes>[^>]*)/>")
_ID, _TYPE = re.compile(r'r:id="([^"]*)"'), re.compile(r'w:type="([^"]*)"')
_EMPTY: Final = re.compile(r"\A(?P<opening><w:sectPr(?: [^>]*?)?)/>")
_OPENING: Final = re.compile(r"<w:sectPr(?: [^>]*)?>")
_STYLES_PART: Final = "word/styles.xml"
_MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"

Spot: TypeAlias = tuple[str, str]
"""What a reference of a section is for: ``header`` or ``footer``, and its pages, such as ``default``."""
References: TypeAlias = dict[Spot, str]


def _is_ours(_part_name: str) -> bool:
    return True


def with_lying_heads(package: bytes, is_ours: Callable[[str], bool] = _is_ours) -> bytes:
    """Return a Word file whose landscape pages have heads and feet as wide as they are.

    Args:
        package: the Word file.
        is_ours: whether a head or foot is one of the paper, by the name of its part; those of Word files that
            were put in stay as they are.
    """
    parts = read_package(package)
    xml = parts[DOCUMENT_PART].decode()
    relationships = parse_part(parts[relationships_part(DOCUMENT_PART)], DOCUMENT_PART)
    targets = {element.get("Id", ""): element.get("Target", "") for element in relationships}
    heads = _Heads(parts, targets, is_ours)
    changed_xml = SECTION.sub(heads.section, xml)
    if not heads.copies:
        return package
    changed_parts = with_linked_parts(parts, heads.copies.values())
    changed_parts.update(heads.relationships)
    changed_parts[DOCUMENT_PART] = changed_xml.encode()
    return write_package(changed_parts)


@dataclass(slots=True)
class _Heads:
    """One way through the sections of a document.

    Attributes:
        parts: its parts.
        targets: the parts to which the document refers, by the ids of the references.
        is_ours: whether a part is a head or foot of the paper.
        references: the heads and feet of the section that is read, those of sections before it too.
        upright_width: width of the text on the last upright pages before; 0 for none.
        follows_copies: whether the section before has copies.
        copies: the copies, by the ids of the originals and the width of their pages.
        relationships: what the copies refer to, by the names of its parts.
    """

    parts: Mapping[str, bytes]
    targets: Mapping[str, str]
    is_ours: Callable[[str], bool]
    references: References = field(default_factory=dict)
    upright_width: int = 0
    follows_copies: bool = False
    copies: dict[tuple[str, int], LinkedPart] = field(default_factory=dict)
    relationships: dict[str, bytes] = field(default_factory=dict)

    def section(self, match: re.Match[str]) -> str:
        """Return the properties of a section with its own heads and feet."""
        section = match[0]
        for reference in _REFERENCE.finditer(section):
            name, pages = _ID.search(reference["attributes"]), _TYPE.search(reference["attributes"])
            if name and pages:
                self.references[reference["kind"], pages[1]] = name[1]
        form = PageForm.of(section)
        width = form.room(section).width
        if form.lies and self.upright_width:
            references = {spot: self._wide(spot, name, width) for spot, name in self.references.items()}
            has_copies = references != self.references
            changes = has_copies or self.follows_copies
            self.follows_copies = has_copies
            return _with_references(section, references) if changes else section
        if not form.lies:
            self.upright_width = width
        changes = self.follows_copies
        self.follows_copies = False
        return _with_references(section, self.references) if changes else section

    def _wide(self, spot: Spot, name: str, width: int) -> str:
        """Return the id of the copy of a head; that of the head itself where nothing in it moves."""
        copy = self.copies.get((name, width))
        if copy is not None:
            return copy.relationship
        part_name = f"word/{self.targets.get(name, '')}"
        data = self.parts.get(part_name)
        if data is None or not self.is_ours(part_name):
            return name
        root = parse_part(data, part_name)
        styles = tabs_of_styles(self.parts.get(_STYLES_PART, b""))
        if not _moved(root, styles, width / self.upright_width):
            return name
        kind, _pages = spot
        number = len(self.copies) + 1
        copy_name = f"word/{kind}Landscape{number}.xml"
        self.copies[name, width] = LinkedPart(
            f"rIdLandscape{number}", kind, copy_name, _MEDIA_TYPE.format(kind=kind), serialise_part(root)
        )
        referred = self.parts.get(relationships_part(part_name))
        if referred is not None:
            self.relationships[relationships_part(copy_name)] = referred
        return f"rIdLandscape{number}"


def _moved(root: Any, styles: Mapping[str, Mapping[int, Mapping[str, str]]], factor: float) -> bool:
    """Move the tab stops of all paragraphs of a part; return whether it has any."""
    have_moved = [move_tabs(paragraph, styles, factor) for paragraph in root.iter(w("p"))]
    return any(have_moved)


def _with_references(section: str, references: References) -> str:
    """Return the properties of a section with these heads and feet alone."""
    without = _REFERENCE.sub("", _EMPTY.sub(r"\g<opening>></w:sectPr>", section))
    opening = _OPENING.match(without)
    assert opening is not None, "the properties of a section begin with their element"  # noqa: S101
    texts = []
    for (kind, pages), name in references.items():
        texts.append(f'<w:{kind}Reference w:type="{pages}" r:id="{name}"/>')
    return f"{opening[0]}{''.join(texts)}{without[opening.end() :]}"
