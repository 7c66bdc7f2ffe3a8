"""ระดับตำแหน่ง: levels of posts, and which of them a document prints behind the name of a post."""

from __future__ import annotations

from typing import Final

PRINTED_LEVELS: Final = (
    *("ปฏิบัติการ", "ชำนาญการ", "ชำนาญการพิเศษ", "เชี่ยวชาญ", "เชี่ยวชาญพิเศษ", "ทรงคุณวุฒิ"),
    *("ปฏิบัติงาน", "ชำนาญงาน", "อาวุโส"),
)
"""Levels read as the end of a post's name, such as นักวิชาการศึกษาชำนาญการ (usage; no regulation seen)."""
_LEADERS: Final = ("ผู้อำนวยการ", "รองผู้อำนวยการ", "หัวหน้า", "ปลัด")
"""Beginnings of the posts whose name is not followed by the level of their holder."""
_LEVEL_WORDS: Final = ("ระดับ", "วิทยฐานะ")
"""Words that a roster may have before a level; they are not printed."""


def plain_level(level: str | None) -> str:
    """Return a level without the words before it and without blanks, such as ชำนาญการพิเศษ; empty for none."""
    plain_text = "".join((level or "").split())
    for word in _LEVEL_WORDS:
        plain_text = plain_text.removeprefix(word)
    return plain_text


def is_leader(position: str) -> bool:
    """Return whether the level of its holder never follows the name of a post, as behind ผู้อำนวยการ."""
    return position.startswith(_LEADERS)


def holds_level(position: str, level: str | None) -> bool:
    """Return whether the name of a post holds a level, however both are spaced."""
    return plain_level(level) in "".join(position.split())


def post_with_level(position: str, level: str | None) -> str:
    """Return a post as printed, with a level where that is part of its name.

    The level is never printed twice: a post that holds it already stays as it is.
    """
    word = plain_level(level)
    belongs_to_post = word in PRINTED_LEVELS and not is_leader(position)
    if belongs_to_post and not holds_level(position, level):
        return f"{position}{word}"
    return position
