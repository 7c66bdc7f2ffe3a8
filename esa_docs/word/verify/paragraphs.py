"""Rules about how paragraphs are set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import w
from esa_docs.ooxml.styles import is_exact, style_of
from esa_docs.word.verify.parsed_file import STYLES_PART, ParsedWordFile

_JUSTIFIED: Final = frozenset({"both", "thaiDistribute", "distribute"})


def alignment(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E715: ``distribute`` tears marks off their consonants; narrow cells are not justified."""
    style_part = [document.parts[STYLES_PART]] if STYLES_PART in document.parts else []
    for part in (*document.stories, *style_part):
        if any(jc.get(w("val")) == "distribute" for jc in part.all("jc")):
            message = _("'distribute' tears Thai vowel signs and tone marks off their letters")
            yield part.finding("E715", message, _("Use Thai distributed alignment."))
    for part in document.stories:
        given = set(part.select("//w:tc/w:p/w:pPr/*[self::w:pStyle or self::w:jc]/@w:val"))
        suspects = {document.styles.alignments.get(value, value) for value in given} & _JUSTIFIED
        paragraphs = part.select("//w:tc/w:p") if suspects else ()
        if any(document.styles.alignment(one) in _JUSTIFIED for one in paragraphs):
            yield part.finding("E715", _("a paragraph in a table cell is justified: words are torn apart"))


def breaks(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E715: a line break inside a justified paragraph stretches the line before it."""
    for part in document.stories:
        lines = [one for one in part.all("br") if one.get(w("type"), "textWrapping") == "textWrapping"]
        holders = [next(one.iterancestors(w("p")), None) for one in lines]
        if any(one is not None and document.styles.alignment(one) in _JUSTIFIED for one in holders):
            message = _("a line break in a justified paragraph stretches the line before it")
            yield part.finding("E715", message, _("Make two paragraphs of it."))


def line_heights(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E715: an exact line height on body text clips tone marks."""
    styles = document.styles
    for part in document.stories:
        exact = [one for one in part.all("spacing") if is_exact(one)]
        holders = [next(one.iterancestors(w("p")), None) for one in exact]
        if styles.exact_heights:
            styled = part.select("//w:p[w:pPr/w:pStyle]")
            holders += [one for one in styled if style_of(one) in styles.exact_heights]
        if any(one is not None and styles.alignment(one) in _JUSTIFIED for one in holders):
            yield part.finding("E715", _("an exact line height on body text clips tone marks"))


RULES: Final = (alignment, breaks, line_heights)
