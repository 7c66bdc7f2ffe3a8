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

_CHANGES_OF_DEPTH: Final = {"begin": 1, "separate": 0, "end": -1}
_DIGITS_IN_MIXED_CASE: Final = re.compile(r"\\\*\s*ThaiArabic")
_PAGE_REFERENCE: Final = re.compile(r"PAGEREF\s+(\S+)")


def broken_fields(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E717: a field is not closed, or has a switch that LibreOffice draws as letters."""
    for part in document.stories:
        if not _closes_its_fields(part):
            yield part.diagnostic("E717", _("a field is not closed"), error=True)
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
            message = _("a link leads to the bookmark {name}, which is not there").format(name=name)
            yield part.diagnostic("E718", message, error=True)


def _link_targets(part: PackagePart) -> set[str]:
    """Return the names of the bookmarks that the links and page references of a part lead to."""
    targets: set[str] = set()
    for link in part.elements("hyperlink"):
        anchor = link.get(w("anchor"))
        # A link without an anchor leads out of the document.
        if anchor:
            targets.add(anchor)
    for instruction in part.instructions:
        targets.update(_PAGE_REFERENCE.findall(instruction.text))
    return targets


def repeated_ids(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E719: an id that must be unique stands twice. Word repairs such a file, or refuses it."""
    bookmark_ids: list[str | None] = []
    bookmark_names: list[str | None] = []
    drawing_ids: list[str | None] = []
    paragraph_ids: list[str | None] = []
    for part in document.stories:
        for bookmark in part.elements("bookmarkStart"):
            bookmark_ids.append(bookmark.get(w("id")))
            bookmark_names.append(bookmark.get(w("name")))
        for drawing in part.drawings:
            drawing_ids.append(drawing.get("id"))
        paragraph_ids.extend(part.select("//w:p/@w14:paraId"))
    yield from _repeated(document.main, _("bookmark id"), bookmark_ids)
    yield from _repeated(document.main, _("bookmark name"), bookmark_names)
    yield from _repeated(document.main, _("drawing id"), drawing_ids)
    yield from _repeated(document.main, _("paragraph id"), paragraph_ids)


def _repeated(part: PackagePart, id_label: str, values: Iterable[str | None]) -> Iterator[Diagnostic]:
    """Generate E719 for each value that stands more than once; None is an id that is missing."""
    for value, times in Counter(values).items():
        if value is not None and times > 1:
            message = _("the {what} {value} stands {times} times")
            text = message.format(what=id_label, value=value, times=times)
            yield part.diagnostic("E719", text, _("Build the document again."), error=True)


RULES: Final = (broken_fields, lost_targets, repeated_ids)
