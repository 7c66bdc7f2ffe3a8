"""Facts of the shipped manual, written down apart from the program."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

TODAY = dt.date(2026, 9, 16)
WORKS = (
    "งานมาตรฐานสำนักงานเขตพื้นที่การศึกษา",
    "งานการประเมินตัวชี้วัดตามมาตรการปรับปรุงประสิทธิภาพในการปฏิบัติราชการ",
    "งานพัฒนาคุณภาพการบริหารจัดการภาครัฐ (PMQA)",
    "งานพัฒนาคุณภาพการให้บริการ",
)
SECTIONS = ("วัตถุประสงค์", "ขอบเขตของงาน", "ขั้นตอนการปฏิบัติงาน", "Flow Chart การปฏิบัติงาน", "สรุปมาตรฐานงาน")


def contents_entries() -> Iterator[str]:
    """Generate the entries of the table of contents: each work with its sections."""
    for work in WORKS:
        yield work
        yield from SECTIONS


ENTRIES = list(contents_entries())
TABLE_ROWS = [9, 10, 8, 10]
"""Steps in the table of each work, without its head."""
