"""From the page of every bookmark to the number printed on that page. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from esa_docs.pages.number_formats import PageNumber
from esa_docs.pages.sections import Section

_PARITY: Final = {"oddPage": 1, "evenPage": 0}
_CONTINUOUS: Final = "continuous"


def displayed_numbers(bookmarks: Mapping[str, int], sections: Sequence[Section]) -> dict[str, PageNumber]:
    """Give the number printed on the page of every bookmark that is no section mark.

    A section that begins in the middle of a page numbers the pages after it.

    Args:
        bookmarks: physical page of each bookmark, from 1.
        sections: the sections in order.

    Returns:
        The numbers by bookmark. Nothing at all where numbers would be a guess: the page of a section is not
        known or out of order, or a section restarts the numbers in the middle of a page.
    """
    starts = [bookmarks.get(section.bookmark, 0) for section in sections]
    if not _are_certain(starts, sections):
        return {}
    marks = {section.bookmark for section in sections}
    wanted = {name: page for name, page in bookmarks.items() if name not in marks}
    pages = _number_pages(starts, sections, max(wanted.values(), default=0))
    return {name: pages[page] for name, page in wanted.items()}


def page_labels(
    bookmarks: Mapping[str, int], sections: Sequence[Section], page_count: int
) -> tuple[str, ...]:
    """Give the number of each physical page, printed on it or not; nothing where they are not certain."""
    starts = [bookmarks.get(section.bookmark, 0) for section in sections]
    if not _are_certain(starts, sections):
        return ()
    return tuple(str(number) for number in _number_pages(starts, sections, page_count).values())


def _are_certain(starts: Sequence[int], sections: Sequence[Section]) -> bool:
    in_order = all(before <= after for before, after in pairwise(starts))
    restarts = any(one.break_kind == _CONTINUOUS and one.start is not None for one in sections[1:])
    return starts[:1] == [1] and in_order and not restarts


def _number_pages(starts: Sequence[int], sections: Sequence[Section], last: int) -> dict[int, PageNumber]:
    """Give the number of each physical page from 1 to ``last``."""
    first_pages = [
        begun + (one.break_kind == _CONTINUOUS) for begun, one in zip(starts, sections, strict=True)
    ]
    beginning = dict(zip([1, *first_pages[1:]], sections, strict=True))
    numbers: dict[int, PageNumber] = {}
    number = PageNumber(0)
    for page in range(1, last + 1):
        number = PageNumber(number.value + 1, number.fmt)
        if page in beginning:
            number = _first_number(beginning[page], number.value)
        numbers[page] = number
    return numbers


def _first_number(section: Section, following: int) -> PageNumber:
    """Give the number of a section's first page; ``following`` is the one after that of the page before."""
    if section.start is not None:
        return PageNumber(section.start, section.fmt)
    parity = _PARITY.get(section.break_kind)
    fits = parity is None or following % 2 == parity
    return PageNumber(following if fits else following + 1, section.fmt)
