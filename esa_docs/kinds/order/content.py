"""คำสั่ง: an order, such as one that appoints committees (ระเบียบงานสารบรรณ ข้อ 16)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from esa_docs import thai
from esa_docs.model.base import Content, NumberText, Text, ThaiDate
from esa_docs.model.committee import Committee
from esa_docs.model.committee_changes import CommitteeChange
from esa_docs.model.meanings import Meaning, Meanings
from esa_docs.model.number_in_content import settle_number
from esa_docs.model.paper_number import year_of
from esa_docs.model.printed_fields import SteeringText
from esa_docs.model.printed_labels import behind, without_words
from esa_docs.model.prose.blocks import Paragraphs
from esa_docs.model.prose.fields import ProseText
from esa_docs.model.signing import Issued
from esa_docs.model.title_lines import TitleLines, check_title_lines

_FROM_A_DAY: Final = "ตั้งแต่วันที่"
_ON: Final = "เป็นต้นไป"
_NUMBER_WORDS: Final = ("คำสั่ง",)
_EFFECT_WORDS: Final = ("ทั้งนี้",)
_WORDS: Final = (
    r"^(?=[\s\S]*[ก-ฮA-Za-z])"
    r"(?!\s*(?:[-+]?[0-9.]+[eE][-+]?[0-9]+|0[xo][0-9A-Fa-f]+)\s*$)"
    r"(?!(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF|[YyNn])$)"
)
"""How ``effect`` looks: words, no bare number and no yes: ทั้งนี้ 1 says nothing."""


def _check_effect(value: object) -> object:
    if isinstance(value, str) and re.match(_WORDS, without_words(value, _EFFECT_WORDS)) is None:
        raise PydanticCustomError("no_effect", "no time", {"text": value})
    return value


Effect = Annotated[
    Text,
    behind(*_EFFECT_WORDS),
    BeforeValidator(_check_effect),
    WithJsonSchema({"type": "string", "pattern": _WORDS}),
]
"""ทั้งนี้: words or a date from which an order has effect."""


class EarlierOrder(Content):
    """An earlier order that this one amends or revokes."""

    number: NumberText
    """Its number, without the year."""
    date: ThaiDate
    """Its date."""
    subject: Annotated[Text, behind("เรื่อง")]
    """Its subject, without the word เรื่อง."""

    @model_validator(mode="after")
    def _take_off_the_year(self) -> Self:
        settle_number(self, year_of(self.date), _NUMBER_WORDS)
        return self


class Order(Issued):
    """คำสั่ง."""

    number_words: ClassVar = _NUMBER_WORDS
    meanings: ClassVar[Meanings] = {"amends": Meaning.CITATION, "revokes": Meaning.CITATION}
    kind: Literal["order"] = "order"
    """Kind of document."""
    title_lines: TitleLines = ()
    """How the subject is broken into lines at the head; leave it out where Word may break it."""
    cause: Paragraphs = Field(min_length=1)
    """Why it is given: paragraphs that begin with ด้วย, ตามที่ … นั้น or the like."""
    power: tuple[SteeringText, ...] = ()
    """Powers it rests on: ids of the list 'powers' in office.yaml."""
    action: ProseText | None = None
    """What is ordered, after the powers; by default จึงแต่งตั้งคณะกรรมการ ดังต่อไปนี้, as the committees are."""
    amends: EarlierOrder | None = None
    """The earlier order it amends."""
    revokes: tuple[EarlierOrder, ...] = ()
    """Earlier orders it revokes."""
    committees: tuple[Committee, ...] = ()
    """Committees it appoints, numbered when there are several."""
    changes: tuple[CommitteeChange, ...] = ()
    """Who leaves and who joins the committees of the order it amends."""
    clauses: Paragraphs = ()
    """Further paragraphs after the committees."""
    effect: Effect | None = "ตั้งแต่บัดนี้เป็นต้นไป"
    """When it takes effect, printed after ทั้งนี้."""

    @model_validator(mode="after")
    def _lines_are_the_subject(self) -> Self:
        check_title_lines(self.title_lines, self.subject, "subject")
        return self

    @property
    def proposed_subject(self) -> str:
        """เรื่อง of a memo that proposes it."""
        return self.subject

    @property
    def in_force_from(self) -> dt.date | None:
        """First day on which it has effect: that of ``effect``, else its date; None while it has no date."""
        effect = self.effect or ""
        if self.day is None or not effect.startswith(_FROM_A_DAY):
            return self.day
        text = effect.removeprefix(_FROM_A_DAY).strip().removesuffix(_ON).strip()
        try:
            return thai.parse_date(text)
        except ValueError:
            return self.day
