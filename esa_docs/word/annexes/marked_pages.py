"""Whether the pages of the annexes in a Word file bear what each page of the paper must bear, such as ลับ.

W524 (warning) neither the head nor the foot that they have from the template says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Document
from esa_docs.ooxml.package import DOCUMENT_PART, Parts, relationships_part
from esa_docs.word.annexes.section_properties import References

_TAG: Final = re.compile(r"<[^>]*>")
_RELATIONSHIP: Final = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_ID, _TARGET = re.compile(r'\bId="([^"]*)"'), re.compile(r'\bTarget="([^"]*)"')
_REFERRED: Final = re.compile(r'r:id="([^"]*)"')
_ALL_PAGES: Final = "default"
"""Pages of a head or foot: the first page of an annex has no head of its own."""


def check_marked_pages(parts: Parts, heads: References, document: Document[Any]) -> Iterator[Diagnostic]:
    """Generate the warning that pages of annexes do not bear the mark of their paper.

    Args:
        parts: the parts of the Word file.
        heads: the heads and feet of its annexes.
        document: the paper.
    """
    mark = document.content.mark_of_pages
    if not mark or any(mark in text for text in _texts_of(parts, heads)):
        return
    message = _("the pages of the annexes do not bear '{mark}': the template has it on its first page alone")
    hint = _(
        "Put it into the head and the foot of all pages of the template, as the shipped one has it:"
        " 'esa-docs template copy {kind}' writes that."
    )
    place, field = _place_of_annexes(document)
    text, cure = message.format(mark=mark), hint.format(kind=document.kind)
    yield Diagnostic("W524", text, place, cure, Severity.WARNING, field)


def _texts_of(parts: Parts, heads: References) -> Iterator[str]:
    """Generate the text of each head and foot that all pages of a section have."""
    targets: dict[str, str] = {}
    for relationship in _RELATIONSHIP.findall(parts[relationships_part(DOCUMENT_PART)].decode()):
        identifier, target = _ID.search(relationship), _TARGET.search(relationship)
        if identifier and target:
            targets[identifier[1]] = target[1]
    for (_sort, pages), reference in heads.items():
        referred = _REFERRED.search(reference)
        if pages == _ALL_PAGES and referred:
            part = parts.get(f"word/{targets.get(referred[1], '')}", b"")
            yield _TAG.sub("", part.decode())


def _place_of_annexes(document: Document[Any]) -> tuple[Location, str]:
    """Return where the first annex stands whose pages are in the Word file, and its key."""
    for annex, source in zip(document.annexes, document.annex_sources, strict=False):
        if not annex.is_bound:
            return source.place, source.field
    return document.office_place, "annexes"
