"""Rules about the text a reader sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import w
from esa_docs.word.verify.data_charts import chart_text
from esa_docs.word.verify.parsed_file import Element, ParsedWordFile, quote

_WITH_CONTENT: Final = 2
"""Children of a paragraph that has more than properties."""
_LEFTOVER: Final = re.compile(r"\{[{%#]")


def find_lost_text(document: ParsedWordFile, expected: Iterable[str]) -> Iterator[Diagnostic]:
    """E704: a text of the content that does not stand in the document."""
    stories = (part.text for part in document.stories)
    text = thai.normalise_spaces(" ".join([*stories, *map(chart_text, document.charts)]))
    place = 0
    for wanted in expected:
        found = text.find(wanted, place)
        found = text.find(wanted) if found < 0 else found
        if found < 0:
            message = _("the text {text} of the content is not printed").format(text=quote(wanted))
            hint = _("Put its tag back into the Word template, or delete it from the content.")
            yield document.main.finding("E704", message, hint, error=True)
        else:
            place = found


def leftover_tags(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E703: a tag of the template that was not filled in; a chart that stands in a template never is."""
    charts = ((part, chart_text(part)) for part in document.charts)
    for part, text in (*((part, part.text) for part in document.stories), *charts):
        for match in _LEFTOVER.finditer(text):
            near = quote(text[match.start() :])
            message = _("a tag of the template is left in the text: {text}").format(text=near)
            hint = _("Write the tag in one go, with one formatting, in the Word template.")
            yield part.finding("E703", message, hint, error=True)


def broken_characters(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E705: text not in NFC, or with characters that break words (ZWSP, byte order mark, controls)."""
    for part in document.stories:
        if _is_whole(part.text):
            continue
        for _run, _properties, text in part.text_runs:
            if not _is_whole(text):
                message = _("the text {text} holds characters that break Thai in Word").format(
                    text=quote(text)
                )
                yield part.finding("E705", message, _("Type the text again."))


def _is_whole(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text) and not thai.forbidden_characters(text)


def empty_paragraphs(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E706: a paragraph with nothing in it, as a loop leaves behind; a cell, head or foot needs its own."""
    for part in document.stories:
        bare = [one for one in part.root.iterdescendants(w("p")) if len(one) < _WITH_CONTENT]
        for _paragraph in filter(_is_empty, bare):
            message = _("an empty paragraph stands in the document")
            hint = _("Use {%p … %} for the loop, and space before a paragraph instead of an empty one.")
            yield part.finding("E706", message, hint)


def _is_empty(paragraph: Element) -> bool:
    parent = paragraph.getparent()
    if parent.tag == w("tc") or (parent.tag in {w("hdr"), w("ftr")} and len(parent) == 1):
        return False
    return not len(paragraph) or (paragraph[0].tag == w("pPr") and paragraph[0].find(w("sectPr")) is None)


RULES: Final = (leftover_tags, broken_characters, empty_paragraphs)
