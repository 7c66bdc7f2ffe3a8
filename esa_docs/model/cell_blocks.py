"""Blocks among the paragraphs of a cell of a workbook: a line stands for each, by which it is known again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

CellValue = str | int | None | list["CellValue"] | dict[str, "CellValue"]
"""A value of a content file; a number is written there without quotes."""

_BLOCK_LINE: Final = re.compile(r"\[\[.*\]\]")
_IN_THAI: Final = {
    "table": "ตาราง",
    "picture": "ภาพ",
    "list": "รายการ",
    "steps": "ขั้นตอน",
    "quote": "ข้อความที่ยกมา",
    "chart": "แผนภูมิ",
    "landscape": "หน้าแนวนอน",
    "page_break": "ขึ้นหน้าใหม่",
}
_OTHER: Final = "ส่วนแทรก"


def lines_of_paragraphs(paragraphs: list[CellValue]) -> Iterator[tuple[str, CellValue]]:
    """Generate the line of each paragraph, with the paragraph; of a block ``[[ตาราง 1: caption]]``."""
    count = 0
    for paragraph in paragraphs:
        if isinstance(paragraph, dict):
            count += 1
            yield _line_of_block(paragraph, count), paragraph
        else:
            yield str(paragraph), paragraph


def blocks_by_line(value: CellValue) -> dict[str, CellValue]:
    """Return the blocks of paragraphs by the lines that stand for them; empty where there is none."""
    blocks: dict[str, CellValue] = {}
    if isinstance(value, list):
        for line, paragraph in lines_of_paragraphs(value):
            if isinstance(paragraph, dict):
                blocks[line] = paragraph
    return blocks


def stands_for_block(line: str) -> bool:
    """Return whether a line looks like one that stands for a block."""
    return _BLOCK_LINE.fullmatch(line) is not None


def _line_of_block(block: dict[str, CellValue], number: int) -> str:
    name = _OTHER
    for key, word in _IN_THAI.items():
        if key in block:
            name = word
    caption = block.get("caption")
    words = f": {caption}" if caption else ""
    return f"[[{name} {number}{words}]]"
