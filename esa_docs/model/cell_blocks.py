"""Blocks among the paragraphs of a cell of a workbook: a line stands for each, by which it is known again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from esa_docs.model.prose.block_keys import BLOCKS

CellValue = str | int | None | list["CellValue"] | dict[str, "CellValue"]
"""A value of a content file; a number is written there without quotes."""

_BEFORE_BLOCK, _BEHIND_BLOCK = "[[", "]]"
_LITERAL: Final = "\\"
_LIKE_BLOCK: Final = re.compile(r"\s*(?=\\*\[\[)")
"""Where a typed text begins as the line of a block does, or as such a text in its cell."""
_OTHER: Final = "ส่วนแทรก"
"""Stands for what has no key of a block, in a file with faults."""


def lines_of_paragraphs(paragraphs: list[CellValue]) -> Iterator[tuple[str, CellValue]]:
    """Generate the line of each paragraph, with the paragraph; of a block ``[[ตาราง 1: caption]]``."""
    count = 0
    for paragraph in paragraphs:
        if isinstance(paragraph, dict):
            count += 1
            yield _line_of_block(paragraph, count), paragraph
        else:
            yield _line_of_text(str(paragraph)), paragraph


def text_of_line(line: str) -> str:
    """Return the text that a line stands for: without the stroke that says that it is no block."""
    is_marked = line.startswith(_LITERAL) and _LIKE_BLOCK.match(line) is not None
    return line.removeprefix(_LITERAL) if is_marked else line


def paragraphs_by_line(value: CellValue) -> dict[str, CellValue]:
    """Return paragraphs by the lines that stand for them, blank lines apart; empty where there is none."""
    paragraphs: dict[str, CellValue] = {}
    if isinstance(value, list):
        for line, paragraph in lines_of_paragraphs(value):
            paragraphs.setdefault(line.strip(), paragraph)
    return paragraphs


def lines_of_blocks(paragraphs: dict[str, CellValue]) -> list[str]:
    """Return the lines that stand for blocks, of paragraphs by their lines."""
    return [line for line, paragraph in paragraphs.items() if isinstance(paragraph, dict)]


def bears_id(paragraph: CellValue) -> bool:
    """Return whether a paragraph is a block with an id, or holds one: it can stand but once in a paper."""
    if isinstance(paragraph, dict):
        return "id" in paragraph or any(map(bears_id, paragraph.values()))
    return isinstance(paragraph, list) and any(map(bears_id, paragraph))


def looks_like_block(line: str) -> bool:
    """Return whether a line looks like one that stands for a block, perhaps changed."""
    is_text = text_of_line(line) != line
    return not is_text and (line.startswith(_BEFORE_BLOCK) or line.endswith(_BEHIND_BLOCK))


def _line_of_text(text: str) -> str:
    """Return the line of a text; a stroke stands before one that begins as the line of a block does."""
    beginning = _LIKE_BLOCK.match(text)
    return text if beginning is None else f"{_LITERAL}{text[beginning.end() :]}"


def _line_of_block(block: dict[str, CellValue], number: int) -> str:
    name = _OTHER
    for key, block_key in BLOCKS.items():
        if key in block:
            name = block_key.word
    caption = block.get("caption")
    words = f": {caption}" if caption else ""
    return f"{_BEFORE_BLOCK}{name} {number}{words}{_BEHIND_BLOCK}"
