"""The number that is printed on the page of a bookmark. Nothing here reads files or runs engines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from esa_docs.pages.number_formats import PageNumber
from esa_docs.pages.sections import Section

_PARITY: Final = {"oddPage": 1, "evenPage": 0}
_CONTINUOUS: Final = "continuous"


def displayed_numbers(bookmarks: Mapping[str, int], sections: Sequence[Section]) -> dict[str, PageNumber]:
    """Return the number printed on the page of every bookmark that is no section mark.

    A section that begins in the middle of a page numbers the pages after that page.

    Args:
        bookmarks: physical page of each bookmark, from 1.
        sections: the sections in order.

    Returns:
        The numbers by bookmark. Empty where they would be a guess: the page of a section is not known or out
        of order, or a section restarts the numbers in the middle of a page.
    """
    starts = _start_pages(bookmarks, sections)
    if not _are_certain(starts, sections):
        return {}
    section_marks = {section.bookmark for section in sections}
    pages = {name: page for name, page in bookmarks.items() if name not in section_marks}
    last_page = max(pages.values(), default=0)
    numbers = _number_pages(starts, sections, last_page)
    return {name: numbers[page] for name, page in pages.items()}


def page_labels(
    bookmarks: Mapping[str, int], sections: Sequence[Section], page_count: int
) -> tuple[str, ...]:
    """Return the number of each physical page, whether it is printed there or not.

    Empty where the numbers are not certain, as in `displayed_numbers`.
    """
    starts = _start_pages(bookmarks, sections)
    if not _are_certain(starts, sections):
        return ()
    numbers = _number_pages(starts, sections, page_count)
    return tuple(str(number) for number in numbers.values())


def _start_pages(bookmarks: Mapping[str, int], sections: Sequence[Section]) -> list[int]:
    """Return the physical page on which each section begins; 0 where it is not known."""
    return [bookmarks.get(section.bookmark, 0) for section in sections]


def _are_certain(starts: Sequence[int], sections: Sequence[Section]) -> bool:
    if not starts or starts[0] != 1:
        return False
    in_order = all(start <= next_start for start, next_start in pairwise(starts))
    restarts_within_a_page = any(map(_restarts_within_a_page, sections[1:]))
    return in_order and not restarts_within_a_page


def _restarts_within_a_page(section: Section) -> bool:
    return section.break_kind == _CONTINUOUS and section.start is not None


def _number_pages(
    starts: Sequence[int], sections: Sequence[Section], last_page: int
) -> dict[int, PageNumber]:
    """Return the number of each physical page from 1 to ``last_page``."""
    sections_by_first_page = _sections_by_first_page(starts, sections)
    numbers: dict[int, PageNumber] = {}
    number = PageNumber(0)
    for page in range(1, last_page + 1):
        number = PageNumber(number.value + 1, number.fmt)
        if page in sections_by_first_page:
            number = _first_number(sections_by_first_page[page], number.value)
        numbers[page] = number
    return numbers


def _sections_by_first_page(starts: Sequence[int], sections: Sequence[Section]) -> dict[int, Section]:
    """Return the sections by the first page that each numbers; of several on one page, the last one."""
    sections_by_first_page = {1: sections[0]}
    for start, section in zip(starts[1:], sections[1:], strict=True):
        # The page on which a continuous section begins is numbered by the section before it.
        is_continuous = section.break_kind == _CONTINUOUS
        first_page = start + 1 if is_continuous else start
        sections_by_first_page[first_page] = section
    return sections_by_first_page


def _first_number(section: Section, following: int) -> PageNumber:
    """Return the number of a section's first page; ``following`` continues those of the pages before it."""
    if section.start is not None:
        return PageNumber(section.start, section.fmt)
    parity = _PARITY.get(section.break_kind)
    if parity is None or following % 2 == parity:
        return PageNumber(following, section.fmt)
    # The blank page before the section takes the number that is left out.
    return PageNumber(following + 1, section.fmt)
