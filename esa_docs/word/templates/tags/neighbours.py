"""What stands beside a tag in a paragraph, row or cell that is not printed itself."""

from __future__ import annotations

import copy
from typing import Any, Final

from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import w
from esa_docs.word.templates.tags.tags import tags_in
from esa_docs.word.templates.tags.whole_tags import own_text

_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_MARKS: Final = frozenset(map(w, ("bookmarkStart", "bookmarkEnd", "permStart", "permEnd")))
"""Elements that may stand between paragraphs, between rows and between cells."""
_VISIBLE: Final = frozenset(
    {
        *map(w, ("drawing", "pict", "object", "footnoteReference", "endnoteReference")),
        *map(w, ("fldChar", "fldSimple", "sym", "noBreakHyphen", "tbl", "footnoteRef", "endnoteRef")),
        *map(w, ("pgNum", "dayShort", "monthShort", "yearShort", "dayLong", "monthLong", "yearLong")),
        _MATH,
    }
)
"""Elements that show the reader something, beside text and breaks."""
_FALSE: Final = frozenset({"0", "false", "off"})

Element = Any


def neighbour_of_tags(holder: Element, levels: frozenset[str]) -> str:
    """Return in words what stands beside tags; empty where nothing does that is seen.

    Args:
        holder: the paragraph, row or cell.
        levels: levels of the tags that may stand there.
    """
    for element in holder.iter():
        words = _words_of(element, levels)
        if words:
            return words
    return ""


def _words_of(element: Element, levels: frozenset[str]) -> str:
    """Return what an element shows the reader, in words; empty where it shows nothing."""
    if element.tag == w("p"):
        return _words_of_paragraph(element, levels)
    if element.tag == w("br"):
        return "" if element.get(w("type"), "textWrapping") == "textWrapping" else _("a page break")
    if element.tag not in _VISIBLE:
        return ""
    return _words_by_name().get(element.tag, _("text"))


def _words_by_name() -> dict[str, str]:
    """Return what elements show the reader, by their names; all others show text."""
    note = _("a footnote")
    field = _("a field")
    picture = _("a picture or a text box")
    return {
        w("drawing"): picture,
        w("pict"): picture,
        w("object"): picture,
        w("footnoteReference"): note,
        w("endnoteReference"): note,
        w("fldChar"): field,
        w("fldSimple"): field,
        w("footnoteRef"): note,
        w("endnoteRef"): note,
        w("tbl"): _("a table"),
        _MATH: _("a formula"),
    }


def _words_of_paragraph(paragraph: Element, levels: frozenset[str]) -> str:
    if _has_text(own_text(paragraph), levels):
        return _("text")
    page_break = paragraph.find(f"{w('pPr')}/{w('pageBreakBefore')}")
    if page_break is not None and page_break.get(w("val")) not in _FALSE:
        return _("a page break")
    return ""


def _has_text(text: str, levels: frozenset[str]) -> bool:
    """Return whether a text has more than blanks, comments and statements of these levels."""
    place = 0
    for tag in tags_in(text):
        prints = not tag.is_comment and not tag.is_statement
        if text[place : tag.start].strip() or prints or tag.level not in levels:
            return True
        place = tag.end
    return bool(text[place:].strip())


def section_paragraph(paragraph: Element) -> Element | None:
    """Return a paragraph that ends the section that this paragraph ends; None where it ends none."""
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    if paragraph.tag != w("p") or section is None:
        return None
    new_paragraph = paragraph.makeelement(w("p"))
    properties = paragraph.makeelement(w("pPr"))
    new_paragraph.append(properties)
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    if style is not None:
        properties.append(copy.deepcopy(style))
    properties.append(copy.deepcopy(section))
    return new_paragraph


def move_marks(holder: Element) -> list[Element]:
    """Return the ends of bookmarks of an element that goes away, taken out of it."""
    marks = []
    for element in list(holder.iter(*_MARKS)):
        parent = element.getparent()
        element.tail = None
        parent.remove(element)
        marks.append(element)
    return marks
