"""The outline of a PDF: its bookmarks, as a viewer lists them beside the pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, Fit, IndirectObject, NameObject, TextStringObject


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark of the outline.

    Attributes:
        title: its text.
        page: physical page, from 1.
        level: depth, from 1. It stands below the last bookmark before it with a lower level.
    """

    title: str
    page: int
    level: int = 1


def set_outline(writer: PdfWriter, outline: Sequence[OutlineEntry]) -> None:
    """Add an outline to a PDF that has none, straighten its titles, and let viewers show it.

    A PDF without outline stays without one where ``outline`` is empty.
    """
    if not _first_bookmark(writer):
        _make_outline(writer, outline)
    first_bookmark = _first_bookmark(writer)
    if first_bookmark:
        _straighten_titles(first_bookmark)
        writer.page_mode = "/UseOutlines"


def _first_bookmark(writer: PdfWriter) -> DictionaryObject | None:
    root = writer.root_object.get("/Outlines", DictionaryObject()).get_object()
    if not isinstance(root, DictionaryObject):
        return None
    return _entry(root, "/First")


def _entry(bookmark: DictionaryObject, key: str) -> DictionaryObject | None:
    """Return the bookmark to which an entry of another one leads; None where it has no such entry."""
    entry = bookmark.get(key)
    return entry.get_object() if entry else None


def _make_outline(writer: PdfWriter, outline: Sequence[OutlineEntry]) -> None:
    # Bookmarks below which the next one may stand, each with its level; the deepest stands last.
    parents: list[tuple[int, IndirectObject]] = []
    for entry in outline:
        parents = [(level, item) for level, item in parents if level < entry.level]
        parent = None
        if parents:
            _level, parent = parents[-1]
        item = writer.add_outline_item(
            title=entry.title, page_number=entry.page - 1, parent=parent, fit=Fit.fit()
        )
        parents.append((entry.level, item))


def _straighten_titles(first_bookmark: DictionaryObject) -> None:
    """Put titles on one line each, with plain spaces: of a bookmark, of those after it and of all below."""
    bookmark: DictionaryObject | None = first_bookmark
    while bookmark is not None:
        # rdocx leaves line breaks in titles, and every engine leaves no-break spaces.
        words = str(bookmark.get("/Title", "")).split()
        bookmark[NameObject("/Title")] = TextStringObject(" ".join(words))
        first_below = _entry(bookmark, "/First")
        if first_below is not None:
            _straighten_titles(first_below)
        bookmark = _entry(bookmark, "/Next")
