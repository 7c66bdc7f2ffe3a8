"""The sections of a work: which there are, in which order, and those of the office's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, Self, TypeAlias

from pydantic import BeforeValidator, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from esa_docs.model.base import Content, Text
from esa_docs.model.other_words import OtherWords, OwnWords
from esa_docs.model.printed_fields import STEERS
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.prose.prose import Prose

SectionName: TypeAlias = Literal[
    "objectives", "scope", "definitions", "steps", "flow", "table", "forms", "references"
]
"""A section that every work can have, named as the key that holds its content. The name of the work is 1."""

USUAL_SECTIONS: Final[tuple[SectionName, ...]] = (
    *("objectives", "scope", "definitions", "steps"),
    *("flow", "table", "forms", "references"),
)
"""The order of the reference manual: sections 2 to 9."""

HEADINGS: Final[dict[SectionName, str]] = {
    "objectives": "วัตถุประสงค์",
    "scope": "ขอบเขตของงาน",
    "definitions": "คำจำกัดความ",
    "steps": "ขั้นตอนการปฏิบัติงาน",
    "flow": "Flow Chart การปฏิบัติงาน",
    "table": "สรุปมาตรฐานงาน",
    "forms": "แบบฟอร์มที่ใช้",
    "references": "เอกสาร / หลักฐานอ้างอิง",
}
"""Their headings; that of the table is followed by the name of its work."""
MAY_BE_EMPTY: Final[frozenset[SectionName]] = frozenset({"definitions", "forms", "references"})
"""Sections that may have nothing in them; then they print a dash, as the reference manual does."""
_OTHER_NAMES: Final[dict[str, SectionName]] = {
    "ขอบเขต": "scope",
    "นิยาม": "definitions",
    "นิยามศัพท์": "definitions",
    "ขั้นตอน": "steps",
    "ขั้นตอนการดำเนินงาน": "steps",
    "ผังขั้นตอน": "flow",
    "ผังขั้นตอนการปฏิบัติงาน": "flow",
    "Flow Chart": "flow",
    "ตารางสรุป": "table",
    "สรุปมาตรฐาน": "table",
    "แบบฟอร์มสรุปมาตรฐานงาน": "table",
    "แบบฟอร์ม": "forms",
    "เอกสารอ้างอิง": "references",
    "หลักฐานอ้างอิง": "references",
    "เอกสาร/หลักฐานอ้างอิง": "references",
}
"""Other words that offices print for them."""
_NAME_BY_WORDS: Final[dict[str, SectionName]] = {
    **{words: name for name, words in HEADINGS.items()},
    **_OTHER_NAMES,
}


def _text_as_section(value: object) -> object:
    """Return a name of a section as the keys of an entry; it may be its Thai heading."""
    if isinstance(value, str):
        return {"section": _section_name(value)}
    return value


def _section_name(value: object) -> object:
    """Return the name of a section that its Thai heading stands for; any other value as it is."""
    if isinstance(value, str):
        return _NAME_BY_WORDS.get(value.strip(), value)
    return value


class SectionEntry(Content):
    """A section in the order of the office: one of the usual ones, or one of its own."""

    section: Annotated[
        SectionName | None,
        BeforeValidator(_section_name),
        STEERS,
        OtherWords(_NAME_BY_WORDS),
        OwnWords("{title: ", ", paragraphs: […]}"),
    ] = None
    """Which of the usual sections it is; leave it out for one of the office's own."""
    title: Text | None = None
    """Its heading without the number; leave it out for that of a usual section."""
    paragraphs: Paragraphs = ()
    """What stands in it, before the content of a usual section: paragraphs, tables, lists."""

    @model_validator(mode="after")
    def _has_a_heading(self) -> Self:
        if self.section is None and self.title is None:
            raise PydanticCustomError("some_of", "at least one", {"choices": ["section", "title"]})
        return self


class _TextOrEntry:
    """The JSON Schema of a section in the order: its name, or keys."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the schema."""
        names = [*USUAL_SECTIONS, *HEADINGS.values(), *_OTHER_NAMES]
        return {"anyOf": [{"enum": names}, handler(core)]}


SectionPlace: TypeAlias = Annotated[SectionEntry, BeforeValidator(_text_as_section), _TextOrEntry()]
"""A section in the order of the office: a name, or keys."""

SectionOrder: TypeAlias = tuple[SectionPlace, ...]
"""The sections behind the name of the work, in order."""

_USUAL_ORDER: Final = tuple(SectionEntry(section=name) for name in USUAL_SECTIONS)
_FIRST_NUMBER: Final = 2
"""Section 1 is the name of the work."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a work in its place.

    Attributes:
        number: that of its heading.
        name: which of the usual sections it is; None for one of the office's own.
        title: heading that content gives; None for the usual one.
        paragraphs: what stands in it before its usual content.
    """

    number: int
    name: SectionName | None
    title: str | None = None
    paragraphs: Paragraphs = ()

    @property
    def has_words(self) -> bool:
        """Whether something to read stands in it before its usual content."""
        return has_words(self.paragraphs)


def has_words(paragraphs: Paragraphs) -> bool:
    """Return whether paragraphs hold something to read, and not page breaks alone."""
    return any(isinstance(piece, Prose) or not piece.page_break for piece in paragraphs)


def _numbered(order: SectionOrder) -> Iterator[Section]:
    for number, entry in enumerate(order, _FIRST_NUMBER):
        yield Section(number, entry.section, entry.title, entry.paragraphs)


_USUAL: Final = tuple(_numbered(_USUAL_ORDER))


def numbered_sections(order: SectionOrder) -> tuple[Section, ...]:
    """Return the sections of a work in their places.

    Args:
        order: the order of the office; empty for the usual one.
    """
    return tuple(_numbered(order)) if order else _USUAL
