"""What every edition of a scheme has: its source, its grades, and numbers and weights that are sound."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content, Text, parse_decimal, parse_number
from esa_docs.model.typed_scalars import number_schema

_SUM_OF_WEIGHTS: Final = 100
"""Sum of weights: they are percentages."""

Certainty = Literal["verified", "not_verified"]

Score = Annotated[
    Decimal, BeforeValidator(parse_decimal), WithJsonSchema(number_schema("number", 0)), Field(ge=0)
]
"""A number from 0 up, kept as written: exact, never binary."""


class Edition(Content):
    """What every scheme says of itself."""

    id: Text
    """Short name by which documents refer to it, such as sar-2560."""
    name: Text
    """Name as reports print it."""
    edition: Text
    """Edition as reports print it, such as พ.ศ. 2560."""
    source: Text
    """Where it was taken from."""
    certainty: Certainty
    """Whether its scoring was seen in an official source."""
    note: Text | None = None
    """What is not certain about it. Drafts print it where scores are; complete reports only where its scoring
    was seen in an official source."""
    scored_by_evidence: bool = False
    """true: only what evidence shows is scored; the check tells a score without any evidence."""
    evidence_has_place: bool = False
    """true: evidence counts only with its file or link; by default its name is enough."""


class Grade(Content):
    """ระดับคุณภาพ: a word for the scores from one limit up."""

    level: Annotated[int, BeforeValidator(parse_number), Field(ge=0, le=9)]
    """The level as a number."""
    word: Text
    """Its word, such as ดีเยี่ยม."""
    lowest: Score
    """The least mean that has this word, compared after rounding to as many places as are written here."""


def refuse_repeated(key: str, numbers: list[int]) -> None:
    """Refuse a number that stands twice.

    Args:
        key: key of a list, for the error.
        numbers: numbers of the items of the list.

    Raises:
        PydanticCustomError: ``number_twice``.
    """
    seen_numbers: set[int] = set()
    for number in numbers:
        if number in seen_numbers:
            raise PydanticCustomError("number_twice", "number twice", {"number": number, "key": key})
        seen_numbers.add(number)


def check_weights(key: str, weights: list[Decimal | None]) -> None:
    """Refuse weights of which some are missing, or whose sum is not 100. All may be missing.

    Args:
        key: key of a list, for the error.
        weights: weights of the items of the list. None for an item without a weight.

    Raises:
        PydanticCustomError: ``weights``.
    """
    present_weights = [weight for weight in weights if weight is not None]
    if not present_weights:
        return
    total = sum(present_weights)
    if len(present_weights) < len(weights) or total != _SUM_OF_WEIGHTS:
        raise PydanticCustomError(
            "weights",
            "weights",
            {"total": str(total), "given": len(present_weights), "all": len(weights), "key": key},
        )
