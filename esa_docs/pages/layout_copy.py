"""The copy of a Word file that an engine lays out: it has the same pages, and nothing an engine gets wrong.

The font of the copy is embedded in it, so that the machine needs no font. A copy is thrown away after its
layout.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from esa_docs.fonts.faces import LayoutFamily
from esa_docs.ooxml.names import A, w
from esa_docs.ooxml.package import CONTENT_TYPES_PART, DOCUMENT_PART, read_package, write_package
from esa_docs.ooxml.xml_parts import parse_part, serialise_part
from esa_docs.pages.embedded_fonts import embed_families
from esa_docs.pages.foreign_fonts import bears_files, replaced_families
from esa_docs.pages.marks import mark_places
from esa_docs.pages.note_numbers import drop_typed_numbers, type_thai_note_numbers
from esa_docs.pages.page_digits import draw_thai_digits
from esa_docs.pages.page_references import turn_references_into_text
from esa_docs.pages.sections import Section
from esa_docs.pages.spacer_paragraph import make_spacer_paragraph
from esa_docs.pages.word_file import WordFile

_FONT_ATTRIBUTES: Final = {
    w("rFonts"): (w("ascii"), w("hAnsi"), w("eastAsia"), w("cs")),
    w("font"): (w("name"),),
    f"{{{A}}}latin": ("typeface",),
    f"{{{A}}}ea": ("typeface",),
    f"{{{A}}}cs": ("typeface",),
    f"{{{A}}}sym": ("typeface",),
    f"{{{A}}}font": ("typeface",),
    f"{{{A}}}buFont": ("typeface",),
}
"""The attributes that hold the name of a font family, by the element that has them."""
_STYLES_PART: Final = "word/styles.xml"
_NOTE_REFERENCES: Final = (w("footnoteReference"), w("endnoteReference"))
_JUSTIFIED: Final = {"thaiDistribute": "both"}
"""Alignments that LibreOffice lays out as left, and others that break lines at the same places (measured)."""


@dataclass(frozen=True, slots=True)
class LayoutCopy:
    """A copy of a Word file, ready for an engine.

    Attributes:
        data: the .docx.
        sections: its sections, each with a mark at its beginning.
        marks: the bookmark's name by the name of the mark beside it. Engines report marks, not bookmarks.
        fonts: the families embedded in it.
        pictures: PNG by ``wp:docPr`` id, for engines that draw no shapes.
        document: ``year/name`` of its content file, by which a log names it.
        bears_files: whether Word files are in it, which have fonts of their own.
    """

    data: bytes
    sections: tuple[Section, ...]
    marks: Mapping[str, str]
    fonts: tuple[LayoutFamily, ...]
    pictures: Mapping[int, bytes] = field(default_factory=dict)
    document: str = ""
    bears_files: bool = False

    def bookmark_pages(self, pages: Mapping[str, int]) -> dict[str, int]:
        """Return the pages of bookmarks, from those of the marks beside them.

        Marks of sections keep their names. A name that is no mark is left out.
        """
        pages_of_bookmarks: dict[str, int] = {}
        for name, page in pages.items():
            if self.is_mark(name):
                bookmark = self.marks.get(name, name)
                pages_of_bookmarks[bookmark] = page
        return pages_of_bookmarks

    def replaced_fonts(self, drawn_fonts: Collection[str]) -> tuple[str, ...]:
        """Return the families of Word files in the copy for which a machine took others.

        Args:
            drawn_fonts: names of the fonts of its PDF.
        """
        if not self.bears_files:
            return ()
        return replaced_families(self.data, drawn_fonts, [family.name for family in self.fonts])

    def is_mark(self, name: str) -> bool:
        """Return whether a bookmark of the copy is one of its marks."""
        return name in self.marks or any(section.bookmark == name for section in self.sections)


def document_of(copies: Iterable[LayoutCopy]) -> str:
    """Return the document by which a log names copies laid out together; empty where they have several."""
    documents = {copy.document for copy in copies}
    return documents.pop() if len(documents) == 1 else ""


def make_layout_copy(file: WordFile, fonts: LayoutFamily, page_digits: LayoutFamily | None) -> LayoutCopy:
    """Return the copy of a Word file that an engine lays out.

    Args:
        file: the Word file, set in ``fonts.family``.
        fonts: the faces it is laid out with.
        page_digits: faces whose digits 0-9 are drawn as ๐-๙, for page numbers that are Thai; None leaves
            these numbers to the engine.
    """
    parts = read_package(file.data)
    roots = {name: parse_part(data, name) for name, data in parts.items() if _is_parsed(name)}
    for root in roots.values():
        _rename_family(root, file.family, fonts.name)
        _justify(root)
        turn_references_into_text(root)
    main_root = roots[DOCUMENT_PART]
    _put_spacers_below_tables(main_root)
    _put_spacer_above_first_table(main_root)
    drop_typed_numbers(roots)
    if page_digits is not None:
        type_thai_note_numbers(roots)
    # The sections hold the number formats of the original: they are read before the formats become decimal.
    marks, sections = mark_places(main_root)
    families = [fonts]
    if page_digits is not None and draw_thai_digits(roots, page_digits.name):
        families.append(page_digits)
    font_parts = embed_families(roots, families)
    changed_parts = {name: serialise_part(root) for name, root in roots.items()}
    data = write_package({**parts, **changed_parts, **font_parts})
    has_files = bears_files(roots.get(_STYLES_PART))
    return LayoutCopy(data, sections, marks, tuple(families), file.pictures, file.document, has_files)


def _is_parsed(name: str) -> bool:
    is_xml_of_word = name.startswith("word/") and name.endswith((".xml", ".rels"))
    return is_xml_of_word or name == CONTENT_TYPES_PART


def _rename_family(root: etree._Element, old: str, new: str) -> None:
    # Word finds a font whatever the case of the letters in its name.
    old_name = old.casefold()
    for element in root.iter(*_FONT_ATTRIBUTES):
        for attribute in _FONT_ATTRIBUTES[element.tag]:
            if element.get(attribute, "").casefold() == old_name:
                element.set(attribute, new)


def _justify(root: etree._Element) -> None:
    for alignment in root.iter(w("jc")):
        value = alignment.get(w("val"), "")
        alignment.set(w("val"), _JUSTIFIED.get(value, value))


def _put_spacers_below_tables(root: etree._Element) -> None:
    # LibreOffice 7.4 leaves some headings directly below a table at the foot of a page, but none with a
    # paragraph between them.
    for table in list(root.iter(w("tbl"))):
        next_block = table.getnext()
        if next_block is not None and next_block.tag == w("p"):
            table.addnext(make_spacer_paragraph())


def _put_spacer_above_first_table(root: etree._Element) -> None:
    # LibreOffice 7.4 puts an empty line above a table that begins a text with notes.
    body = root.find(w("body"))
    if body is None or next(root.iter(*_NOTE_REFERENCES), None) is None:
        return
    first_block = next(iter(body), None)
    if first_block is not None and first_block.tag == w("tbl"):
        body.insert(0, make_spacer_paragraph())
