"""The keys of blocks, and what is said of each once for all places that ask.

Everything else goes by the types of the fields of `Block`: what is looked for in the finished file
(`block_parts.py`), and the blocks within a block (`model/inner_values.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class CaptionLabel(StrEnum):
    """What stands before the number of a caption."""

    TABLE = "ตารางที่"
    FIGURE = "ภาพที่"


@dataclass(frozen=True, slots=True)
class BlockKey:
    """What is said of a key.

    Attributes:
        word: its name in Thai: in a cell of a workbook, and, translated, in editors.
        label: what stands before the number of its caption; None for a block without caption.
        begins_pages: whether it begins pages, which no cell and no text box can hold.
    """

    word: str
    label: CaptionLabel | None = None
    begins_pages: bool = False


BLOCKS: Final[Mapping[str, BlockKey]] = MappingProxyType(
    {
        "table": BlockKey("ตาราง", label=CaptionLabel.TABLE),
        "picture": BlockKey("ภาพ", label=CaptionLabel.FIGURE),
        "list": BlockKey("รายการ"),
        "steps": BlockKey("ขั้นตอน"),
        "quote": BlockKey("ข้อความที่ยกมา"),
        "chart": BlockKey("แผนภูมิ", label=CaptionLabel.FIGURE),
        "landscape": BlockKey("หน้าแนวนอน", begins_pages=True),
        "page_break": BlockKey("ขึ้นหน้าใหม่", begins_pages=True),
    }
)
"""The keys of which a block has exactly one."""
BLOCK_KEYS: Final = tuple(BLOCKS)
CAPTIONED_KEYS: Final = tuple(key for key, block_key in BLOCKS.items() if block_key.label is not None)
"""Keys beside which a caption may stand."""
