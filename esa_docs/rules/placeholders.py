"""Marks by which writers note that a text is not finished, such as (สมมติ), xxx, …… and TODO.

W506 such a mark stands in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.meanings import Meaning, Written
from esa_docs.model.problem import Problem

_INVENTED: Final = r"สมมุ?ติ(?!ฐาน)"
"""สมมติ in both spellings; สมมติฐาน is a hypothesis."""
_DOTS: Final = (r"\.{4,}", r"…{2,}", r"(?:\. ){3,}\.", r"_{3,}")
"""Lines for the pen, which some papers have on purpose."""
_MARKS: Final = (
    rf"\([^()\n]{{0,60}}{_INVENTED}[^()\n]{{0,60}}\)",
    rf"(?:ค่า|ชื่อ|นาม|นาย|นาง|นางสาว|ข้อมูล|ข้อความ|ตัวเลข){_INVENTED}",
    r"[(\[<]\s?ตัวอย่าง\s?[)\]>]",
    r"(?:ข้อความ|นาม|ตำบล|อำเภอ|จังหวัด|ถนน|สำนักงาน)ตัวอย่าง",
    r"^ตัวอย่าง$",
    r"(?<![A-Za-z])(?:x{3,}|X{3,})(?![A-Za-z])",
    r"(?<![A-Za-z])(?:TODO|FIXME|TBD|TBA)(?![A-Za-z])",
    r"[Ll]orem ipsum",
    r"\?{3,}",
    r"\((?:รอข้อมูล|รอเติม|รอยืนยัน|รอแก้ไข)\)",
    r"(?:ใส่|กรอก|พิมพ์|เติม)(?:ข้อความ|ข้อมูล|ชื่อ|รายละเอียด)(?:ที่นี่|ตรงนี้)",
)
"""The marks. Every pattern is bounded, so a text is searched in a time that grows with its length alone."""
_EXAMPLE: Final = (
    r"(?:ข้อความ|โครงการ|กิจกรรม|หัวข้อ|เรื่อง|ชื่อ|คณะกรรมการ|คณะทำงาน|หน่วยงาน|ดำเนินงาน|เอกสาร)ตัวอย่าง(?![ก-๎-])"
)
"""ตัวอย่าง as a stand-in for a name that is not known yet, at the end of a word.

ตัวอย่าง alone is no mark: กลุ่มตัวอย่าง, โรงเรียนตัวอย่าง and เป็นตัวอย่างที่ดี stand in finished papers.
"""


_SIGNS: Final = (
    *("สมมติ", "สมมุติ", "ตัวอย่าง", "xxx", "XXX", "TODO", "FIXME", "TBD", "TBA", "orem ipsum", "???", "(รอ"),
    *("ที่นี่", "ตรงนี้", "....", "……", ". . ", "___"),
)
"""One of these is in every mark. To look for them first takes a tenth of the time."""


def _pattern(*marks: str) -> re.Pattern[str]:
    return re.compile("|".join(marks))


_ALL: Final = _pattern(*_MARKS, *_DOTS, _EXAMPLE)
_BESIDE_DOTS: Final = _pattern(*_MARKS, _EXAMPLE)
_OF_OUTSIDERS: Final = _pattern(*_MARKS, *_DOTS)
"""Of recipients, of which a table may list hundreds: the word ตัวอย่าง may belong to a name."""


def check_placeholders(texts: Iterable[Written]) -> Iterator[Problem]:
    """Generate a problem for each text with a mark that it is not finished.

    Args:
        texts: the texts of the content of a document.
    """
    for written in texts:
        if not isinstance(written.value, str) or not _has_sign(written.value):
            continue
        match = _pattern_for(written).search(written.value)
        if match:
            message = _("the mark '{mark}' of an unfinished text stands here").format(mark=_short(match[0]))
            hint = _("Write the true words in its place, or delete the mark once the text is true.")
            yield Problem(written.path, "W506", message, hint, Severity.WARNING)


def _has_sign(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)


def _pattern_for(written: Written) -> re.Pattern[str]:
    """Return the pattern of the marks that a text may not have."""
    if Meaning.FOR_PEN in written.meanings:
        return _BESIDE_DOTS
    if Meaning.OUTSIDER in written.meanings:
        return _OF_OUTSIDERS
    return _ALL


def _short(mark: str) -> str:
    """Return a mark as a message names it: a long line of dots by its beginning."""
    longest = 40
    return mark if len(mark) <= longest else f"{mark[:longest]}…"
