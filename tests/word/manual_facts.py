"""What the shipped manual must hold, written down apart from the program."""

from __future__ import annotations

import datetime as dt

TODAY = dt.date(2026, 9, 16)
WORKS = (
    "งานมาตรฐานสำนักงานเขตพื้นที่การศึกษา",
    "งานการประเมินตัวชี้วัดตามมาตรการปรับปรุงประสิทธิภาพในการปฏิบัติราชการ",
    "งานพัฒนาคุณภาพการบริหารจัดการภาครัฐ (PMQA)",
    "งานพัฒนาคุณภาพการให้บริการ",
)
SECTIONS = ("วัตถุประสงค์", "ขอบเขตของงาน", "ขั้นตอนการปฏิบัติงาน", "Flow Chart การปฏิบัติงาน", "สรุปมาตรฐานงาน")
ENTRIES = [line for work in WORKS for line in (work, *SECTIONS)]
TABLE_ROWS = [9, 10, 8, 10]
