"""หนังสือเวียน: circulars of every kind are counted together (ระเบียบงานสารบรรณ ข้อ 32)."""

from __future__ import annotations

from typing import Final

from esa_docs.model.abilities import NumberSeries

CIRCULAR_WORDS: Final = ("หนังสือเวียน", "เวียน")
"""Words that are typed before the number of a circular, beside those of its kind."""

CIRCULARS: Final = NumberSeries(
    "circular",
    "ทะเบียนหนังสือเวียน",
    is_coded=True,
    is_circular=True,
    words=(*CIRCULAR_WORDS, "หนังสือ", "บันทึกข้อความ", "บันทึก"),
)
