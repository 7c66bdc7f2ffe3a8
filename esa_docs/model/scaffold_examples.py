"""Invented examples that new content files of every kind hold, by model and field.

Names and numbers are plainly examples; a file made of them passes every check but one: its texts still have
to be replaced (W505), and until then the paper is a draft. What only one kind holds stands with the kind, in
its ``example.py``. A text is known as an example by one of `EXAMPLE_WORDS` in it. A value that may be true,
such as a date or the director as chair, has a comment behind it (`marked`): it is an example for as long as
value and comment say the same. A word such as ประธานกรรมการ may stand in a finished paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

EXAMPLE_WORDS: Final = ("ตัวอย่าง", "สมมติ", "example.go.th")
"""Words by which a text of a new file is known as an example."""

MARK: Final = "  # ตัวอย่าง: "
"""What stands between a value of a new file and that value, said once more behind it."""

EXAMPLES: Final[dict[str, str]] = {
    "OfficialPaper.meant": "ปีงบประมาณ พ.ศ. 2568",
    "Signed.subject": "การดำเนินงานตัวอย่าง",
    "Signature.acting": "รักษาราชการแทน",
    "Signature.for_position": "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา",
    "Committee.name": "คณะกรรมการตัวอย่าง",
    "Committee.duties": "ดำเนินงานตัวอย่างให้เป็นไปด้วยความเรียบร้อย",
    "Member.role": "ประธานกรรมการ",
    "Member.name": "นายสมมติ นามตัวอย่าง",
    "Member.position": "ผู้อำนวยการกลุ่มตัวอย่าง",
    "Member.note": "เจ้าภาพหมวด 1",
    "Annex.title": "แบบฟอร์มตัวอย่าง",
    "Annex.paragraphs": "เนื้อหาของภาคผนวกตัวอย่าง",
    "Evidence.code": "E-1.1-01",
    "Evidence.name": "หลักฐานตัวอย่าง",
    "Evidence.file": "evidence/report.pdf",
    "Evidence.link": "https://example.go.th/report",
}
"""Texts by ``Model.field``; a field that is not named here or by the kind gets one by its type."""

OFFERED: Final = frozenset({"Committee.duties", "Member.person"})
"""Fields that may be left out and yet stand in a new file ready to be filled in."""

BLANK: Final = frozenset({"Issued.number", "Signed.date"})
"""Fields that stay empty until the document is issued."""

MARKED: Final = frozenset({"Minutes.number", "EarlierOrder.number", "Minutes.committee"})
"""Texts that may be true though they are examples; people, dates and what the project offers are so too."""

TEXT: Final = "ข้อความตัวอย่าง"
"""The example of a text that has none of its own."""

NUMBER: Final = "80"
"""The example of a number with decimals that has none of its own."""

DATE: Final = "16 กันยายน 2569"
"""The example of a date that has none of its own."""


def example_texts(texts_of_kind: Iterable[str]) -> frozenset[str]:
    """Return the texts of new files that no finished paper holds.

    Args:
        texts_of_kind: the examples of a kind.
    """
    texts = {TEXT, *EXAMPLES.values(), *texts_of_kind}
    return frozenset(text for text in texts if is_plainly_example(text))


def marked(text: str) -> str:
    """Return the comment that says of a value that it is that of the new file."""
    return f"{MARK}{text}"


def is_plainly_example(text: str) -> bool:
    """Return whether a text of a new file is known as an example by its words."""
    return any(word in text for word in EXAMPLE_WORDS)
