"""Numbers of captions, and the places to which references lead.

The numbers are typed, as all numbers of our papers: LibreOffice 7.4 draws a SEQ field with THAIARABIC in
Arabic digits, and a paper must say the same in Word, in LibreOffice and in its PDF.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from esa_docs import thai
from esa_docs.model.prose.block_keys import CaptionLabel
from esa_docs.model.prose.blocks import Block
from esa_docs.model.prose.numbered_blocks import captioned_blocks
from esa_docs.model.prose.prose import Link, Prose, Reference
from esa_docs.model.prose.put_in import Insertion, with_insertions
from esa_docs.model.prose.references import NUMBER_ELSEWHERE, references_in
from esa_docs.word.annexes.labels import AnnexLabel
from esa_docs.word.contents import LIST_OF_FIGURES, LIST_OF_TABLES

_LISTS: Final = {CaptionLabel.TABLE: LIST_OF_TABLES, CaptionLabel.FIGURE: LIST_OF_FIGURES}
_FIRST_BOOKMARK_ID: Final = 5_000_000
"""Ids of the bookmarks of captions: above those of names in a template, below those of copies in loops."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The number of a caption.

    Attributes:
        label: what stands before the number, such as ตารางที่.
        number: from 1, in the order of the captions with its label.
        place: how many captions of any label stand before it.
    """

    label: CaptionLabel
    number: int
    place: int

    @property
    def printed_number(self) -> str:
        """What a reference prints."""
        return str(self.number)

    @property
    def list(self) -> str:
        """The list that gathers the captions with its label, as a TOC field names it."""
        return _LISTS[self.label]

    @property
    def bookmark(self) -> str:
        """Name of the bookmark around it, which Word does not list."""
        return f"_Ref{_FIRST_BOOKMARK_ID + self.place}"

    def around(self, runs: str) -> str:
        """Return runs with the bookmark around them."""
        number = _FIRST_BOOKMARK_ID + self.place
        start = f'<w:bookmarkStart w:id="{number}" w:name="{self.bookmark}"/>'
        return f'{start}{runs}<w:bookmarkEnd w:id="{number}"/>'


@dataclass(slots=True)
class Captions:
    """The captions of one document, gathered in the order of its values; `in_order_of` follows the paper.

    Attributes:
        added: the identities of the blocks that were taken in.
        by_block: the numbers, by the identity of their blocks.
        by_id: the captions and annexes to which texts refer, by their ids.
        counts: how many there are of each label.
        numbers_of_paper: numbers that the paper counts itself, by the identity of their blocks.
    """

    added: set[int] = field(default_factory=set)
    by_block: dict[int, Caption] = field(default_factory=dict)
    by_id: dict[str, Caption | AnnexLabel] = field(default_factory=dict)
    counts: Counter[CaptionLabel] = field(default_factory=Counter)
    numbers_of_paper: dict[int, int] = field(default_factory=dict)

    def add(self, block: Block, numbers: Sequence[int] = (), figures: Sequence[int] = ()) -> None:
        """Take in a block and the blocks within it; one that is there already keeps its number.

        Args:
            block: the block.
            numbers: those of its tables with captions; empty where they follow the ones so far.
            figures: those of its pictures and charts with captions; as of tables.
        """
        if id(block) in self.added:
            # A context with references is walked over twice.
            return
        self.added.add(id(block))
        numbers_of_labels = {CaptionLabel.TABLE: iter(numbers), CaptionLabel.FIGURE: iter(figures)}
        for captioned_block in captioned_blocks(block):
            label = captioned_block.caption_label
            if label is None or id(captioned_block) in self.by_block:
                continue
            number = next(numbers_of_labels[label], None)
            if number is not None:
                self.numbers_of_paper[id(captioned_block)] = number
            self._add_captioned(captioned_block, label)

    def _add_captioned(self, block: Block, label: CaptionLabel) -> None:
        self.counts[label] += 1
        number = self.numbers_of_paper.get(id(block), self.counts[label])
        caption = Caption(label, number, len(self.by_block))
        self.by_block[id(block)] = caption
        if block.id is not None:
            self.by_id.setdefault(block.id, caption)

    def in_order_of(self, blocks: Iterable[Block]) -> Captions:
        """Return the same captions, numbered in the order in which a paper prints their blocks.

        Args:
            blocks: all blocks of the document in this order, those that are not printed last.
        """
        annexes = {name: place for name, place in self.by_id.items() if isinstance(place, AnnexLabel)}
        ordered = Captions(by_id=dict(annexes), numbers_of_paper=self.numbers_of_paper)
        for block in blocks:
            ordered.add(block)
        return ordered

    def add_annex(self, label: AnnexLabel) -> None:
        """Take in an annex to which texts may refer."""
        if label.id:
            self.by_id.setdefault(label.id, label)

    def caption_of(self, block: Block) -> Caption | None:
        """Return the number of a block; None where it has no caption."""
        return self.by_block.get(id(block))

    def resolved(self, prose: Prose) -> Prose:
        """Return a text with the numbers of captions in place of references to them, as links.

        A part of a paper may refer to a caption of another part: dots stand for its number.
        """
        if next(references_in(prose), None) is None:
            return prose
        numbers = list(self._numbers_in(prose))
        return with_insertions(_bound(prose, numbers), numbers, self.resolved)

    def _numbers_in(self, prose: Prose) -> Iterator[Insertion]:
        """Generate what is put into a text in place of its references, as links where they lead somewhere."""
        for order, span in enumerate(prose.spans):
            if not isinstance(span.mark, Reference):
                continue
            if span.mark.id not in self.by_id:
                yield Insertion(span.start, order, NUMBER_ELSEWHERE, span.mark.around)
                continue
            place = self.by_id[span.mark.id]
            number = place.printed_number
            # A single annex has no letter, and pages of a PDF are no place in the Word file.
            around = span.mark.around if number else ()
            is_in_link = any(isinstance(mark, Link) for mark in around)
            leads_somewhere = bool(number and place.bookmark) and not is_in_link
            own_mark = Link(f"#{place.bookmark}") if leads_somewhere else None
            yield Insertion(span.start, order, number, around, own_mark)


def _bound(prose: Prose, insertions: Iterable[Insertion]) -> Prose:
    """Return a text in which no number that is put in begins a line behind its word, such as ภาคผนวก."""
    text = ""
    end = 0
    for insertion in insertions:
        if insertion.text:
            text += thai.bind_last_space(prose.plain[end : insertion.index])
            end = insertion.index
    return Prose(text + prose.plain[end:], prose.source, prose.spans)
