"""Area offices as texts name them: level, province, number; and the names of the own one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from esa_docs import thai
from esa_docs.thai.provinces import PROVINCES

_LONG_NAME: Final = "สำนักงานเขตพื้นที่การศึกษา"
ANY_AREA: Final = "เขตพื้นที่การศึกษา"
_LEVELS: Final = {"ประถมศึกษา": "ป", "มัธยมศึกษา": "ม", "": ""}
"""What stands behind the long name, and what the short name has for it that means the same."""
NAME: Final = re.compile(
    rf"(?:{_LONG_NAME}(?P<level>ประถมศึกษา|มัธยมศึกษา|)|สพ(?P<short_level>[ปม])\.) ?"
    rf"(?:(?P<province>{'|'.join(PROVINCES)})(?: ?เขต ?(?P<number>[0-9๐-๙]{{1,2}}))?"
    r"|(?P<place>[ก-๎]{2,30}) เขต ?(?P<place_number>[0-9๐-๙]{1,2}))"
)
"""The name of an area office: with a province or with a number. Without either all offices are meant."""


@dataclass(frozen=True, slots=True)
class AreaOffice:
    """An area office as a text names it.

    Attributes:
        level: ป of a primary, ม of a secondary area; empty where the text does not say.
        place: its province, or the word before its number.
        number: its number in the province; empty where none is said.
    """

    level: str
    place: str
    number: str

    def may_be(self, other: AreaOffice) -> bool:
        """Return whether both may be one office: what both say is the same."""
        if self.place != other.place:
            return False
        is_same_level = self.level == other.level or not self.level or not other.level
        is_same_number = self.number == other.number or not self.number or not other.number
        return is_same_level and is_same_number


@dataclass(frozen=True, slots=True)
class OwnNames:
    """The names of the own office.

    Attributes:
        pattern: its names as they are written, whole.
        offices: the office as its names say it.
        text: its names in one text: a secondary area names each of its provinces.
    """

    pattern: re.Pattern[str]
    offices: tuple[AreaOffice, ...]
    text: str

    def hold(self, match: re.Match[str]) -> bool:
        """Return whether the name that was found may be that of the own office."""
        if self.pattern.match(match.string, match.start()):
            return True
        named_office = office_of(match)
        return any(named_office.may_be(office) for office in self.offices)

    def is_neighbour(self, other: AreaOffice) -> bool:
        """Return whether an office is of the same province and of the other level."""
        if not other.level:
            return False
        is_other_level = all(office.level and office.level != other.level for office in self.offices)
        return is_other_level and other.place in self.text


def names_conflict(name: str, short_name: str) -> bool:
    """Return whether both names cannot be those of one office: level, province or number differ.

    A place that is no province may be an abbreviation of one, so it differs from none.
    """
    match, short_match = NAME.search(name), NAME.search(short_name)
    if match is None or short_match is None:
        return False
    office, short_office = office_of(match), office_of(short_match)
    if bool(match["province"]) is not bool(short_match["province"]):
        short_office = replace(short_office, place=office.place)
    return not office.may_be(short_office)


def own_names(name: str, short_name: str) -> OwnNames:
    """Return the names of an office; a short name that is of another office is none of them (W514)."""
    if names_conflict(name, short_name):
        return _names_of(name)
    return _names_of(name, short_name)


@cache
def _names_of(*names: str) -> OwnNames:
    offices: list[AreaOffice] = []
    for name in names:
        offices.extend(office_of(match) for match in NAME.finditer(name))
    # Behind เขต 1 stands no other figure: เขต 10 is another office.
    pattern = re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?![0-9๐-๙])")
    return OwnNames(pattern, tuple(offices), " ".join(names))


def office_of(match: re.Match[str]) -> AreaOffice:
    """Return the office that a match of `NAME` names."""
    level = match["short_level"] or _LEVELS[match["level"] or ""]
    place = match["province"] or match["place"]
    number = match["number"] or match["place_number"] or ""
    return AreaOffice(level, place, thai.to_arabic_digits(number))
