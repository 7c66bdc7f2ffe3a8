"""Rules about how paragraphs are set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import w
from esa_docs.ooxml.styles import StyleSheet, is_exact
from esa_docs.word.verify.parsed_file import Element, PackagePart, ParsedWordFile

_JUSTIFIED: Final = frozenset({"both", "thaiDistribute", "distribute"})
_LINE_BREAK: Final = "textWrapping"
"""Type of a break inside a paragraph, as of one that names no type; others begin a page or a column."""


def alignment(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E715: ``distribute`` tears marks off their consonants; cells of tables are not justified."""
    for part in document.styled_parts:
        if any(jc.get(w("val")) == "distribute" for jc in part.elements("jc")):
            message = _("'distribute' tears Thai vowel signs and tone marks off their letters")
            yield part.diagnostic("E715", message, _("Use Thai distributed alignment."))
    for part in document.stories:
        if _has_justified_cell(part, document.styles):
            yield part.diagnostic("E715", _("a paragraph in a table cell is justified: words are torn apart"))


def _has_justified_cell(part: PackagePart, styles: StyleSheet) -> bool:
    # To look at every paragraph is slow. Most documents justify no cell, and the few styles and alignments
    # that the paragraphs in their cells name already show it.
    style_ids_and_alignments = set(part.select("//w:tc/w:p/w:pPr/*[self::w:pStyle or self::w:jc]/@w:val"))
    alignments = {styles.alignments.get(value, value) for value in style_ids_and_alignments}
    if not alignments & _JUSTIFIED:
        return False
    return any(styles.alignment(paragraph) in _JUSTIFIED for paragraph in part.select("//w:tc/w:p"))


def breaks(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E715: a line break inside a justified paragraph, where Word stretches the line before it."""
    for part in document.stories:
        line_breaks = filter(_is_line_break, part.elements("br"))
        if any(_stands_in_justified_paragraph(line_break, document.styles) for line_break in line_breaks):
            message = _("a line break in a justified paragraph stretches the line before it")
            yield part.diagnostic("E715", message, _("Make two paragraphs of it."))


def _is_line_break(br: Element) -> bool:
    kind: str = br.get(w("type"), _LINE_BREAK)
    return kind == _LINE_BREAK


def line_heights(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E715: an exact line height on body text, which clips tone marks."""
    for part in document.stories:
        if _has_exact_body_text(part, document.styles):
            yield part.diagnostic("E715", _("an exact line height on body text clips tone marks"))


def _has_exact_body_text(part: PackagePart, styles: StyleSheet) -> bool:
    """Return whether a justified paragraph of a part has an exact line height, its own or its style's."""
    for spacing in part.elements("spacing"):
        if is_exact(spacing) and _stands_in_justified_paragraph(spacing, styles):
            return True
    if not styles.exact_heights:
        return False
    for style in part.select("//w:p/w:pPr/w:pStyle"):
        if style.get(w("val")) in styles.exact_heights and _stands_in_justified_paragraph(style, styles):
            return True
    return False


def _stands_in_justified_paragraph(element: Element, styles: StyleSheet) -> bool:
    paragraph = next(element.iterancestors(w("p")), None)
    return paragraph is not None and styles.alignment(paragraph) in _JUSTIFIED


RULES: Final = (alignment, breaks, line_heights)
