"""Scores of PMQA: boxes with their gates, results by their ranges, percentages with bands and points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from esa_docs.assess.numbers import grade_of, mean
from esa_docs.kinds.pmqa.content import Boxes, Measure, Pmqa, PmqaItem
from esa_docs.kinds.pmqa.scheme import BoxLevel, Category, Item, PmqaScheme, Range
from esa_docs.model.edition import Grade

_LEAST: Final = Fraction(100)
"""Points at the lower end of a range of results."""
_MOST: Final = Fraction(500)
"""Points at its upper end."""


@dataclass(frozen=True, slots=True)
class LevelScore:
    """Score of a level of boxes.

    Attributes:
        level: the level.
        ticked: numbers of the boxes ticked, ascending, each once.
        boxes: how many boxes there are.
        counts: whether its boxes count, because every lower level is whole.
        points: points that it adds to those of the item.
    """

    level: BoxLevel
    ticked: tuple[int, ...]
    boxes: int
    counts: bool
    points: Fraction

    @property
    def is_whole(self) -> bool:
        """Whether every box is ticked."""
        # a box that the item does not have may be among them (E665)
        return len(self.ticked) >= self.boxes


@dataclass(frozen=True, slots=True)
class MeasureScore:
    """Score of a measure.

    Attributes:
        measure: the measure as the office wrote it.
        points: its points by its range; None while its result or its range is not known.
    """

    measure: Measure
    points: Fraction | None


@dataclass(frozen=True, slots=True)
class ItemScore:
    """Score of an item, with the answer that it is the score of.

    Attributes:
        code: numbers of category and item, such as 1.2.
        item: what the edition says of it.
        answer: what the office wrote; empty where it wrote nothing.
        levels: scores of its levels of boxes, the lowest first; empty without boxes.
        measures: scores of its measures.
        value: points of 500 in editions of boxes, per cent in editions of percentages; None while not known.
        band: band of a percentage; None without a percentage, and below all bands.
        points: points of the item in editions that add points up; None where the edition has none, and
            without a percentage.
    """

    code: str
    item: Item
    answer: PmqaItem
    levels: tuple[LevelScore, ...] = ()
    measures: tuple[MeasureScore, ...] = ()
    value: Fraction | None = None
    band: Grade | None = None
    points: Fraction | None = None


@dataclass(frozen=True, slots=True)
class CategoryScore:
    """Score of a category.

    Attributes:
        category: the category in the edition.
        items: scores of its items.
        value: mean of the items; None while nothing is known.
        points: sum of the points; None where an item has none.
    """

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
    """

    categories: tuple[CategoryScore, ...]
    value: Fraction | None
    points: Fraction | None

    @property
    def items(self) -> tuple[ItemScore, ...]:
        """Scores of all items, in the order of the edition."""
        scores: list[ItemScore] = []
        for category in self.categories:
            scores.extend(category.items)
        return tuple(scores)

    @property
    def is_whole(self) -> bool:
        """Whether every item has a score."""
        return all(score.value is not None for score in self.items)


def score_pmqa(pmqa: Pmqa) -> PmqaScores:
    """Score a report. An item without a score counts for nothing.

    Args:
        pmqa: a report that fits its edition.
    """
    scheme: PmqaScheme = pmqa.scheme
    answers = {answer.item: answer for answer in pmqa.items}
    categories = [_score_category(category, answers, scheme) for category in scheme.categories]
    value = mean(score.value for score in categories)
    points: list[Fraction | None] = []
    for score in categories:
        points.extend(item_score.points for item_score in score.items)
    return PmqaScores(tuple(categories), value, _sum(points))


def _score_category(category: Category, answers: dict[str, PmqaItem], scheme: PmqaScheme) -> CategoryScore:
    scores: list[ItemScore] = []
    for item in category.items:
        code = f"{category.number}.{item.number}"
        answer = answers.get(code) or PmqaItem(item=code)
        scores.append(_score_item(item, answer, scheme))
    value = mean(score.value for score in scores)
    return CategoryScore(category, tuple(scores), value, _sum([score.points for score in scores]))


def _score_item(item: Item, answer: PmqaItem, scheme: PmqaScheme) -> ItemScore:
    levels = () if answer.boxes is None else score_levels(answer.boxes, item, scheme)
    measures = tuple(_score_measure(measure, item, scheme) for measure in answer.measures)
    score = ItemScore(answer.item, item, answer, levels, measures)
    if scheme.scoring == "percent":
        return _with_percentage(score, scheme)
    if measures:
        return replace(score, value=mean(measure.points for measure in measures))
    if levels:
        return replace(score, value=sum((level.points for level in levels), Fraction(0)))
    return score


def _with_percentage(score: ItemScore, scheme: PmqaScheme) -> ItemScore:
    """Score by four factors. Their mean is the percentage of the item, and of its points."""
    factors = score.answer.adli or score.answer.letci
    if factors is None:
        return score
    percentages = factors.model_dump().values()
    value = sum(map(Fraction, percentages), Fraction(0)) / len(percentages)
    band = grade_of(value, scheme.bands)
    if score.item.points is None:
        return replace(score, value=value, band=band)
    points = Fraction(score.item.points) * value / 100
    return replace(score, value=value, band=band, points=points)


def score_levels(boxes: Boxes, item: Item, scheme: PmqaScheme) -> tuple[LevelScore, ...]:
    """Score the boxes of each level, the lowest first.

    A level counts only where every lower one is whole ('box_levels' of the scheme).
    """
    scores: list[LevelScore] = []
    for level in scheme.box_levels:
        number_of_boxes = scheme.boxes_of(item, level.id)
        ticked = tuple(sorted(set(getattr(boxes, level.id))))
        counts = all(lower.is_whole for lower in scores)
        points = _points_of_level(level, len(ticked), number_of_boxes) if counts else Fraction(0)
        scores.append(LevelScore(level, ticked, number_of_boxes, counts, points))
    return tuple(scores)


def _points_of_level(level: BoxLevel, ticked: int, boxes: int) -> Fraction:
    share = Fraction(min(ticked, boxes), boxes)
    if level.pro_rata:
        return Fraction(level.worth) * share
    return Fraction(level.worth) if share == 1 else Fraction(0)


def _score_measure(measure: Measure, item: Item, scheme: PmqaScheme) -> MeasureScore:
    scale = scheme.range_of(measure.range or item.range)
    if scale is None or measure.percent is None:
        return MeasureScore(measure, None)
    return MeasureScore(measure, score_range(measure.percent, scale))


def score_range(percent: Decimal, scale: Range) -> Fraction:
    """Score a percentage by a range: 0 points below it, 100 to 500 in a straight line, 500 above it."""
    value, lowest, highest = Fraction(percent), Fraction(scale.lowest), Fraction(scale.highest)
    if value < lowest:
        return Fraction(0)
    points = _LEAST + (value - lowest) * (_MOST - _LEAST) / (highest - lowest)
    return min(_MOST, points)


def _sum(points: Sequence[Fraction | None]) -> Fraction | None:
    """Return the sum; None where a value is None, and for no values at all."""
    total = Fraction(0)
    for value in points:
        if value is None:
            return None
        total += value
    return total if points else None
