"""Rules about the text a reader sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import w
from esa_docs.word.verify.data_charts import chart_text
from esa_docs.word.verify.parsed_file import Element, PackagePart, ParsedWordFile
from esa_docs.word.verify.places import quote

_NEVER_EMPTY: Final = frozenset(map(w, ("hdr", "ftr", "footnote", "endnote", "txbxContent", "sdtContent")))
"""What holds a paragraph even where nothing is to be read."""
_SEAM: Final = "\0"
_TAG_START: Final = re.compile(r"\{[{%#]")


def find_lost_text(document: ParsedWordFile, expected: Iterable[str]) -> Iterator[Diagnostic]:
    """Generate E704: a text of the content does not stand in the document.

    White space of any kind and length counts as one space.
    """
    texts = [part.text for part in document.printed_stories]
    texts += [chart_text(part) for part in document.charts]
    document_text = thai.normalise_spaces(" ".join(texts))
    place = 0
    for text in expected:
        # Most texts stand in the order of the content, so the search goes on from the place of the last one.
        start = document_text.find(text, place)
        if start < 0:
            start = document_text.find(text)
        if start < 0:
            message = _("the text {text} of the content is not printed").format(text=quote(text))
            hint = _("Put its tag back into the Word template, or delete it from the content.")
            yield document.main.diagnostic("E704", message, hint, severity=Severity.ERROR)
        else:
            place = start


def leftover_tags(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E703: a tag of the template was not filled in. Tags in charts never are.

    Whatever stands in a comment is no tag: colleagues write to each other there.
    """
    for part in document.printed_stories:
        if "{" in part.text:
            yield from _leftover_tags_of(part, _text_with_seams(part))
    for part in document.charts:
        yield from _leftover_tags_of(part, chart_text(part))


def _text_with_seams(part: PackagePart) -> str:
    """Return the text of a part, with a sign where a run has two texts side by side.

    There the program parts braces that a template prints on purpose (``{_{``). Word never parts a text so.
    """
    pieces = []
    last_run = None
    for text_run in part.text_runs:
        if text_run.run is last_run:
            pieces.append(_SEAM)
        last_run = text_run.run
        pieces.append(text_run.text)
    return "".join(pieces)


def _leftover_tags_of(part: PackagePart, text: str) -> Iterator[Diagnostic]:
    for match in _TAG_START.finditer(text):
        near = quote(text[match.start() :])
        message = _("a tag of the template is left in the text: {text}").format(text=near)
        hint = _("Write the tag in one go, with one formatting, in the Word template.")
        yield part.diagnostic("E703", message, hint, severity=Severity.ERROR)


def broken_characters(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E705: text is not NFC, or has characters that break words: ZWSP, byte order mark, controls."""
    for part in document.stories:
        if _is_sound(part.text):
            continue
        for text_run in part.text_runs:
            if not _is_sound(text_run.text):
                message = _("a text holds characters that break Thai in Word")
                yield part.diagnostic("E705", message, _("Type the text again."), near=text_run.text)


def _is_sound(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text) and not thai.breaking_characters(text)


def empty_paragraphs(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E706: a paragraph has nothing in it, such as one that a loop leaves behind."""
    for part in document.printed_stories:
        for paragraph in part.root.iterdescendants(w("p")):
            if _is_empty(paragraph) and not _is_needed(paragraph):
                message = _("an empty paragraph stands in the document")
                hint = _("Use {%p … %} for the loop, and space before a paragraph instead of an empty one.")
                yield part.diagnostic("E706", message, hint, near=paragraph)


def _is_empty(paragraph: Element) -> bool:
    """Return whether a paragraph has nothing but properties, and does not end a section by them."""
    if len(paragraph) > 1:
        return False
    if len(paragraph) == 0:
        return True
    only_child = paragraph[0]
    return only_child.tag == w("pPr") and only_child.find(w("sectPr")) is None


def _is_needed(paragraph: Element) -> bool:
    """Return whether a paragraph must stand though empty: in a cell, or alone in what must hold one."""
    parent = paragraph.getparent()
    if parent.tag == w("tc"):
        return True
    return parent.tag in _NEVER_EMPTY and len(parent) == 1


RULES: Final = (leftover_tags, broken_characters, empty_paragraphs)
