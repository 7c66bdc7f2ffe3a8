"""Rules about fields, links and the bookmarks to which they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import w
from esa_docs.word.verify.parsed_file import Element, PackagePart, ParsedWordFile
from esa_docs.word.verify.places import cut

_CHANGES_OF_DEPTH: Final = {"begin": 1, "separate": 0, "end": -1}
_DIGITS_IN_MIXED_CASE: Final = re.compile(r"\\\*\s*ThaiArabic")
_PAGE_REFERENCE: Final = re.compile(r"PAGEREF\s+(\S+)")


def broken_fields(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E717: a field is not closed, or has a switch that LibreOffice draws as letters."""
    for part in document.stories:
        if not _closes_its_fields(part):
            yield part.diagnostic("E717", _("a field is not closed"), severity=Severity.ERROR)
        # Word draws ๑ ๒ ๓ in any spelling; LibreOffice 7.4 takes the mixed case for ก ข ค.
        if any(_DIGITS_IN_MIXED_CASE.search(instruction.text) for instruction in part.instructions):
            message = _("the switch \\* ThaiArabic is drawn as ก ข ค by LibreOffice")
            yield part.diagnostic("E717", message, _("Write it THAIARABIC."))


def _closes_its_fields(part: PackagePart) -> bool:
    """Return whether every field of a part begins before it ends, and ends."""
    depth = 0
    for char in part.elements("fldChar"):
        kind = char.get(w("fldCharType"), "")
        depth += _CHANGES_OF_DEPTH.get(kind, 0)
        if depth < 0:
            return False
    return depth == 0


def lost_targets(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E718: a link or page reference leads to a bookmark that is not there."""
    bookmarks: set[str | None] = set()
    for part in document.stories:
        for bookmark in part.elements("bookmarkStart"):
            bookmarks.add(bookmark.get(w("name")))
    for part in document.stories:
        for name in sorted(_link_targets(part) - bookmarks):
            message = _("a link leads to the bookmark {name}, which is not there").format(name=cut(name))
            yield part.diagnostic("E718", message, severity=Severity.ERROR)


def _link_targets(part: PackagePart) -> set[str]:
    """Return the names of the bookmarks that the links and page references of a part lead to."""
    targets: set[str] = set()
    for link in part.elements("hyperlink"):
        anchor = link.get(w("anchor"))
        # A link without an anchor leads out of the document.
        if anchor:
            targets.add(anchor)
    for instruction in _whole_instructions(part):
        targets.update(_PAGE_REFERENCE.findall(instruction))
    return targets


def _whole_instructions(part: PackagePart) -> Iterator[str]:
    """Generate the instructions of a part, their pieces joined: Thai has runs of its own."""
    pieces: list[str] = []
    last_run: Element | None = None
    for text_run in part.instructions:
        if text_run.run.getprevious() is not last_run:
            yield "".join(pieces)
            pieces = []
        pieces.append(text_run.text)
        last_run = text_run.run
    yield "".join(pieces)


RULES: Final = (broken_fields, lost_targets)
