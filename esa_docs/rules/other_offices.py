"""The name of another area office where a paper speaks of its own, such as after a change of office.yaml.

W507 the name of another office stands where that of the own office is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.meanings import Meaning, Written
from esa_docs.model.office import Office
from esa_docs.model.people import KeyPath, Person
from esa_docs.model.problem import Problem
from esa_docs.rules.meant import Meant
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
    r"(?:จาก|ถึง|กับ|ณ|(?<!ตาม)ที่|และ|หรือ|แก่|หนังสือ|ระหว่าง|เช่น|ได้แก่|ดูงาน|ย้ายไป|ย้ายมา|โอนไป|โอนมา|,) ?\Z"
)
"""Words before the name of an office that is another one on purpose, such as ศึกษาดูงาน ณ."""
_AS_TOLD: Final = re.compile(r"(?:ตามที่|ด้วยได้รับแจ้งว่า) ?\Z")
_AFTER_OTHERS: Final = re.compile(r" ?(?:ได้)? ?(?:แจ้ง|ขอ|มีหนังสือ|ส่ง|เชิญ)")
"""Words before and behind the name of an office that wrote to this one: ตามที่ … แจ้งว่า."""
_SIGN: Final = re.compile("เขตพื้นที่|สพ[ปม]")
"""What is in every name of an area office."""
_SPEAKER: Final = re.compile(r"(?:\A|ด้วย|ตามที่) ?\Z")
"""Words before the name of the office that writes the paper."""
_OF_A_HOST: Final = re.compile(r" ?(?:เป็นเจ้าภาพ|(?:ได้)?เชิญ(?!ชวน)|(?:ได้)?มีหนังสือ|แจ้งว่า|แจ้งให้)")
"""Words behind the name of an office that invites this one, or writes to it."""
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


def check_other_offices(texts: Iterable[Written], office: Office, meant: Meant) -> Iterator[Problem]:
    """Generate a problem for each text that names another area office where the own one is meant.

    An office that a paper goes to may be named in all of it.

    Args:
        texts: the texts of the content of a document.
        office: whose document it is. One that is no area office is not looked at.
        meant: words that are meant as they stand.
    """
    if _ANY_AREA not in office.name:
        return
    own_names = _own_names(office.name, office.short_name)
    texts = [written for written in texts if isinstance(written.value, str) and _SIGN.search(written.value)]
    partners = _partners_in(texts)
    for written in texts:
        is_of_others = Meaning.OUTSIDER in written.meanings or written.meanings & _OF_OTHERS
        name = "" if is_of_others else _other_name(str(written.value), own_names, partners, meant)
        if name:
            yield _problem(written.path, name, office)


def _partners_in(texts: Iterable[Written]) -> list[_AreaOffice]:
    """Return the offices of those whom a paper goes to, or who come to it from outside."""
    partners: list[_AreaOffice] = []
    for written in texts:
        if Meaning.OUTSIDER in written.meanings:
            matches = _NAME.finditer(str(written.value))
            partners.extend(_office_of(match) for match in matches)
    return partners


def check_offices_of_people(
    people: Iterable[tuple[KeyPath, Person]], office: Office, meant: Meant
) -> Iterator[Problem]:
    """Generate a problem for each person with a post of another area office in the roster.

    Args:
        people: people whom a document names by their ids, with the key path of each.
        office: whose document it is. One that is no area office is not looked at.
        meant: words that are meant as they stand.
    """
    if _ANY_AREA not in office.name:
        return
    own_names = _own_names(office.name, office.short_name)
    for path, person in people:
        name = _other_name(person.post, own_names, (), meant)
        if name:
            message = _("the post of {person} in the roster is of another office: '{name}'; this is {office}")
            text = message.format(person=person.full_name, name=name, office=office.name)
            hint = _("Correct 'position' of this person in the roster, or write '{name}' under 'meant:'.")
            yield Problem(path, "W507", text, hint.format(name=name), Severity.WARNING)


def _other_name(text: str, own_names: _OwnNames, partners: Sequence[_AreaOffice], meant: Meant) -> str:
    """Return the first name of another office in a text; empty where there is none."""
    for match in _NAME.finditer(text):
        if own_names.hold(match) or _is_other_on_purpose(match) or _is_partner(match, partners):
            continue
        if not meant.hold(match[0]):
            return match[0]
    return ""


def _is_partner(match: re.Match[str], partners: Sequence[_AreaOffice]) -> bool:
    """Return whether it is an office that the paper goes to, and not named as the one that writes."""
    if _SPEAKER.search(match.string, 0, match.start()):
        return False
    named_office = _office_of(match)
    return any(named_office.may_be(partner) for partner in partners)


def _is_other_on_purpose(match: re.Match[str]) -> bool:
    """Return whether the words around the name of an office say that it is another one."""
    words_before = match.string[max(0, match.start() - _REACH) : match.start()]
    if _BEFORE_OTHERS.search(words_before) or _OF_A_HOST.match(match.string, match.end()):
        return True
    wrote_to_this_one = _AS_TOLD.search(words_before) and _AFTER_OTHERS.match(match.string, match.end())
    return bool(wrote_to_this_one)


def _office_of(match: re.Match[str]) -> _AreaOffice:
    level = match["short_level"] or _LEVELS[match["level"] or ""]
    place = match["province"] or match["place"]
    number = match["number"] or match["place_number"] or ""
    return _AreaOffice(level, place, thai.to_arabic_digits(number))


def _problem(path: KeyPath, name: str, office: Office) -> Problem:
    message = _("another office's name stands here: '{name}'; this office is {office}")
    text = message.format(name=name, office=office.name)
    hint = _(
        "Look which office is meant. If it is yours, write its name; if it is the other one, write '{name}'"
        " under 'meant:'."
    )
    return Problem(path, "W507", text, hint.format(name=name), Severity.WARNING)
