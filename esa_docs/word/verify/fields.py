"""Rules about fields, links and the ids that hold a document together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import w
from esa_docs.word.verify.parsed_file import PackagePart, ParsedWordFile

_STEPS: Final = {"begin": 1, "separate": 0, "end": -1}
_MIXED_CASE: Final = re.compile(r"\\\*\s*ThaiArabic")
_PAGE_REFERENCE: Final = re.compile(r"PAGEREF\s+(\S+)")


def broken_fields(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E717: a field that is not closed, or a switch LibreOffice draws as letters."""
    for part in document.stories:
        depth, lowest = 0, 0
        for char in part.all("fldChar"):
            depth += _STEPS.get(char.get(w("fldCharType"), ""), 0)
            lowest = min(lowest, depth)
        if depth or lowest < 0:
            yield part.finding("E717", _("a field is not closed"), error=True)
        if any(_MIXED_CASE.search(text) for *_piece, text in part.instructions):
            message = _("the switch \\* ThaiArabic is drawn as ก ข ค by LibreOffice")
            yield part.finding("E717", message, _("Write it THAIARABIC."))


def lost_targets(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E718: a link or page reference to a bookmark that is not there."""
    names = {mark.get(w("name")) for one in document.stories for mark in one.all("bookmarkStart")}
    for part in document.stories:
        wanted = {link.get(w("anchor")) for link in part.all("hyperlink") if link.get(w("anchor"))}
        wanted |= {name for *_piece, text in part.instructions for name in _PAGE_REFERENCE.findall(text)}
        for name in sorted(wanted - names):
            message = _("a link leads to the bookmark {name}, which is not there").format(name=name)
            yield part.finding("E718", message, error=True)


def repeated_ids(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """E719: ids that must be unique stand twice: Word repairs the file, or refuses it."""
    marks = [mark for part in document.stories for mark in part.all("bookmarkStart")]
    drawings = [drawing for part in document.stories for drawing in part.drawings]
    paragraphs = [one for part in document.stories for one in part.select("//w:p/@w14:paraId")]
    yield from _repeated(document.main, _("bookmark id"), (mark.get(w("id")) for mark in marks))
    yield from _repeated(document.main, _("bookmark name"), (mark.get(w("name")) for mark in marks))
    yield from _repeated(document.main, _("drawing id"), (drawing.get("id") for drawing in drawings))
    yield from _repeated(document.main, _("paragraph id"), paragraphs)


def _repeated(part: PackagePart, what: str, values: Iterable[str | None]) -> Iterator[Diagnostic]:
    for value, times in Counter(values).items():
        if value is not None and times > 1:
            message = _("the {what} {value} stands {times} times").format(what=what, value=value, times=times)
            yield part.finding("E719", message, _("Build the document again."), error=True)


RULES: Final = (broken_fields, lost_targets, repeated_ids)
