"""The office: the facts that every document of the year shares."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    AliasChoices,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content, Text, ThaiDate, parse_number
from esa_docs.model.content_version import OLDEST, ContentVersion
from esa_docs.model.people import Person, PersonRef, References
from esa_docs.model.posts import is_between
from esa_docs.model.printed_labels import behind
from esa_docs.model.scaffold_examples import is_plainly_example
from esa_docs.model.typed_scalars import TEXT, number_schema

NumberingWay = Literal["office", "group", "none"]
"""How papers of a kind are numbered: all of the office together, those of each group, or not at all."""
FontFamily = Literal["TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙"]
Points = Annotated[int, BeforeValidator(parse_number)]
"""A size of letters; a field says its range."""


def _check_kind(value: object, info: ValidationInfo) -> object:
    """Refuse a name that no kind of document has. Without references every name is accepted."""
    references = info.context
    if isinstance(references, References) and value not in references.kinds:
        raise PydanticCustomError("unknown_kind", "unknown kind", {"choices": list(references.kinds)})
    return value


def _check_ways(ways: dict[str, NumberingWay], info: ValidationInfo) -> dict[str, NumberingWay]:
    """Refuse a way of numbering that a kind has not. Without references every way is accepted."""
    references = info.context
    if not isinstance(references, References):
        return ways
    for kind, way in ways.items():
        choices = references.numbering_ways.get(kind, ("none",))
        if way not in choices:
            details = {"key": kind, "way": way, "choices": list(choices)}
            raise PydanticCustomError("numbering_way", "numbering way", details)
    return ways


def _without_slash(value: str) -> str:
    return value.rstrip("/ ")


Code = Annotated[Text, AfterValidator(_without_slash)]
"""What stands before the number of a memo or letter. The slash between the two is printed by itself."""

KindName = Annotated[str, BeforeValidator(_check_kind)]
"""Name of a kind of document."""


Numbering = Annotated[dict[KindName, NumberingWay], AfterValidator(_check_ways)]
"""Ways of numbering, by the name of the kind."""


class Contact(Content):
    """How to reach the office or a unit of it."""

    phone: Annotated[Text, behind("โทร.", "โทรศัพท์", "โทร")] | None = None
    """โทร.: telephone number as printed."""
    fax: Annotated[Text, behind("โทรสาร")] | None = None
    """โทรสาร: fax number as printed."""
    email: Annotated[Text, behind("ไปรษณีย์อิเล็กทรอนิกส์")] | None = None
    """ไปรษณีย์อิเล็กทรอนิกส์: e-mail address."""


class Group(Content):
    """กลุ่ม/หน่วย: one unit of the office."""

    id: Text
    """Short name by which the content files refer to this unit; it is never printed."""
    name: Text
    """Name of the unit as printed."""
    code: Code | None = None
    """Code before the number of its memos and letters, such as นว 52007.4; by default that of the office."""
    contact: Contact | None = None
    """How to reach the unit; what is left out is taken from the office."""


class Power(Content):
    """อำนาจ: a law on which orders rest."""

    id: Text
    """Short name by which orders refer to it; it is never printed."""
    text: Text
    """Its words after อาศัยอำนาจตามความใน, such as มาตรา 37 แห่งพระราชบัญญัติ …"""


class Sizes(Content):
    """Sizes of letters on which usage differs, in points."""

    memo_title: Annotated[Points, Field(ge=29, le=33), WithJsonSchema(number_schema("integer", 29, 33))] = 29
    """The words บันทึกข้อความ: 29 as the circular of 2553 draws it; 30 to 33 are in use."""
    memo_label: Annotated[Points, Field(ge=16, le=20), WithJsonSchema(number_schema("integer", 16, 20))] = 20
    """ส่วนราชการ, ที่, วันที่ and เรื่อง of memos: 20 as the circular of 2553 draws it; 16 is in use."""
    speed_mark: Annotated[Points, Field(ge=32, le=36), WithJsonSchema(number_schema("integer", 32, 36))] = 32
    """ด่วน, ด่วนมาก, ด่วนที่สุด: not under 32; 36 is in use."""


class SalutationPair(Content):
    """คำขึ้นต้นและคำลงท้าย for an addressee."""

    to: Text
    """Beginning of the post or name of those it is for."""
    salutation: Text
    """คำขึ้นต้น, such as กราบเรียน."""
    respects: Text
    """คำลงท้าย, such as ขอแสดงความนับถืออย่างยิ่ง."""


class DirectorTerm(Content):
    """A time in which one person is director of the office."""

    person: PersonRef
    """Who is director: an id of people.yaml."""
    since: ThaiDate | None = None
    """First day as director; leave it out if it does not matter."""
    until: ThaiDate | None = None
    """Last day as director; leave it out while it lasts."""

    @property
    def director(self) -> Person:
        """The person with the post of a day of the term: the first, else the last."""
        return self.person.on(self.since or self.until or dt.date.max)


def _without_terms(value: object) -> object:
    return None if isinstance(value, list) else value


def _terms_alone(value: object) -> object:
    return value if isinstance(value, (list, tuple)) else ()


def _describe_director(schema: dict[str, Any]) -> None:
    """Describe the director in a JSON Schema as one person or a list of terms: both fields have one key."""
    terms = schema["properties"]["director"]
    items = {key: terms.pop(key) for key in ("items", "type")}
    terms.pop("default")
    terms["anyOf"] = [TEXT, items, {"type": "null"}]


class Office(Content):
    """office.yaml: สำนักงานเขตพื้นที่การศึกษา."""

    model_config = ConfigDict(json_schema_extra=_describe_director)

    name: Text
    """Full name of the office as printed on covers."""
    short_name: Text
    """Official abbreviation, such as สพป.เลย เขต 3."""
    parent: Text
    """The body above the office, printed below its name on covers."""
    director: Annotated[PersonRef | None, BeforeValidator(_without_terms)] = None
    """Director of the office: an id of people.yaml."""
    # Both fields read the key 'director'. With a plain alias mypy sees the first field defined twice.
    director_terms: Annotated[tuple[DirectorTerm, ...], BeforeValidator(_terms_alone)] = Field(
        default=(), validation_alias=AliasChoices("director"), exclude=True
    )
    """Director of the office: an id of people.yaml, or a list of those in office one after another."""
    groups: tuple[Group, ...] = ()
    """Units of the office."""
    powers: tuple[Power, ...] = ()
    """Laws that orders may cite."""
    numerals: dict[KindName, Literal["thai", "arabic"]] = Field(default_factory=dict)
    """Which digits each kind of document prints."""
    letter_code: Code | None = None
    """Code before the number of memos and letters, such as ศธ 04001."""
    numbering: Numbering = Field(default_factory=dict)
    """How the papers of each kind are numbered: office (together), group (by unit), none."""
    address: tuple[Text, ...] = ()
    """Address, line by line as printed below the name of the office at the head of letters."""
    contact: Contact | None = None
    """How to reach the office."""
    agenda_form: Literal["five", "six"] = "five"
    """Form of agendas: five parts, or six with เรื่องสืบเนื่อง."""
    salutations: tuple[SalutationPair, ...] = ()
    """คำขึ้นต้น and คำลงท้าย of the office's own, before those that are shipped."""
    sizes: Sizes = Field(default_factory=Sizes)
    """Sizes of letters on which usage differs."""
    font: FontFamily = "TH SarabunPSK"
    """Font family of all documents; it must be installed where they are opened."""
    emblem: Text | None = None
    """Picture of the emblem (ตราครุฑ), PNG or JPEG: its path from the project folder."""
    example_of: Text | None = None
    """Name of an invented office: while it is the same as 'name', people and addresses may be invented too. A
    real office has no such line."""
    content: ContentVersion = OLDEST
    """Version of the content of this folder; 'esa-docs migrate' writes it."""

    @property
    def is_example(self) -> bool:
        """Whether it is an invented example: it says so under its name, or its name does."""
        return self.example_of == self.name or is_plainly_example(self.name)

    def on(self, day: dt.date) -> Office:
        """Return the office with its director as on a day; None is its director in a time between two terms.

        The terms stay, so the office can be asked for another day.
        """
        director = self.director
        if self.director_terms:
            director = self._director_on(day)
        if director is not None:
            director = director.on(day)
        if director is self.director:
            return self
        return self.model_copy(update={"director": director})

    def _director_on(self, day: dt.date) -> Person | None:
        for term in self.director_terms:
            if is_between(term.since, day, term.until):
                return term.person
        return None
