"""มาตรฐานสำนักงานเขตพื้นที่การศึกษา: editions of what a SAR assesses, as data with their source.

What no source gives (names, weights, points) is left out and printed as a blank for the office to fill in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content, Count, Text
from esa_docs.model.edition import Edition, Grade, Score, check_weights, refuse_repeated


class SchemeIssue(Content):
    """ประเด็นการพิจารณา."""

    number: Count
    """Its number within the indicator."""
    name: Text | None = None
    """Its words; leave them out where the source does not give them."""


class Indicator(Content):
    """ตัวบ่งชี้."""

    number: Count
    """Its number within the standard."""
    name: Text
    """Its words."""
    weight: Score | None = None
    """Its weight in the standard; all of a standard or none, and 100 together."""
    issues: tuple[SchemeIssue, ...] = ()
    """Issues that are known; an office may open others."""


class Standard(Content):
    """มาตรฐาน."""

    number: Count
    """Its number."""
    name: Text
    """Its words."""
    weight: Score | None = None
    """Its weight in the whole; all standards or none, and 100 together."""
    indicators: tuple[Indicator, ...] = Field(min_length=1)
    """Its indicators."""


class SarScheme(Edition):
    """มาตรฐานสำนักงานเขตพื้นที่การศึกษา: standards, indicators, issues, and the scale of levels."""

    scheme: Literal["sar"] = "sar"
    """What it assesses."""
    grades: tuple[Grade, ...] = Field(min_length=2)
    """Levels with their words, the highest first."""
    standards: tuple[Standard, ...] = Field(min_length=1)
    """The standards."""

    @model_validator(mode="after")
    def _check_edition(self) -> Self:
        refuse_repeated("standards", [standard.number for standard in self.standards])
        check_weights("standards", [standard.weight for standard in self.standards])
        for standard in self.standards:
            refuse_repeated("indicators", [indicator.number for indicator in standard.indicators])
            check_weights("indicators", [indicator.weight for indicator in standard.indicators])
        limits = [grade.lowest for grade in self.grades]
        if limits != sorted(limits, reverse=True):
            raise PydanticCustomError("grades_unsorted", "grades are not sorted", {"key": "grades"})
        return self

    def grade_of_level(self, level: int | None) -> Grade | None:
        """Return the first grade with a level; None for no level, and for one outside the scale."""
        for grade in self.grades:
            if grade.level == level:
                return grade
        return None

    def indicators(self) -> Iterator[tuple[str, Standard, Indicator]]:
        """Generate every indicator with its code, such as 1.2, and its standard."""
        for standard in self.standards:
            for indicator in standard.indicators:
                yield f"{standard.number}.{indicator.number}", standard, indicator
