"""The name of another area office where a paper speaks of its own, such as after a change of office.yaml.

W507 the name of another office stands where that of the own office is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.meanings import Meaning, Written
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem
from esa_docs.thai.provinces import PROVINCES

_LONG_NAME: Final = "สำนักงานเขตพื้นที่การศึกษา"
_ANY_AREA: Final = "เขตพื้นที่การศึกษา"
_LEVELS: Final = {"ประถมศึกษา": "ป", "มัธยมศึกษา": "ม", "": ""}
"""What stands behind the long name, and what the short name has for it that means the same."""
_NAME: Final = re.compile(
    rf"(?:{_LONG_NAME}(?P<level>ประถมศึกษา|มัธยมศึกษา|)|สพ(?P<short_level>[ปม])\.) ?"
    rf"(?:(?P<province>{'|'.join(PROVINCES)})(?: ?เขต ?(?P<number>[0-9๐-๙]{{1,2}}))?"
    r"|(?P<place>[ก-๎]{2,30}) เขต ?(?P<place_number>[0-9๐-๙]{1,2}))"
)
"""The name of an area office: with a province or with a number. Without either all offices are meant."""
_BEFORE_OTHERS: Final = re.compile(
    r"(?:จาก|ถึง|กับ|ณ|(?<!ตาม)ที่|และ|หรือ|แก่|หนังสือ|ระหว่าง|เช่น|ได้แก่|ดูงาน|ย้ายไป|ย้ายมา|,) ?\Z"
)
"""Words before the name of an office that is another one on purpose, such as ศึกษาดูงาน ณ."""
_AS_TOLD: Final = re.compile(r"(?:ตามที่|ด้วยได้รับแจ้งว่า) ?\Z")
_AFTER_OTHERS: Final = re.compile(r" ?(?:ได้)? ?(?:แจ้ง|ขอ|มีหนังสือ|ส่ง|เชิญ)")
"""Words before and behind the name of an office that wrote to this one: ตามที่ … แจ้งว่า."""
_REACH: Final = 20
"""Letters before a name in which these words are looked for."""
_OF_OTHERS: Final = frozenset({Meaning.CITATION, Meaning.OUTSIDER, Meaning.COMPARISON})


@dataclass(frozen=True, slots=True)
class _AreaOffice:
    """An area office as a text names it.

    Attributes:
        level: ป of a primary, ม of a secondary area; empty where the text does not say.
        place: its province, or the word before its number.
        number: its number in the province; empty where none is said.
    """

    level: str
    place: str
    number: str

    def may_be(self, other: _AreaOffice) -> bool:
        """Return whether both may be one office: what both say is the same."""
        if self.place != other.place:
            return False
        is_same_level = self.level == other.level or not self.level or not other.level
        is_same_number = self.number == other.number or not self.number or not other.number
        return is_same_level and is_same_number


@dataclass(frozen=True, slots=True)
class _OwnNames:
    """The names of the own office.

    Attributes:
        pattern: its names as they are written, whole.
        offices: the office as its names say it.
    """

    pattern: re.Pattern[str]
    offices: tuple[_AreaOffice, ...]

    def hold(self, match: re.Match[str]) -> bool:
        """Return whether the name that was found may be that of the own office."""
        if self.pattern.match(match.string, match.start()):
            return True
        named_office = _office_of(match)
        return any(named_office.may_be(office) for office in self.offices)


@cache
def _own_names(*names: str) -> _OwnNames:
    """Return the names of an office."""
    offices: list[_AreaOffice] = []
    for name in names:
        offices.extend(_office_of(match) for match in _NAME.finditer(name))
    # Behind เขต 1 stands no other figure: เขต 10 is another office.
    pattern = re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?![0-9๐-๙])")
    return _OwnNames(pattern, tuple(offices))


def check_other_offices(texts: Iterable[Written], office: Office) -> Iterator[Problem]:
    """Generate a problem for each text that names another area office where the own one is meant.

    Args:
        texts: the texts of the content of a document.
        office: whose document it is. One that is no area office is not looked at.
    """
    if _ANY_AREA not in office.name:
        return
    own_names = _own_names(office.name, office.short_name)
    for written in texts:
        if isinstance(written.value, str) and not written.meanings & _OF_OTHERS:
            name = _other_name(written.value, own_names)
            if name:
                yield _problem(written, name, office)


def _other_name(text: str, own_names: _OwnNames) -> str:
    """Return the first name of another office in a text; empty where there is none."""
    for match in _NAME.finditer(text):
        if not own_names.hold(match) and not _is_other_on_purpose(match):
            return match[0]
    return ""


def _is_other_on_purpose(match: re.Match[str]) -> bool:
    """Return whether the words around the name of an office say that it is another one."""
    words_before = match.string[max(0, match.start() - _REACH) : match.start()]
    if _BEFORE_OTHERS.search(words_before):
        return True
    wrote_to_this_one = _AS_TOLD.search(words_before) and _AFTER_OTHERS.match(match.string, match.end())
    return bool(wrote_to_this_one)


def _office_of(match: re.Match[str]) -> _AreaOffice:
    level = match["short_level"] or _LEVELS[match["level"] or ""]
    place = match["province"] or match["place"]
    number = match["number"] or match["place_number"] or ""
    return _AreaOffice(level, place, thai.to_arabic_digits(number))


def _problem(written: Written, name: str, office: Office) -> Problem:
    message = _("another office's name stands here: '{name}'; this office is {office}")
    text = message.format(name=name, office=office.name)
    hint = _(
        "Write the name of your office. If the other one is meant, say so: จาก, ถึง, ร่วมกับ or ณ before it."
    )
    return Problem(written.path, "W507", text, hint, Severity.WARNING)
