"""Tracked changes of a template, accepted as Word accepts them.

Deleted text is gone with its tags, inserted text stands, moved text stands at its new place, and formats are
those after the change (ECMA-376 part 1, 17.13.5). A finished paper tracks nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from esa_docs.ooxml.names import M, w
from esa_docs.word.templates.accepting.deleted_marks import join_paragraphs, paragraphs_without_mark
from esa_docs.word.templates.accepting.deleted_references import referred_notes, remove_what_nothing_refers_to
from esa_docs.word.templates.accepting.emptied_elements import fill_empty_containers, remove_emptied, unwrap
from esa_docs.word.templates.accepting.revised_tables import settle_tables

_INSERTED: Final = (w("ins"), w("moveTo"))
_DELETED: Final = (w("del"), w("moveFrom"))
_PROPERTIES: Final = frozenset(map(w, ("rPr", "trPr", "numPr")))
"""Elements in which a revision is a mark without content."""
_OLD_FORMATS: Final = tuple(
    map(
        w,
        (
            *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange"),
            *("tcPrChange", "tblGridChange", "numberingChange"),
        ),
    )
)
_RANGES: Final = (
    "moveFrom",
    "moveTo",
    "customXmlIns",
    "customXmlDel",
    "customXmlMoveFrom",
    "customXmlMoveTo",
)
_RANGE_MARKS: Final = (
    *(w(f"{name}RangeStart") for name in _RANGES),
    *(w(f"{name}RangeEnd") for name in _RANGES),
)
_LOST_STARTS: Final = (w("customXmlDelRangeStart"), w("customXmlMoveFromRangeStart"))
_LOST_ENDS: Final = (w("customXmlDelRangeEnd"), w("customXmlMoveFromRangeEnd"))
"""Ranges in which the beginning of a content control says that it is deleted, but not what is in it."""
_FRAMES: Final = (w("sdt"), w("customXml"), w("smartTag"))
_DELETED_TEXTS: Final = (w("delText"), w("delInstrText"))
_CELL_MARKS: Final = tuple(map(w, ("cellIns", "cellDel", "cellMerge")))
_REVISIONS: Final = (*_INSERTED, *_DELETED, *_OLD_FORMATS, *_RANGE_MARKS, *_DELETED_TEXTS, *_CELL_MARKS)
_TRACKING: Final = w("trackRevisions")
_MATH_PROPERTIES: Final = f"{{{M}}}ctrlPr"
_MATH_TEXT: Final = f"{{{M}}}t"

Element = Any


def settle_revisions(roots: Mapping[str, Element]) -> bool:
    """Accept the tracked changes in all parts of a template, in place, and return whether it had any.

    Args:
        roots: root of each part, by its name.
    """
    revised_roots = [root for root in roots.values() if _has_revisions(root)]
    for root in roots.values():
        _remove_all(root.iter(_TRACKING))
    if not revised_roots:
        return False
    earlier_notes = referred_notes(roots.values())
    for root in revised_roots:
        _settle(root)
    remove_what_nothing_refers_to(roots.values(), earlier_notes)
    return True


def _has_revisions(root: Element) -> bool:
    return next(root.iter(*_REVISIONS), None) is not None


def _settle(root: Element) -> None:
    _remove_lost_frames(root)
    settle_tables(root)
    _remove_deleted_formulas(root)
    joined_paragraphs = paragraphs_without_mark(root)
    for element in list(root.iter(*_DELETED)):
        if not _is_mark(element):
            remove_emptied(element)
    for element in list(root.iter(*_INSERTED)):
        if not _is_mark(element):
            unwrap(element)
    _remove_all(root.iter(*_DELETED_TEXTS))
    join_paragraphs(joined_paragraphs)
    _remove_all(root.iter(*_REVISIONS))
    fill_empty_containers(root)


def _is_mark(element: Element) -> bool:
    """Return whether a revision says something about its place only, and holds no text."""
    parent = element.getparent()
    return parent is not None and parent.tag in _PROPERTIES


def _remove_all(elements: Iterable[Element]) -> None:
    for element in list(elements):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _remove_lost_frames(root: Element) -> None:
    """Unwrap the content controls whose beginning stands in a range of deleted or moved ones."""
    open_ranges: set[str | None] = set()
    lost_frames = []
    for element in root.iter(*_LOST_STARTS, *_LOST_ENDS, *_FRAMES):
        if element.tag in _LOST_STARTS:
            open_ranges.add(element.get(w("id")))
        elif element.tag in _LOST_ENDS:
            open_ranges.discard(element.get(w("id")))
        elif open_ranges:
            lost_frames.append(element)
    for frame in lost_frames:
        unwrap(frame)


def _remove_deleted_formulas(root: Element) -> None:
    """Remove the structures of formulas, such as a fraction, whose sign and whole text are deleted."""
    for properties in list(root.iter(_MATH_PROPERTIES)):
        is_deleted = any(properties.find(tag) is not None for tag in _DELETED)
        structure = properties.getparent().getparent()
        if is_deleted and structure is not None and not _has_standing_text(structure):
            remove_emptied(structure)


def _has_standing_text(structure: Element) -> bool:
    texts = list(structure.iter(_MATH_TEXT))
    deleted_texts = [text for text in texts if _is_deleted(text)]
    return len(deleted_texts) < len(texts)


def _is_deleted(element: Element) -> bool:
    return next(element.iterancestors(*_DELETED), None) is not None
