"""Places in which a tag does not work: outside its table, across cells, twice in one row (E329)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from esa_docs.i18n import gettext as _
from esa_docs.word.templates.checking.findings import Finding
from esa_docs.word.templates.checking.meant_words import CELL_WORDS, written_tag
from esa_docs.word.templates.checking.reading import Tag
from esa_docs.word.templates.faults.paragraphs import CellPlace

_OF_TABLES: Final = frozenset({"tr", "tc"})
"""Letters of docxtpl that mean a row or a cell."""


def check_tags(tags: Iterable[Tag]) -> Iterator[Finding]:
    """Generate the tags that stand outside of a table and belong into one."""
    for tag in tags:
        if tag.paragraph.cells:
            continue
        if tag.prefix in _OF_TABLES or tag.word in CELL_WORDS:
            message = _("the tag '{tag}' works only in a table").format(tag=tag.text)
            yield _finding(message, _("Put it into a cell, or use {opening}.").format(opening="{%p"), tag)


def check_pairs(pairs: Iterable[tuple[Tag, Tag]]) -> Iterator[Finding]:
    """Generate the pairs of tags that do not fit together where they stand."""
    for opener, closer in pairs:
        is_told_already = opener.prefix in _OF_TABLES and not opener.paragraph.cells
        if is_told_already:
            continue
        words = _misfit(opener, closer)
        if words:
            message, hint = words
            text = message.format(opener=opener.text, tag=closer.text)
            place = _("'{opener}' stands in {place}.").format(
                opener=opener.text, place=opener.paragraph.place
            )
            yield _finding(text, f"{hint} {place}", closer)


def _misfit(opener: Tag, closer: Tag) -> tuple[str, str] | None:
    """Return what is wrong with a pair and its cure; None where it fits."""
    if opener.prefix != closer.prefix:
        message = _("'{opener}' and '{tag}' begin with different letters")
        return message, _same_letters(opener, closer)
    match opener.prefix:
        case "tr":
            return _misfit_of_rows(opener, closer)
        case "tc":
            return _misfit_of_cells(opener, closer)
        case "p" if opener.paragraph == closer.paragraph:
            message = _("'{opener}' and '{tag}' stand in one paragraph")
            return message, _("Put each into a paragraph of its own, or leave the p away.")
    if (opener.paragraph.cells, opener.paragraph.holder) != (closer.paragraph.cells, closer.paragraph.holder):
        message = _("'{opener}' is closed elsewhere by '{tag}'")
        return message, _("Put both into the same cell, or both outside of the table.")
    return None


def _same_letters(opener: Tag, closer: Tag) -> str:
    """Return the cure of a pair of which one has other letters, or none."""
    tag = written_tag(opener.prefix, closer.body)
    if not opener.prefix:
        tag = written_tag(closer.prefix, opener.body)
    return _("Write both with the same letters: {tag}.").format(tag=tag)


def _misfit_of_rows(opener: Tag, closer: Tag) -> tuple[str, str] | None:
    if _table(opener) != _table(closer):
        return _("'{opener}' and '{tag}' stand in different tables"), _("Put both into the same table.")
    if _row(opener) == _row(closer):
        message = _("'{opener}' and '{tag}' stand in one row")
        return message, _("Put each into a row of its own, before and behind the rows that are repeated.")
    return None


def _misfit_of_cells(opener: Tag, closer: Tag) -> tuple[str, str] | None:
    if _row(opener) != _row(closer):
        return _("'{opener}' and '{tag}' stand in different rows"), _("Put both into the same row.")
    if opener.paragraph.cells == closer.paragraph.cells:
        message = _("'{opener}' and '{tag}' stand in one cell")
        return message, _("Put each into a cell of its own, before and behind the cells that are repeated.")
    return None


def _table(tag: Tag) -> tuple[tuple[CellPlace, ...], int]:
    """Return the cells around the innermost table of a tag, and the number of the table."""
    *outer_cells, cell = tag.paragraph.cells or (CellPlace(0, 0, 0),)
    return tuple(outer_cells), cell.table


def _row(tag: Tag) -> tuple[tuple[tuple[CellPlace, ...], int], int]:
    cell = (tag.paragraph.cells or (CellPlace(0, 0, 0),))[-1]
    return _table(tag), cell.row


def _finding(message: str, hint: str, tag: Tag) -> Finding:
    return Finding("E329", message, hint, tag.paragraph, tag.text)
