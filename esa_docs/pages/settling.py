"""Numbers and pages brought to agree: laid out, written, laid out again until nothing moves."""

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
"""Passes whose numbers are all written; what still moves in the next one is left out."""
_LAST_DOUBT: Final = 4
"""The pass after which nothing that does not agree is printed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file on its way to true page numbers.

    Attributes:
        file: the Word file as it was given.
        fonts: the faces it is laid out with.
        wanted: bookmarks whose pages it prints.
        numbers: what is to stand in it.
        withheld: bookmarks whose numbers are left out because they would not stand still.
        passes: how often it was laid out.
    """

    file: WordFile
    fonts: LayoutFonts
    wanted: tuple[str, ...]
    numbers: Mapping[str, PageNumber] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()
    passes: int = 0

    def copy(self) -> LayoutCopy:
        """Make the copy to lay out, with its numbers."""
        with measure(Phase.PAGES, self.file.document):
            file = replace(self.file, data=self.data)
            return make_layout_copy(file, self.fonts.text, self.fonts.page_digits)

    @property
    def data(self) -> bytes:
        """Give the .docx with its numbers: written into the file as given, whose look they take."""
        return write_page_numbers(self.file.data, self.numbers) if self.wanted else self.file.data

    def numbers_found(self, laid: LaidOut, copy: LayoutCopy) -> dict[str, PageNumber]:
        """Give the numbers a layout tells of those it prints."""
        found = displayed_numbers(laid.bookmarks, copy.sections)
        known = {name: found[name] for name in self.wanted if name in found}
        return {name: number for name, number in known.items() if str(number) and name not in self.withheld}

    def after(self, found: Mapping[str, PageNumber]) -> Draft:
        """Give the draft of the next pass, after a pass that found other numbers than those written."""
        passes = self.passes + 1
        moved = {name for name in self.wanted if found.get(name) != self.numbers.get(name)}
        dropped = set() if passes <= _FREE_PASSES else moved if passes < _LAST_DOUBT else set(self.wanted)
        kept = {name: number for name, number in found.items() if name not in dropped}
        return replace(self, numbers=kept, passes=passes, withheld=self.withheld | dropped)


@dataclass(frozen=True, slots=True)
class Settled:
    """A file whose numbers are those of its pages.

    Attributes:
        draft: the file as it was laid out last.
        laid: its pages.
        labels: the number of each physical page; empty where they are not certain.
    """

    draft: Draft
    laid: LaidOut
    labels: tuple[str, ...]


def settle(
    drafts: Mapping[str, Draft], engine: Engine, *, with_pdf: bool
) -> dict[str, Settled | EngineFault]:
    """Lay out files and write their numbers until a layout tells the numbers that are written.

    All files still moving go to the engine in one call. The PDF is of exactly the file given back.

    Args:
        drafts: the files, by any key.
        engine: what lays them out.
        with_pdf: whether the PDF is wanted.
    """
    done: dict[str, Settled | EngineFault] = {}
    moving = dict(drafts)
    while moving:
        copies = {key: draft.copy() for key, draft in moving.items()}
        answers = engine.lay_out(copies, with_pdf=with_pdf)
        for key, draft in list(moving.items()):
            after = _judge(draft, copies[key], answers[key])
            if isinstance(after, Draft):
                moving[key] = after
            else:
                done[key] = after
                del moving[key]
    return done


def _judge(draft: Draft, copy: LayoutCopy, answer: LaidOut | EngineFault) -> Draft | Settled | EngineFault:
    if isinstance(answer, EngineFault):
        return answer
    found = draft.numbers_found(answer, copy)
    if found != draft.numbers:
        return draft.after(found)
    labels = page_labels(answer.bookmarks, copy.sections, answer.page_count)
    return Settled(replace(draft, passes=draft.passes + 1), answer, labels)
