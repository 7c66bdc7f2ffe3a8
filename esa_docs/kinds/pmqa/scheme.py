"""เกณฑ์คุณภาพการบริหารจัดการภาครัฐ: editions of what a PMQA report assesses and how it is scored.

What no source gives (names, points) is left out and printed as a blank for the office to fill in.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from esa_docs.model.base import Content, Count, Text
from esa_docs.model.edition import Edition, Grade, Score, refuse_repeated

Box = Literal["basic", "advance", "significance"]


class Question(Content):
    """คำถามของลักษณะสำคัญขององค์การ."""

    number: Count
    """Its number."""
    text: Text | None = None
    """Its words; leave them out where the source does not give them."""


class QuestionGroup(Content):
    """A heading of the profile with its questions."""

    heading: Text
    """The heading."""
    questions: tuple[Question, ...] = Field(min_length=1)
    """Its questions."""


class BoxLevel(Content):
    """ระดับของช่องที่ทำเครื่องหมาย: a level of boxes, and what it is worth."""

    id: Box
    """Name by which content refers to it."""
    name: Text
    """Name as printed."""
    worth: Score
    """Points of the whole level."""
    pro_rata: bool = False
    """true: each box is worth its share; false: only the whole level counts."""


class Range(Content):
    """ช่วงคะแนนของตัววัด: from the lowest result that scores to the one that has all points.

    Below ``lowest`` 0 points, from there 100 up to 500 at ``highest``, in a straight line.
    """

    id: Text
    """Name by which measures refer to it."""
    lowest: Score
    """The least result that scores, in per cent: 100 points."""
    highest: Score
    """The result that has 500 points, in per cent."""


class Item(Content):
    """หัวข้อ: an item of a category."""

    number: Count
    """Its number within the category."""
    name: Text | None = None
    """Its words; leave them out where the source does not give them."""
    points: Score | None = None
    """Points of the whole item, in editions that add points up."""
    boxes: dict[Box, Count] = Field(default_factory=dict)
    """How many boxes each level has, in editions of boxes; leave it out for those of the edition."""
    range: Text | None = None
    """Range by which the measures of a result are scored; an id of 'ranges'."""


class Category(Content):
    """หมวด."""

    number: Count
    """Its number."""
    name: Text
    """Its words."""
    results: bool = False
    """true for the category of results."""
    items: tuple[Item, ...] = Field(min_length=1)
    """Its items."""


class PmqaScheme(Edition):
    """เกณฑ์คุณภาพการบริหารจัดการภาครัฐ: questions of the profile, categories with items, scoring."""

    scheme: Literal["pmqa"] = "pmqa"
    """What it assesses."""
    scoring: Literal["boxes", "percent"]
    """How items are scored: boxes ticked (PMQA 4.0), or percentages by ADLI and LeTCI with points."""
    profile: tuple[QuestionGroup, ...] = Field(min_length=1)
    """ลักษณะสำคัญขององค์การ."""
    categories: tuple[Category, ...] = Field(min_length=1)
    """หมวด 1 to 7."""
    box_levels: tuple[BoxLevel, ...] = ()
    """Levels of boxes, the lowest first."""
    boxes: dict[Box, Count] = Field(default_factory=dict)
    """How many boxes an item has at each level, unless it says otherwise."""
    ranges: tuple[Range, ...] = ()
    """Ranges of results."""
    bands: tuple[Grade, ...] = ()
    """Bands of percentages, the highest first."""

    @model_validator(mode="after")
    def _check_edition(self) -> Self:
        refuse_repeated("categories", [category.number for category in self.categories])
        without_boxes = [level.id for level in self.box_levels if level.id not in self.boxes]
        lacks_levels = self.scoring == "boxes" and not self.box_levels
        if without_boxes or lacks_levels:
            context = {"levels": without_boxes, "key": "boxes"}
            raise PydanticCustomError("boxes_missing", "boxes missing", context)
        range_ids = {scale.id for scale in self.ranges}
        for category in self.categories:
            refuse_repeated("items", [item.number for item in category.items])
            for item in category.items:
                _refuse_unknown_range(item, range_ids)
        return self

    def boxes_of(self, item: Item, level: Box) -> int:
        """Return how many boxes an item has at a level."""
        return item.boxes.get(level, self.boxes[level])

    def range_of(self, range_id: str | None) -> Range | None:
        """Return the last range with an id; None for no id, and for an id that the edition does not have."""
        ranges = {scale.id: scale for scale in self.ranges}
        return None if range_id is None else ranges.get(range_id)

    def items(self) -> Iterator[tuple[str, Category, Item]]:
        """Generate every item with its code, such as 1.2, and its category."""
        for category in self.categories:
            for item in category.items:
                yield f"{category.number}.{item.number}", category, item


def _refuse_unknown_range(item: Item, range_ids: Set[str]) -> None:
    if item.range is not None and item.range not in range_ids:
        context = {"text": item.range, "choices": sorted(range_ids)}
        raise PydanticCustomError("unknown_range", "unknown range", context)
