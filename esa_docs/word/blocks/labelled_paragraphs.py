"""Lists as paragraphs: each item hangs behind its label, each level behind the labels of the one above."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from esa_docs.fonts.faces import FaceStyle
from esa_docs.fonts.measuring import face_metrics
from esa_docs.model.prose.blocks import ListBlock
from esa_docs.model.prose.prose import Prose
from esa_docs.word.blocks.host import NARROW, NARROW_INDENT, Host, indent
from esa_docs.word.blocks.lists import labelled_items, labels_of
from esa_docs.word.blocks.text_writing import BlockText

_FIRST_LINE: Final = 1417
"""2.5 cm in twips: where the first line of a paragraph of an official paper begins
(คำอธิบายการพิมพ์หนังสือราชการ 2553); the labels of a list stand there."""
_GAP: Final = 113
"""Twips between a label and its text."""
_SIZE: Final = 16
"""Points of the text of official papers, by which labels are measured."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a text.

    Attributes:
        words: the label, in the digits in which it is printed.
        start: where the text begins, in twips.
        room: its room, in twips.
        is_strong: whether it is bold.
    """

    words: str
    start: int
    room: int
    is_strong: bool = False


def list_paragraphs(block: ListBlock, host: Host, text: BlockText) -> Iterator[str]:
    """Generate the paragraphs of a list.

    Args:
        block: the list.
        host: the paragraph in whose look it is set.
        text: writes its texts.
    """
    items = list(labelled_items(block.items, labels_of(block.style, text.numerals)))
    room_by_level: dict[int, int] = {}
    for numbers, label, _text in items:
        level = len(numbers)
        room_by_level[level] = max(room_by_level.get(level, 0), room_of(label, text))
    start = host.start + _indent_of_list(host, first_line_of(host, text))
    start_by_level: dict[int, int] = {}
    for level in sorted(room_by_level):
        start += room_by_level[level]
        start_by_level[level] = start
    for place, (numbers, label, text_of_item) in enumerate(items, 1):
        level = len(numbers)
        keep = place == len(items) and host.is_kept_with_next
        label_of_item = Label(label, start_by_level[level], room_by_level[level])
        yield labelled_paragraph(label_of_item, text_of_item, host, text, keep=keep)


def first_line_of(host: Host, text: BlockText) -> int:
    """Return where the first line of a paragraph begins, in twips, by itself or by its style."""
    own_first_line = host.first_line
    if own_first_line is not None:
        return own_first_line
    return text.styles.first_lines.get(host.style, 0)


def labelled_paragraph(label: Label, words: Prose, host: Host, text: BlockText, *, keep: bool) -> str:
    """Return a paragraph with a label.

    Args:
        label: the label.
        words: what stands behind it.
        host: the paragraph in whose look it is set.
        text: writes both.
        keep: whether it stays on the page of what follows.
    """
    style = host.run_style(strong=label.is_strong)
    runs = text.label(label.words, style) + text.runs(words, host.run_style())
    return host.paragraph(runs, further=(indent(label.start, label.room),), keep=keep)


def room_of(label: str, text: BlockText) -> int:
    """Return the room of a label with the gap behind it, in twips."""
    return round(face_metrics(text.family, FaceStyle.REGULAR).width(label, _SIZE) * 20) + _GAP


def _indent_of_list(host: Host, first_line: int) -> int:
    """Return where the labels of a list stand: at the first line of a paragraph, else near the edge.

    Args:
        host: the paragraph in whose place the list stands.
        first_line: where its style begins a paragraph, such as a duty that stands further in, in twips.
    """
    has_room = host.width >= NARROW and not host.start
    return max(_FIRST_LINE, first_line) if has_room else NARROW_INDENT
