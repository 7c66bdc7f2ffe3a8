"""Page numbers that agree with the pages.

A file is laid out, its numbers are written, and it is laid out again, until no number changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from esa_docs.pages.engine import Engine, EngineFault, LaidOut
from esa_docs.pages.layout_copy import LayoutCopy, make_layout_copy
from esa_docs.pages.layout_fonts import LayoutFonts
from esa_docs.pages.number_formats import PageNumber
from esa_docs.pages.page_numbers import displayed_numbers, page_labels
from esa_docs.pages.page_references import write_page_numbers
from esa_docs.pages.word_file import WordFile
from esa_docs.timing import Phase, measure

_FREE_PASSES: Final = 2
"""Passes whose numbers are all written. A number that changes in a later pass is withheld."""
_MOST_PASSES_WITH_NUMBERS: Final = 4
"""A file that has not settled after so many passes loses all its numbers, so that the passes end."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file on its way to true page numbers.

    Attributes:
        file: the Word file as the caller gave it.
        fonts: the faces it is laid out with.
        wanted_bookmarks: bookmarks whose page numbers it prints.
        numbers: the number to write for each bookmark.
        withheld_bookmarks: bookmarks whose numbers are left out, because writing them moved their pages.
        passes: how often it was laid out.
    """

    file: WordFile
    fonts: LayoutFonts
    wanted_bookmarks: tuple[str, ...]
    numbers: Mapping[str, PageNumber] = field(default_factory=dict)
    withheld_bookmarks: frozenset[str] = frozenset()
    passes: int = 0

    def make_copy(self) -> LayoutCopy:
        """Return the copy to lay out, with the numbers written."""
        with measure(Phase.PAGES, self.file.document):
            file = replace(self.file, data=self.data)
            return make_layout_copy(file, self.fonts.text, self.fonts.page_digits)

    @property
    def data(self) -> bytes:
        """The .docx with the numbers written."""
        if not self.wanted_bookmarks:
            return self.file.data
        # Always into the caller's file: a number takes the look of the text that it replaces.
        return write_page_numbers(self.file.data, self.numbers)

    def read_numbers(self, pages: LaidOut, copy: LayoutCopy) -> dict[str, PageNumber]:
        """Return the numbers that the pages of a copy have for the bookmarks of this draft.

        A bookmark is missing where its page is not certain, its number is withheld, or the number format of
        its section is unknown.
        """
        numbers_on_pages = displayed_numbers(pages.bookmarks, copy.sections)
        numbers: dict[str, PageNumber] = {}
        for bookmark in self.wanted_bookmarks:
            number = numbers_on_pages.get(bookmark)
            if number is None or bookmark in self.withheld_bookmarks:
                continue
            has_known_format = str(number) != ""
            if has_known_format:
                numbers[bookmark] = number
        return numbers

    def for_next_pass(self, numbers: Mapping[str, PageNumber]) -> Draft:
        """Return the draft of the next pass, after a pass with other numbers than those written."""
        passes = self.passes + 1
        unsteady_bookmarks = self._unsteady_bookmarks(numbers, passes)
        steady_numbers = {name: number for name, number in numbers.items() if name not in unsteady_bookmarks}
        withheld_bookmarks = self.withheld_bookmarks | unsteady_bookmarks
        return replace(self, numbers=steady_numbers, passes=passes, withheld_bookmarks=withheld_bookmarks)

    def _unsteady_bookmarks(self, numbers: Mapping[str, PageNumber], passes: int) -> frozenset[str]:
        """Return the bookmarks whose numbers are withheld after so many passes."""
        if passes <= _FREE_PASSES:
            return frozenset()
        if passes >= _MOST_PASSES_WITH_NUMBERS:
            return frozenset(self.wanted_bookmarks)
        changed_bookmarks: set[str] = set()
        for bookmark in self.wanted_bookmarks:
            if numbers.get(bookmark) != self.numbers.get(bookmark):
                changed_bookmarks.add(bookmark)
        return frozenset(changed_bookmarks)


@dataclass(frozen=True, slots=True)
class Settled:
    """A file whose numbers are those of its pages.

    Attributes:
        draft: the file as it was laid out last.
        pages: its pages.
        labels: the number of each physical page; empty where the numbers are not certain.
    """

    draft: Draft
    pages: LaidOut
    labels: tuple[str, ...]


def settle(
    drafts: Mapping[str, Draft], engine: Engine, *, with_pdf: bool
) -> dict[str, Settled | EngineFault]:
    """Lay out files and write their numbers, until the pages have the numbers that are written.

    All files that have not settled go to the engine in one call. A PDF shows exactly the returned file.

    Args:
        drafts: the files, by any key.
        engine: lays them out.
        with_pdf: whether the caller wants PDFs.

    Returns:
        A settled file, or the fault of the engine, under every key.
    """
    outcomes: dict[str, Settled | EngineFault] = {}
    unsettled = dict(drafts)
    while unsettled:
        copies = {key: draft.make_copy() for key, draft in unsettled.items()}
        answers = engine.lay_out(copies, with_pdf=with_pdf)
        next_drafts: dict[str, Draft] = {}
        for key, draft in unsettled.items():
            outcome = _judge(draft, copies[key], answers[key])
            if isinstance(outcome, Draft):
                next_drafts[key] = outcome
            else:
                outcomes[key] = outcome
        unsettled = next_drafts
    return outcomes


def _judge(draft: Draft, copy: LayoutCopy, answer: LaidOut | EngineFault) -> Draft | Settled | EngineFault:
    """Return what becomes of a draft after a pass: the draft of the next pass where its numbers changed."""
    if isinstance(answer, EngineFault):
        return answer
    numbers = draft.read_numbers(answer, copy)
    if numbers != draft.numbers:
        return draft.for_next_pass(numbers)
    labels = page_labels(answer.bookmarks, copy.sections, answer.page_count)
    settled_draft = replace(draft, passes=draft.passes + 1)
    return Settled(settled_draft, answer, labels)
