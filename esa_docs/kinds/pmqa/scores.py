"""Scores of PMQA: boxes with their gates, results by their ranges, percentages with bands and points."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from esa_docs.assess.numbers import grade_of, mean
from esa_docs.kinds.pmqa.content import Boxes, Measure, Pmqa, PmqaItem
from esa_docs.kinds.pmqa.scheme import BoxLevel, Category, Item, PmqaScheme, Range
from esa_docs.model.edition import Grade

_LEAST: Final = Fraction(100)
_MOST: Final = Fraction(500)
"""Points at the two ends of a range of results."""


@dataclass(frozen=True, slots=True)
class LevelScore:
    """Score of a level of boxes.

    Attributes:
        level: the level.
        ticked: numbers of the boxes ticked, ascending, each once.
        there: how many boxes there are.
        counts: every lower level is whole.
        points: what it adds to the points of the item.
    """

    level: BoxLevel
    ticked: tuple[int, ...]
    there: int
    counts: bool
    points: Fraction


@dataclass(frozen=True, slots=True)
class ItemScore:
    """Score of an item.

    Attributes:
        code: category and number, such as 1.2.
        item: what the edition says of it.
        value: points of 500 in editions of boxes, per cent in editions of percentages; None while not known.
        band: band of a percentage.
        points: points of the item in editions that add points up; None where the edition has none.
    """

    code: str
    item: Item
    value: Fraction | None
    band: Grade | None = None
    points: Fraction | None = None


@dataclass(frozen=True, slots=True)
class CategoryScore:
    """Score of a category: mean of its items, and the sum of their points."""

    category: Category
    items: tuple[ItemScore, ...]
    value: Fraction | None
    points: Fraction | None


@dataclass(frozen=True, slots=True)
class PmqaScores:
    """Scores of the whole.

    Attributes:
        categories: scores by category.
        value: mean of the categories; None while nothing is known.
        points: sum of the points; None where an item has none.
        is_whole: every item has a score.
    """

    categories: tuple[CategoryScore, ...]
    value: Fraction | None
    points: Fraction | None
    is_whole: bool


def score_pmqa(pmqa: Pmqa) -> PmqaScores:
    """Score a report: what is not known yet counts for nothing, and the scores say so."""
    scheme: PmqaScheme = pmqa.scheme
    answers = pmqa.answers()
    categories = tuple(_score_category(one, answers, scheme) for one in scheme.categories)
    items = [item for category in categories for item in category.items]
    return PmqaScores(
        categories,
        mean(one.value for one in categories),
        _sum([one.points for one in items]),
        all(one.value is not None for one in items),
    )


def _score_category(category: Category, answers: dict[str, PmqaItem], scheme: PmqaScheme) -> CategoryScore:
    items = tuple(
        _score_item(f"{category.number}.{one.number}", one, answers, scheme) for one in category.items
    )
    return CategoryScore(
        category, items, mean(one.value for one in items), _sum([one.points for one in items])
    )


def _score_item(code: str, item: Item, answers: dict[str, PmqaItem], scheme: PmqaScheme) -> ItemScore:
    answer = answers.get(code)
    if answer is None:
        return ItemScore(code, item, None)
    if scheme.scoring == "percent":
        return _score_percent(code, item, answer, scheme)
    if answer.measures:
        ranges = {one.id: one for one in scheme.ranges}
        return ItemScore(code, item, mean(score_measure(one, item, ranges) for one in answer.measures))
    value = score_boxes(answer.boxes, item, scheme) if answer.boxes is not None else None
    return ItemScore(code, item, value)


def score_boxes(boxes: Boxes, item: Item, scheme: PmqaScheme) -> Fraction:
    """Score ticked boxes: a level counts only above whole lower ones ('box_levels' of the scheme)."""
    return sum((one.points for one in score_levels(boxes, item, scheme)), Fraction(0))


def score_levels(boxes: Boxes, item: Item, scheme: PmqaScheme) -> tuple[LevelScore, ...]:
    """Score the boxes of each level, the lowest first; above one that is not whole nothing counts."""
    scores: list[LevelScore] = []
    for level in scheme.box_levels:
        there = scheme.boxes_of(item, level.id)
        ticked = tuple(sorted(set(getattr(boxes, level.id))))
        share = Fraction(min(len(ticked), there), there)
        counts = all(len(one.ticked) >= one.there for one in scores)
        worth = share if level.pro_rata else Fraction(share == 1)
        scores.append(LevelScore(level, ticked, there, counts, Fraction(level.worth) * worth * counts))
    return tuple(scores)


def score_measure(measure: Measure, item: Item, ranges: dict[str, Range]) -> Fraction | None:
    """Score a result by its range: 0 below it, 100 to 500 points in a straight line, 500 above."""
    scale = ranges.get(measure.range or item.range or "")
    if scale is None or measure.percent is None:
        return None
    return score_range(measure.percent, scale)


def score_range(percent: Decimal, scale: Range) -> Fraction:
    """Score a percentage by a range."""
    value, lowest, highest = Fraction(percent), Fraction(scale.lowest), Fraction(scale.highest)
    if value < lowest:
        return Fraction(0)
    return min(_MOST, _LEAST + (value - lowest) * (_MOST - _LEAST) / (highest - lowest))


def _score_percent(code: str, item: Item, answer: PmqaItem, scheme: PmqaScheme) -> ItemScore:
    """Score by four factors: their mean is the percentage, of which the points of the item are taken."""
    factors = answer.adli or answer.letci
    if factors is None:
        return ItemScore(code, item, None)
    value = mean(Fraction(percent) for percent in factors.model_dump().values())
    if value is None:
        return ItemScore(code, item, None)
    points = Fraction(item.points) * value / 100 if item.points is not None else None
    return ItemScore(code, item, value, grade_of(value, scheme.bands), points)


def _sum(points: list[Fraction | None]) -> Fraction | None:
    known = [one for one in points if one is not None]
    return sum(known, Fraction(0)) if known and len(known) == len(points) else None
