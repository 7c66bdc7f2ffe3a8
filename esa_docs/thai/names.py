"""Names of persons: คำนำหน้า ยศ ชื่อ ชื่อสกุล."""

import re

from esa_docs.thai.text import NO_BREAK_SPACE, normalise_spaces

_GRADE = "(?:เอก|โท|ตรี)"
_RANK_WORDS = (
    "จอมพล(?:เรือ|อากาศ)?",
    f"พล(?:เรือ|อากาศ|ตำรวจ)?(?:{_GRADE}|จัตวา)",
    "พล(?:ทหาร|ตำรวจ|ฯ)",
    rf"พัน(?:ตำรวจ|จ่า|จ่าอากาศ)?{_GRADE}(?: ?\(?พิเศษ\)?)?",
    f"ร้อย(?:ตำรวจ)?{_GRADE}",
    f"(?:นาวา|เรือ)(?:อากาศ)?{_GRADE}",
    f"จ่า(?:สิบ|อากาศ)?{_GRADE}",
    "(?:จ่าสิบ|ดาบ)ตำรวจ",
    f"สิบ(?:ตำรวจ)?{_GRADE}",
    f"นาย(?:กอง|หมวด|หมู่)(?:ใหญ่|{_GRADE})",
)
_RANK_ABBREVIATIONS = (
    r"พล\.(?:[รอต]\.)?[อทตจ]\.",
    r"พ\.(?:[ตจอ]\.)?[อทต]\.",
    r"[รส]\.(?:ต\.)?[อทต]\.",
    r"น\.[อทต]\.",
    r"จ\.(?:ส\.)?[อทต]\.",
    r"ด\.ต\.",
)
# Texts, which re compiles at the first use and keeps: to compile them costs more than to import the module.
RANK = rf"(?:ว่าที่ ?)?(?:{'|'.join(_RANK_WORDS + _RANK_ABBREVIATIONS)})(?: ?หญิง)?"
"""Pattern of a rank, full or abbreviated."""
_RANK_AT_END = rf"(?:^| ){RANK}$"
_LATIN_END = r"[A-Za-z]\.?$"


def format_name(prefix: str, first: str, last: str = "") -> str:
    """Return a person's full name as it is printed; its spaces do not break.

    No space stands after a title (นาย นาง นางสาว ดร. ผศ. หม่อมหลวง …): `นายสมชาย ใจดี`. A space stands after a
    military or police rank and ว่าที่ร้อยตรี: `ว่าที่ร้อยตรี สมชาย ใจดี` (Royal Institute, quoted at second hand), and
    after a Latin title (`Mr.`). Of several titles the last decides: `ว่าที่ร้อยตรี ดร.สมชาย`. Every space is
    U+00A0 (`NO_BREAK_SPACE`): for render time only. Empty parts are left out.

    Raises:
        ValueError: first and last name are both empty.
    """
    title = normalise_spaces(prefix)
    name = normalise_spaces(f"{first} {last}")
    if not name:
        raise ValueError("a name needs a first or a last name")
    needs_gap = is_rank(title) or re.search(_LATIN_END, title)
    gap = " " if needs_gap else ""
    return f"{title}{gap}{name}".replace(" ", NO_BREAK_SPACE)


def is_rank(prefix: str) -> bool:
    """Return whether a prefix ends in a rank of military, police or volunteer corps, full or abbreviated.

    ว่าที่ before it and หญิง after it belong to it: `ว่าที่ ร.ต.`, `พันตำรวจโทหญิง`.
    """
    return re.search(_RANK_AT_END, normalise_spaces(prefix)) is not None
