"""Fields of a Word file as the text that they show.

A contents, a reference or a count would gather from the whole paper when Word updates it, and a date or a
title would be that of the paper. What may stay: numbers of pages, and links to the web.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from esa_docs.links import is_safe_address
from esa_docs.ooxml.names import W, w
from esa_docs.word.annexes.word_files.field_elements import WordField, fields_of
from esa_docs.word.annexes.word_files.removing import remove_all, unwrap
from esa_docs.word.annexes.word_files.shown_fields import shown_of

_PAGE_NUMBERS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_LINK: Final = "HYPERLINK"
_OUTSIDE: Final = frozenset({"LINK", "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "RD", "DATABASE"})
_UNSEEN: Final = frozenset(
    ("", "ADDIN", "ASK", "DATA", "NEXT", "NEXTIF", "PRIVATE", "RD", "SET", "SKIPIF", "TA", "TC", "XE")
)
"""Fields of which Word shows nothing: entries of an index, values for others, orders for merging."""
_VISIBLE_TAGS: Final = tuple(
    map(w, ("t", "tab", "br", "sym", "drawing", "pict", "object", "footnoteReference", "endnoteReference"))
)
_CHAR, _SIMPLE = w("fldChar"), w("fldSimple")

Element = Any


@dataclass(slots=True)
class FrozenFields:
    """What is to be told of fields that stand as the text that they show.

    Attributes:
        shows_outside: whether one showed something that lies outside the file.
        reckons_with_pages: whether one showed a number reckoned from numbers of pages.
        lost_names: names of those of which only Word knows what they show.
    """

    shows_outside: bool = False
    reckons_with_pages: bool = False
    lost_names: list[str] = field(default_factory=list)


def freeze_fields(root: Element) -> FrozenFields:
    """Put the text that fields show in the place of the fields.

    Args:
        root: root of a part with text; changed.
    """
    frozen = FrozenFields()
    for complex_field in fields_of(root):
        _note(frozen, complex_field)
        if not _may_stay(complex_field):
            _freeze(complex_field, frozen)
    for simple in list(root.iter(_SIMPLE)):
        simple_field = WordField(simple.get(w("instr"), ""), shows_result=_is_seen(simple))
        _note(frozen, simple_field)
        if not _may_stay(simple_field):
            _freeze_simple(simple, simple_field, frozen)
    for char in root.iter(_CHAR, _SIMPLE):
        char.attrib.pop(w("dirty"), None)
    return frozen


def _note(frozen: FrozenFields, word_field: WordField) -> None:
    """Note what a field and those in its instruction take from elsewhere."""
    for current_field in word_field.with_inner_fields():
        if current_field.name in _OUTSIDE:
            frozen.shows_outside = True
        if current_field is not word_field and current_field.name in _PAGE_NUMBERS:
            frozen.reckons_with_pages = True


def _freeze(word_field: WordField, frozen: FrozenFields) -> None:
    beginning = word_field.marks[0]
    piece = None
    if not _has_seen_result(word_field):
        piece = shown_of(word_field.name, word_field.instruction, beginning)
    if piece is not None:
        beginning.addprevious(piece)
    elif not word_field.shows_result:
        _note_loss(word_field, frozen)
    remove_all(word_field.hidden_elements())


def _freeze_simple(simple: Element, simple_field: WordField, frozen: FrozenFields) -> None:
    if not simple_field.shows_result:
        piece = shown_of(simple_field.name, simple_field.instruction, None)
        if piece is None:
            _note_loss(simple_field, frozen)
        else:
            run = etree.SubElement(simple, w("r"), nsmap={"w": W})
            run.append(piece)
    unwrap(simple)


def _note_loss(word_field: WordField, frozen: FrozenFields) -> None:
    if word_field.name not in _UNSEEN:
        frozen.lost_names.append(word_field.name)


def _has_seen_result(word_field: WordField) -> bool:
    """Return whether something is to be seen between the mark before the result of a field and its end.

    Only the paragraph of its last mark is looked at: the fields of a form lie in one.
    """
    own_marks = set(word_field.marks)
    for piece in _pieces_before(word_field.marks[-1]):
        if piece in own_marks:
            return False
        if _is_seen(piece):
            return True
    return False


def _pieces_before(mark: Element) -> Iterator[Element]:
    """Generate the pieces of the runs before a mark in its paragraph, the last first."""
    yield from mark.itersiblings(preceding=True)
    run = mark.getparent()
    if run is not None:
        for earlier_run in run.itersiblings(preceding=True):
            yield from reversed(earlier_run)


def _is_seen(element: Element) -> bool:
    return next(element.iter(*_VISIBLE_TAGS), None) is not None


def _may_stay(word_field: WordField) -> bool:
    if word_field.inner_fields:
        # What it does hangs on what others show.
        return False
    if word_field.name in _PAGE_NUMBERS:
        return True
    words = word_field.instruction.split()
    is_link = word_field.name == _LINK and len(words) > 1
    return is_link and is_safe_address(words[1].strip('"“”'))
