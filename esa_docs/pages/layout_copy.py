"""The copy of a Word file that an engine lays out: same pages, with nothing an engine gets wrong.

Its font is one that is embedded in it, so no font is asked of the machine. The copy is never kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from esa_docs.fonts.faces import LayoutFamily
from esa_docs.ooxml.names import w
from esa_docs.ooxml.package import CONTENT_TYPES_PART, read_package, write_package
from esa_docs.pages.embedded_fonts import embed_families
from esa_docs.pages.marks import mark_places
from esa_docs.pages.page_digits import draw_thai_digits
from esa_docs.pages.page_references import references_as_text
from esa_docs.pages.sections import Section
from esa_docs.pages.spacer_paragraph import make_spacer_paragraph
from esa_docs.pages.word_file import WordFile

_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FONT_NAMES: Final = {
    w("rFonts"): tuple(w(slot) for slot in ("ascii", "hAnsi", "eastAsia", "cs")),
    w("font"): (w("name"),),
    **{f"{{{_DRAWING}}}{name}": ("typeface",) for name in ("latin", "ea", "cs", "sym", "font", "buFont")},
}
"""Elements that name a font family, with the attributes that do."""
_JUSTIFIED: Final = {"thaiDistribute": "both"}
"""Alignments LibreOffice lays out as left; the lines break alike (measured)."""


@dataclass(frozen=True, slots=True)
class LayoutCopy:
    """A copy of a Word file, ready for an engine.

    Attributes:
        data: the .docx.
        sections: its sections, each with a mark at its beginning.
        marks: for each mark beside a bookmark the bookmark's name. Engines look for marks, not for bookmarks.
        fonts: the families embedded in it.
        pictures: PNG by ``wp:docPr`` id, for engines that draw no shapes.
        document: ``year/name`` of its content file, by which a log names it.
    """

    data: bytes
    sections: tuple[Section, ...]
    marks: Mapping[str, str]
    fonts: tuple[LayoutFamily, ...]
    pictures: Mapping[int, bytes] = field(default_factory=dict)
    document: str = ""

    def bookmark_pages(self, pages: Mapping[str, int]) -> dict[str, int]:
        """Turn the pages of marks into those of bookmarks; marks of sections keep their names."""
        return {self.marks.get(mark, mark): page for mark, page in pages.items() if self.is_mark(mark)}

    def is_mark(self, name: str) -> bool:
        """Tell whether a bookmark of the copy is one of its marks."""
        return name in self.marks or any(section.bookmark == name for section in self.sections)


def document_of(copies: Iterable[LayoutCopy]) -> str:
    """Give the document by which a log names copies laid out together; empty where they are of several."""
    documents = {copy.document for copy in copies}
    return documents.pop() if len(documents) == 1 else ""


def make_layout_copy(file: WordFile, fonts: LayoutFamily, page_digits: LayoutFamily | None) -> LayoutCopy:
    """Make the copy of a Word file that is laid out.

    Args:
        file: the Word file, set in ``fonts.family``.
        fonts: the faces it is laid out with.
        page_digits: faces whose digits 0-9 are drawn as ๐-๙, for page numbers that are Thai; None leaves
            them to the engine.
    """
    parts = read_package(file.data)
    roots = {name: etree.fromstring(data) for name, data in parts.items() if _is_read(name)}
    for root in roots.values():
        _rename_family(root, file.family, fonts.name)
        _justify(root)
        references_as_text(root)
    _part_from_tables(roots["word/document.xml"])
    marks, sections = mark_places(roots["word/document.xml"])  # before number formats are changed
    used = [fonts]
    if page_digits is not None and draw_thai_digits(roots, page_digits.name):
        used.append(page_digits)
    added = embed_families(roots, used)
    written = {name: _serialise(root) for name, root in roots.items()}
    data = write_package({**parts, **written, **added})
    return LayoutCopy(data, sections, marks, tuple(used), file.pictures, file.document)


def _is_read(name: str) -> bool:
    in_word = name.startswith("word/") and name.endswith((".xml", ".rels"))
    return in_word or name == CONTENT_TYPES_PART


def _rename_family(root: etree._Element, old: str, new: str) -> None:
    """Rename a family wherever it is named; Word does not mind the case of letters."""
    wanted = old.casefold()
    for element in root.iter(*_FONT_NAMES):
        for attribute in _FONT_NAMES[element.tag]:
            if element.get(attribute, "").casefold() == wanted:
                element.set(attribute, new)


def _justify(root: etree._Element) -> None:
    for alignment in root.iter(w("jc")):
        value = alignment.get(w("val"), "")
        alignment.set(w("val"), _JUSTIFIED.get(value, value))


def _part_from_tables(root: etree._Element) -> None:
    """Part paragraphs from the table above them: LibreOffice 7.4 leaves some headings at a page's foot."""
    for table in list(root.iter(w("tbl"))):
        below = table.getnext()
        if below is not None and below.tag == w("p"):
            table.addnext(make_spacer_paragraph())


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
