"""Years and dates as texts name them, and the words around them that mean another year on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from esa_docs import thai
from esa_docs.thai.dates import MONTH_NAME

_FIGURE: Final = "[0-9๐-๙]"
_ERA: Final = r"(?:พ\.ศ\.|พุทธศักราช)"
_LONG_YEAR: Final = rf"(?:25|๒๕){_FIGURE}{{2}}(?!{_FIGURE})"
_SHORT_YEAR: Final = rf"[5-9๕-๙]{_FIGURE}(?![0-9๐-๙ก-๎A-Za-z/.,:%]|\s?(?:%|คน|โรง|แห่ง|บาท))"
"""The last two figures of a year from 2550 on; a figure with its unit is none."""
_YEAR: Final = rf"(?P<year>{_LONG_YEAR})"
_YEAR_OR_SHORT: Final = rf"(?P<year>{_LONG_YEAR}|{_SHORT_YEAR})"
_YEAR_OF_ANY_ERA: Final = (
    rf"(?P<year>{_LONG_YEAR}|(?:19|20)[0-9]{{2}}(?![0-9])|(?:๑๙|๒๐)[๐-๙]{{2}}(?![๐-๙])|{_SHORT_YEAR})"
)
_NAMED_YEARS: Final = (
    re.compile(rf"(?P<word>ปีงบประมาณ|ปีงบ|ปีการศึกษา)\s{{0,3}}(?:{_ERA}\s{{0,3}})?{_YEAR_OR_SHORT}"),
    re.compile(rf"(?P<word>ประจำปี)\s{{0,3}}(?:{_ERA}\s{{0,3}})?{_YEAR}"),
    re.compile(rf"(?P<word>ภาคเรียน|ไตรมาส)(?:ที่)?\s?{_FIGURE}\s?/\s?{_YEAR_OR_SHORT}"),
)
_OF_SCHOOL: Final = frozenset({"ปีการศึกษา", "ภาคเรียน"})
_DAY: Final = f"{_FIGURE}{{1,2}}"
_DATES: Final = (
    re.compile(
        rf"(?:{_DAY}\s{{0,3}})?(?P<month>{MONTH_NAME})\s{{0,3}}(?:(?:{_ERA}|ค\.ศ\.)\s{{0,3}})?{_YEAR_OF_ANY_ERA}"
    ),
    re.compile(rf"(?<![0-9๐-๙/.-]){_DAY}/(?P<month>{_DAY})/{_YEAR_OF_ANY_ERA}"),
    re.compile(rf"(?<![0-9๐-๙/.-]){_DAY}-(?P<month>{_DAY})-{_YEAR}"),
)
"""A date in words, with or without its day, and dates in figures."""
_RANGE: Final = re.compile(r" ?(?:-|–|ถึง|และ|,) ?(?:พ\.ศ\. ?)?[0-9๐-๙]{4}")
"""A further year behind a year: several years are meant."""
EARLIER_MATTER: Final = re.compile(r"ตามที่|ตามหนังสือ|ตามคำสั่ง|ตามประกาศ|ตามมติ|อ้างถึง|โดยที่|สืบเนื่อง")
"""Beginnings of a paragraph that tells an earlier matter."""
_COMPARING: Final = re.compile(
    r"กว่า|เทียบ|เพิ่มขึ้น|ลดลง|ปีก่อน|ที่ผ่านมา|ย้อนหลัง|แนวโน้ม|ตั้งแต่ปี|ระหว่างปี|จากปี|เดิม"
    r"|เหลือจ่าย|กันเงิน|กันไว้|เหลื่อมปี|ค้างจ่าย|เกษียณ|สิ้นปีงบประมาณ"
    r"|(?:ครั้ง|คราว|ปี|รอบ)(?:ก่อน|ที่แล้ว)|เคย(?!ชิน)|อ้างอิงจาก"
)
"""Words of a paragraph that compares this year with earlier ones, or that speaks of what is left of them."""
_LOOKING_AHEAD: Final = re.compile(
    r"แผน|ถัดไป|ต่อไป|ปีหน้า|เตรียม|ล่วงหน้า|คำของบ|คำขอ|ขอตั้งงบ|รับนักเรียน|สิ้นสุด|ครบกำหนด|หมดอายุ|รับประกัน"
    r"|ค้ำประกัน|ผูกพัน|ประมาณการ|เป้าหมาย|เกษียณ|รับสมัคร|ขยายผล|ปฏิทิน"
)
"""Words of a paragraph that speaks of a later year."""
_RESULTS: Final = re.compile(r"ผลการ[ก-๎]{2,20} ?(?:ประจำ ?)?\Z")
"""Words before the year of results: those of the year before are known in this one."""
_GAINED: Final = re.compile(
    r" ?(?:ได้|มี|อยู่)?(?:ผล|ค่า|ใน|ที่)?(?:การประเมิน)?"
    r"(?:คะแนน|(?:เป็น)?ลำดับ|(?:เป็น)?อันดับ|ระดับ|(?<=ได้)ร้อยละ|ร้อยละ(?=[^\n]{1,20}ลำดับ))"
)
"""Words behind the year of which they tell a result."""
_OF_TESTS: Final = re.compile(r"(?:ผล(?:การ)?(?:ทด)?สอบ|คะแนน)[^\n]{0,40}\Z")
"""Words before the year of a test: several years of them are on record."""
_OF_PRIZES: Final = re.compile(
    r"(?:ได้รับ|คว้า)[^\n]{0,30}(?:รางวัล|โล่|เกียรติบัตร|ยกย่อง|คัดเลือก|AWARD)[^\n]{0,60}\Z"
)
"""Words before the year of a prize."""
_WILL: Final = re.compile(r" ?[ก-๎ ]{0,20}?จะ")
"""Words behind a later year in which something will be done."""
_RECEIVED: Final = re.compile(r"(?:ได้รับ|ส่ง|จัดส่ง|รับทราบ)รายงาน[^\n]{0,120}แล้ว")
_OF_A_LIFE: Final = re.compile(
    r"(?:เกิด|บรรจุ|เข้ารับราชการ|รับราชการ|ดำรงตำแหน่ง|สำเร็จการศึกษา|จบการศึกษา|สมรส|ก่อตั้ง|จัดตั้ง|ย้ายมา|โอนมา)"
    r"[^\n]{0,30}\Z"
)
"""Words before a day in the life of a person or of a school."""
_DAY_OF_A_PAPER: Final = re.compile(r"(?:ลงวันที่|ณ วันที่|ณ|ลงเดือน) ?\Z")
"""Words before the day of a cited paper, or as of which figures hold."""
_RESOLVED: Final = re.compile(r"(?:มติ|สืบเนื่อง|ระเบียบ|พระราชบัญญัติ|ข้อบังคับ)[^\n]{0,80}\Z")
"""Words before the day of a resolution or of a law."""
_UNTIL: Final = re.compile(r"(?:ภายใน|ก่อน|ถึง|จนถึง)(?:วันที่|เดือน|สิ้นเดือน)? ?\Z")
"""Words before a last day, which may lie after the year."""
_FROM: Final = re.compile(r"ตั้งแต่(?:วันที่|เดือน)? ?\Z")
_ONWARDS: Final = re.compile(r" ?เป็นต้นไป")
_REACH: Final = 90
"""Letters before a date in which these words are looked for."""
_FIRST_QUARTER: Final = (10, 11, 12)
_TOO_OLD: Final = 10
"""Years back from which nothing is left of a copied file: what is older is history, a law, or a birthday."""
_CENTURIES: Final = 2500


@dataclass(frozen=True, slots=True)
class NamedYear:
    """A year or a date that a text names.

    Attributes:
        match: where it stands.
        year: its fiscal year, or its school year, in the Buddhist era.
        word: the word of the year, such as ปีงบประมาณ; empty of a date.
    """

    match: re.Match[str]
    year: int
    word: str = ""

    @property
    def is_of_school(self) -> bool:
        """Whether it is a school year, which lies in two fiscal years."""
        return self.word in _OF_SCHOOL

    @property
    def words(self) -> str:
        """What stands in the text."""
        return self.match[0]

    def is_meant_in(self, folder: int) -> bool:
        """Return whether the words around it say that this other year is meant.

        Args:
            folder: the fiscal year of the document.
        """
        if self.year <= folder - _TOO_OLD:
            return True
        words_before = self.match.string[max(0, self.match.start() - _REACH) : self.match.start()]
        if _RANGE.match(self.match.string, self.match.end()) and self.word:
            return True
        if self.year < folder:
            return self._is_meant_as_earlier(words_before, folder)
        return self._is_meant_as_later(words_before)

    def _is_meant_as_earlier(self, words_before: str, folder: int) -> bool:
        text = self.match.string
        if _COMPARING.search(text) or _OF_A_LIFE.search(words_before) or _RECEIVED.search(text):
            return True
        if self.word:
            return self._has_results(words_before, folder)
        return bool(_DAY_OF_A_PAPER.search(words_before) or _RESOLVED.search(words_before))

    def _has_results(self, words_before: str, folder: int) -> bool:
        """Return whether the words say that results or a prize of that year are told."""
        if _OF_PRIZES.search(words_before) or _OF_TESTS.search(words_before):
            return True
        if self.year != folder - 1:
            return False
        has_results = _RESULTS.search(words_before) or _GAINED.match(self.match.string, self.match.end())
        return bool(has_results)

    def _is_meant_as_later(self, words_before: str) -> bool:
        text = self.match.string
        if _LOOKING_AHEAD.search(text) is not None:
            return True
        if self.word:
            return _WILL.match(text, self.match.end()) is not None
        begins_then = _FROM.search(words_before) and _ONWARDS.match(text, self.match.end())
        return bool(begins_then or _UNTIL.search(words_before) or _DAY_OF_A_PAPER.search(words_before))


def years_in(text: str) -> Iterator[NamedYear]:
    """Generate the years that a text names by their word, then its dates. What is no date is passed by."""
    for pattern in _NAMED_YEARS:
        for match in pattern.finditer(text):
            yield NamedYear(match, _year_of(match["year"]), match["word"])
    for pattern in _DATES:
        for match in pattern.finditer(text):
            month = _month_of(match["month"])
            if month:
                is_of_next = month in _FIRST_QUARTER
                yield NamedYear(match, _year_of(match["year"]) + int(is_of_next))


def _year_of(typed: str) -> int:
    """Return a year in the Buddhist era: of two figures in this century, and of the Christian era."""
    year = int(thai.to_arabic_digits(typed))
    if year < 100:  # noqa: PLR2004 - two figures
        return _CENTURIES + year
    return year if year >= _CENTURIES else year + thai.CE_TO_BE


def _month_of(typed: str) -> int:
    """Return the number of a month; 0 where figures are those of none."""
    if not typed[0].isdigit():
        return thai.parse_month(typed)
    month = int(typed)
    return month if 1 <= month <= 12 else 0  # noqa: PLR2004 - the months of a year
